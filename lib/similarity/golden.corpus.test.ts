/** Does the role tier find the roles of real agents, as they were labelled by reading? */

import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { rateClusters } from './golden/pairwise';
import { createProfile } from './profile';
import { createSimilarityIndex, type SimilarityIndex } from './similarity-index';
import type { Cluster, Profile } from './types';

const SHARED = path.resolve(process.env.MUSTER_SHARED ?? '../shared');
const read = (file: string) => fs.readFileSync(path.join(SHARED, file), 'utf8');
const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const labelRows = rows(fs.readFileSync(new URL('./golden/corpus-roles.tsv', import.meta.url), 'utf8'));
const labels = new Map(labelRows.map(([role = '', file = '']) => [`corpus/${file}`, role]));
const sure = new Set(labelRows.filter((row) => row[2] === 'yes').map((row) => `corpus/${row[1]}`));
const seeds = fs
  .readdirSync(path.join(SHARED, 'seeds'))
  .sort()
  .map((file) => `seeds/${file}`);

function indexOf(profiles: ReadonlyMap<string, Profile>): SimilarityIndex {
  const index = createSimilarityIndex();
  for (const [file, profile] of profiles) index.add(file, profile);
  return index;
}

function finish<Result>(search: Generator<unknown, Result>): Result {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const profilesOf = (files: Iterable<string>) =>
  new Map([...files].map((file) => [file, createProfile(read(file))]));

describe('real agents', () => {
  let profiles: Map<string, Profile>;
  let clusters: Cluster[];

  beforeAll(() => {
    profiles = profilesOf([...labels.keys(), ...seeds]);
    clusters = finish(indexOf(profiles).clusters());
  }, 120_000);

  // Floors stand a little under what was measured: .96 and .93 (docs/benchmarks.md).
  test.each([
    ['all labels', () => true, 0.94, 0.91],
    ['sure labels', (a: string, b: string) => sure.has(a) && sure.has(b), 0.95, 0.91],
  ])('agents of one role come together, others stay apart: %s', (_, counts, precision, recall) => {
    const found = rateClusters(
      labels,
      clusters.map(({ members }) => members),
      counts,
    );
    expect(found.precision).toBeGreaterThanOrEqual(precision);
    expect(found.recall).toBeGreaterThanOrEqual(recall);
  });

  test('the five seeds are in one cluster, among hundreds', () => {
    expect(clusters.filter(({ members }) => seeds.every((seed) => members.includes(seed)))).toHaveLength(1);
  });

  test('no cluster swallows the rest', () => {
    expect(Math.max(...clusters.map(({ members }) => members.length))).toBeLessThanOrEqual(40);
  });

  test('whatever was copied is found', () => {
    const pairs = new Map(
      [...finish(indexOf(profiles).pairs({ tier: 'copy' }))].map(({ a, b, tier }) => [`${a} ${b}`, tier]),
    );
    const copied = rows(read('corpus/pairs.tsv'))
      .filter(([jaccard, containment]) => Number(jaccard) >= 0.501 || Number(containment) >= 0.801)
      .map(([, , a, b]) => [`corpus/${a}`, `corpus/${b}`].sort())
      .filter(([a = '', b = '']) => labels.has(a) && labels.has(b));
    expect(copied.length).toBeGreaterThan(100);
    expect(copied.filter(([a, b]) => !pairs.has(`${a} ${b}`))).toEqual([]);
  });
});

test('the five seeds alone in a workspace are one cluster', () => {
  const clusters = finish(indexOf(profilesOf(seeds)).clusters());
  expect(clusters.map(({ members }) => members)).toEqual([seeds]);
});
