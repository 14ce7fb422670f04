'use client';
/** Where am I, how does it stand, and what can I do here? 48 pixels; on a phone the actions move to the foot. */

import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { classNames } from '@/components/ui/class-names';

import { useShell } from './shell-context';

export interface PageHeaderProps {
  /** The places above this page, from the outside in. */
  trail?: readonly { label: string; href: string }[];
  title: ReactNode;
  /** A few letters after the title: a count, a status. */
  aside?: ReactNode;
  /** Between title and actions, such as a search; on a phone it takes a line of its own. */
  middle?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** False keeps the phone's bar of actions away, where another bar takes its place. */
  foot?: boolean;
  className?: string;
}

export function PageHeader({
  trail = [],
  title,
  aside,
  middle,
  actions,
  foot = true,
  className,
}: PageHeaderProps) {
  return (
    <>
      <header
        className={classNames(
          'flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 border-b border-line pr-3 pl-4 max-md:pl-2',
          className,
        )}
      >
        <DrawerButton />
        <div className="flex min-w-0 items-baseline gap-1.5 max-md:h-12 max-md:flex-1 max-md:items-center">
          {trail.map(({ label, href }) => (
            <span key={href} className="flex shrink-0 gap-1.5 text-soft">
              <Link href={href} className="rounded-sm hover:text-ink">
                {label}
              </Link>
              <span aria-hidden="true">/</span>
            </span>
          ))}
          <h1 className="truncate text-heading">{title}</h1>
          {aside && <div className="min-w-0 shrink-0 text-soft">{aside}</div>}
        </div>
        <div className="flex min-w-0 flex-1 items-center gap-2 max-md:order-last max-md:w-full max-md:basis-full max-md:empty:hidden">
          {middle}
        </div>
        {actions && <div className="flex items-center gap-2 max-md:hidden">{actions}</div>}
      </header>
      {actions && foot && <BottomBar>{actions}</BottomBar>}
    </>
  );
}

/** Opens the drawer; only a phone shows it. Every page header has one. */
export function DrawerButton() {
  const { openDrawer } = useShell();
  return (
    <button
      type="button"
      aria-label="Open the menu"
      onClick={openDrawer}
      className="grid size-10 shrink-0 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink md:hidden"
    >
      <MenuIcon className="size-5" aria-hidden="true" />
    </button>
  );
}

/** The actions of a page on a phone, at the foot where the thumb is. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Actions of the page"
      className="order-last flex shrink-0 items-center gap-2 border-t border-line bg-surface px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] *:h-10 *:flex-1 md:hidden"
    >
      {children}
    </section>
  );
}
