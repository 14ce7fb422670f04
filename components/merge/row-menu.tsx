'use client';
/** What can be done with this instruction, or this block? One menu for all rows, loaded when it is wanted first. */

import { useRef } from 'react';

import { MenuItem, MenuPanel, MenuSeparator } from '@/components/ui/menu';

import { type RowTarget, useBoard } from './board-context';
import { blockActions, type RowAction, unitActions } from './model/row-actions';

export interface RowMenuProps {
  target: RowTarget | null;
  anchor: HTMLElement | null;
  onClose: () => void;
}

export function RowMenu({ target, anchor, onClose }: RowMenuProps) {
  const place = useRef<HTMLElement | null>(null);
  const last = useRef<RowTarget | null>(null);
  if (anchor) place.current = anchor;
  // While the menu fades it still shows what it showed.
  if (target) last.current = target;
  const actions = useActions(last.current);
  const run = useRun(last.current);
  const ways = actions.filter(({ id }) => id === 'withdraw');
  const others = actions.filter(({ id }) => id !== 'withdraw');
  return (
    <MenuPanel anchor={place} open={target !== null} onOpenChange={(open) => !open && onClose()} align="end">
      {others.map((action) => (
        <Item key={action.id} action={action} onRun={run} />
      ))}
      {ways.length > 0 && others.length > 0 && <MenuSeparator />}
      {ways.map((action) => (
        <Item key={action.label} action={action} onRun={run} />
      ))}
    </MenuPanel>
  );
}

/** The keys that do the same on the row itself. */
const SHORTCUTS: Partial<Record<RowAction['id'], string>> = {
  follow: 'O',
  keep: 'P',
  select: 'X',
  fuse: 'F',
  quarantine: 'Q',
  release: 'Q',
  drop: 'D',
  edit: 'Enter',
  insert: 'I',
  'move-up': 'Alt ↑',
  'move-down': 'Alt ↓',
};

function Item({ action, onRun }: { action: RowAction; onRun: (action: RowAction) => void }) {
  return (
    <MenuItem
      tone={action.id === 'drop' || action.id === 'remove' ? 'danger' : 'plain'}
      detail={action.detail}
      aside={<span className="max-md:hidden">{SHORTCUTS[action.id]}</span>}
      onSelect={() => onRun(action)}
    >
      {action.label}
    </MenuItem>
  );
}

function useActions(target: RowTarget | null): RowAction[] {
  const { entries, blocks, board, lights, selection, decisions } = useBoard();
  if (target?.kind === 'unit') {
    const entry = entries.get(target.id);
    if (!entry) return [];
    const isField = entry.part === 'front-matter';
    const together = entry.block === null || isField ? [] : lights.unitsOf(entry.block);
    return unitActions({ entry, together, selection, decisions });
  }
  const block = target ? blocks.get(target.id) : undefined;
  if (!block) return [];
  const body = board.proposal.blocks.filter(({ kind }) => kind !== 'front-matter');
  const units = block.kind === 'front-matter' ? [] : lights.unitsOf(block.id);
  const [isFirst, isLast] = [body[0]?.id === block.id, body.at(-1)?.id === block.id];
  return blockActions({ block, units, isFirst, isLast, decisions });
}

function useRun(target: RowTarget | null): (action: RowAction) => void {
  const { lights, acts } = useBoard();
  return (action) => {
    if (!target) return;
    const { id } = target;
    const units = target.kind === 'unit' ? [id] : lights.unitsOf(id);
    const runs: Partial<Record<RowAction['id'], () => void>> = {
      follow: () => acts.follow(target),
      select: () => acts.toggleSelected(id),
      drop: () => acts.openDrop(units),
      edit: () => acts.edit(id),
      insert: () => acts.insertBelow(id),
      'move-up': () => acts.move(id, -1),
      'move-down': () => acts.move(id, 1),
      move: () => acts.openMove(id),
      withdraw: () => acts.withdraw(action.said, ...(action.decisions ?? [])),
    };
    const own = runs[action.id];
    if (own) own();
    else acts.decide(action.said, ...(action.decisions ?? []));
    if (action.id === 'fuse') acts.clearSelection();
  };
}
