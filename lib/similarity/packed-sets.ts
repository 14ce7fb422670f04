/** How do the shingles of many documents lie in memory, so that several threads can read them? */

/** Makes room for numbers; of a `SharedArrayBuffer` when several threads work on one index. */
export type Allocate = (bytes: number) => ArrayBufferLike;

export const allocateHere: Allocate = (bytes) => new ArrayBuffer(bytes);

/** Sets of shingles one behind the other, smallest first, equal ones once: the number of a set is its place. */
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
    (a, b) => lengthOf(sets, a) - lengthOf(sets, b) || (a[0] as number) - (b[0] as number),
  );
  const numbers = (count: number) => new Uint32Array(allocate(count * 4));
  const packed: PackedSets = {
    hashes: numbers(groups.reduce((sum, group) => sum + lengthOf(sets, group), 0)),
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

const lengthOf = (sets: readonly Uint32Array[], group: readonly number[]): number =>
  sets[group[0] as number]?.length ?? 0;

/** How many shingles a set has. */
export const sizeOf = ({ offsets }: PackedSets, set: number): number =>
  (offsets[set + 1] as number) - (offsets[set] as number);

/** How many different sets there are. */
export const countSets = ({ offsets }: PackedSets): number => offsets.length - 1;

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

/** Hashes are scattered over all numbers, so that their sum tells sets apart. */
function digestOf(hashes: Uint32Array): number {
  let digest = hashes.length;
  for (let at = 0; at < hashes.length; at++) digest = (digest + (hashes[at] as number)) | 0;
  return digest;
}

function equal(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
