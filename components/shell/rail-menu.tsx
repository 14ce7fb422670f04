'use client';
/** A row of the rail that opens a menu. The menus are loaded when the pointer or the focus comes near the first. */

import { lazy, type ReactNode } from 'react';

import { OnceWanted } from '@/components/ui/once-wanted';
import { type OfButton, usePanelButton } from '@/components/ui/use-panel-button';

const load = () => import('./rail-panels');

export const WorkspacePanel = lazy(async () => ({ default: (await load()).WorkspacePanel }));
export const ThemePanel = lazy(async () => ({ default: (await load()).ThemePanel }));
export const AccountPanel = lazy(async () => ({ default: (await load()).AccountPanel }));

export interface RailMenuProps {
  label: string;
  busy?: boolean;
  className: string;
  /** What the row shows. */
  children: ReactNode;
  panel: (row: OfButton) => ReactNode;
}

export function RailMenu({ label, busy, className, children, panel }: RailMenuProps) {
  const { button, panel: row } = usePanelButton('menu', load);
  return (
    <>
      <button
        {...button}
        type="button"
        aria-label={label}
        aria-busy={busy || undefined}
        className={className}
      >
        {children}
      </button>
      <OnceWanted wanted={row.open}>{panel(row)}</OnceWanted>
    </>
  );
}
