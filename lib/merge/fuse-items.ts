/** Which pieces of an instruction are said elsewhere, and what is left of it without them? */

import { type Clause, type Part, type Phrase, printClause } from './fuse-clause';
import { remembered } from './remembered';

/** Whether the result says this already, with every protected term. */
export type Known = (words: string) => boolean;
/** Takes what is known elsewhere out of a phrase; null when nothing would be left, the phrase itself when all stays. */
export function trimPhrase(phrase: Phrase, known: Known): Phrase | null {
  const clauses = phrase.clauses.flatMap((clause) => novelOf(clause, known, true) ?? []);
  if (clauses.length === 0 || clauses.some((clause) => isStump(clause) || isEcho(clause))) return null;
  const isSame =
    clauses.length === phrase.clauses.length && clauses.every((clause, at) => clause === phrase.clauses[at]);
  return isSame ? phrase : { ...phrase, clauses };
}

const LONGEST_ROOT = 4;

/** "Plan for capacity planning" was no instruction of anybody's. */
function isEcho({ source, lead, parts }: Clause): boolean {
  if (source !== null || lead.length < LONGEST_ROOT) return false;
  const root = lead.slice(0, LONGEST_ROOT).toLowerCase();
  const words = parts.flatMap(({ items }) => items.flatMap((item) => item.toLowerCase().split(' ')));
  return words.length <= 2 && words.some((word) => word.startsWith(root));
}

/** A verb with a single word is hardly an instruction. */
function isStump(clause: Clause): boolean {
  return (
    clause.source === null &&
    clause.isList &&
    countWords(clause.parts.flatMap(({ items }) => items).join(' ')) < 2
  );
}

/** Every piece of words that may be known elsewhere by itself. */
export function listItems(phrase: Phrase): string[] {
  return phrase.clauses.flatMap((clause) =>
    clause.isList
      ? [
          ...clause.parts.flatMap(({ items }) => items.map((item) => withVerb(clause, item))),
          clause.suffix,
        ].filter((item) => item !== '')
      : [textOf(clause)],
  );
}

/** Verbs that turn what they govern into its contrary stay with it. */
const CONTRARY =
  /^(?:remove|disable|eliminate|reject|delete|reduce|minimize|prevent|restrict|limit|deny|exclude|stop|block|drop|skip|ignore)/i;

function withVerb(clause: Clause, item: string): string {
  return CONTRARY.test(clause.lead) ? `${clause.lead} ${item}` : item;
}

/** The words of a clause, without what ended it where they are its own. */
export function textOf(clause: Clause): string {
  return clause.source ?? printClause(clause);
}
/** What is left of a clause without what is known; null when nothing, the clause itself when all. */
export function novelOf(clause: Clause, known: Known, mustStand = false): Clause | null {
  if (!clause.isList) return known(textOf(clause)) ? null : clause;
  const parts = clause.parts.map((part) => ({
    ...part,
    items: part.items.flatMap((item) => novelItem(item, (words) => known(withVerb(clause, words))) ?? []),
  }));
  for (const [at, part] of parts.entries()) keepNoun(part, clause.parts[at]);
  if (mustStand) keepVerb(parts, clause);
  const left = parts.reduce((sum, { items }) => sum + items.length, 0);
  const all = clause.parts.reduce((sum, { items }) => sum + items.length, 0);
  if (
    left === all &&
    parts.every(({ items }, at) => items.every((item, place) => item === clause.parts[at]?.items[place]))
  )
    return clause;
  if (clause.suffix !== '' && !known(clause.suffix)) return clause;
  if (left === 0) return null;
  // What "with" or "using" says needs something that it is said of.
  const first = clause.parts[0];
  const hasTail = parts.slice(1).some(({ items }) => items.length > 0);
  if (hasTail && parts[0]?.items.length === 0 && first && mustStand)
    parts[0] = { ...first, items: [...first.items] };
  return {
    ...clause,
    parts: parts.filter(({ items, preposition }, at) => items.length > 0 || (at === 0 && preposition === '')),
    source: null,
  };
}

/** An item and the examples in its brackets. */
export const BRACKETED = /^(.*\S)\s*\(([^()]+)\)$/;

/** What an item is about, without the examples in its brackets. */
export const headOf = (item: string): string => BRACKETED.exec(item)?.[1] ?? item;

/** The examples in the brackets of an item. */
export const examplesOf = (item: string): string[] => BRACKETED.exec(item)?.[2]?.split(/,\s+/) ?? [];

/** An item without the known ones of the examples in its brackets; null when it is known. */
function novelItem(item: string, known: Known): string | null {
  if (known(item)) return null;
  const [, head, examples] = BRACKETED.exec(item) ?? [];
  if (head === undefined || examples === undefined || !known(head)) return item;
  const all = examples.split(/,\s+/);
  const novel = all.filter((example) => !known(`${head} ${example}`));
  if (novel.length === all.length) return item;
  return novel.length === 0 ? null : `${head} (${novel.join(', ')})`;
}

/** "development, staging, and production settings": single words lean on the last item as long as one is left. */
function keepNoun(part: Part, whole: Part | undefined) {
  const last = whole?.items.at(-1);
  if (last === undefined || !last.includes(' ') || part.items.length === 0 || part.items.at(-1) === last)
    return;
  if (part.items.some((item) => /^\p{Ll}[\p{L}-]*$/u.test(item)) && !part.items.includes(last))
    part.items.push(last);
}

/** "Compost leaves, straw, and bark": a first word that we do not know may be the verb of all that follows. */
function keepVerb(parts: Part[], { lead, isSeries, parts: [whole] }: Clause) {
  const [part] = parts;
  const first = whole?.items[0];
  if (lead !== '' || isSeries || !part || first === undefined || !first.includes(' ')) return;
  if (part.items[0] !== first && parts.some(({ items }) => items.length > 0)) part.items.unshift(first);
}

/** Counts the words of a text, as runs between blanks that hold a letter or a digit. */
export const countWords = remembered((text) => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0);
