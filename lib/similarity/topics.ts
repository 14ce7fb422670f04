/** Which known jobs does an agent speak like? */

import { lengthOf, requireCatalogue, weighStem } from './job-catalogue';
import { COUNT_STEPS } from './profile-code';
import { stemEra, stemOfNumber } from './stem-numbers';
import { stepsAt, type Tally } from './tally';
import { PROFILE_PARTS, type Profile, type ProfilePart, type ProfileParts } from './types';

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
 * Returns the jobs of the catalogue that an agent speaks like, ascending, and their shares, whose squares sum to 1. Agents
 * that use quite other words are near the same jobs (explicit semantic analysis). Empty where none is near. Depends on the
 * agent alone, not on its workspace. `order` are the places of the tally, by their stems.
 */
export function listTopics(tally: Tally, order: readonly number[]): Profile['topics'] {
  const sums = new Float64Array(requireCatalogue().names.length);
  const facts = factsOf(tally.stems);
  const { starts, jobs, shares } = facts;
  const weights = weighStems(tally, order, facts);
  for (let at = 0; at < order.length; at++) {
    const stem = tally.stems[order[at] as number] as number;
    const weight = weights[at] as number;
    const end = starts[stem + 1] as number;
    for (let entry = starts[stem] as number; entry < end; entry++)
      (sums[jobs[entry] as number] as number) += weight * (shares[entry] as number);
  }
  const strongest = strongestOf(sums);
  if ((sums[strongest[0] ?? 0] as number) < LEAST_COSINE * WHOLE) return [];
  const powers = strongest.map((topic) => (sums[topic] as number) ** POWER);
  const length = lengthOf(powers);
  return strongest
    .map((topic, at): [number, number] => [
      topic,
      Math.round(((powers[at] as number) / length) * 1000) / 1000,
    ])
    .filter(([, share]) => share >= LEAST_SHARE)
    .sort(([a], [b]) => a - b);
}

/** What the catalogue says of stems, by their numbers, in lists without gaps; `era` is that of the numbers. */
interface StemFacts {
  era: number;
  /** What `weighStem` says of one that occurs once. */
  weights: number[];
  /** Where the jobs of a stem begin; they end where those of the next one do. */
  starts: number[];
  jobs: number[];
  shares: number[];
}

const noFacts = (era: number): StemFacts => ({ era, weights: [], starts: [0], jobs: [], shares: [] });
let remembered = noFacts(-1);

/** What is known of stems, these ones among them. */
function factsOf(numbers: readonly number[]): StemFacts {
  const catalogue = requireCatalogue();
  if (remembered.era !== stemEra()) remembered = noFacts(stemEra());
  const { weights, starts, jobs, shares } = remembered;
  const last = numbers.reduce((most, number) => Math.max(most, number), -1);
  for (let number = weights.length; number <= last; number++) {
    const stem = stemOfNumber(number);
    const list = catalogue.byStem.get(stem);
    weights.push(weighStem(stem, 1));
    if (list) {
      jobs.push(...list.jobs);
      shares.push(...list.weights);
    }
    starts.push(jobs.length);
  }
  return remembered;
}

/** How much each stem says of the job, in this order; stems that a part has not say nothing there. */
function weighStems(tally: Tally, order: readonly number[], facts: StemFacts): Float64Array {
  const sums = new Float64Array(order.length);
  const weights = new Float64Array(order.length);
  for (const [name, share] of PART_SHARES) {
    const part = PROFILE_PARTS.indexOf(name);
    for (let at = 0; at < order.length; at++) {
      const place = order[at] as number;
      const steps = stepsAt(tally, place, part);
      weights[at] =
        steps === 0
          ? 0
          : Math.log2(1 + steps / COUNT_STEPS) * (facts.weights[tally.stems[place] as number] as number);
    }
    const scale = share / lengthOf(weights);
    for (let at = 0; at < sums.length; at++) (sums[at] as number) += scale * (weights[at] as number);
  }
  return sums;
}

/** The topics with the largest sums, largest first, of equal ones the first. */
function strongestOf(sums: Float64Array): number[] {
  const found: number[] = [];
  for (let topic = 0; topic < sums.length; topic++) {
    const sum = sums[topic] as number;
    let at = found.length;
    while (at > 0 && (sums[found[at - 1] as number] as number) < sum) at -= 1;
    if (sum === 0 || at === MOST_TOPICS) continue;
    found.splice(at, 0, topic);
    if (found.length > MOST_TOPICS) found.pop();
  }
  return found;
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
