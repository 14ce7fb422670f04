/** Which number has a stem while profiles are made, and what is known of it from agents in general? */

import { backgroundIdf } from './background';
import { createSliceTable } from './slice-table';
import { rankText } from './text-order';

/** Texts use few stems often. A text that brings more is read whole; before the next one all are forgotten. */
const MOST_STEMS = 100_000;

let table = createSliceTable();
let rarities: number[] = [];
let ranks: number[] = [];
let era = 0;

/** Changes when numbers were forgotten, and with them everything that was remembered by number. */
export const stemEra = (): number => era;

/** Forgets all numbers if there are too many. Only called between two texts. */
export function forgetStems(most = MOST_STEMS): void {
  if (table.size <= most) return;
  table = createSliceTable();
  rarities = [];
  ranks = [];
  era += 1;
}

/** Returns the number of a stem; a new one gets the next, from 0 on. */
export function stemNumber(stem: string): number {
  const known = table.find(stem);
  if (known >= 0) return known;
  rarities.push(backgroundIdf(stem));
  ranks.push(rankText(stem));
  return table.add(stem);
}

/** Returns the stem that has a number. */
export const stemOfNumber = (number: number): string => table.texts[number] as string;

/** Returns what `backgroundIdf` says of the stem that has a number. */
export const rarityOfNumber = (number: number): number => rarities[number] as number;

/** Returns what `rankText` says of the stem that has a number. */
export const rankOfNumber = (number: number): number => ranks[number] as number;
