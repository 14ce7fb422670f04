/** Which shingles of a document must be looked up to find its copies? Some of the rarest that it shares with any. */

import { RARITIES } from './copy-shard';
import { type CopyThresholds, largestFor, needOf } from './copy-thresholds';
import { countSets, type PackedSets, sizeOf } from './packed-sets';

/** By set. */
export interface ProbeChoice {
  /** How many of its shingles another set may hold. */
  kept: Uint32Array;
  /** All rarer shingles are looked up, and `quotas` of this rarity in the own shard. */
  rarities: Uint8Array;
  quotas: Uint32Array;
  /** The last set that may be a copy of this one, or hold it. */
  limits: Uint32Array;
}

/**
 * Chooses the probes of the shard `part`; `counts` are those of all shards.
 *
 * At least `need` of a set's shingles are in a larger one for the pair to count, and so at least one of any
 * `size - need + 1`. What only one set holds is the rarest of all and costs nothing.
 */
export function chooseProbes(
  packed: PackedSets,
  thresholds: CopyThresholds,
  counts: readonly Uint32Array[],
  part: number,
): ProbeChoice {
  const sets = countSets(packed);
  const choice: ProbeChoice = {
    kept: new Uint32Array(sets),
    rarities: new Uint8Array(sets),
    quotas: new Uint32Array(sets),
    limits: new Uint32Array(sets),
  };
  for (let set = 0; set < sets; set++) {
    const size = sizeOf(packed, set);
    let kept = 0;
    for (let rarity = 0; rarity < RARITIES; rarity++) kept += countAt(counts, set, rarity);
    choice.kept[set] = kept;
    choice.limits[set] = lastUpTo(packed, largestFor(thresholds, size, kept));
    chooseRarest(choice, counts, part, set, kept - needOf(thresholds, size, size) + 1);
  }
  return choice;
}

function countAt(counts: readonly Uint32Array[], set: number, rarity: number): number {
  let sum = 0;
  for (let shard = 0; shard < counts.length; shard++) sum += counts[shard]?.[set * RARITIES + rarity] ?? 0;
  return sum;
}

function chooseRarest(
  { rarities, quotas }: ProbeChoice,
  counts: readonly Uint32Array[],
  part: number,
  set: number,
  probes: number,
): void {
  let left = probes;
  let rarity = 0;
  for (; left > 0; rarity++) {
    const count = countAt(counts, set, rarity);
    if (count >= left) break;
    left -= count;
  }
  if (left <= 0) return;
  rarities[set] = rarity;
  // The first shards give theirs first.
  const before = countAt(counts.slice(0, part), set, rarity);
  quotas[set] = Math.max(0, left - before);
}

/** The last set that is not larger; sets come by their size. */
function lastUpTo(packed: PackedSets, size: number): number {
  let from = 0;
  let to = countSets(packed);
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sizeOf(packed, middle) <= size) from = middle + 1;
    else to = middle;
  }
  return Math.max(0, from - 1);
}
