/** How do two instructions that overlap become one? */

import { type Clause, firstWord, type Part, type Phrase, printPhrase } from './fuse-clause';
import { addFrame } from './fuse-frames';
import { BRACKETED, countWords, novelOf, textOf } from './fuse-items';
import { addToList, type FuseTools, topicOf } from './fuse-lists';
import { toForm, verbForm } from './fuse-verbs';

/** A fused instruction: its words, and which of the member's were added. */
export interface Fusion {
  phrase: Phrase;
  text: string;
  added: number;
}

const MOST_CLAUSES = 4;

/**
 * Puts what only `member` says into `host`: items go into the list that they belong to, under the same verb or the same
 * preposition; what has no such list follows as a clause of its own. Returns null where that would not read well.
 */
export function fusePhrases(host: Phrase, member: Phrase, tools: FuseTools): Fusion | null {
  const phrase: Phrase = { ...host, clauses: host.clauses.map(copyClause) };
  for (const clause of member.clauses) {
    const novel = novelOf(clause, tools.known);
    const rest = novel?.isList ? withoutExamples(phrase, novel, tools) : novel;
    if (!rest || addToList(phrase, rest, topicOf(phrase, member, clause, tools), tools)) continue;
    const whole = rest === novel ? novelOf(clause, tools.known, true) : rest;
    if (tools.reach !== 'all' || !whole || !(addFrame(phrase, whole) || addClause(phrase, whole)))
      return null;
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
