/** Which jobs are known, and which stems mark each? */

import { backgroundIdf } from './background';
import { GENERIC_SHARE, isGeneric } from './generic-words';
import { JOB_STEMS, MOST_STEPS } from './job-stems';
import { BUSINESS_JOBS } from './jobs-business';
import { DATA_JOBS } from './jobs-data';
import { ENGINEERING_JOBS } from './jobs-engineering';
import { LANGUAGE_JOBS } from './jobs-languages';
import { SPECIALTY_JOBS } from './jobs-specialties';
import { TOOL_JOBS } from './jobs-tools';
import { listConcepts } from './lexicon';

/** The jobs that a stem belongs to, and its weight in each. */
export interface JobList {
  jobs: number[];
  weights: number[];
}

export interface JobCatalogue {
  names: string[];
  byStem: ReadonlyMap<string, JobList>;
}

type Weights = Map<string, number>;

interface Job {
  name: string;
  /** How much it counts beside a common one. */
  share: number;
  /** Of the length 1. */
  weights: Weights;
}

let catalogue: JobCatalogue | null = null;

/** Read at the first question: a page that makes no profile needs none of it. */
export function requireCatalogue(): JobCatalogue {
  catalogue ??= listByStem(
    joinJobs([...readWritten(COMMON_JOBS), ...readWritten(NARROW_JOBS, NARROW_SHARE)], readFound()),
  );
  return catalogue;
}

/** How much a stem counts that occurs this often: rare ones more, words of titles less. */
export const weighStem = (stem: string, count: number): number =>
  Math.log2(1 + count) * backgroundIdf(stem) * (isGeneric(stem) ? GENERIC_SHARE : 1);

/** The length of a list of weights; 1 for one without any. */
export const lengthOf = (weights: Iterable<number>): number => {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};

/** What a job is called counts as often as this many of its words. */
const LABEL_TIMES = 3;

const COMMON_JOBS = [ENGINEERING_JOBS, LANGUAGE_JOBS, DATA_JOBS, BUSINESS_JOBS].join('\n');
const NARROW_JOBS = [TOOL_JOBS, SPECIALTY_JOBS].join('\n');
/**
 * How much a job counts that is a part of another one, or was found, beside a common one: who does the whole speaks of its
 * parts as well. With 1 the golden agents lost .01 to .03 of F1, with .7 the real ones .01.
 */
const NARROW_SHARE = 0.85;

/** The jobs that we wrote down. */
function readWritten(table: string, share = 1): Job[] {
  return linesOf(table).map(([name, words]) => {
    const counts: Weights = new Map();
    const count = (text: string, times: number) => {
      for (const { stem } of listConcepts(text, 'en')) counts.set(stem, (counts.get(stem) ?? 0) + times);
    };
    count(name, LABEL_TIMES);
    count(words, 1);
    return {
      name,
      share,
      weights: toLength([...counts].map(([stem, times]) => [stem, weighStem(stem, times)])),
    };
  });
}

/** The jobs of real agents: the stems stand in columns, those that weigh most in the first. */
function readFound(): Job[] {
  return linesOf(JOB_STEMS).map(([name, columns]) => ({
    name,
    share: NARROW_SHARE,
    weights: toLength(
      columns
        .split('|')
        .flatMap((stems, at) =>
          stems.split(' ').flatMap((stem): [string, number][] => (stem ? [[stem, MOST_STEPS - at]] : [])),
        ),
    ),
  }));
}

const linesOf = (table: string): [name: string, rest: string][] =>
  table
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);

function toLength(weights: readonly (readonly [string, number])[]): Weights {
  const length = lengthOf(weights.map(([, weight]) => weight));
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
}

/**
 * A found job and a written one with a larger cosine are one: else an agent's share would go to twins, now to the one, now
 * to the other. Of agents held out, .35 and .25 lost .01 to .03 of F1.
 */
const SAME_JOB = 0.45;

function joinJobs(written: readonly Job[], found: readonly Job[]): Job[] {
  const nearest = found.map((job) => nearestOf(job, written));
  const joined = written.map(({ name, share, weights }, at) => {
    const twins = found.filter((_, place) => nearest[place] === at);
    const sums = new Map(weights);
    for (const twin of twins)
      for (const [stem, weight] of twin.weights)
        sums.set(stem, (sums.get(stem) ?? 0) + weight / Math.sqrt(twins.length));
    return { name, share, weights: toLength([...sums]) };
  });
  return [...joined, ...found.filter((_, place) => nearest[place] === null)];
}

/** The place of the job that is the same. */
function nearestOf({ weights }: Job, jobs: readonly Job[]): number | null {
  let nearest: number | null = null;
  let most = SAME_JOB;
  for (const [at, job] of jobs.entries()) {
    let cosine = 0;
    for (const [stem, weight] of weights) cosine += weight * (job.weights.get(stem) ?? 0);
    if (cosine >= most) [nearest, most] = [at, cosine];
  }
  return nearest;
}

function listByStem(jobs: readonly Job[]): JobCatalogue {
  const byStem = new Map<string, JobList>();
  for (const [job, { share, weights }] of jobs.entries()) {
    for (const [stem, weight] of weights) {
      const list = byStem.get(stem) ?? { jobs: [], weights: [] };
      byStem.set(stem, list);
      list.jobs.push(job);
      list.weights.push(share * weight);
    }
  }
  return { names: jobs.map(({ name }) => name), byStem };
}
