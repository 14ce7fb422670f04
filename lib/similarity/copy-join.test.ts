import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type CopyLink, joinCopies, joinShard } from './copy-join';
import { buildShard } from './copy-shard';
import type { CopyThresholds } from './copy-thresholds';
import { type PackedSets, packSets } from './packed-sets';
import { compareShingles } from './shingles';

const COPY: CopyThresholds = { jaccard: 0.5, containment: 0.8 };

/** The links as several threads find them, each once. */
function joinParts(packed: PackedSets, thresholds: CopyThresholds, parts: number): CopyLink[] {
  const shards = Array.from({ length: parts }, (_, part) => buildShard(packed, { part, parts }));
  const counts = shards.map((shard) => shard.counts);
  const links = new Map<string, CopyLink>();
  for (const shard of shards)
    for (const step of joinShard(packed, thresholds, shard, counts))
      for (const link of step.links) links.set(`${link.a} ${link.b}`, link);
  return [...links.values()];
}

const joinWhole = (packed: PackedSets, thresholds: CopyThresholds): CopyLink[] =>
  [...joinCopies(packed, thresholds)].flatMap(({ links }) => links);

/** All pairs of the given sets, by their places, as the join finds them, in `parts` shards. */
function join(sets: readonly Uint32Array[], thresholds = COPY, parts = 1): string[] {
  const packed = packSets(sets);
  const membersOf = (set: number) => [...packed.members.slice(packed.starts[set], packed.starts[set + 1])];
  const pairs: [number, number][] = [];
  const links = parts === 1 ? joinWhole(packed, thresholds) : joinParts(packed, thresholds, parts);
  for (const { a, b, shared } of links) {
    const [first, second] = [membersOf(a), membersOf(b)];
    expect(shared).toBe(
      compareShingles(sets[first[0] as number] as Uint32Array, sets[second[0] as number] as Uint32Array)
        .shared,
    );
    for (const one of first) for (const other of second) pairs.push([one, other]);
  }
  for (let set = 0; set + 1 < packed.starts.length; set++) {
    const members = membersOf(set);
    for (const [at, one] of members.entries())
      for (const other of members.slice(at + 1)) pairs.push([one, other]);
  }
  return pairs.map(([a, b]) => (a < b ? `${a} ${b}` : `${b} ${a}`)).sort();
}

function bruteForce(sets: readonly Uint32Array[], thresholds = COPY): string[] {
  const pairs: string[] = [];
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      const { jaccard, containment } = compareShingles(sets[a] as Uint32Array, sets[b] as Uint32Array);
      if (jaccard >= thresholds.jaccard || containment >= thresholds.containment) pairs.push(`${a} ${b}`);
    }
  }
  return pairs.sort();
}

/** Few different values, so that sets overlap, spread over all 32 bits, so that they fall into different shards. */
const spread = (value: number) => Math.imul(value + 1, 0x9e3779b1) >>> 0;
const setOf = (values: Iterable<number>) => Uint32Array.from(new Set(values), spread).sort();
const some = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { maxLength: 40 }).map(setOf);

/** A few texts, and what people make of them: parts, unions, both with changes. */
const families = fc
  .record({
    bases: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 60 }), {
      minLength: 1,
      maxLength: 4,
    }),
    changes: fc.array(
      fc.record({
        base: fc.nat(3),
        other: fc.nat(3),
        from: fc.nat(20),
        share: fc.double({ min: 0.3, max: 1, noNaN: true }),
        more: fc.array(fc.integer({ min: 401, max: 500 }), { maxLength: 20 }),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ bases, changes }) => [
    ...bases.map(setOf),
    ...changes.map(({ base, other, from, share, more }) => {
      const words = [
        ...(bases[base % bases.length] ?? []),
        ...(from % 3 === 0 ? (bases[other % bases.length] ?? []) : []),
      ];
      return setOf([...words.slice(from, from + Math.ceil(words.length * share)), ...more]);
    }),
  ]);

describe('joinCopies', () => {
  test.each([1, 2, 3])('finds what comparing all with all finds, in %i parts', (parts) => {
    fc.assert(
      fc.property(fc.oneof(fc.array(some(60), { maxLength: 16 }), families), (sets) => {
        expect(join(sets, COPY, parts)).toEqual(bruteForce(sets));
      }),
      { numRuns: 400 },
    );
  });

  test('at other thresholds, too', () => {
    const share = fc.constantFrom(0.1, 0.25, 1 / 3, 0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 1);
    fc.assert(
      fc.property(families, share, share, (sets, jaccard, containment) => {
        expect(join(sets, { jaccard, containment })).toEqual(bruteForce(sets, { jaccard, containment }));
      }),
      { numRuns: 400 },
    );
  });

  test('exactly at the thresholds', () => {
    const range = (from: number, to: number) =>
      setOf(Array.from({ length: to - from }, (_, at) => from + at));
    for (let size = 1; size <= 40; size++) {
      for (const shared of [Math.floor(size / 2), Math.ceil((2 * size) / 3), Math.ceil(0.8 * size)]) {
        for (const larger of [size, size + 1, Math.ceil(1.4 * size), 3 * size]) {
          const sets = [range(0, size), range(size - shared, size - shared + larger)];
          expect(join(sets)).toEqual(bruteForce(sets));
        }
      }
    }
  });

  test('a thousand equal sets are one', () => {
    const sets = Array.from({ length: 1_000 }, () => setOf([1, 2, 3, 4, 5]));
    const packed = packSets([...sets, setOf([1, 2, 3, 4, 5, 6])]);
    expect(packed.offsets).toHaveLength(3);
    expect(joinWhole(packed, COPY)).toEqual([{ a: 0, b: 1, shared: 5 }]);
  });

  test('nothing, one and empty sets', () => {
    expect(join([])).toEqual([]);
    expect(join([setOf([1])])).toEqual([]);
    expect(join([setOf([]), setOf([])])).toEqual([]);
  });

  test('many sets in many slices, sharing boilerplate', () => {
    const boilerplate = Array.from({ length: 300 }, (_, at) => at);
    const sets = Array.from({ length: 4_000 }, (_, set) =>
      setOf([
        ...(set % 2 ? boilerplate : []),
        ...Array.from({ length: 600 }, (_, at) => 1_000 + 700 * (set >> (set % 5 === 0 ? 2 : 0)) + at),
      ]),
    );
    const packed = packSets(sets);
    expect(packed.hashes.length).toBeGreaterThan(2 ** 21);
    const sample = sets.slice(0, 400);
    const found = join(sets, COPY, 2).filter((pair) => pair.split(' ').every((place) => Number(place) < 400));
    expect(found).toEqual(bruteForce(sample));
    expect(found.length).toBeGreaterThan(50);
  });
});
