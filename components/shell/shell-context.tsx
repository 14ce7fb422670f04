'use client';
/** Is the drawer open? Only a phone has one; any header may open it. */

import { createContext, useContext } from 'react';

export interface ShellState {
  openDrawer: () => void;
}

export const ShellContext = createContext<ShellState>({ openDrawer: () => {} });

export function useShell(): ShellState {
  return useContext(ShellContext);
}
