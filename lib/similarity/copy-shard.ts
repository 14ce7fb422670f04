/** Which shingles do several documents hold, and how many of them hold each? A range of the hashes a thread. */

import { type Allocate, allocateHere, countSets, type PackedSets } from './packed-sets';

/** Which part of the work a thread does: `part` of `parts`. */
export interface Share {
  part: number;
  parts: number;
}

const WHOLE: Share = { part: 0, parts: 1 };

/** Held by 2, 3 … 16 sets: a rarity each; beyond, one for each doubling. */
export const RARITIES = 32;
const EXACT_RARITIES = 15;

/**
 * A range of the hashes in slices, set behind set in each, so that all that follows reads memory from front to back. What
 * only one set holds is left out.
 */
export interface CopyShard {
  part: number;
  slices: number;
  /** Where each slice begins in `hashes` and `rarities`. */
  starts: Float64Array;
  hashes: Uint32Array;
  rarities: Uint8Array;
  /** How many hashes of a set are in a slice, by slice, and within it by set. */
  lengths: Uint32Array;
  /** By set, and within it by rarity: how many of its hashes there are in this shard. */
  counts: Uint32Array;
  /** Cuts a hash of a slice to `tableBits` bits, about as many as count the hashes of a slice. */
  tableBits: number;
  shift: number;
}

/** About so many hashes are counted at once: the counters of more no longer fit the processor's cache. */
const SLICE = 1 << 19;
/** Counters for each hash of a slice: with four, one in five that is alone seems not to be. */
const COUNTER_BITS = 2;

/** Builds one thread's part. Linear. `allocate` makes room for `counts`, which all threads need of each other. */
export function buildShard(
  packed: PackedSets,
  { part, parts }: Share = WHOLE,
  allocate: Allocate = allocateHere,
): CopyShard {
  const total = packed.hashes.length;
  const bits = Math.ceil(Math.log2(Math.max(parts, total / SLICE)));
  const tableBits = Math.max(4, Math.ceil(Math.log2(Math.max(1, total))) - bits);
  const first = Math.floor((part * 2 ** bits) / parts);
  const slices = Math.floor(((part + 1) * 2 ** bits) / parts) - first;
  const parted = partition(packed, { bits, first, slices });
  const shard: CopyShard = {
    part,
    slices,
    tableBits,
    shift: 32 - bits - tableBits,
    counts: new Uint32Array(allocate(countSets(packed) * RARITIES * 4)),
    rarities: new Uint8Array(parted.hashes.length),
    ...parted,
  };
  const counters = new Uint8Array(2 ** (tableBits + COUNTER_BITS));
  for (let slice = 0; slice < slices; slice++) rateSlice(shard, slice, counters);
  return shard;
}

/** Copies the hashes of `slices` slices, from the slice `first` on, each into its slice. */
function partition(
  packed: PackedSets,
  { bits, first, slices }: { bits: number; first: number; slices: number },
): Pick<CopyShard, 'starts' | 'lengths' | 'hashes'> {
  const sets = countSets(packed);
  const { hashes, offsets } = packed;
  const lengths = new Uint32Array(slices * sets);
  const begins = new Uint32Array(sets);
  const ends = new Uint32Array(sets);
  for (let set = 0; set < sets; set++) {
    const [begin, end] = [offsets[set] as number, offsets[set + 1] as number];
    begins[set] = beginOf(hashes, begin, end, first * 2 ** (32 - bits));
    ends[set] = beginOf(hashes, begin, end, (first + slices) * 2 ** (32 - bits));
    for (let at = begins[set] as number; at < (ends[set] as number); at++)
      (lengths[(sliceOf(hashes[at] as number, bits) - first) * sets + set] as number)++;
  }
  const starts = new Float64Array(slices + 1);
  for (let slice = 0; slice < slices; slice++)
    starts[slice + 1] = (starts[slice] as number) + sum(lengths.subarray(slice * sets, (slice + 1) * sets));
  const sorted = new Uint32Array(starts[slices] as number);
  const places = starts.slice();
  for (let set = 0; set < sets; set++) {
    for (let at = begins[set] as number; at < (ends[set] as number); at++) {
      const hash = hashes[at] as number;
      sorted[(places[sliceOf(hash, bits) - first] as number)++] = hash;
    }
  }
  return { starts, lengths, hashes: sorted };
}

const sliceOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));

function sum(numbers: Uint32Array): number {
  let total = 0;
  for (let at = 0; at < numbers.length; at++) total += numbers[at] as number;
  return total;
}

/** Where ascending hashes from `least` on begin, between two places. */
function beginOf(hashes: Uint32Array, begin: number, end: number, least: number): number {
  let from = begin;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((hashes[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

const MOST_COUNTED = 255;

/** By how many sets hold a shingle: its rarity. What one set holds has none. */
const RARITY_OF = Uint8Array.from({ length: MOST_COUNTED + 1 }, (_, sets) =>
  sets < EXACT_RARITIES + 2
    ? Math.max(0, sets - 1)
    : Math.min(RARITIES - 1, EXACT_RARITIES - 3 + (31 - Math.clz32(sets))),
);

/**
 * Counts the hashes of a slice, and drops those that are alone. Hashes that share a counter seem to be in more sets than
 * they are: then one too many is kept, or one that is not the rarest looked up, and nothing is lost.
 */
function rateSlice(shard: CopyShard, slice: number, counters: Uint8Array): void {
  const { starts, hashes, rarities, lengths, counts } = shard;
  const shift = Math.max(0, shard.shift - COUNTER_BITS);
  const mask = counters.length - 1;
  const begin = starts[slice] as number;
  const end = starts[slice + 1] as number;
  counters.fill(0);
  for (let at = begin; at < end; at++) {
    const place = ((hashes[at] as number) >>> shift) & mask;
    const count = counters[place] as number;
    if (count < MOST_COUNTED) counters[place] = count + 1;
  }
  const sets = counts.length / RARITIES;
  let from = begin;
  let to = begin;
  for (let set = 0; set < sets; set++) {
    const until = from + (lengths[slice * sets + set] as number);
    const kept = to;
    for (; from < until; from++) {
      const hash = hashes[from] as number;
      const rarity = RARITY_OF[counters[(hash >>> shift) & mask] as number] as number;
      if (rarity === 0) continue;
      (counts[set * RARITIES + rarity] as number)++;
      rarities[to] = rarity;
      hashes[to++] = hash;
    }
    lengths[slice * sets + set] = to - kept;
  }
}
