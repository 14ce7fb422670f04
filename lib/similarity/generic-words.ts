/** Which words of an agent's name and description say that it is an agent, and not which? */

import { stemOf } from './terms';

const WORDS = `expert pro specialist senior agent assistant helper master guru ninja lead principal advisor consultant
  engineer developer develop elite professional advanced special world class skilled role software technical work`;

/** The share of a generic stem's rarity that counts. */
export const GENERIC_SHARE = 0.25;

const GENERIC: ReadonlySet<string> = new Set(WORDS.split(/\s+/).map(stemOf));

/** Is a stem one of a title in general ("expert", "senior", "engineer")? */
export function isGeneric(stem: string): boolean {
  return GENERIC.has(stem);
}
