/** How rare is each stem, among agents in general and in a collection together? */

import { BACKGROUND_DOCUMENTS, isKnown } from './background';
import { type Collection, readBackground, type StemBackground } from './collection';
import { GENERIC_SHARE } from './generic-words';

/**
 * How much of its rarity counts of a stem that agents in general do not use: many are names and slips, so that it is less
 * sure that they tell what an agent is for. Between 0 and 0.7 it made no difference on the labelled agents; 1 was worse.
 */
const UNKNOWN_SHARE = 0.5;

/** How rare each stem of a collection is, by its number; there may be room for more. */
export interface Rarities {
  values: Float64Array;
  /** 1 for a stem that the background has as well. */
  known: Uint8Array;
  /** 1 for a word of titles in general. */
  generic: Uint8Array;
  /** 1 for a discipline that is a part of many jobs. */
  discipline: Uint8Array;
}

/**
 * Returns how rare each stem is: the collection's counts and those of the background together, as the natural logarithm
 * of documents per document that has it. Depends on which profiles are counted, not on when they came. Writes over what was
 * rated before, if there is room.
 */
export function rateStems(
  { size, documentCounts, background }: Collection,
  before: Rarities | null = null,
): Rarities {
  const rarities = makeRoom(before, background.length);
  for (let stem = 0; stem < background.length; stem++)
    rate(rarities, stem, size, documentCounts[stem] as number, background[stem] as StemBackground);
  return rarities;
}

/**
 * Rates stems that the collection lacks; their numbers follow on those that it has, until it is asked about the next
 * text or gets a profile.
 */
export function rateUnknown(
  { size, background }: Collection,
  rarities: Rarities,
  unknown: readonly string[],
): Rarities {
  const rated = makeRoom(rarities, background.length + unknown.length);
  for (const [at, stem] of unknown.entries())
    rate(rated, background.length + at, size, 0, readBackground(stem));
  return rated;
}

/** These, or larger ones with the same values. */
function makeRoom(rarities: Rarities | null, stems: number): Rarities {
  if (rarities && stems <= rarities.values.length) return rarities;
  const room = 2 * stems;
  const larger = {
    values: new Float64Array(room),
    known: new Uint8Array(room),
    generic: new Uint8Array(room),
    discipline: new Uint8Array(room),
  };
  if (!rarities) return larger;
  larger.values.set(rarities.values);
  larger.known.set(rarities.known);
  larger.generic.set(rarities.generic);
  larger.discipline.set(rarities.discipline);
  return larger;
}

function rate(
  { values, known, generic, discipline }: Rarities,
  stem: number,
  size: number,
  documents: number,
  background: StemBackground,
): void {
  const value = Math.log((size + BACKGROUND_DOCUMENTS + 1) / (documents + background.count + 1));
  known[stem] = isKnown(background.count) ? 1 : 0;
  generic[stem] = background.generic ? 1 : 0;
  discipline[stem] = background.discipline ? 1 : 0;
  values[stem] = value * (background.generic ? GENERIC_SHARE : 1) * (known[stem] === 1 ? 1 : UNKNOWN_SHARE);
}
