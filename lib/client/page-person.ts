/** Whose page is this? What it changes goes to the server with that name on it: another may have signed in since, in another tab. */

import { PERSON_FIELD } from '@/lib/policy';

let person: string | null = null;

/** Says whose page is open; returns what takes that back when the page is gone. */
export function openPageOf(userId: string): () => void {
  person = userId;
  return () => {
    if (person === userId) person = null;
  };
}

/** Returns the person of the open page; null on pages of nobody. */
export function pagePerson(): string | null {
  return person;
}

/** Returns what an action is asked, with whom the page believes to be; the server refuses it of anybody else. */
export function asPerson<Input>(input: Input, userId: string | null = person): Input {
  if (userId === null || typeof input !== 'object' || input === null) return input;
  return { ...input, [PERSON_FIELD]: userId };
}
