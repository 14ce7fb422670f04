/** Which documents hold a shingle? Only of the shingles that more than one of them holds. */

/** Makes room for numbers; of a `SharedArrayBuffer` when several threads work on one index. */
export type Allocate = (bytes: number) => ArrayBufferLike;

const allocateHere: Allocate = (bytes) => new ArrayBuffer(bytes);

/**
 * Sets of shingles one behind the other, smallest first, equal ones once: the number of a set is its place. `hashes` is
 * overwritten when the index is built.
 */
export interface PackedSets {
  hashes: Uint32Array;
  /** Where a set begins; one more than there are sets. */
  offsets: Uint32Array;
  /** Which of the given sets are this one: `members[starts[set]]` until `members[starts[set + 1]]`, ascending. */
  members: Uint32Array;
  starts: Uint32Array;
}

/** Packs ascending sets; empty ones are left out, for they share nothing with any. */
export function packSets(sets: readonly Uint32Array[], allocate: Allocate = allocateHere): PackedSets {
  const groups = groupEqual(sets).sort(
    (a, b) => sizeOf(sets, a) - sizeOf(sets, b) || (a[0] as number) - (b[0] as number),
  );
  const numbers = (count: number) => new Uint32Array(allocate(count * 4));
  const packed: PackedSets = {
    hashes: numbers(groups.reduce((sum, group) => sum + sizeOf(sets, group), 0)),
    offsets: numbers(groups.length + 1),
    members: numbers(groups.reduce((sum, group) => sum + group.length, 0)),
    starts: numbers(groups.length + 1),
  };
  for (const [at, group] of groups.entries()) {
    const offset = packed.offsets[at] as number;
    const start = packed.starts[at] as number;
    const hashes = sets[group[0] as number] as Uint32Array;
    packed.hashes.set(hashes, offset);
    packed.members.set(group, start);
    packed.offsets[at + 1] = offset + hashes.length;
    packed.starts[at + 1] = start + group.length;
  }
  return packed;
}

const sizeOf = (sets: readonly Uint32Array[], group: readonly number[]): number =>
  sets[group[0] as number]?.length ?? 0;

function groupEqual(sets: readonly Uint32Array[]): number[][] {
  const byDigest = new Map<number, number[][]>();
  const groups: number[][] = [];
  for (const [at, hashes] of sets.entries()) {
    if (hashes.length === 0) continue;
    const digest = digestOf(hashes);
    const near = byDigest.get(digest);
    const own = near?.find((group) => equal(sets[group[0] as number] as Uint32Array, hashes));
    if (own) own.push(at);
    else {
      const group = [at];
      groups.push(group);
      if (near) near.push(group);
      else byDigest.set(digest, [group]);
    }
  }
  return groups;
}

function digestOf(hashes: Uint32Array): number {
  let digest = hashes.length;
  for (let at = 0; at < hashes.length; at++)
    digest = Math.imul(digest ^ (hashes[at] as number), 0x01000193) ^ (digest >>> 15);
  return digest;
}

function equal(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/**
 * One part of the hashes and the sets that hold them. A shingle that at least two sets hold has a number, in the order
 * of the hashes; `postings[lists[number]]` until `postings[lists[number + 1]]` are its sets, ascending.
 */
export interface CopyShard {
  lists: Uint32Array;
  postings: Uint32Array;
  /** The shingles of a set lie in `PackedSets.hashes` from `begins[set]` until `ends[set]`, ascending. */
  begins: Uint32Array;
  ends: Uint32Array;
}

/**
 * A set keeps a shingle as its number and, in the last bits, how many sets hold it, roughly: so the rarest are found
 * without a look at the lists. Numbers have 27 bits, enough for 268 million hashes a shard.
 */
const RARITY_BITS = 5;
export const RARITIES = 2 ** RARITY_BITS;
/** Held by 2, 3 … 16 sets: a class each; beyond, a class for each doubling. */
const EXACT_RARITIES = 15;

const rarityFor = (sets: number): number =>
  sets < EXACT_RARITIES + 2 ? sets - 2 : Math.min(RARITIES - 1, EXACT_RARITIES - 4 + (31 - Math.clz32(sets)));

export const rarityOf = (shingle: number): number => shingle & (RARITIES - 1);
export const numberOf = (shingle: number): number => shingle >>> RARITY_BITS;

/** About so many hashes are sorted at once: more no longer fit the processor's cache. */
const SLICE = 1 << 20;
/** A slice by the first 6 bits leaves 26, two digits; more than 12 would cost a look at every set too often. */
const SLICE_BITS = { least: 6, most: 12 };
/** The widest digit by which hashes are sorted: its counters fit the nearest cache. */
const DIGIT_BITS = 13;

/**
 * Builds the part `part` of `parts` of an index, each from its own range of hashes, so that threads can build them at
 * the same time. Overwrites the hashes of that range with the shingles' numbers. Linear: hashes are sorted by their
 * digits in slices; a shingle that is seen once is never kept.
 */
export function buildShard(
  packed: PackedSets,
  {
    part = 0,
    parts = 1,
    allocate = allocateHere,
  }: { part?: number; parts?: number; allocate?: Allocate } = {},
): CopyShard {
  const bits = sliceBits(packed.hashes.length, parts);
  const first = Math.floor((part * 2 ** bits) / parts);
  const last = Math.floor(((part + 1) * 2 ** bits) / parts);
  const sets = packed.offsets.length - 1;
  const numbers = (count: number) => new Uint32Array(allocate(count * 4));
  const begins = numbers(sets);
  for (let set = 0; set < sets; set++) begins[set] = beginOf(packed, set, first * 2 ** (32 - bits));
  const sizes = countBySlice(packed, bits).slice(first, last);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shard = {
    lists: numbers(Math.floor(total / 2) + 1),
    postings: numbers(total),
    begins,
    ends: numbers(sets),
  };
  shard.ends.set(begins);
  const sorter = createSorter(Math.max(0, ...sizes), 32 - bits);
  const cursors = begins.slice();
  const written = { shingles: 0, postings: 0 };
  for (let slice = first; slice < last; slice++)
    addToShard(shard, packed.hashes, sorter.sort(gather(packed, cursors, sorter, slice, bits)), written);
  return { ...shard, lists: shard.lists.subarray(0, written.shingles + 1) };
}

function sliceBits(hashes: number, parts: number): number {
  const least = Math.log2(Math.max(1, parts, hashes / SLICE));
  return Math.min(
    SLICE_BITS.most,
    Math.ceil(hashes < SLICE / 16 ? least : Math.max(SLICE_BITS.least, least)),
  );
}

/** Where a set's hashes from `least` on begin. */
function beginOf({ hashes, offsets }: PackedSets, set: number, least: number): number {
  let from = offsets[set] as number;
  let to = offsets[set + 1] as number;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((hashes[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

function countBySlice({ hashes }: PackedSets, bits: number): number[] {
  if (bits === 0) return [hashes.length];
  const counts = new Uint32Array(2 ** bits);
  for (let at = 0; at < hashes.length; at++) (counts[(hashes[at] as number) >>> (32 - bits)] as number)++;
  return [...counts];
}

/** Hashes, each with the set that it is of. */
interface Tagged {
  keys: Uint32Array;
  sets: Uint32Array;
  length: number;
}

/** Sorts what lies in `room` by the last `bits` bits of the keys; sets that share a key stay in their order. */
interface Sorter {
  room: Tagged;
  sort: (length: number) => Tagged;
}

function createSorter(most: number, bits: number): Sorter {
  const make = (): Tagged => ({ keys: new Uint32Array(most), sets: new Uint32Array(most), length: 0 });
  const room = make();
  const other = make();
  const passes = Math.ceil(bits / DIGIT_BITS);
  const digit = Math.ceil(bits / passes);
  const places = new Uint32Array(2 ** digit);
  return {
    room,
    sort(length) {
      let [from, to] = [room, other];
      for (let pass = 0; pass < passes; pass++) {
        sortByDigit(from, to, places, pass * digit, length);
        [from, to] = [to, from];
      }
      from.length = length;
      return from;
    },
  };
}

function sortByDigit(from: Tagged, to: Tagged, places: Uint32Array, shift: number, length: number): void {
  const mask = places.length - 1;
  places.fill(0);
  for (let at = 0; at < length; at++) (places[((from.keys[at] as number) >>> shift) & mask] as number)++;
  let sum = 0;
  for (let place = 0; place <= mask; place++) {
    const count = places[place] as number;
    places[place] = sum;
    sum += count;
  }
  for (let at = 0; at < length; at++) {
    const key = from.keys[at] as number;
    const place = (places[(key >>> shift) & mask] as number)++;
    to.keys[place] = key;
    to.sets[place] = from.sets[at] as number;
  }
}

/** Puts the next slice of every set's hashes into the sorter's room; returns how many. */
function gather(
  { hashes, offsets }: PackedSets,
  cursors: Uint32Array,
  { room }: Sorter,
  slice: number,
  bits: number,
): number {
  let count = 0;
  for (let set = 0; set < cursors.length; set++) {
    const end = offsets[set + 1] as number;
    let cursor = cursors[set] as number;
    for (; cursor < end; cursor++) {
      const hash = hashes[cursor] as number;
      if (bits > 0 && hash >>> (32 - bits) !== slice) break;
      room.keys[count] = hash;
      room.sets[count++] = set;
    }
    cursors[set] = cursor;
  }
  return count;
}

/** Numbers the shingles that stand more than once, and writes their sets. */
function addToShard(
  shard: CopyShard,
  hashes: Uint32Array,
  { keys, sets, length }: Tagged,
  written: { shingles: number; postings: number },
): void {
  let { shingles, postings } = written;
  const { ends } = shard;
  for (let from = 0, to = 0; from < length; from = to) {
    const key = keys[from];
    do to += 1;
    while (to < length && keys[to] === key);
    if (to - from < 2) continue;
    const shingle = ((shingles << RARITY_BITS) | rarityFor(to - from)) >>> 0;
    for (let at = from; at < to; at++) {
      const set = sets[at] as number;
      shard.postings[postings++] = set;
      // What is overwritten was read: a set never keeps more than it had.
      hashes[(ends[set] as number)++] = shingle;
    }
    shingles += 1;
    shard.lists[shingles] = postings;
  }
  written.shingles = shingles;
  written.postings = postings;
}
