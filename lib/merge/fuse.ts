/** How do two instructions that overlap become one? */

import {
  type Clause,
  firstWord,
  isAdverb,
  isExpertise,
  isProviding,
  type Part,
  type Phrase,
  printPhrase,
} from './fuse-clause';
import { addFrame } from './fuse-frames';
import { BRACKETED, countWords, type Known, novelOf, textOf } from './fuse-items';
import { areAlike, toForm, verbForm } from './fuse-verbs';

/** What fusing asks of the rest of the merge. */
export interface FuseTools {
  /** Whether only lists may grow, and no clause be added. */
  isListOnly: boolean;
  known: Known;
  /** Takes the capital off an item that has it only because it came first. */
  lowercase: (text: string) => string;
  /** Whether words say all that others do. */
  holds: (whole: string, part: string) => boolean;
}

/** A fused instruction: its words, and which of the member's were added. */
export interface Fusion {
  phrase: Phrase;
  text: string;
  added: number;
}

const MOST_CLAUSES = 4;
const MOST_ITEMS = 8;
const MOST_SKILLS = 12;

/**
 * Puts what only `member` says into `host`: items go into the list that they belong to, under the same verb or the same
 * preposition; what has no such list follows as a clause of its own. Returns null where that would not read well.
 */
export function fusePhrases(host: Phrase, member: Phrase, tools: FuseTools): Fusion | null {
  const phrase: Phrase = { ...host, clauses: host.clauses.map(copyClause) };
  for (const clause of member.clauses) {
    const novel = novelOf(clause, tools.known);
    const rest = novel?.isList ? withoutExamples(phrase, novel, tools) : novel;
    if (!rest || addToList(phrase, rest, clause, tools)) continue;
    const whole = rest === novel ? novelOf(clause, tools.known, true) : rest;
    if (tools.isListOnly || !whole || !(addFrame(phrase, whole) || addClause(phrase, whole))) return null;
  }
  const before = countWords(printPhrase(host));
  const text = printPhrase(phrase);
  return { phrase, text, added: countWords(text) - before };
}

/** Takes the items out whose examples went into the brackets of another. */
function withoutExamples(phrase: Phrase, clause: Clause, tools: FuseTools): Clause | null {
  const parts = clause.parts.map((part) => ({
    ...part,
    items: part.items.filter((item) => !addExamples(phrase, item, tools)),
  }));
  const count = (all: readonly Part[]) => all.reduce((sum, { items }) => sum + items.length, 0);
  if (count(parts) === count(clause.parts)) return clause;
  return count(parts) === 0 ? null : { ...clause, parts, source: null };
}

function copyClause(clause: Clause): Clause {
  return { ...clause, parts: clause.parts.map((part) => ({ ...part, items: [...part.items] })) };
}

/** Puts the examples of an item into the brackets of one that ends in the same word; false when none does. */
function addExamples(phrase: Phrase, item: string, { holds }: FuseTools): boolean {
  const [, head, examples] = BRACKETED.exec(item) ?? [];
  if (head === undefined || examples === undefined) return false;
  for (const clause of phrase.clauses) {
    for (const part of clause.isList ? clause.parts : []) {
      for (const [at, own] of part.items.entries()) {
        const [, ownHead, ownExamples] = BRACKETED.exec(own) ?? [];
        if (ownHead === undefined || ownExamples === undefined) continue;
        if (countShared(ownHead, head) < LEAST_OF_HEADS) continue;
        const isWider = !holds(ownHead, head) && holds(head, ownHead);
        if (!isWider && !holds(ownHead, head)) continue;
        const known = new Set(ownExamples.toLowerCase().split(/,\s+/));
        const novel = examples.split(/,\s+/).filter((example) => !known.has(example.toLowerCase()));
        if (novel.length === 0 && !isWider) return true;
        part.items[at] = `${isWider ? head : ownHead} (${[ownExamples, ...novel].join(', ')})`;
        clause.source = null;
        return true;
      }
    }
  }
  return false;
}

/** One word that two heads share may be a field in which they say different things. */
const LEAST_OF_HEADS = 2;

function countShared(a: string, b: string): number {
  const words = new Set(a.toLowerCase().split(' '));
  return b
    .toLowerCase()
    .split(' ')
    .filter((word) => word.length > 3 && words.has(word)).length;
}

function addToList(phrase: Phrase, novel: Clause, whole: Clause, tools: FuseTools): boolean {
  if (!novel.isList || novel.isSeries) return false;
  const rest = isExpertise(novel.lead) ? flattened(novel) : novel;
  const core = rest.parts[0];
  const tails = rest.parts.slice(1);
  if (core && core.items.length > 0) {
    if (tails.length > 0) return false;
    const isTitled = phrase.label !== null && tools.holds(textOf(whole), phrase.label);
    const target = phrase.clauses.find((clause) => takesItems(clause, rest, core, isTitled));
    const list = target?.parts[target.parts.length - 1];
    if (!target || !list) return false;
    return addItems(
      target,
      list,
      core.items.map((item) => (rest.lead === '' ? tools.lowercase(item) : item)),
      tools,
    );
  }
  const governed = whole.parts[0]?.items.at(-1) ?? '';
  const target = phrase.clauses.find(
    (clause) =>
      clause.isList &&
      !clause.isSeries &&
      sameLead(clause.lead, whole.lead) &&
      governs(clause, governed, tools),
  );
  return target !== undefined && tails.every((tail) => addTail(target, tail, tools));
}

/** "Expertise in A including B and C" has A, B and C. */
function flattened(clause: Clause): Clause {
  const [core] = clause.parts;
  const isPlain = clause.parts.slice(1).every(({ preposition }) => preposition === 'including');
  if (!core || clause.parts.length < 2 || !isPlain) return clause;
  return { ...clause, parts: [{ ...core, items: clause.parts.flatMap(({ items }) => items) }], source: null };
}

/** A list takes items of the same verb in any form; one without a verb takes those of lists without verbs. */
function takesItems(clause: Clause, rest: Clause, core: Part, isTitled: boolean): boolean {
  if (!clause.isList || clause.isSeries || clause.parts.length !== 1) return false;
  // What holds under a condition does not hold always, nor the other way round.
  const isBare = rest.suffix === '' && /^before\b/i.test(clause.suffix);
  if (!isBare && rest.suffix.toLowerCase() !== clause.suffix.toLowerCase()) return false;
  const list = clause.parts[0];
  if (!list || core.conjunction === 'or') return false;
  if (list.conjunction === 'or' && !areAlike('provide', toForm(clause.lead.toLowerCase(), 'base')))
    return false;
  if (list.preposition !== core.preposition) return false;
  const last = list.items.at(-1) ?? '';
  if (RUNS_ON.test(last)) return false;
  // "Caching: A and B" takes the C of "Use C".
  if (isTitled && clause.lead === '' && core.items.length <= MOST_TITLED)
    return rest.lead === '' || areAlike('implement', toForm(rest.lead.toLowerCase(), 'base'));
  return sameLead(clause.lead, rest.lead);
}

/** A titled list takes so many items at once of one that names a verb. */
const MOST_TITLED = 2;

/** An item that ends in words about itself would take in what is put behind it. */
const RUNS_ON = /\s(?:to|following|ensuring|\p{L}{3,}ing)\s(?!\S+$)/u;

function sameLead(a: string, b: string): boolean {
  if (isExpertise(a) && isExpertise(b)) return true;
  const plain = (word: string) => toForm(word.toLowerCase(), 'base');
  if (isProviding(b) && !isProviding(a)) return areAlike('provide', plain(a.split(' ').at(-1) ?? ''));
  if (isProviding(a)) return isProviding(b) || areAlike('provide', plain(b));
  if (b === '') return a === '' || areAlike('implement', plain(a));
  if (a === '') return false;
  const verbs = (lead: string) =>
    lead
      .split(' ')
      .filter((word) => !isAdverb(word))
      .map(plain);
  const [first, ...others] = verbs(a);
  const [second, ...more] = verbs(b);
  if (others.length > 0 || more.length > 0)
    return [first, ...others].join(' ') === [second, ...more].join(' ');
  return areAlike(first ?? '', second ?? '');
}

/** Whether what a clause speaks of last is what other words are about, so that their "with …" may follow it. */
function governs(clause: Clause, words: string, { holds }: FuseTools): boolean {
  const last = clause.parts[0]?.items.at(-1);
  return last !== undefined && words !== '' && holds(last, words);
}

function addTail(target: Clause, tail: Part, tools: FuseTools): boolean {
  const last = target.parts[target.parts.length - 1];
  if (last && last.preposition === tail.preposition && last.conjunction !== 'or')
    return addItems(target, last, tail.items, tools);
  if (target.parts.some(({ preposition }) => preposition === tail.preposition)) return false;
  if (target.parts.length > 2) return false;
  target.parts.push({ ...tail, items: [...tail.items] });
  target.source = null;
  return true;
}

const endsInAdverb = (item: string) => isAdverb(/\S+$/.exec(item)?.[0] ?? '');

/** Items that say all that one of the list does take its place. */
function addItems(target: Clause, list: Part, items: readonly string[], { holds }: FuseTools): boolean {
  const novel: string[] = [];
  for (const item of items) {
    const at = list.items.findIndex((own) => holds(item, own));
    if (at === -1) novel.push(item);
    // "trade-offs clearly" in the midst of a list would read badly.
    else if (!endsInAdverb(item)) list.items[at] = item;
  }
  const most = isExpertise(target.lead) ? MOST_SKILLS : MOST_ITEMS;
  if (list.items.length + novel.length > most) return false;
  if (list.conjunction === ',' && target.lead !== '') list.conjunction = 'and';
  const isClosed = list.conjunction === 'or' || endsInAdverb(list.items.at(-1) ?? '');
  if (isClosed) list.items.splice(-1, 0, ...novel);
  else list.items.push(...novel);
  target.source = null;
  return true;
}

/** A clause of its own, in the form in which the host's verbs stand. */
function addClause(phrase: Phrase, rest: Clause): boolean {
  if (phrase.clauses.length >= MOST_CLAUSES) return false;
  const form = leadForm(phrase);
  const last = phrase.clauses[phrase.clauses.length - 1];
  const isSentence = last !== undefined && last.end !== '';
  const clause = form === null ? rest : clauseInForm(rest, form);
  if (form !== null && clauseForm(clause) !== form) return false;
  if (form === null && !isSentence) return false;
  if (rest.isList && rest.lead === '' && !rest.isSeries) return false;
  phrase.clauses.push({ ...copyClause(clause), end: isSentence ? '.' : '' });
  return true;
}

/** In which form the verbs of a phrase stand; null where it has clauses without. */
export function leadForm(phrase: Phrase) {
  const forms = new Set(phrase.clauses.map(clauseForm));
  return forms.size === 1 ? ([...forms][0] ?? null) : null;
}

function clauseForm(clause: Clause) {
  return verbForm(firstWord(textOf(clause)));
}

/** Puts the verbs that open a clause into a form: "Designing and testing" becomes "Design and test". */
export function clauseInForm(clause: Clause, form: 'base' | 'gerund'): Clause {
  if (clause.lead !== '') {
    const lead = clause.lead
      .split(' ')
      .map((word) => toForm(word, form))
      .join(' ');
    if (lead === clause.lead) return clause;
    const source = clause.source === null ? null : lead + clause.source.slice(clause.lead.length);
    return { ...clause, lead, source };
  }
  const word = firstWord(textOf(clause));
  const turned = toForm(word, form);
  if (turned === word || clause.source === null || clause.isSeries) return clause;
  const source = turned + clause.source.slice(word.length);
  return clause.isList
    ? clause
    : { ...clause, source, parts: [{ preposition: '', items: [source], conjunction: 'and' }] };
}
