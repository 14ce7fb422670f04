/** Which documents share so much text that one is a copy of another, or holds it whole? Exactly, not about. */

import { chooseProbes, type ProbeChoice } from './copy-probes';
import { buildShard, type CopyShard } from './copy-shard';
import { type CopyThresholds, isCopy, needOf } from './copy-thresholds';
import { enlarge } from './enlarge';
import { countSets, type PackedSets, sizeOf } from './packed-sets';
import { createPairSet, type PairSet } from './pair-set';

/** Two sets, `a` the smaller or earlier, and how many shingles they share. */
export interface CopyLink {
  a: number;
  b: number;
  shared: number;
}

/** What was found since the last time, and how much of the work is done: 0 to 1. */
interface CopyStep {
  links: CopyLink[];
  done: number;
}

/**
 * Finds all pairs of sets whose Jaccard or containment reaches its threshold: none is missed, none is added, each comes
 * once. Yields now and then, also when there are none, so that the caller can stop or tell how far it is.
 */
export function* joinCopies(packed: PackedSets, thresholds: CopyThresholds): Generator<CopyStep, void> {
  const shard = buildShard(packed);
  yield* joinShard(packed, thresholds, shard, [shard.counts]);
}

/** A step takes so many sets of a slice, or fewer when so many pairs are compared before: of equal files all are. */
const STEP = { sets: 4_096, pairs: 4_096 };

/**
 * Finds the pairs that share a probe of one shard; `counts` are those of all shards, in their order. A pair can come from
 * several shards.
 *
 * How: the sets are read from the smallest on. A set looks up its shingles among those that smaller sets gave as probes,
 * and then gives its own. What they lead to is compared in full, until it can no longer reach its threshold.
 */
export function* joinShard(
  packed: PackedSets,
  thresholds: CopyThresholds,
  shard: CopyShard,
  counts: readonly Uint32Array[],
): Generator<CopyStep, void> {
  const search = createSearch(
    packed,
    thresholds,
    shard,
    chooseProbes(packed, thresholds, counts, shard.part),
  );
  const sets = countSets(packed);
  for (let slice = 0; slice < shard.slices; slice++) {
    search.at = shard.starts[slice] as number;
    clearProbes(search.probes);
    for (let read = 0; read < sets; ) {
      if (search.compared.size > MOST_COMPARED + search.found.length) forgetFailed(search);
      read = readSets(search, slice, read);
      yield { links: search.links.splice(0), done: (slice + read / sets) / shard.slices };
    }
  }
}

interface Search {
  packed: PackedSets;
  thresholds: CopyThresholds;
  shard: CopyShard;
  choice: ProbeChoice;
  /** The next hash of the shard. */
  at: number;
  probes: Probes;
  /** The pairs that were compared; those that were found, one behind the other. */
  compared: PairSet;
  found: number[];
  /** By set: the last one with which it was met, and one more. */
  met: Uint32Array;
  /** Of this step. */
  links: CopyLink[];
}

/** More pairs than these are not kept in mind beside those that were found: where all are a bit alike there are too many. */
const MOST_COMPARED = 1 << 22;

/** Pairs that were no copies may be compared again. */
function forgetFailed(search: Search): void {
  search.compared = createPairSet();
  for (let at = 0; at < search.found.length; at += 2)
    search.compared.add(search.found[at] as number, search.found[at + 1] as number);
}

function createSearch(
  packed: PackedSets,
  thresholds: CopyThresholds,
  shard: CopyShard,
  choice: ProbeChoice,
): Search {
  return {
    packed,
    thresholds,
    shard,
    choice,
    at: 0,
    probes: createProbes(shard),
    compared: createPairSet(),
    found: [],
    met: new Uint32Array(countSets(packed)),
    links: [],
  };
}

/** The probes of a slice, in chains by their hashes: each is a hash, its set, and where the next one stands; 0 for none. */
interface Probes {
  shift: number;
  mask: number;
  heads: Uint32Array;
  entries: Uint32Array;
  end: number;
}

const WIDTH = 3;
/** One hash in ten is a probe: a chain for each four hashes is enough. */
const FEWER_BITS = 2;

function createProbes({ shift, tableBits }: CopyShard): Probes {
  const room = 2 ** (tableBits - FEWER_BITS);
  return {
    shift: shift + FEWER_BITS,
    mask: room - 1,
    heads: new Uint32Array(room),
    entries: new Uint32Array(WIDTH * 1024),
    end: WIDTH,
  };
}

function clearProbes(probes: Probes): void {
  probes.heads.fill(0);
  probes.end = WIDTH;
}

function addProbe(probes: Probes, hash: number, set: number): void {
  if (probes.end === probes.entries.length) probes.entries = enlarge(probes.entries, 2 * probes.end);
  const { shift, mask, heads, entries, end } = probes;
  const head = (hash >>> shift) & mask;
  entries[end] = hash;
  entries[end + 1] = set;
  entries[end + 2] = heads[head] as number;
  heads[head] = end;
  probes.end = end + WIDTH;
}

/** Looks up what some sets have in a slice, and adds their probes. */
function readSets(search: Search, slice: number, from: number): number {
  const { shard, choice, probes } = search;
  const { hashes, rarities, lengths } = shard;
  const sets = choice.kept.length;
  const to = Math.min(sets, from + STEP.sets);
  const most = search.compared.size + STEP.pairs;
  let at = search.at;
  let set = from;
  for (; set < to && search.compared.size < most; set++) {
    const end = at + (lengths[slice * sets + set] as number);
    const least = choice.rarities[set] as number;
    for (; at < end; at++) {
      const hash = hashes[at] as number;
      const rarity = rarities[at] as number;
      lookUp(search, hash, set);
      if (rarity > least) continue;
      if (rarity === least) {
        if (choice.quotas[set] === 0) continue;
        (choice.quotas[set] as number)--;
      }
      addProbe(probes, hash, set);
    }
  }
  search.at = at;
  return set;
}

function lookUp(search: Search, hash: number, set: number): void {
  const { probes, met, choice } = search;
  const { shift, mask, heads, entries } = probes;
  for (let at = heads[(hash >>> shift) & mask] as number; at !== 0; at = entries[at + 2] as number) {
    if (entries[at] !== hash) continue;
    const other = entries[at + 1] as number;
    if (met[other] === set + 1 || (choice.limits[other] as number) < set) continue;
    met[other] = set + 1;
    if (search.compared.add(other, set)) compare(search, other, set);
  }
}

function compare({ packed, thresholds, choice, found, links }: Search, a: number, b: number): void {
  const need = needOf(thresholds, sizeOf(packed, a), sizeOf(packed, b));
  if (Math.min(choice.kept[a] as number, choice.kept[b] as number) < need) return;
  const shared = countShared(packed, a, b, need);
  if (!isCopy(thresholds, shared, sizeOf(packed, a), sizeOf(packed, b))) return;
  links.push({ a, b, shared });
  found.push(a, b);
}

/** Counts the shingles of both sets; gives up, with 0, when they can no longer be `need`. */
function countShared({ hashes, offsets }: PackedSets, a: number, b: number, need: number): number {
  let left = offsets[a] as number;
  let right = offsets[b] as number;
  const leftEnd = offsets[a + 1] as number;
  const rightEnd = offsets[b + 1] as number;
  let spareLeft = leftEnd - left - need;
  let spareRight = rightEnd - right - need;
  let shared = 0;
  while (left < leftEnd && right < rightEnd && spareLeft >= 0 && spareRight >= 0) {
    const difference = (hashes[left] as number) - (hashes[right] as number);
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
    if (difference === 0) shared += 1;
    else if (difference < 0) spareLeft -= 1;
    else spareRight -= 1;
  }
  return spareLeft >= 0 && spareRight >= 0 ? shared : 0;
}
