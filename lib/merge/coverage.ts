/** Which one of many instructions says most of what another says? */

import { type Bag, Bags } from './body-measure';

export interface Coverage {
  /** The largest share of a text's weight that one instruction has, and which does; -1 where none has any. */
  best: (text: string) => { share: number; at: number };
}

/** Makes what answers for these instructions; texts of the same stems are answered for once. */
export function createCoverage(texts: readonly string[], bags: Bags = new Bags()): Coverage {
  const places = listPlaces(texts.map((text) => bags.of(text)));
  // Zeros, before and after each question.
  const shared = new Float64Array(texts.length);
  const known = new Map<string, { share: number; at: number }>();
  const best = (text: string) => {
    const bag = bags.of(text);
    const key = bag.numbers.join();
    const found = known.get(key) ?? bestOf(bag, places, shared);
    known.set(key, found);
    return found;
  };
  return { best };
}

/** Lists where each stem, by its number, occurs, in ascending order. */
export function listPlaces(own: readonly Bag[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [at, { numbers }] of own.entries()) {
    for (const stem of numbers) {
      const list = places.get(stem);
      if (list) list.push(at);
      else places.set(stem, [at]);
    }
  }
  return places;
}

function bestOf(
  bag: Bag,
  places: ReadonlyMap<number, number[]>,
  shared: Float64Array,
): { share: number; at: number } {
  const touched: number[] = [];
  let best = 0;
  for (const [place, stem] of bag.numbers.entries()) {
    const weight = bag.values[place] ?? 0;
    for (const at of places.get(stem) ?? []) {
      const before = shared[at] ?? 0;
      if (before === 0) touched.push(at);
      shared[at] = before + weight;
      if (before + weight > best) best = before + weight;
    }
  }
  let first = -1;
  for (const at of touched) {
    if ((shared[at] ?? 0) >= best - 1e-9 && (first === -1 || at < first)) first = at;
    shared[at] = 0;
  }
  return { share: bag.total === 0 ? 1 : Math.min(1, best / bag.total + 1e-9), at: first };
}
