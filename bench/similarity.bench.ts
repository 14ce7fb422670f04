/** How fast are duplicates found, and how many of them, beside comparing all with all and beside npm's minhash? */

import { LshIndex, Minhash } from 'minhash';

import { createProfile, createSimilarityIndex, type Profile } from '@/lib/similarity';

import { listCandidates } from '../lib/similarity/candidates';
import { collectProfile, countProfile, createCollection } from '../lib/similarity/collection';
import { joinCopies } from '../lib/similarity/copy-join';
import { isCopy } from '../lib/similarity/copy-thresholds';
import { packSets } from '../lib/similarity/packed-sets';
import { DEFAULT_THRESHOLDS } from '../lib/similarity/pair-score';
import { rateStems } from '../lib/similarity/rarities';
import { leastBody, leastTopics, scoreRole } from '../lib/similarity/role';
import { compareShingles, listShingles } from '../lib/similarity/shingles';
import { weighProfile } from '../lib/similarity/weights';
import { generateAgents } from './generated-agents';
import { round, table } from './measure';
import { startThreads } from './threads';

/** Words of a generated body; with this the median and the mean are those of 400 real files (995 and 1,310 shingles). */
const WORDS = 750;
const SIZES = (process.env.MUSTER_BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number);
const MOST_WITH_PROFILES = 10_000;
const LEAST = SIZES[0] as number;

/** Seconds of the processor: what one thread needs does not hang on what else the machine does. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
const seconds = (since: number): number => now() - since;
const wall = (since: number): number => (performance.now() - since) / 1000;
const show = (value: number): string => value.toLocaleString('en');

function usedMegabytes(): number {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const finish = <Result>(search: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
};

console.log(
  `generated files, about ${WORDS} words in the middle one, 5 % equal, 20 % edited copies, 5 % hold another\n`,
);

// From files and from stored profiles, all tiers.
const rows: string[][] = [];
for (const size of SIZES.filter((size) => size <= MOST_WITH_PROFILES)) {
  const texts = [...generateAgents(size, WORDS)].map(({ text }) => text);
  let since = now();
  const stored = texts.map((text) => JSON.stringify(createProfile(text)));
  const profiling = seconds(since);
  texts.length = 0;
  const before = usedMegabytes();
  since = now();
  const index = createSimilarityIndex();
  for (const [at, json] of stored.entries()) index.add(`a${at}`, JSON.parse(json) as Profile);
  const loading = seconds(since);
  const clusters = finish(index.clusters());
  const total = seconds(since);
  let pairs = 0;
  for (const _ of finish(index.pairs())) pairs += 1;
  since = now();
  index.remove('a0');
  index.add('a0', JSON.parse(stored[0] as string) as Profile);
  const change = seconds(since);
  since = now();
  finish(index.clusters());
  rows.push([
    show(size),
    `${round(total + profiling)} s`,
    `${round(total)} s`,
    round(size / total),
    `${round(loading)} s`,
    `${round(seconds(since))} s`,
    `${round(change * 1000)} ms`,
    `${round(usedMegabytes() - before)} MB`,
    show(pairs),
    show(clusters.length),
  ]);
}
console.log('All tiers, seconds of the processor');
table(
  [
    'files',
    'from files',
    'from stored profiles',
    'files/s',
    'of it loading',
    'clusters anew after a change',
    'change',
    'memory',
    'pairs',
    'clusters',
  ],
  rows,
);

// Recall, against comparing all with all.
{
  const texts = [...generateAgents(LEAST, WORDS)].map(({ text }) => text);
  const collection = createCollection();
  const collected = texts.map((text) => collectProfile(collection, createProfile(text)));
  for (const profile of collected) countProfile(collection, profile, 1);
  const rarities = rateStems(collection);
  const weighed = collected.map((profile) => weighProfile(profile, rarities));
  const index = createSimilarityIndex();
  for (const [at, text] of texts.entries()) index.add(`a${String(at).padStart(6, '0')}`, createProfile(text));
  const found = new Map([...finish(index.pairs())].map((pair) => [`${pair.a} ${pair.b}`, pair.tier]));
  const wanted = { copy: 0, role: 0 };
  const missed = { copy: 0, role: 0 };
  const since = now();
  for (const [b, other] of weighed.entries()) {
    for (let a = 0; a < b; a++) {
      const one = weighed[a] as typeof other;
      const { shared } = compareShingles(one.profile.shingles, other.profile.shingles);
      const copy = isCopy(
        DEFAULT_THRESHOLDS,
        shared,
        one.profile.shingles.length,
        other.profile.shingles.length,
      );
      if (!copy && scoreRole(one, other) < DEFAULT_THRESHOLDS.role) continue;
      const tier = copy ? 'copy' : 'role';
      const known = found.get(`a${String(a).padStart(6, '0')} a${String(b).padStart(6, '0')}`);
      wanted[tier] += 1;
      if (known === undefined || (copy && known === 'role')) missed[tier] += 1;
    }
  }
  let candidates = 0;
  for (const list of listCandidates(weighed, {
    topics: leastTopics(DEFAULT_THRESHOLDS.role),
    body: leastBody(DEFAULT_THRESHOLDS.role),
  }))
    candidates += list.length;
  console.log(
    `\nRecall among ${show(LEAST)}, all with all took ${round(seconds(since))} s; ${show(candidates)} candidates for roles`,
  );
  table(
    ['tier', 'pairs', 'recall'],
    (['copy', 'role'] as const).map((tier) => [
      tier,
      show(wanted[tier]),
      (1 - missed[tier] / wanted[tier]).toFixed(4),
    ]),
  );
}

// Copies alone, at any size, beside minhash.
const copies: string[][] = [];
const threads = await startThreads(2);
for (const size of SIZES) {
  const sets: Uint32Array[] = [];
  for (const { text } of generateAgents(size, WORDS))
    sets.push(listShingles(text.slice(text.indexOf('\n---') + 4)));
  const shingles = sets.reduce((sum, set) => sum + set.length, 0);
  await threads.join(sets.slice(0, 1_000));
  let since = performance.now();
  const pairs = await threads.join(sets);
  const two = wall(since);
  since = now();
  let links = 0;
  for (const step of joinCopies(packSets(sets), DEFAULT_THRESHOLDS)) links += step.links.length;
  const one = seconds(since);
  if (links !== pairs) throw new Error(`one thread finds ${links} pairs, two find ${pairs}`);
  const rival = size <= LEAST ? minhash(sets) : null;
  copies.push([
    show(size),
    show(shingles),
    `${round(one)} s`,
    `${round(two)} s`,
    round(size / two),
    `${round(process.memoryUsage().rss / 1e6)} MB`,
    show(links),
    rival ? `${round(rival.seconds)} s` : '–',
    rival ? rival.recall.toFixed(3) : '–',
  ]);
}
await threads.stop();
console.log(
  '\nCopies alone, from sets of shingles; one thread and minhash in seconds of the processor, two threads by the clock',
);
table(
  [
    'files',
    'shingles',
    'one thread',
    'two threads',
    'files/s, two threads',
    'process',
    'pairs of different texts',
    'minhash',
    'its recall',
  ],
  copies,
);

/** 128 permutations and bands of 4, its defaults; what it leads to is compared in full. */
function minhash(sets: readonly Uint32Array[]): { seconds: number; recall: number } {
  const since = now();
  const index = new LshIndex();
  const hashes = sets.map((set, at) => {
    const hash = new Minhash();
    for (const shingle of set) hash.update(shingle.toString(36));
    index.insert(String(at), hash);
    return hash;
  });
  const counts = (a: number, b: number) => {
    const [one, other] = [sets[a] as Uint32Array, sets[b] as Uint32Array];
    return isCopy(DEFAULT_THRESHOLDS, compareShingles(one, other).shared, one.length, other.length);
  };
  let found = 0;
  for (const [at, hash] of hashes.entries())
    for (const other of index.query(hash)) if (Number(other) > at && counts(at, Number(other))) found += 1;
  const took = seconds(since);
  let wanted = 0;
  for (let a = 0; a < sets.length; a++)
    for (let b = a + 1; b < sets.length; b++) if (counts(a, b)) wanted += 1;
  return { seconds: took, recall: found / wanted };
}
