/** Which documents share so much text that one is a copy of another, or holds it whole? Exactly, not about. */

import { type CopyShard, numberOf, type PackedSets, RARITIES, rarityOf } from './copy-index';
import { overlapOf } from './shingles';

/** What makes a copy; both figures are shares of distinct shingles. */
export interface CopyThresholds {
  jaccard: number;
  containment: number;
}

export interface CopyIndex {
  packed: PackedSets;
  /** All parts of `buildShard`, in their order. */
  shards: readonly CopyShard[];
  thresholds: CopyThresholds;
}

/** Two sets, `a` the smaller or earlier, and how many shingles they share. */
export interface CopyLink {
  a: number;
  b: number;
  shared: number;
}

/** Bounds are computed in floating point; a candidate too many costs little, one too few would be lost. */
const SLACK = 1e-6;

/**
 * Finds all pairs of sets whose Jaccard or containment reaches its threshold: none is missed, none is added. Each pair
 * is found from its smaller set; `part` of `parts` looks from every `parts`-th set, so that threads can share the work.
 * Yields the pairs of one smaller set at a time, also when there are none, so that the caller can stop or tell how far
 * it is.
 *
 * How: at least `need` of a set's shingles must be in a larger one for the pair to count, and so at least one of any
 * `size - need + 1` of them. The rarest are looked up; shingles that only one set holds are the rarest of all and cost
 * nothing. What they lead to is compared in full, until it can no longer reach its threshold.
 */
export function* joinCopies(
  index: CopyIndex,
  { part = 0, parts = 1 }: { part?: number; parts?: number } = {},
): Generator<CopyLink[], void> {
  const scratch = createScratch(index);
  const sets = index.packed.offsets.length - 1;
  for (let set = part; set < sets; set += parts) yield linksFrom(index, scratch, set);
}

interface Scratch {
  /** How often the probes led to a set. */
  hits: Uint32Array;
  /** The sets they led to. */
  found: number[];
  /** Where the next shingle of each rarity is put. */
  places: Uint32Array;
  /** The probes, and which shard each is of. */
  chosen: Uint32Array;
  chosenShards: Uint8Array;
}

function createScratch({ packed }: CopyIndex): Scratch {
  const sets = packed.offsets.length - 1;
  const most = sets === 0 ? 0 : sizeOf(packed, sets - 1);
  return {
    hits: new Uint32Array(sets),
    found: [],
    places: new Uint32Array(RARITIES),
    chosen: new Uint32Array(most),
    chosenShards: new Uint8Array(most),
  };
}

const sizeOf = ({ offsets }: PackedSets, set: number): number =>
  (offsets[set + 1] as number) - (offsets[set] as number);

/** How many shingles sets of sizes `a` ≤ `b` must share at least. */
function needOf({ jaccard, containment }: CopyThresholds, a: number, b: number): number {
  return Math.ceil(Math.min((jaccard / (1 + jaccard)) * (a + b), containment * a) - SLACK);
}

/** How large a set may be that shares `shared` shingles at most with a smaller one of size `a`. */
function largestFor({ jaccard, containment }: CopyThresholds, a: number, shared: number): number {
  if (shared >= containment * a - SLACK) return Number.POSITIVE_INFINITY;
  return (shared * (1 + jaccard)) / jaccard - a + SLACK;
}

function linksFrom(index: CopyIndex, scratch: Scratch, set: number): CopyLink[] {
  const { packed, shards, thresholds } = index;
  const size = sizeOf(packed, set);
  const kept = keptOf(shards, set);
  const least = needOf(thresholds, size, size);
  if (kept < least) return [];
  const probes = kept - least + 1;
  probe(index, scratch, set, kept, probes);
  const links: CopyLink[] = [];
  for (const other of scratch.found) {
    const hits = scratch.hits[other] as number;
    scratch.hits[other] = 0;
    const need = needOf(thresholds, size, sizeOf(packed, other));
    if (hits + kept - probes < need || keptOf(shards, other) < need) continue;
    const shared = countShared(index, set, other, kept - need, keptOf(shards, other) - need);
    if (isCopy(thresholds, shared, size, sizeOf(packed, other))) links.push({ a: set, b: other, shared });
  }
  scratch.found.length = 0;
  return links;
}

/** Do sets of these sizes that share so many shingles count as copies? */
export function isCopy(thresholds: CopyThresholds, shared: number, a: number, b: number): boolean {
  const { jaccard, containment } = overlapOf(shared, a, b);
  return jaccard >= thresholds.jaccard || containment >= thresholds.containment;
}

function keptOf(shards: readonly CopyShard[], set: number): number {
  let kept = 0;
  for (const { begins, ends } of shards) kept += (ends[set] as number) - (begins[set] as number);
  return kept;
}

/** Notes the larger sets that hold one of the `probes` rarest shingles of `set`. */
function probe(index: CopyIndex, scratch: Scratch, set: number, kept: number, probes: number): void {
  const { packed, shards, thresholds } = index;
  const { hits, found } = scratch;
  const size = sizeOf(packed, set);
  chooseRarest(index, scratch, set, probes);
  for (let at = 0; at < probes; at++) {
    // What was not found before lacks the probes before this one.
    const largest = largestFor(thresholds, size, kept - at);
    const { lists, postings } = shards[scratch.chosenShards[at] as number] as CopyShard;
    const shingle = scratch.chosen[at] as number;
    const from = lists[shingle] as number;
    for (let place = (lists[shingle + 1] as number) - 1; place >= from; place--) {
      const other = postings[place] as number;
      if (other <= set) break;
      if (hits[other] === 0) {
        if (sizeOf(packed, other) > largest) continue;
        found.push(other);
      }
      (hits[other] as number)++;
    }
  }
}

/** Puts the `probes` rarest shingles of `set` into `scratch.chosen`, rarest first. */
function chooseRarest({ packed, shards }: CopyIndex, scratch: Scratch, set: number, probes: number): void {
  const { places, chosen, chosenShards } = scratch;
  places.fill(0);
  for (const { begins, ends } of shards) {
    for (let at = begins[set] as number; at < (ends[set] as number); at++)
      (places[rarityOf(packed.hashes[at] as number)] as number)++;
  }
  let sum = 0;
  for (let rarity = 0; rarity < RARITIES; rarity++) {
    const count = places[rarity] as number;
    places[rarity] = sum;
    sum += count;
  }
  for (const [shard, { begins, ends }] of shards.entries()) {
    for (let at = begins[set] as number; at < (ends[set] as number); at++) {
      const shingle = packed.hashes[at] as number;
      const place = (places[rarityOf(shingle)] as number)++;
      if (place >= probes) continue;
      chosen[place] = numberOf(shingle);
      chosenShards[place] = shard;
    }
  }
}

/** Counts the shingles that both sets keep; gives up, with 0, when either has more of its own than it may. */
function countShared(
  { packed: { hashes }, shards }: CopyIndex,
  a: number,
  b: number,
  spareA: number,
  spareB: number,
): number {
  let shared = 0;
  let leftA = spareA;
  let leftB = spareB;
  for (const { begins, ends } of shards) {
    let left = begins[a] as number;
    let right = begins[b] as number;
    const leftEnd = ends[a] as number;
    const rightEnd = ends[b] as number;
    while (left < leftEnd && right < rightEnd) {
      const difference = (hashes[left] as number) - (hashes[right] as number);
      if (difference === 0) {
        shared += 1;
        left += 1;
        right += 1;
      } else if (difference < 0) {
        left += 1;
        if (--leftA < 0) return 0;
      } else {
        right += 1;
        if (--leftB < 0) return 0;
      }
    }
    leftA -= leftEnd - left;
    leftB -= rightEnd - right;
    if (leftA < 0 || leftB < 0) return 0;
  }
  return shared;
}
