/** Which hints are there? Each is shown until the person has seen it, or done what it says, and then never again. */

import { z } from './zod';

export const HINTS = ['palette', 'problems', 'compare'] as const;
export type HintId = (typeof HINTS)[number];

export const noteHintInput = z.object({ hint: z.enum(HINTS) });
export type NoteHintInput = z.input<typeof noteHintInput>;
