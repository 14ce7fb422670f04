/** Why are agents held to be alike, in words, from their profiles alone? */

import { listWords } from '@/lib/text';

import { type HeavyStems, listHeavyStems } from './candidates';
import { type Collection, listForms } from './collection';
import { ROLE_SHARES } from './config';
import { enlarge } from './enlarge';
import { marksTopic, topicName } from './topics';
import type { PairScore } from './types';
import type { WeighedProfile } from './weights';

/** Words that are named of what agents share. */
const MOST_WORDS = 5;

const SAME = 'The same file but for line ends, outer blanks or the order of its fields';

/** Cut, not rounded: only what is whole is called so. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** Says why two profiles are alike, strongest first. */
export function describePair(
  a: WeighedProfile,
  b: WeighedProfile,
  score: Pick<PairScore, 'tier' | 'jaccard' | 'containment'>,
  collection: Collection,
): string[] {
  if (score.tier === 'same') return [SAME];
  return [...describeText(score), ...describeShared([a, b], collection)];
}

/** Says why profiles form a cluster, strongest first; the figures are the least of its pairs. */
export function describeCluster(
  profiles: readonly WeighedProfile[],
  figures: Pick<PairScore, 'tier' | 'jaccard' | 'containment'>,
  collection: Collection,
): string[] {
  if (figures.tier === 'same') return [SAME];
  return [...(figures.tier === 'copy' ? describeText(figures) : []), ...describeShared(profiles, collection)];
}

function describeText({ jaccard, containment }: Pick<PairScore, 'jaccard' | 'containment'>): string[] {
  if (jaccard === 1) return ['The same instructions, word by word'];
  if (containment >= 0.8) return [`${percent(containment)} of the shorter one's text is in the longer one`];
  return jaccard >= 0.2 ? [`${percent(jaccard)} of their text is the same`] : [];
}

/** Says what the names and the words of profiles have in common, strongest first. */
export function describeShared(
  profiles: readonly WeighedProfile[],
  collection: Collection,
  forms = listForms(
    profiles.map(({ profile }) => profile),
    collection,
  ),
): string[] {
  const reasons: string[] = [];
  const [name, named] = commonest(profiles.flatMap(({ profile }) => profile.name ?? []));
  if (named === profiles.length) reasons.push(`${whoOf(named, named)} are named “${name}”`);
  else if (named > profiles.length / 2) reasons.push(`${named} of ${profiles.length} are named “${name}”`);
  const job = sharedJob(profiles);
  if (job) reasons.push(`${whoOf(job.having, profiles.length)} read like one job: ${topicName(job.topic)}`);
  const { words, having } = listShared(profiles, collection, forms, job?.topic ?? null);
  if (words.length > 0) reasons.push(`${whoOf(having, profiles.length)} speak of ${listWords(words)}`);
  return reasons;
}

/** A job counts as spoken of when it has this share of what an agent speaks like. */
const SPOKEN = 0.3;

/** The job of the catalogue that most of the profiles speak like; null where they have none in common. */
function sharedJob(profiles: readonly WeighedProfile[]): { topic: number; having: number } | null {
  const sums = new Map<number, { share: number; having: number }>();
  for (const { profile } of profiles) {
    for (const [topic, share] of profile.topics) {
      const sum = sums.get(topic) ?? { share: 0, having: 0 };
      sums.set(topic, { share: sum.share + share, having: sum.having + (share >= SPOKEN ? 1 : 0) });
    }
  }
  const [nearest] = [...sums].sort(([a, x], [b, y]) => y.share - x.share || a - b);
  if (!nearest || nearest[1].having < 2 || nearest[1].having <= profiles.length / 2) return null;
  return { topic: nearest[0], having: nearest[1].having };
}

function whoOf(having: number, all: number): string {
  if (having === all) return all === 2 ? 'Both' : 'All';
  return having > all / 2 ? 'Most' : 'Several';
}

function commonest(names: readonly string[]): [name: string, count: number] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? ['', 0];
}

/** Stems of a profile that may be named as shared. */
const HEAVIEST = { shares: ROLE_SHARES, stems: 96 };
/** Of the profiles, the share that must have a stem for it to be named as shared. */
const LEAST_SHARE = 1 / 3;

/** A profile is compared with many, and is in clusters of copies and of roles. */
const heaviest = new WeakMap<WeighedProfile, HeavyStems>();

function heaviestOf(profile: WeighedProfile): HeavyStems {
  const known = heaviest.get(profile);
  if (known) return known;
  const found = listHeavyStems(profile, HEAVIEST);
  heaviest.set(profile, found);
  return found;
}

/** By number of the stem, while profiles are summed up; 0 between two times. */
let weights = new Float64Array(1024);
let counts = new Uint32Array(weights.length);

/** How much the heaviest stems of profiles weigh together that `least` of them have among theirs, and how many do. */
function sumHeaviest(
  profiles: readonly WeighedProfile[],
  least: number,
): [stem: number, sum: { weight: number; having: number }][] {
  const found: number[] = [];
  for (const profile of profiles) {
    const heavy = heaviestOf(profile);
    makeRoom(profile.profile.distinct.at(-1) ?? 0);
    for (let at = 0; at < heavy.stems.length; at++) {
      const stem = heavy.stems[at] as number;
      if (counts[stem] === 0) found.push(stem);
      (weights[stem] as number) += heavy.weights[at] as number;
      (counts[stem] as number) += 1;
    }
  }
  const sums: [stem: number, sum: { weight: number; having: number }][] = [];
  for (const stem of found) {
    const sum = { weight: weights[stem] as number, having: counts[stem] as number };
    if (sum.having >= least) sums.push([stem, sum]);
    weights[stem] = 0;
    counts[stem] = 0;
  }
  return sums;
}

function makeRoom(stem: number): void {
  if (stem < weights.length) return;
  weights = enlarge(weights, 2 * stem + 1);
  counts = enlarge(counts, 2 * stem + 1);
}

/** The stems that weigh most in most of the profiles, as they are written, and how many profiles have them all. */
function listShared(
  profiles: readonly WeighedProfile[],
  { stems, background }: Collection,
  forms: ReadonlyMap<number, string>,
  topic: number | null,
): { words: string[]; having: number } {
  const least = Math.max(2, LEAST_SHARE * profiles.length);
  const known = sumHeaviest(profiles, least).filter(
    ([stem]) => forms.has(stem) && !background[stem]?.generic,
  );
  // Words of the job that all speak like say more than words that are merely rare.
  const telling = topic === null ? [] : known.filter(([stem]) => marksTopic(stems.texts[stem] ?? '', topic));
  const said = new Set<string>();
  const shared = (telling.length > 0 ? telling : known)
    .sort(
      ([a, x], [b, y]) => y.weight - x.weight || ((stems.texts[a] ?? '') < (stems.texts[b] ?? '') ? -1 : 1),
    )
    .filter(([stem]) => {
      const word = (forms.get(stem) as string).toLowerCase();
      return !said.has(word) && said.add(word);
    })
    .slice(0, MOST_WORDS);
  return {
    words: shared.map(([stem]) => forms.get(stem) as string),
    having: Math.min(...shared.map(([, { having }]) => having)),
  };
}
