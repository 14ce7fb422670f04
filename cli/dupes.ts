/** `muster dupes`: which of these files are the same, copies, or one role written again? */

import {
  type Cluster,
  createProfile,
  createSimilarityIndex,
  type Pair,
  type SearchOptions,
  TIERS,
  type Tier,
} from '@/lib/similarity';

import { type ReadFile, readFiles } from './agents';
import { type ExitCode, printable, type Streams } from './output';

export interface DupesOptions {
  json?: true;
  /** The weakest tier that is looked for. */
  tier: Tier;
  /** The least score of a pair. */
  threshold?: number;
  failOn?: 'copy' | 'role';
}

/** Prints which files are alike; exit code 1 when a pair is as strong as `failOn`, 2 when a file cannot be read. */
export function runDupes(paths: readonly string[], options: DupesOptions, streams: Streams): ExitCode {
  const { files, complete } = readFiles(paths, streams);
  const agents = files.filter((one) => isAgent(one, streams));
  const index = createSimilarityIndex();
  for (const { file, agent } of agents) index.add(file, createProfile(agent.text));
  const { tier, threshold } = options;
  const search: SearchOptions =
    threshold === undefined ? { tier } : { tier, leastScore: threshold, thresholds: { role: threshold } };
  const clusters = finish(index.clusters(search));
  const found = { pairs: 0, failed: false };
  const pairs = watch(finish(index.pairs(search)), found, options);
  if (options.json) writeJson(clusters, pairs, streams);
  else {
    streams.out(clusters.map(describe).join('\n'));
    for (const _ of pairs);
    streams.err(`muster: ${countWords(agents.length, clusters, found.pairs)}\n`);
  }
  if (!complete) return 2;
  return found.failed ? 1 : 0;
}

/** A note beside the agents, such as a README, has no front matter at all. */
function isAgent({ file, agent }: ReadFile, streams: Streams): boolean {
  if (agent.frontMatter) return true;
  streams.err(`muster: ${printable(file)} was left out: it is no agent, for it has no front matter\n`);
  return false;
}

function finish<Result>(search: Generator<unknown, Result>): Result {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

function* watch(
  pairs: Iterable<Pair>,
  found: { pairs: number; failed: boolean },
  { failOn }: DupesOptions,
): Generator<Pair> {
  for (const pair of pairs) {
    found.pairs += 1;
    if (failOn && TIERS.indexOf(pair.tier) <= TIERS.indexOf(failOn)) found.failed = true;
    yield pair;
  }
}

/** Pairs printed at once. */
const BATCH = 1_000;

/** Some pairs at a time: of a thousand equal files there are half a million. */
function writeJson(clusters: readonly Cluster[], pairs: Iterable<Pair>, streams: Streams): void {
  const inner = (value: unknown) => JSON.stringify(value, null, 2).replace(/\n/g, '\n  ');
  streams.out(`{\n  "clusters": ${inner(clusters)},\n  "pairs": [`);
  let comma = '';
  let batch: string[] = [];
  for (const { a, b, tier, score, jaccard, containment } of pairs) {
    batch.push(`${comma}\n    ${JSON.stringify({ a, b, tier, score, jaccard, containment })}`);
    comma = ',';
    if (batch.length < BATCH) continue;
    streams.out(batch.join(''));
    batch = [];
  }
  streams.out(`${batch.join('')}${comma === '' ? '' : '\n  '}]\n}\n`);
}

const WHAT: Readonly<Record<Tier, string>> = {
  same: 'the same file',
  copy: 'copies of one text',
  role: 'one role in other words',
};

function describe({ members, tier, score, reasons }: Cluster): string {
  // Cut, not rounded: only what is equal shows 1.00.
  const head = `${members.length} files, ${WHAT[tier]} (${(Math.floor(score * 100) / 100).toFixed(2)})`;
  const why = reasons.map((reason) => `    ${printable(reason)}\n`).join('');
  return `${head}\n${members.map((file) => `  ${printable(file)}\n`).join('')}${why}`;
}

function countWords(files: number, clusters: readonly Cluster[], pairs: number): string {
  const members = clusters.reduce((sum, cluster) => sum + cluster.members.length, 0);
  const say = (count: number, word: string) => `${count} ${count === 1 ? word : `${word}s`}`;
  return `${say(files, 'agent')}: ${say(clusters.length, 'cluster')} with ${members} of them, ${say(pairs, 'pair')}`;
}
