/** Which drafts have which stems? */

import type { Bag } from './body-measure';

/** Stems that more drafts than this have propose none of them: a bound of work. */
const MOST_DRAFTS_OF_STEM = 1000;
/** Of what is wanted, this much must be found where such stems are not counted. */
const SKIPPED = 0.6;
/** Room for what rounding makes of a product. */
const ALMOST = 1 - 1e-9;

/** The places of drafts that may hold enough of a bag, with the weight of the stems that they share with it. */
export interface Proposed {
  places: { at: number; weight: number }[];
  /** Whether all stems were counted: the weight is then what comparing the bags gives. */
  isWhole: boolean;
  /** How many drafts were looked at. */
  looked: number;
}

/** An index of drafts, by their places, of the numbers of their stems. */
export class Postings {
  private readonly byStem = new Map<number, number[]>();
  /** Zeros, before and after each question. */
  private scores = new Float64Array(1024);

  add(at: number, stems: readonly number[]): void {
    for (const stem of stems) {
      const list = this.byStem.get(stem);
      if (list) list.push(at);
      else this.byStem.set(stem, [at]);
    }
  }

  remove(at: number, stems: readonly number[]): void {
    for (const stem of stems) {
      const list = this.byStem.get(stem);
      list?.splice(list.indexOf(at), 1);
    }
  }

  /** Proposes who, of the first `count` drafts, may hold this share of a bag. */
  propose(bag: Bag, least: number, count: number): Proposed {
    const { lists, weight: most, isWhole } = this.listsOf(bag);
    const wanted = least * bag.total * (isWhole ? ALMOST : SKIPPED);
    if (most < wanted) return { places: [], isWhole, looked: 0 };
    const scores = this.scoresFor(count);
    const touched: number[] = [];
    // In the order of the stems: a sum of all of them is then the very share that comparing the bags gives.
    for (const { places, weight } of lists) {
      for (const at of places) {
        const score = scores[at] as number;
        if (score === 0) touched.push(at);
        scores[at] = score + weight;
      }
    }
    const places: Proposed['places'] = [];
    for (const at of touched) {
      const weight = scores[at] as number;
      scores[at] = 0;
      if (weight >= wanted) places.push({ at, weight });
    }
    return { places, isWhole, looked: touched.length };
  }

  /** Where the stems of a bag stand that are not in too many drafts, and whether those are all that stand anywhere. */
  private listsOf({ numbers, values }: Bag): {
    lists: { places: readonly number[]; weight: number }[];
    weight: number;
    isWhole: boolean;
  } {
    const lists: { places: readonly number[]; weight: number }[] = [];
    let sum = 0;
    let isWhole = true;
    for (const [at, stem] of numbers.entries()) {
      const places = this.byStem.get(stem);
      if (!places) continue;
      const weight = values[at] ?? 0;
      if (places.length > MOST_DRAFTS_OF_STEM) isWhole = false;
      else {
        lists.push({ places, weight });
        sum += weight;
      }
    }
    return { lists, weight: sum, isWhole };
  }

  private scoresFor(count: number): Float64Array {
    if (this.scores.length < count) this.scores = new Float64Array(count * 2);
    return this.scores;
  }
}
