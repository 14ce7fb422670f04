'use client';
/** What do the parts of the board share? The proposal, what was decided, and what can be done. */

import { createContext, use } from 'react';

import type { MergeBoard } from '@/lib/contract';
import type { Block, Decision, LedgerEntry, ProposalSource } from '@/lib/merge';

import type { Names } from './model/board-words';
import type { Lights } from './model/lights';
import type { Question } from './model/questions';

/** What a row's menu, its keys and its dialogs are about. */
export type RowTarget = { kind: 'unit'; id: string } | { kind: 'block'; id: string };

export type Column = 'sources' | 'result' | 'decide';

/** A block whose words are being written, or below which something is. */
export interface Editing {
  block: string;
  insert: boolean;
}

/** A row that is to get the focus as soon as it is on the page. */
export interface Wanted {
  kind: 'unit' | 'block' | 'card';
  id: string;
}

export interface BoardState {
  workspace: string;
  board: MergeBoard;
  /** A draft, before somebody who may change it. */
  canEdit: boolean;
  decisions: readonly Decision[];
  /** The proposal does not show the last decisions yet. */
  stale: boolean;
  questions: readonly Question[];
  lights: Lights;
  names: Names;
  /** The line of the result, from 1, in which an offset stands. */
  lineOf: (offset: number) => number;
  entries: ReadonlyMap<string, LedgerEntry>;
  blocks: ReadonlyMap<string, Block>;
  sources: ReadonlyMap<string, ProposalSource>;
  selection: ReadonlySet<string>;
  shownSource: string;
  column: Column;
  editing: Editing | null;
  wanted: Wanted | null;
}

export interface BoardActs {
  /** Takes decisions and says so. */
  decide: (words: string, ...decisions: Decision[]) => void;
  withdraw: (words: string, ...decisions: Decision[]) => void;
  undo: () => void;
  redo: () => void;
  toggleSelected: (unit: string) => void;
  clearSelection: () => void;
  showSource: (source: string) => void;
  showColumn: (column: Column) => void;
  /** Shows where a unit stands in the result, or a block in the sources, and puts the focus there. */
  follow: (target: RowTarget) => void;
  /** Puts the focus on a unit, a block or a card wherever it is. */
  reveal: (kind: 'unit' | 'block' | 'card', id: string) => void;
  edit: (block: string | null) => void;
  insertBelow: (block: string) => void;
  move: (block: string, by: 1 | -1) => void;
  openMenu: (target: RowTarget, anchor: HTMLElement) => void;
  openDrop: (units: readonly string[]) => void;
  openMove: (block: string) => void;
  say: (words: string) => void;
}

export interface BoardContextValue extends BoardState {
  acts: BoardActs;
}

export const BoardContext = createContext<BoardContextValue | null>(null);

export function useBoard(): BoardContextValue {
  const board = use(BoardContext);
  if (!board) throw new Error('useBoard stands outside of a board');
  return board;
}
