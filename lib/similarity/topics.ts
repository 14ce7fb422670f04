/** Which known jobs does an agent speak like? */

import { type JobCatalogue, lengthOf, requireCatalogue, weighStem } from './job-catalogue';
import type { Profile, ProfilePart, ProfileParts, StemCounts } from './types';

/** What the job of a topic is called, such as "code reviewer". */
export function topicName(topic: number): string {
  return requireCatalogue().names[topic] ?? '';
}

/** Whether a stem marks the job of a topic. */
export function marksTopic(stem: string, topic: number): boolean {
  return requireCatalogue().byStem.get(stem)?.jobs.includes(topic) ?? false;
}

/** How much each part says of the job; measured on agents that were not looked at when the catalogue was written. */
const PART_SHARES: readonly [part: ProfilePart, share: number][] = [
  ['name', 0.5],
  ['description', 1],
  ['headings', 0.3],
  ['body', 1],
];
/** Lets the nearest jobs stand out: a cosine of .3 beside one of .15 counts six times as much. */
const POWER = 2.5;
const WHOLE = PART_SHARES.reduce((sum, [, share]) => sum + share, 0);
/**
 * Whose nearest job is farther than this speaks like none. Words drawn by lot come to .024 to .056, half of the real
 * agents to more than .22, and nineteen of twenty to more than .05.
 */
const LEAST_COSINE = 0.04;
/** Jobs that are kept; the rest together have next to no share. */
const MOST_TOPICS = 12;
const LEAST_SHARE = 0.03;

/**
 * Returns the jobs of the catalogue that an agent speaks like, ascending, and their shares, whose squares sum to 1. Agents that use quite other words are near
 * the same jobs (explicit semantic analysis). Empty where none is near. Depends on the agent alone, not on its workspace.
 */
export function listTopics(parts: ProfileParts): Profile['topics'] {
  const { names, byStem } = requireCatalogue();
  const sums = new Float64Array(names.length);
  for (const [part, share] of PART_SHARES) addPart(sums, parts[part], share, byStem);
  if (Math.max(...sums) < LEAST_COSINE * WHOLE) return [];
  const strongest = Array.from(sums, (sum, topic): [number, number] => [topic, sum ** POWER])
    .filter(([, share]) => share > 0)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_TOPICS);
  const length = lengthOf(strongest.map(([, share]) => share));
  return strongest
    .map(([topic, share]): [number, number] => [topic, Math.round((share / length) * 1000) / 1000])
    .filter(([, share]) => share >= LEAST_SHARE)
    .sort(([a], [b]) => a - b);
}

function addPart(sums: Float64Array, part: StemCounts, share: number, byStem: JobCatalogue['byStem']): void {
  const weights = part.map(([stem, count]) => weighStem(stem, count));
  const scale = share / lengthOf(weights);
  for (let at = 0; at < part.length; at++) {
    const list = byStem.get((part[at] as StemCounts[number])[0]);
    if (!list) continue;
    const weight = scale * (weights[at] as number);
    for (let entry = 0; entry < list.jobs.length; entry++)
      (sums[list.jobs[entry] as number] as number) += weight * (list.weights[entry] as number);
  }
}

/** Returns how much each stem says of the job of an agent; a job of several agents has the sum of theirs. */
export function weighJobStems(parts: ProfileParts): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [part, share] of PART_SHARES) {
    const weights = parts[part].map(([stem, count]) => weighStem(stem, count));
    const scale = share / lengthOf(weights);
    for (const [at, [stem]] of parts[part].entries())
      sums.set(stem, (sums.get(stem) ?? 0) + scale * (weights[at] as number));
  }
  const length = lengthOf(sums.values());
  return new Map([...sums].map(([stem, weight]) => [stem, weight / length]));
}
