'use client';
/** A row of the rail that opens a menu. The menus are loaded when the pointer or the focus comes near the first. */

import { lazy, type ReactNode, type RefObject, useRef, useState } from 'react';

import { OnceWanted } from '@/components/ui/once-wanted';

const load = () => import('./rail-panels');

export const WorkspacePanel = lazy(async () => ({ default: (await load()).WorkspacePanel }));
export const ThemePanel = lazy(async () => ({ default: (await load()).ThemePanel }));
export const AccountPanel = lazy(async () => ({ default: (await load()).AccountPanel }));

/** What a panel needs of its row. */
export interface RowOfPanel {
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export interface RailMenuProps {
  label: string;
  busy?: boolean;
  className: string;
  /** What the row shows. */
  children: ReactNode;
  panel: (row: RowOfPanel) => ReactNode;
}

export function RailMenu({ label, busy, className, children, panel }: RailMenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy || undefined}
        onClick={() => setOpen(!open)}
        onPointerEnter={load}
        onFocus={load}
        className={className}
      >
        {children}
      </button>
      <OnceWanted wanted={open}>{panel({ anchor: button, open, onOpenChange: setOpen })}</OnceWanted>
    </>
  );
}
