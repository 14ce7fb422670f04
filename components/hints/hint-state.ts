'use client';
/** Which hints has the person seen? The server remembers; a press counts at once. */

import { useMemo, useState } from 'react';

import { callAction } from '@/lib/client/use-action';
import type { Action, HintId, NoteHintInput } from '@/lib/contract';

export type NoteHint = Action<NoteHintInput, unknown>;

export interface Hints {
  isOpen: (id: HintId) => boolean;
  done: (id: HintId) => void;
}

/** Outside a shell there are none. */
export const NO_HINTS: Hints = { isOpen: () => false, done: () => {} };

export function useHints(seenBefore: readonly string[], noteHint: NoteHint): Hints {
  const [seen, setSeen] = useState(() => new Set(seenBefore));
  return useMemo(
    () => ({
      isOpen: (id) => !seen.has(id),
      done: (id) => {
        if (seen.has(id)) return;
        setSeen((before) => new Set(before).add(id));
        // If the server does not hear of it, the hint comes once more; that is no reason to trouble anybody.
        void callAction(noteHint, { hint: id });
      },
    }),
    [seen, noteHint],
  );
}
