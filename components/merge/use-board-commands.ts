'use client';
/** What does each key of the board do? */

import type { RefObject } from 'react';

import type { BoardCommand } from '@/lib/client/shortcuts/board';

import type { BoardContextValue, Column, RowTarget } from './board-context';
import { subjectOf } from './model/board-words';
import { decisionsOnUnit } from './model/decision-list';
import { acceptanceOf, choiceAt, nextOpen, type Question, stepQuestion } from './model/questions';
import type { Overlay } from './overlays';
import { type FocusedRow, focusedRow, focusRow, useBoardKeys, walk } from './use-board-keys';

const ORDER: readonly Column[] = ['sources', 'result', 'decide'];

export function useBoardCommands(
  root: RefObject<HTMLElement | null>,
  board: BoardContextValue,
  setOverlay: (overlay: Overlay) => void,
): void {
  const { acts, questions, entries, lights, canEdit } = board;

  /** The card that has the focus, or else the first open one. */
  const cardOf = (row: FocusedRow | null): Question | null =>
    (row?.kind === 'card' ? questions.find(({ id }) => id === row.id) : null) ??
    (row ? null : stepQuestion(questions, null, 1));
  const go = (question: Question | null) => {
    if (question) acts.reveal('card', question.id);
    else acts.say('Everything is decided');
  };
  const units = (row: FocusedRow | null) =>
    row?.kind === 'unit' ? [row.id] : row?.kind === 'block' ? lights.unitsOf(row.id) : [];
  const onRow = (row: FocusedRow | null, run: (target: RowTarget, row: FocusedRow) => void) => {
    if (row && row.kind !== 'card') run({ kind: row.kind, id: row.id }, row);
  };

  const commands: Record<BoardCommand, (row: FocusedRow | null, key: string) => void> = {
    next: (row) => go(stepQuestion(questions, row?.kind === 'card' ? row.id : null, 1)),
    previous: (row) => go(stepQuestion(questions, row?.kind === 'card' ? row.id : null, -1)),
    choose: (row, key) => {
      const card = cardOf(row);
      const decisions = card ? choiceAt(card, Number(key)) : [];
      if (!card || decisions.length === 0) return;
      acts.decide(saidOf(card, Number(key)), ...decisions);
      if (row?.kind !== 'card') acts.reveal('card', card.id);
    },
    accept: (row) => {
      const card = cardOf(row);
      if (!card) return;
      if (!card.decided) acts.decide('Accepted', ...acceptanceOf(card));
      go(nextOpen(questions, card.id));
    },
    undo: acts.undo,
    redo: acts.redo,
    down: (row) => row && walk(row, 1),
    up: (row) => row && walk(row, -1),
    edit: (row) => row && acts.edit(row.id),
    insert: (row) => row && acts.insertBelow(row.id),
    menu: (row) => onRow(row, (target, { element }) => acts.openMenu(target, element)),
    select: (row) => row && acts.toggleSelected(row.id),
    fuse: () => {
      const selected = [...board.selection].sort();
      if (selected.length < 2) {
        acts.say('Select at least two instructions with X');
        return;
      }
      acts.decide(`${selected.length} fused`, { kind: 'fuse', units: selected });
      acts.clearSelection();
    },
    keep: (row) => row && acts.decide('Kept in its own words', { kind: 'keep', unit: row.id }),
    drop: (row) => {
      if (row && board.selection.has(row.id)) acts.openDrop([...board.selection].sort());
      else if (units(row).length > 0) acts.openDrop(units(row));
      else if (row) acts.decide('Taken out', { kind: 'edit', block: row.id, text: '' });
    },
    quarantine: (row) => {
      if (!row) return;
      const isOut = entries.get(row.id)?.fate === 'quarantined';
      const released = decisionsOnUnit(board.decisions, row.id).some(({ kind }) => kind === 'release');
      const kind = isOut && !released ? 'release' : 'quarantine';
      acts.decide(kind === 'release' ? 'Released into the result' : 'Left out', { kind, unit: row.id });
    },
    'move-up': (row) => row && acts.move(row.id, -1),
    'move-down': (row) => row && acts.move(row.id, 1),
    follow: (row) => onRow(row, (target) => acts.follow(target)),
    columns: (row, key) => {
      const now = columnOf(row) ?? board.column;
      const next = ORDER[(ORDER.indexOf(now) + (key === ']' ? 1 : -1) + ORDER.length) % ORDER.length];
      if (!next) return;
      acts.showColumn(next);
      requestAnimationFrame(() =>
        focusRow(
          root.current?.querySelector<HTMLElement>(`[aria-label="${LABELS[next]}"] [data-row][tabindex="0"]`),
        ),
      );
    },
    search: () => {
      acts.showColumn('sources');
      requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-board-search]')?.focus());
    },
    finish: () => setOverlay({ kind: 'finish' }),
    escape: () => {
      if (board.selection.size > 0) acts.clearSelection();
      else if (focusedRow()) (document.activeElement as HTMLElement | null)?.blur();
    },
  };
  useBoardKeys(root, canEdit, (command, key, row) => commands[command](row, key));
}

const LABELS: Record<Column, string> = { sources: 'Sources', result: 'Result', decide: 'Decide' };

function columnOf(row: FocusedRow | null): Column | null {
  if (!row) return null;
  return row.kind === 'unit' ? 'sources' : row.kind === 'block' ? 'result' : 'decide';
}

function saidOf(question: Question, number: number): string {
  if (question.kind === 'project') return number === 1 ? 'Left out' : 'Released into the result';
  const option = question.conflict.options[number - 1];
  return `${subjectOf(question.conflict.key)}: ${option?.value ?? 'not set'} chosen`;
}
