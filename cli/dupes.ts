/** `muster dupes`: which of these files are the same, copies, or one role written again? */

import {
  type Cluster,
  createSimilarityIndex,
  type Pair,
  type Profile,
  type Progress,
  type SearchOptions,
  TIERS,
  type Tier,
} from '@/lib/similarity';

import { listFiles, sayRead } from './agents';
import { type ExitCode, printable, type Streams, say } from './output';
import { profileFiles } from './profiles';

export interface DupesOptions {
  json?: true;
  /** The weakest tier that is looked for. */
  tier: Tier;
  /** The least score of a pair. */
  threshold?: number;
  failOn?: 'copy' | 'role';
}

/**
 * Prints which files are alike; exit code 1 when a pair is as strong as `failOn`, 2 when a file cannot be read or none is
 * an agent: a build with a wrong path must not pass.
 */
export async function runDupes(
  paths: readonly string[],
  options: DupesOptions,
  streams: Streams,
): Promise<ExitCode> {
  const { agents, complete } = await readProfiles(paths, streams);
  if (agents.length === 0) say(streams, 'there is no agent to compare');
  const index = createSimilarityIndex();
  for (const { file, profile } of agents) index.add(file, profile);
  const { tier, threshold } = options;
  const search: SearchOptions =
    threshold === undefined ? { tier } : { tier, leastScore: threshold, thresholds: { role: threshold } };
  const clusters = finish(index.clusters(search), streams);
  const found = { pairs: 0, failed: false };
  const pairs = watch(finish(index.pairs(search), streams), found, options, streams);
  if (options.json) writeJson(clusters, pairs, streams);
  else {
    streams.out(clusters.map(describe).join('\n'));
    for (const _ of pairs);
    say(streams, countWords(agents.length, clusters, found.pairs));
  }
  if (!complete || agents.length === 0) return 2;
  return found.failed ? 1 : 0;
}

interface ProfiledAgent {
  file: string;
  profile: Profile;
}

/** Tells what is no agent, such as a README without front matter, and what cannot be read. */
async function readProfiles(
  paths: readonly string[],
  streams: Streams,
): Promise<{ agents: ProfiledAgent[]; complete: boolean }> {
  const { files, complete } = listFiles(paths, streams);
  const found = await profileFiles(files, (read) => sayRead(read, files.length, streams));
  const agents: ProfiledAgent[] = [];
  let unread = 0;
  for (const [at, one] of found.entries()) {
    const file = files[at] as string;
    if ('problem' in one) {
      unread += 1;
      say(streams, one.problem);
    } else if (one.profile) agents.push({ file, profile: one.profile });
    else say(streams, `${file} was left out: it is no agent, for it has no front matter`);
  }
  return { agents, complete: complete && unread === 0 };
}

function finish<Result>(search: Generator<Progress, Result>, streams: Streams): Result {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    streams.progress(`${Math.floor((100 * done) / total)} % compared`);
  }
}

/** Pairs that are printed, and told of, at once. */
const BATCH = 1_000;

function* watch(
  pairs: Iterable<Pair>,
  found: { pairs: number; failed: boolean },
  { failOn }: DupesOptions,
  streams: Streams,
): Generator<Pair> {
  for (const pair of pairs) {
    found.pairs += 1;
    if (found.pairs % BATCH === 0) streams.progress(`${number(found.pairs)} pairs listed`);
    if (failOn && TIERS.indexOf(pair.tier) <= TIERS.indexOf(failOn)) found.failed = true;
    yield pair;
  }
}

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
  const count = (many: number, word: string) => `${number(many)} ${many === 1 ? word : `${word}s`}`;
  return `${count(files, 'agent')}: ${count(clusters.length, 'cluster')} with ${number(members)} of them, ${count(pairs, 'pair')}`;
}

const number = (figure: number): string => figure.toLocaleString('en');
