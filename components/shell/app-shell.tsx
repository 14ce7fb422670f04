'use client';
/** What stands around every page of a workspace? The rail, or on a phone a drawer with the same content. */

import { usePathname } from 'next/navigation';
import { lazy, type ReactNode, useEffect, useMemo, useState } from 'react';

import { type NoteHint, useHints } from '@/components/hints/hint-state';
import { earlyTyping } from '@/components/palette/early-typing';
import { classNames } from '@/components/ui/class-names';
import { OnceWanted } from '@/components/ui/once-wanted';
import { Toaster } from '@/components/ui/toaster';
import { openPageOf } from '@/lib/client/page-person';
import { useNews } from '@/lib/client/use-news';
import { can } from '@/lib/policy';
import { rememberWorkspace } from './last-workspace';
import { Rail, type RailProps } from './rail';
import { rememberRail } from './rail-state';
import { type AddSamplesAction, ShellContext, type ShellState, type SignIn } from './shell-context';
import { applyTheme, type Theme } from './theme';
import { useShellKeys } from './use-shell-keys';

const Drawer = lazy(async () => ({ default: (await import('./drawer')).Drawer }));
const loadPalette = () => import('@/components/palette/palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeysDialog = lazy(async () => ({
  default: (await import('@/components/shortcuts/keys-dialog')).KeysDialog,
}));

export interface AppShellProps extends Omit<RailProps, 'collapsed' | 'onToggle'> {
  collapsed: boolean;
  theme: Theme;
  signIn: SignIn;
  addSamples: AddSamplesAction;
  /** The hints that the person has seen. */
  hintsSeen: readonly string[];
  noteHint: NoteHint;
  children: ReactNode;
}

export function AppShell(props: AppShellProps) {
  const { collapsed: initiallyCollapsed, children, workspace } = props;
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const [drawer, setDrawer] = useState(false);
  const pathname = usePathname();
  const { state, windows } = useShellState(props, () => setDrawer(true));

  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the drawer
  useEffect(() => setDrawer(false), [pathname]);
  useEffect(() => rememberWorkspace(workspace.slug), [workspace.slug]);
  useEffect(() => openPageOf(props.user.id), [props.user.id]);
  useNews(workspace.slug, props.user.id);

  function toggle() {
    setCollapsed(!collapsed);
    rememberRail(!collapsed);
  }

  return (
    <ShellContext value={state}>
      <a
        href="#content"
        className="sr-only z-60 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <div className="flex h-dvh">
        <nav
          aria-label="Workspace"
          className={classNames(
            'shrink-0 border-r border-line bg-sunken transition-[width] max-md:hidden',
            collapsed ? 'w-14' : 'w-58',
          )}
        >
          <Rail {...railOf(props)} collapsed={collapsed} onToggle={toggle} />
        </nav>
        <div id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col focus:outline-none">
          {children}
        </div>
      </div>
      <OnceWanted wanted={drawer}>
        <Drawer open={drawer} onOpenChange={setDrawer}>
          <Rail {...railOf(props)} collapsed={false} />
        </Drawer>
      </OnceWanted>
      {windows}
      <Toaster />
    </ShellContext>
  );
}

const railOf = ({ workspace, workspaces, user, signOut }: AppShellProps) => ({
  workspace,
  workspaces,
  user,
  signOut,
});

/** What parts of the page may ask of the shell, and the windows that this opens. */
function useShellState(props: AppShellProps, openDrawer: () => void) {
  const { user, workspace, workspaces, signIn } = props;
  const mayCreate = can(workspace.role, 'agent:create') && workspace.deletionDueAt === null;
  const addSamples = mayCreate ? props.addSamples : null;
  const [theme, setTheme] = useState(props.theme);
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const hints = useHints(props.hintsSeen, props.noteHint);
  useEarlyPalette();
  useEarlyTyping();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `openDrawer` does the same each time
  const state = useMemo<ShellState>(
    () => ({
      openDrawer,
      openPalette: () => {
        earlyTyping.begin();
        setPalette(true);
        hints.done('palette');
      },
      openKeys: () => setKeys(true),
      ...{ user, workspace, workspaces, signIn, addSamples, theme, hints },
      setTheme: (next) => {
        setTheme(next);
        applyTheme(next);
      },
    }),
    [user, workspace, workspaces, signIn, addSamples, theme, hints],
  );
  useShellKeys({ workspace, onPalette: state.openPalette, onKeys: state.openKeys });
  const windows = (
    <>
      <OnceWanted wanted={palette}>
        <Palette open={palette} onOpenChange={setPalette} />
      </OnceWanted>
      <OnceWanted wanted={keys}>
        <KeysDialog open={keys} onOpenChange={setKeys} role={workspace.role} />
      </OnceWanted>
    </>
  );
  return { state, windows };
}

/** The palette has to open at once, and no first load may grow by it: it is loaded when somebody first moves or types. */
function useEarlyPalette(): void {
  useEffect(() => {
    const load = () => void loadPalette().catch(() => {});
    const signs = ['pointermove', 'touchstart', 'keydown'];
    for (const sign of signs) window.addEventListener(sign, load, { once: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, load);
    };
  }, []);
}

/** Before the shell hears any key: the first letters must neither be lost nor lead anywhere. */
function useEarlyTyping(): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!earlyTyping.take(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}
