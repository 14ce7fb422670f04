'use client';
/** What can be done with agents of the list? Told to the rows and the bar by the page. */

import { createContext, useContext } from 'react';

import type { AgentChoice, AgentFilter, AgentRow } from '@/lib/contract';

export type Move = 'delete' | 'restore' | 'archive' | 'unarchive' | 'purge';

/** Agents that something is to be done with. */
export interface Chosen {
  choice: AgentChoice;
  count: number;
  /** The tags that are known of them: of a single agent all. */
  tags: readonly string[];
}

/** The menu of a row, and the button that it belongs to. */
export interface OpenMenu {
  row: AgentRow;
  button: HTMLElement;
}

export interface ListCommands {
  /** What may be done with agents at this place; purging asks first. */
  moves: (place: AgentFilter['place']) => readonly Move[];
  move: (move: Move, chosen: Chosen) => void;
  openMenu: (menu: OpenMenu) => void;
  /** Opens the dialog of tags; absent for those who may not. */
  tag: ((chosen: Chosen) => void) | null;
}

const Context = createContext<ListCommands | null>(null);

export const ListCommandsProvider = Context.Provider;

export function useListCommands(): ListCommands {
  const commands = useContext(Context);
  if (!commands) throw new Error('A row stands outside of its list.');
  return commands;
}

/** Where each place lets agents go. */
export const MOVES_FROM: Record<AgentFilter['place'], readonly Move[]> = {
  'in-use': ['archive', 'delete'],
  archived: ['unarchive', 'delete'],
  bin: ['restore', 'purge'],
};

/** The verbs of the buttons. */
export const MOVE_VERBS: Record<Move, string> = {
  delete: 'Delete',
  restore: 'Restore',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  purge: 'Delete for good',
};

/** Those that take something away. */
export const isDangerous = (move: Move): boolean => move === 'delete' || move === 'purge';
