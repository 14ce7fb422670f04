'use client';
/** What can be done with this one agent? A button at the end of its row. */

import { MoreHorizontal } from 'lucide-react';

import type { AgentRow } from '@/lib/contract';

import { useListCommands } from './list-commands';
import { actionsOf } from './row-actions';

/** The button of a row. All rows share one menu: thousands of them are scrolled past. */
export function RowMenu({ row }: { row: AgentRow }) {
  const commands = useListCommands();
  if (actionsOf(row, commands).length === 0) return null;
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={`More for ${row.title}`}
      onClick={({ currentTarget }) => commands.openMenu({ row, button: currentTarget })}
      className="relative z-10 grid size-7 place-items-center rounded-md text-soft opacity-0 hover:bg-hover focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 max-md:hidden [@media(hover:none)]:opacity-100"
    >
      <MoreHorizontal className="size-4" aria-hidden="true" />
    </button>
  );
}
