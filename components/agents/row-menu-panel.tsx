'use client';
/** The menu of the row whose button was pressed; loaded with the first press. */

import { useRef } from 'react';

import { ActionPanel } from '@/components/ui/action-panel';

import { type OpenMenu, useListCommands } from './list-commands';
import { actionsOf } from './row-actions';

export interface RowMenuPanelProps {
  /** Whose menu it is, or was last. */
  of: OpenMenu | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RowMenuPanel({ of, open, onOpenChange }: RowMenuPanelProps) {
  const commands = useListCommands();
  const anchor = useRef<HTMLElement | null>(null);
  anchor.current = of?.button ?? null;
  if (!of) return null;
  return (
    <ActionPanel
      anchor={anchor}
      open={open}
      onOpenChange={onOpenChange}
      actions={actionsOf(of.row, commands)}
    />
  );
}
