'use client';
/** What may any part of a page ask of the shell: what it opens, who is here and where, and what they know already? */

import { createContext, useContext } from 'react';

import { type Hints, NO_HINTS } from '@/components/hints/hint-state';
import type {
  Action,
  AddSamplesInput,
  CurrentUser,
  MovedAgents,
  SignInInput,
  WorkspaceSummary,
} from '@/lib/contract';

import type { Theme } from './theme';

export type AddSamplesAction = Action<AddSamplesInput, MovedAgents>;
export type SignIn = Action<SignInInput, unknown>;

export interface ShellState {
  openDrawer: () => void;
  /** The palette, and the list of keys. */
  openPalette: () => void;
  openKeys: () => void;
  /** Null outside a shell, as are the next ones. */
  user: CurrentUser | null;
  workspace: WorkspaceSummary | null;
  workspaces: readonly WorkspaceSummary[];
  signIn: SignIn | null;
  /** Null for those who may not. */
  addSamples: AddSamplesAction | null;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  hints: Hints;
}

export const ShellContext = createContext<ShellState>({
  openDrawer: () => {},
  openPalette: () => {},
  openKeys: () => {},
  user: null,
  workspace: null,
  workspaces: [],
  signIn: null,
  addSamples: null,
  theme: 'system',
  setTheme: () => {},
  hints: NO_HINTS,
});

export function useShell(): ShellState {
  return useContext(ShellContext);
}

/** Whether the workspace waits for its deletion: then nobody may change it, whatever their role. */
export const useIsDue = (): boolean => (useShell().workspace?.deletionDueAt ?? null) !== null;
