'use client';

/** Where am I, where can I go, and who am I here? */

import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Hint } from '@/components/hints/hint';
import { Kbd } from '@/components/ui/kbd';
import { formatCount } from '@/components/ui/numbers';
import { Tooltip } from '@/components/ui/tooltip';
import { EVERYWHERE_KEYS } from '@/lib/client/shortcuts/everywhere';
import { keysInWords, type ShortcutId, shortcut } from '@/lib/client/shortcuts/shortcut';
import { useDuplicatesCount } from '@/lib/client/use-duplicates-count';
import { useWaiting } from '@/lib/client/use-waiting';
import type { CurrentUser, WorkspaceSummary } from '@/lib/contract';

import { AccountMenu, type SignOut } from './account-menu';
import { PLACES, placeOf } from './places';
import { railRow } from './rail-row';
import { useShell } from './shell-context';
import { ThemeMenu } from './theme-menu';
import { WorkspaceSwitcher } from './workspace-switcher';

export interface RailProps {
  workspace: WorkspaceSummary;
  workspaces: readonly WorkspaceSummary[];
  user: CurrentUser;
  signOut: SignOut;
  collapsed: boolean;
  /** Absent in the drawer, which is never narrow. */
  onToggle?: () => void;
}

export function Rail({ workspace, workspaces, user, signOut, collapsed, onToggle }: RailProps) {
  const here = placeOf(usePathname());
  const clusters = useDuplicatesCount(workspace.slug);
  const waiting = useWaiting(workspace.slug);
  const counts: Record<string, Count> = {
    duplicates: { count: clusters, title: 'Clusters, when last compared in this browser' },
    reviews: { count: waiting?.reviews ?? null, title: 'Open reviews' },
    inbox: { count: waiting?.unread ?? null, title: 'Unread' },
  };
  return (
    <div className="flex h-full flex-col gap-1 p-2">
      <WorkspaceSwitcher workspace={workspace} workspaces={workspaces} collapsed={collapsed} />
      <ul className="mt-2 flex flex-col gap-0.5">
        {PLACES.map((place) => (
          <li key={place.path}>
            <RailLink
              place={place}
              href={`/w/${workspace.slug}/${place.path}`}
              current={here === place}
              collapsed={collapsed}
              waits={counts[place.path]}
            />
          </li>
        ))}
      </ul>
      <div className="mt-auto flex flex-col gap-0.5">
        {!collapsed && (
          <Hint id="palette" className="mb-1 rounded-md bg-hover px-2 py-1.5 max-md:hidden">
            <Kbd keys={keyOf('palette')} /> goes to any agent, page or action. <Kbd keys={keyOf('keys')} />{' '}
            shows all keys.
          </Hint>
        )}
        <SearchButton collapsed={collapsed} />
        {onToggle && <CollapseButton collapsed={collapsed} onToggle={onToggle} />}
        <ThemeMenu collapsed={collapsed} />
        <AccountMenu user={user} signOut={signOut} collapsed={collapsed} />
      </div>
    </div>
  );
}

interface RailLinkProps {
  place: (typeof PLACES)[number];
  href: string;
  current: boolean;
  collapsed: boolean;
  waits: Count | undefined;
}

/** How many wait there, and what they are. */
interface Count {
  count: number | null;
  title: string;
}

function RailLink({ place, href, current, collapsed, waits }: RailLinkProps) {
  const Icon = place.icon;
  const link = (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      aria-label={collapsed ? place.label : undefined}
      className={railRow(
        collapsed,
        current ? 'bg-accent-soft font-medium text-accent' : 'text-ink hover:bg-hover',
      )}
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" />
      {!collapsed && place.label}
      {!collapsed && waits?.count ? (
        <span className="ml-auto pl-1 text-small text-soft tabular-nums" title={waits.title}>
          {formatCount(waits.count)}
        </span>
      ) : null}
    </Link>
  );
  return collapsed ? (
    <Tooltip text={place.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

const keyOf = (id: ShortcutId<typeof EVERYWHERE_KEYS>) =>
  keysInWords(shortcut(EVERYWHERE_KEYS, id)).join(' ');

function SearchButton({ collapsed }: { collapsed: boolean }) {
  const { openPalette } = useShell();
  const button = (
    <button
      type="button"
      onClick={openPalette}
      aria-label="Go to an agent, page or action"
      aria-keyshortcuts="Meta+K Control+K"
      className={railRow(collapsed, 'text-soft hover:bg-hover hover:text-ink')}
    >
      <Search className="size-4 shrink-0" aria-hidden="true" />
      {!collapsed && (
        <>
          Go to
          <span className="ml-auto max-md:hidden">
            <Kbd keys={keyOf('palette')} />
          </span>
        </>
      )}
    </button>
  );
  return collapsed ? (
    <Tooltip text="Go to" shortcut={keyOf('palette')} side="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
}

function CollapseButton({ collapsed, onToggle }: { collapsed: boolean; onToggle: () => void }) {
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;
  const label = collapsed ? 'Expand' : 'Collapse';
  const button = (
    <button
      type="button"
      onClick={onToggle}
      aria-label={label}
      className={railRow(collapsed, 'text-soft hover:bg-hover hover:text-ink')}
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" />
      {!collapsed && label}
    </button>
  );
  return collapsed ? (
    <Tooltip text={label} side="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
}
