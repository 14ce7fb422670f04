/** Why are two agents held to be alike, instruction by instruction, and what sets them apart? */

import { type AgentFile, readAgentFile, sameValue } from '@/lib/agent-file';
import { listWords, type TextRange } from '@/lib/text';
import { splitBody, splitDescription, type Unit } from '@/lib/units';

import { type Collection, collectProfile, createCollection } from './collection';
import { ROLE_SHARES } from './config';
import { listConcepts } from './lexicon';
import { type Instruction, matchInstructions } from './match-units';
import { DEFAULT_THRESHOLDS, scoreWeighed } from './pair-score';
import { createProfile } from './profile';
import { type Rarities, rateStems } from './rarities';
import { describeShared, percent } from './reasons';
import type { EvidenceUnit, PairEvidence, PairScore, Profile } from './types';
import { type WeighedProfile, weighProfile } from './weights';

/** Shared words that are named. */
const MOST_TERMS = 30;

/** What says nothing that another agent could say as well. */
const SILENT: ReadonlySet<Unit['kind']> = new Set(['rule', 'tag', 'heading', 'example']);

/** "Examples:" announces what is not compared. */
const ANNOUNCEMENT = /^\p{L}+[:：]$/u;

/**
 * Returns why two agents are held to be alike: their instructions side by side, the rare words that both use, what only
 * one of them says, and reasons in words. `score` is what their workspace makes of them; without it they are scored by
 * agents in general, and a pair that reaches no tier has the tier `role` and a score below its threshold. Of texts with
 * more than 4,000 instructions the rest is matched only where it is equal.
 *
 * @example explainPair(text, text).reasons // ['The two files are equal']
 */
export function explainPair(textA: string, textB: string, score?: PairScore): PairEvidence {
  const [a, b] = [readSide(textA), readSide(textB)];
  const collection = createCollection();
  const [collectedA, collectedB] = [
    collectProfile(collection, a.profile),
    collectProfile(collection, b.profile),
  ];
  const forms = listStemForms(collection, [...a.instructions, ...b.instructions]);
  const rarities = rateStems(collection);
  const [one, other] = [weighProfile(collectedA, rarities), weighProfile(collectedB, rarities)];
  const own = score ?? scoreWeighed(one, other, { ...DEFAULT_THRESHOLDS, role: 0 });
  if (!own) throw new Error('every pair has a role score of 0 or more');
  const matches = matchInstructions(a.instructions, b.instructions);
  const matched = [
    new Set(matches.map((match) => match.a)),
    new Set(matches.map((match) => match.b)),
  ] as const;
  const reasons = [...describeDifference(a, b, own), ...describeShared([one, other], collection, forms)];
  return {
    ...own,
    reasons:
      own.tier === 'same' ? describeSame(a, b) : [...reasons, ...describeMatches(matches.length, a, b)],
    sharedTerms: listSharedTerms(one, other, rarities, forms),
    matches: matches.map(({ a: at, b: place, similarity }) => ({
      a: a.units[at] as EvidenceUnit,
      b: b.units[place] as EvidenceUnit,
      similarity,
    })),
    onlyA: a.units.filter((_, at) => !matched[0].has(at)),
    onlyB: b.units.filter((_, at) => !matched[1].has(at)),
  };
}

interface Side {
  file: AgentFile;
  profile: Profile;
  /** Of the description and the body, with their places in the file; the same as `instructions`. */
  units: EvidenceUnit[];
  instructions: Instruction[];
}

function readSide(text: string): Side {
  const file = readAgentFile(text);
  const profile = createProfile(text);
  const units = [...listTriggers(file), ...listBodyUnits(file)];
  const instructions = units.map((unit) => ({ text: unit.text, language: profile.language }));
  return { file, profile, units, instructions };
}

function listBodyUnits({ text, body }: AgentFile): EvidenceUnit[] {
  return splitBody(text, body)
    .filter(({ kind }) => !SILENT.has(kind))
    .map(({ range, text, headings }) => ({ range, text, headings }));
}

/** The sentences of the description; where the file writes one in another way, its place is that of the whole value. */
function listTriggers({ text, fields, effective }: AgentFile): EvidenceUnit[] {
  const value = fields.find(({ key }) => key === 'description')?.value;
  if (!value || effective.description === null) return [];
  let from = value.from;
  return splitDescription(effective.description)
    .filter(({ kind, text }) => !SILENT.has(kind) && !ANNOUNCEMENT.test(text))
    .map((unit): EvidenceUnit => {
      const at = text.indexOf(unit.text, from);
      const found = at !== -1 && at + unit.text.length <= value.to;
      const range: TextRange = found ? { from: at, to: at + unit.text.length } : value;
      if (found) from = range.to;
      return { range, text: unit.text, headings: ['description'] };
    });
}

/** How each stem is written most often; the texts say more than profiles keep. */
function listStemForms(
  { stems }: Collection,
  instructions: readonly Instruction[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const forms = new Map<string, Map<string, number>>();
  for (const { text, language } of instructions) {
    for (const { stem, word } of listConcepts(text, language)) {
      const counts = forms.get(stem) ?? new Map<string, number>();
      if (counts.size === 0) forms.set(stem, counts);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  for (const [stem, counts] of forms) {
    const number = stems.find(stem);
    const [form] = [...counts].sort(([a, x], [b, y]) => y - x || (a > b ? -1 : 1))[0] ?? [];
    if (number >= 0 && form !== undefined) found.set(number, form);
  }
  return found;
}

/** Says what sets two files apart that are the same. */
function describeSame({ file: a }: Side, { file: b }: Side): string[] {
  if (a.text === b.text) return ['The two files are equal'];
  const plain = (text: string) => text.replace(/\r\n?/g, '\n');
  const order = ({ fields }: AgentFile) => fields.map(({ key }) => key).join('\n');
  const differences = [
    plain(a.text) === a.text && plain(b.text) === b.text ? [] : ['line ends'],
    order(a) === order(b) ? [] : ['the order of the fields'],
  ].flat();
  const blanks = plain(a.text) === plain(b.text) || order(a) !== order(b) ? [] : ['outer blanks'];
  return [`The same text but for ${listWords([...differences, ...blanks])}`];
}

/** Says how much text two files share, and where one holds the other, which. */
function describeDifference(a: Side, b: Side, { jaccard, containment }: PairScore): string[] {
  if (jaccard === 1) {
    const keys = new Set([...a.file.fields, ...b.file.fields].map(({ key }) => key));
    const differ = [...keys].filter(
      (key) => !sameValue(a.file.values[key] ?? null, b.file.values[key] ?? null),
    );
    const apart = differ.length > 0 ? `; they differ in ${listWords(differ)}` : '';
    return [`The same instructions, word by word${apart}`];
  }
  const [first, second] = namesOf(a, b);
  const [smaller, larger] = sizeOf(a) <= sizeOf(b) ? [first, second] : [second, first];
  if (containment >= DEFAULT_THRESHOLDS.containment)
    return [`${percent(containment)} of the text of ${smaller} is in ${larger}`];
  return jaccard >= SOME_TEXT ? [`${percent(jaccard)} of their text is the same`] : [];
}

/** A share of the text below this may be a phrase that everybody uses. */
const SOME_TEXT = 0.05;

const sizeOf = ({ profile }: Side): number => profile.shingles.length;

function namesOf({ profile: a }: Side, { profile: b }: Side): [string, string] {
  return a.name && b.name && a.name !== b.name ? [`“${a.name}”`, `“${b.name}”`] : ['the first', 'the second'];
}

function describeMatches(matches: number, { units: a }: Side, { units: b }: Side): string[] {
  const fewer = Math.min(a.length, b.length);
  if (matches === 0 || fewer === 0) return [];
  return [`${matches} of ${fewer} instructions of the shorter one have a counterpart in the other`];
}

/** The heaviest stems that both have, rarest first; the weight is what a stem adds to the parts' cosines, of all. */
function listSharedTerms(
  a: WeighedProfile,
  b: WeighedProfile,
  { values }: Rarities,
  forms: ReadonlyMap<number, string>,
): PairEvidence['sharedTerms'] {
  const products = new Map<number, number>();
  for (const [part, share] of ROLE_SHARES.entries()) {
    const own = new Map<number, number>();
    for (let at = a.profile.bounds[part] as number; at < (a.profile.bounds[part + 1] as number); at++)
      own.set(a.profile.stems[at] as number, a.weights[at] as number);
    for (let at = b.profile.bounds[part] as number; at < (b.profile.bounds[part + 1] as number); at++) {
      const stem = b.profile.stems[at] as number;
      const product = share * (own.get(stem) ?? 0) * (b.weights[at] as number);
      if (product > 0) products.set(stem, (products.get(stem) ?? 0) + product);
    }
  }
  const total = [...products.values()].reduce((sum, product) => sum + product, 0);
  const heaviest = new Map<string, [stem: number, product: number]>();
  for (const [stem, product] of [...products].sort(([a, x], [b, y]) => y - x || a - b)) {
    const word = forms.get(stem)?.toLowerCase();
    if (word !== undefined && !heaviest.has(word)) heaviest.set(word, [stem, product]);
  }
  return [...heaviest.values()]
    .slice(0, MOST_TERMS)
    .sort(([a], [b]) => (values[b] as number) - (values[a] as number) || a - b)
    .map(([stem, product]) => ({ term: forms.get(stem) as string, weight: product / total }));
}
