/** How rare is a stem among agents in general? */

import { COUNTS, DOCUMENTS, LEAST_COUNT } from './background-counts';

/** How many agents the counts were made from. */
export const BACKGROUND_DOCUMENTS = DOCUMENTS;

let counts: ReadonlyMap<string, number> | null = null;

/** Read at the first question: the table is 50 kB of text, and most pages never ask. */
function countsByStem(): ReadonlyMap<string, number> {
  counts ??= new Map(
    COUNTS.trim()
      .split('\n')
      .flatMap((line) => {
        const colon = line.indexOf(':');
        const count = Number(line.slice(0, colon));
        return line
          .slice(colon + 1)
          .split(' ')
          .map((stem): [string, number] => [stem, count]);
      }),
  );
  return counts;
}

/** Returns in how many of the background's agents a stem occurs; a stem that it does not list counts as rare as any. */
export function backgroundCount(stem: string): number {
  return countsByStem().get(stem) ?? LEAST_COUNT / 2;
}

/**
 * Returns how rare a stem is, as the natural logarithm of documents per document that has it: 0 for a word of every
 * agent, about 5.5 for one that the background does not know, which is the most.
 */
export function backgroundIdf(stem: string): number {
  rarities ??= new Map([...countsByStem()].map(([known, count]) => [known, rarityOf(count)]));
  return rarities.get(stem) ?? MOST_RARE;
}

let rarities: ReadonlyMap<string, number> | null = null;

const rarityOf = (count: number): number => Math.log((DOCUMENTS + 1) / (count + 1));
const MOST_RARE = rarityOf(LEAST_COUNT / 2);

/** Is this the count of a stem that agents in general use? */
export function isKnown(count: number): boolean {
  return count >= LEAST_COUNT;
}
