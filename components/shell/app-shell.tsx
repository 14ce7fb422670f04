'use client';
/** What stands around every page of a workspace? The rail, or on a phone a drawer with the same content. */

import { usePathname } from 'next/navigation';
import { lazy, type ReactNode, useEffect, useMemo, useState } from 'react';

import { classNames } from '@/components/ui/class-names';
import { OnceWanted } from '@/components/ui/once-wanted';
import { Toaster } from '@/components/ui/toaster';
import { rememberWorkspace } from './last-workspace';
import { Rail, type RailProps } from './rail';
import { rememberRail } from './rail-state';
import { ShellContext } from './shell-context';

const Drawer = lazy(async () => ({ default: (await import('./drawer')).Drawer }));

export interface AppShellProps extends Omit<RailProps, 'collapsed' | 'onToggle'> {
  collapsed: boolean;
  children: ReactNode;
}

export function AppShell({ collapsed: initiallyCollapsed, children, ...rail }: AppShellProps) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const [drawer, setDrawer] = useState(false);
  const pathname = usePathname();
  const state = useMemo(() => ({ openDrawer: () => setDrawer(true) }), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the drawer
  useEffect(() => setDrawer(false), [pathname]);
  useEffect(() => rememberWorkspace(rail.workspace.slug), [rail.workspace.slug]);

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
          <Rail {...rail} collapsed={collapsed} onToggle={toggle} />
        </nav>
        <div id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col focus:outline-none">
          {children}
        </div>
      </div>
      <OnceWanted wanted={drawer}>
        <Drawer open={drawer} onOpenChange={setDrawer}>
          <Rail {...rail} collapsed={false} />
        </Drawer>
      </OnceWanted>
      <Toaster />
    </ShellContext>
  );
}
