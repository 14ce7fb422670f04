import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { groupPlaces, placePair } from './clusters';
import { CONFIG } from './config';
import { createProfile } from './profile';
import { createSimilarityIndex, type SimilarityIndex } from './similarity-index';
import type { Cluster, Pair, Profile } from './types';

const agent = (name: string, description: string, ...lines: string[]) =>
  `---\nname: ${name}\ndescription: ${description}\n---\n${lines.map((line) => `- ${line}\n`).join('')}`;

const WATERING = [
  'Water the tomatoes every morning before the sun reaches the greenhouse',
  'Measure the moisture of the soil in each bed and write it into the log',
  'Mix compost into a bed before anything new is planted there',
  'Tell the gardener when frost is forecast for the coming night',
];
const PRUNING = [
  'Prune the apple trees in late winter while they still sleep',
  'Cut every branch just above a bud that points outwards',
  'Clean and sharpen the shears after each tree',
  'Never cut more than a third of a crown in one year',
];

/** A small garden: equal files, an edited copy, one that holds another, the same role in other words, strangers. */
const TEXTS: Record<string, string> = {
  gardener: agent('gardener', 'Waters greenhouse beds and watches their soil.', ...WATERING),
  'gardener-crlf': agent(
    'gardener',
    'Waters greenhouse beds and watches their soil.',
    ...WATERING,
  ).replaceAll('\n', '\r\n'),
  'gardener-edited': agent(
    'garden-hand',
    'Waters greenhouse beds and watches their soil.',
    ...WATERING.slice(0, 3),
  ),
  both: agent(
    'orchard',
    'Waters beds and prunes apple trees.',
    ...WATERING,
    ...PRUNING,
    ...PRUNING.map((one) => `${one} again`),
  ),
  pruner: agent('tree-pruner', 'Prunes apple trees in winter.', ...PRUNING),
  'pruner-other': agent(
    'apple-tree-cutter',
    'Cuts and prunes apple trees in the winter months.',
    'In winter, prune apple trees: each cut goes above an outward bud',
    'A crown loses a third of its branches at most',
    'Keep shears sharp',
  ),
  baker: agent(
    'baker',
    'Bakes bread.',
    'Feed the sourdough at five',
    'Shape loaves after the second proof',
    'Steam the oven',
  ),
  empty: agent('empty', 'Says nothing.'),
  nothing: '',
};
const IDS = Object.keys(TEXTS);
const PROFILES = new Map<string, Profile>(IDS.map((id) => [id, createProfile(TEXTS[id] as string)]));
const profileOf = (id: string) => PROFILES.get(id) as Profile;

function finish<Result>(search: Generator<unknown, Result>): Result {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

function indexOf(ids: readonly string[]): SimilarityIndex {
  const index = createSimilarityIndex();
  for (const id of ids) index.add(id, profileOf(id));
  return index;
}

const pairsOf = (index: SimilarityIndex): Pair[] => [...finish(index.pairs())];
const namesOf = (pairs: readonly Pair[]) => pairs.map(({ a, b, tier }) => `${a} ${b} ${tier}`).sort();

describe('pairs', () => {
  test('of all three tiers', () => {
    expect(namesOf(pairsOf(indexOf(IDS)))).toEqual([
      'both gardener copy',
      'both gardener-crlf copy',
      'both gardener-edited copy',
      'both pruner copy',
      'both pruner-other role',
      'gardener gardener-crlf same',
      'gardener gardener-edited copy',
      'gardener-crlf gardener-edited copy',
      'pruner pruner-other role',
    ]);
  });

  test('are what comparing all with all finds', () => {
    const index = indexOf(IDS);
    const expected = IDS.flatMap((a, at) =>
      IDS.slice(at + 1).flatMap((b) => {
        const score = index.score(a, b);
        const counts = score && (score.tier !== 'role' || score.score >= CONFIG.role.threshold);
        if (!counts) return [];
        const { role: _, ...figures } = score;
        return [{ ...figures, a: a < b ? a : b, b: a < b ? b : a }];
      }),
    );
    const byName = (x: Pair, y: Pair) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1);
    expect(pairsOf(index).sort(byName)).toEqual(expected.sort(byName));
  });

  test('a tier, a threshold and a least score leave out the others', () => {
    const index = indexOf(IDS);
    const tiers = (options: Parameters<SimilarityIndex['pairs']>[0]) =>
      new Set([...finish(index.pairs(options))].map(({ tier }) => tier));
    expect(tiers({ tier: 'same' })).toEqual(new Set(['same']));
    expect(tiers({ tier: 'copy' })).toEqual(new Set(['same', 'copy']));
    expect(tiers({ thresholds: { role: 0.9999999 } })).toEqual(new Set(['same', 'copy']));
    expect(tiers({ leastScore: 1 })).toEqual(new Set(['same', 'copy']));
    for (const { score } of finish(index.pairs({ leastScore: 0.9 })))
      expect(score).toBeGreaterThanOrEqual(0.9);
  });
});

describe('an index that changes', () => {
  const steps = fc.array(
    fc.record({ id: fc.constantFrom(...IDS), from: fc.constantFrom(...IDS, null), ask: fc.boolean() }),
    { maxLength: 25 },
  );

  test('answers as one that was made at once', () => {
    fc.assert(
      fc.property(steps, (changes) => {
        const index = createSimilarityIndex();
        const state = new Map<string, string>();
        for (const { id, from, ask } of changes) {
          if (ask) finish(index.clusters());
          if (from === null) {
            expect(index.remove(id)).toBe(state.delete(id));
            continue;
          }
          index.add(id, profileOf(from));
          state.set(id, from);
        }
        const fresh = createSimilarityIndex();
        for (const [id, from] of [...state].reverse()) fresh.add(id, profileOf(from));
        expect(index.size).toBe(state.size);
        expect(pairsOf(index)).toEqual(pairsOf(fresh));
        expect(finish(index.clusters())).toEqual(finish(fresh.clusters()));
        for (const id of ['gardener', 'pruner-other', 'nothing'])
          expect(index.neighbours(profileOf(id))).toEqual(fresh.neighbours(profileOf(id)));
      }),
      { numRuns: 100 },
    );
  });

  test('a question changes nothing', () => {
    const index = indexOf(IDS.slice(0, 4));
    const before = pairsOf(index);
    index.neighbours(profileOf('baker'));
    expect(index.has('baker')).toBe(false);
    expect(pairsOf(index)).toEqual(before);
  });

  test('an unknown id', () => {
    const index = indexOf(['baker']);
    expect(index.remove('nobody')).toBe(false);
    expect(index.score('baker', 'nobody')).toBeNull();
  });
});

describe('clusters', () => {
  test('as of the pairs, with reasons', () => {
    const index = indexOf(IDS);
    const clusters = finish(index.clusters());
    const sorted = IDS.toSorted();
    const pairs = pairsOf(index).map(({ a, b, tier, score }) =>
      placePair(sorted.indexOf(a), sorted.indexOf(b), { tier, score, overlap: null }),
    );
    const plain = finish(groupPlaces(sorted.length, pairs, [])).map(({ members, tier, score }) => {
      return { members: members.map((place) => sorted[place]), tier, score };
    });
    expect(clusters).toHaveLength(plain.length);
    for (const group of plain) expect(clusters).toContainEqual(expect.objectContaining(group));
    for (const { reasons } of clusters) expect(reasons.length).toBeGreaterThan(0);
    const found = clusters.find(({ members }) => members.includes('gardener'));
    expect(found?.members).toContain('gardener-crlf');
  });

  test('those of copies are told before roles are compared; each of their members stays with the others', () => {
    const index = indexOf(IDS);
    const early: Cluster[][] = [];
    const search = index.clusters();
    let step = search.next();
    for (; !step.done; step = search.next()) if (step.value.copies) early.push(step.value.copies);
    expect(early).toEqual([finish(indexOf(IDS).clusters({ tier: 'copy' }))]);
    for (const { members } of early.flat()) {
      const whole = step.value.find((cluster) => cluster.members.includes(members[0] as string));
      expect(whole?.members).toEqual(expect.arrayContaining(members));
    }
  });

  test('what a person set apart never shares a cluster, even when the files are the same', () => {
    const index = indexOf(IDS);
    const pairs = [
      ['gardener', 'gardener-crlf'],
      ['pruner-other', 'pruner'],
      ['gone', 'pruner'],
    ] as const;
    const clusters = finish(index.clusters({ distinct: pairs }));
    for (const [a, b] of pairs)
      for (const { members } of clusters) expect(members.includes(a) && members.includes(b)).toBe(false);
    expect(clusters.flatMap(({ members }) => members)).toContain('gardener-edited');
  });

  test('without an agent there are none, and progress is a number all the same', () => {
    const search = createSimilarityIndex().clusters();
    for (let step = search.next(); ; step = search.next()) {
      if (step.done) return expect(step.value).toEqual([]);
      expect(step.value).toMatchObject({ done: 0, total: 0 });
    }
  });

  test('progress goes up to its end, and stopping leaves the index as it was', () => {
    const index = createSimilarityIndex();
    for (let at = 0; at < 300; at++)
      index.add(`a${at}`, createProfile(agent(`a${at}`, 'Does.', `line ${at} of many`)));
    const search = index.clusters();
    const first = search.next();
    expect(first.done).toBe(false);
    search.return([]);
    let last = 0;
    const again = index.clusters();
    for (let step = again.next(); !step.done; step = again.next()) {
      expect(step.value.done).toBeGreaterThanOrEqual(last);
      expect(step.value.done).toBeLessThanOrEqual(step.value.total);
      last = step.value.done;
    }
    expect(last).toBeGreaterThan(0);
  });
});

describe('neighbours', () => {
  test('best first, without the one that is asked about', () => {
    const found = indexOf(IDS).neighbours(profileOf('gardener'), { except: 'gardener' });
    expect(found.map(({ id, tier }) => `${id} ${tier}`)).toEqual([
      'gardener-crlf same',
      'both copy',
      'gardener-edited copy',
    ]);
    for (const { reasons } of found) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.length).toBeLessThanOrEqual(3);
    }
  });

  test('have the scores that the index gives, and are as many as wanted', () => {
    const index = indexOf(IDS);
    for (const { id, reasons: _, ...score } of index.neighbours(profileOf('pruner'), { except: 'pruner' }))
      expect(score).toEqual(index.score('pruner', id));
    expect(index.neighbours(profileOf('gardener'), { limit: 2 })).toHaveLength(2);
  });

  test('among many that share boilerplate', () => {
    const index = indexOf(IDS);
    const boilerplate = Array.from(
      { length: 30 },
      (_, at) => `Rule ${at} of the house is that everybody keeps to rule ${at + 1}`,
    );
    for (let at = 0; at < 700; at++)
      index.add(
        `house-${at}`,
        createProfile(
          agent(
            `worker-${at}`,
            `Does job ${at}.`,
            ...boilerplate,
            `Job ${at} is done at ${at} o'clock by hand ${at}`,
          ),
        ),
      );
    const asked = createProfile(
      agent('garden-help', 'Waters greenhouse beds and watches their soil.', ...WATERING.slice(1)),
    );
    expect(index.neighbours(asked, { limit: 4 }).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['gardener', 'gardener-crlf', 'gardener-edited']),
    );
  });
});
