/** Agent files like those of large collections, as many as wanted, the same at every run. */

import { COUNTS, DOCUMENTS } from '../lib/similarity/background-counts';
import { BUSINESS_JOBS } from '../lib/similarity/jobs-business';
import { DATA_JOBS } from '../lib/similarity/jobs-data';
import { ENGINEERING_JOBS } from '../lib/similarity/jobs-engineering';
import { LANGUAGE_JOBS } from '../lib/similarity/jobs-languages';

/** What a generated file is to the ones before it. */
export type Origin = 'new' | 'reworded' | 'edited' | 'equal' | 'holds';

export interface GeneratedAgent {
  text: string;
  origin: Origin;
  /** Files of one role do one job, in other words or in the same. */
  role: number;
}

/** Marsaglia's xorshift over 32 bits: numbers from 0 up to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** The stems of real agents, each as often as it occurs there; the rare ones are made up into ten times as many. */
function readVocabulary(): { common: string[]; rare: string[] } {
  const common: string[] = [];
  const rare: string[] = [];
  for (const line of COUNTS.trim().split('\n')) {
    const colon = line.indexOf(':');
    const count = Number(line.slice(0, colon));
    for (const stem of line.slice(colon + 1).split(' ')) {
      for (let times = 0; times < Math.ceil(count ** 1.2); times++) common.push(stem);
      if (count < DOCUMENTS / 20) for (const end of ENDS) rare.push(stem.slice(0, 5) + end);
    }
  }
  return { common, rare };
}

const ENDS = ['', 'al', 'ic', 'on', 'um', 'ra', 'te', 'ix', 'en', 'os'];
const SECTIONS = ['Responsibilities', 'Approach', 'Workflow', 'Output', 'Principles', 'Checklist'];

const CATALOGUE = [ENGINEERING_JOBS, LANGUAGE_JOBS, DATA_JOBS, BUSINESS_JOBS]
  .join('\n')
  .split('\n')
  .filter((line) => line.includes(':'))
  .map((line) => ({
    title: line.slice(0, line.indexOf(':')).trim(),
    words: line
      .slice(line.indexOf(':') + 1)
      .split(/[ ,]+/)
      .filter((word) => word !== ''),
  }));

interface Role {
  title: string;
  /** The words that its files have in common, the first ones most. */
  topic: string[];
}

/**
 * Makes agent files: of every 100 about 45 have a role and words of their own, 25 say in other words what an earlier
 * one says, 20 are edited copies, 5 are equal copies, 5 hold an earlier one whole. A collection of about 400 files
 * shares boilerplate, a tenth to a half of each. Lengths spread as real ones do, with a median of `words`.
 */
export function* generateAgents(count: number, words = 900, seed = 1): Generator<GeneratedAgent> {
  const random = createRandom(seed);
  const { common, rare } = readVocabulary();
  const recent: { sentences: string[]; role: number; description: string }[] = [];
  const roles: Role[] = [];
  let boilerplate: string[] = [];
  let share = 0;
  const write = (role: Role) => sentence(role, common, rare, random);
  for (let at = 0; at < count; at++) {
    if (at % 400 === 0) {
      const collection = makeRole(common, rare, random);
      boilerplate = Array.from({ length: Math.ceil(words / 14) }, () => write(collection));
      share = 0.1 + 0.4 * random();
    }
    const length = Math.max(3, (words / 14) * Math.exp(0.8 * normal(random)));
    const chance = at < 20 ? 0 : random();
    const origin = ORIGINS.find(([upTo]) => chance < upTo)?.[1] ?? 'new';
    const other = pick(recent.length > 0 ? recent : [EMPTY], random);
    const role = origin === 'new' ? roles.push(makeRole(common, rare, random)) - 1 : other.role;
    const subject = roles[role] as Role;
    const own = () => Array.from({ length: Math.ceil(length * (1 - share)) }, () => write(subject));
    const mine = () => mix(own(), boilerplate.slice(0, Math.ceil(length * share)), random);
    const sentences = {
      new: mine,
      reworded: mine,
      equal: () => other.sentences,
      edited: () => edit(other.sentences, write(subject), random),
      holds: () => [...other.sentences, ...own()],
    }[origin]();
    const description =
      origin === 'equal' || origin === 'edited'
        ? other.description
        : `Use for ${subject.topic.slice(0, 4).join(' ')}. ${write(subject)}`;
    const made = { sentences, role, description };
    if (recent.length < 2_000) recent.push(made);
    else recent[Math.floor(random() * recent.length)] = made;
    yield { text: compose(subject, made, origin === 'equal' ? '\r\n' : '\n'), origin, role };
  }
}

const EMPTY = { sentences: [] as string[], role: 0, description: '' };
const ORIGINS: readonly [upTo: number, origin: Origin][] = [
  [0.45, 'new'],
  [0.7, 'reworded'],
  [0.9, 'edited'],
  [0.95, 'equal'],
  [1, 'holds'],
];

/** A job of the catalogue, in a field of its own: of ten words of the topic about four are the job's. */
function makeRole(common: readonly string[], rare: readonly string[], random: Random): Role {
  const { title, words } = pick(CATALOGUE, random);
  const own = Array.from({ length: 40 }, (_, at) => pick(at % 4 === 0 ? common : rare, random));
  const topic = Array.from({ length: 66 }, (_, at) => (at % 5 < 2 ? pick(words, random) : pick(own, random)));
  return { title: [own[1], title].join(' '), topic };
}

/** A sentence of 6 to 22 words; a third are of the topic, the first words of it more often. */
function sentence(role: Role, common: readonly string[], rare: readonly string[], random: Random): string {
  const words = Array.from({ length: 6 + Math.floor(16 * random()) }, () => {
    const chance = random();
    if (chance < 0.35) return role.topic[Math.floor(role.topic.length * random() ** 2)];
    return pick(chance < 0.97 ? common : rare, random);
  });
  return `${words.join(' ')}.`;
}

/** Drops, moves and adds some sentences: between a few and half of them. */
function edit(sentences: readonly string[], added: string, random: Random): string[] {
  const strength = 0.3 * random();
  const edited = sentences.flatMap((one) => {
    const chance = random();
    if (chance < strength) return [];
    if (chance < 1.5 * strength) return [one, added];
    return chance < 2 * strength ? [one.replace(/^\S+ /, '')] : [one];
  });
  return edited.length > 0 ? edited : [...sentences];
}

function mix(own: readonly string[], boilerplate: readonly string[], random: Random): string[] {
  const at = Math.floor(own.length * random());
  return [...own.slice(0, at), ...boilerplate, ...own.slice(at)];
}

function compose(role: Role, made: { sentences: string[]; description: string }, end: string): string {
  const name = role.title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  const lines = ['---', `name: ${name}`, `description: ${JSON.stringify(made.description)}`, '---', ''];
  const size = Math.ceil(made.sentences.length / SECTIONS.length);
  for (const [at, section] of SECTIONS.entries()) {
    const part = made.sentences.slice(at * size, (at + 1) * size);
    if (part.length > 0) lines.push(`## ${section}`, '', ...part.map((one) => `- ${one}`), '');
  }
  return lines.join(end);
}

/** Box and Muller's. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
