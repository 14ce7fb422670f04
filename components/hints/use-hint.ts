'use client';
/** Is a hint still of use to the person who looks? Not once they said "Got it", or did what it says. */

import { useMemo } from 'react';

import { useShell } from '@/components/shell/shell-context';
import type { HintId } from '@/lib/contract';

export interface HintState {
  isOpen: boolean;
  /** The person has seen it, or has no need of it; it never comes back, on no device. */
  done: () => void;
}

export function useHint(id: HintId): HintState {
  const { hints } = useShell();
  return useMemo(() => ({ isOpen: hints.isOpen(id), done: () => hints.done(id) }), [hints, id]);
}
