/** Which drafts say all that a statement says? */

import { type Bag, CONTAINED, COVERED, cosine, hasStemsOf, meet, safeContainment } from './body-measure';
import { isWords } from './body-phrases';
import { type Draft, type Item, type MayHold, type Pool, plain } from './body-pool';
import { fuseRoles, isRole, withoutPraise } from './fuse-role';
import { FORBIDS_TERM } from './negation';
import type { Statement } from './order';
import { missingTerms } from './protected';
import { substitutes } from './substitution';
import { turns } from './turning';

/** Of an item of a statement that is contained as a whole. */
const LEAST_OF_ITEM = 0.5;
/** The share of an instruction that stands in one of the result, whatever else says the rest. */
const HALF = 0.5;

/** Whether the result says an item of a statement: one draft has at least seven tenths of it, and its protected terms. */
export function holdsItem(pool: Pool, item: Item, mayHold: MayHold, least = CONTAINED): Draft | null {
  if (item.bag.total === 0) return null;
  const content = item.bag.size <= SHORT ? item.bag.only((stem) => !pool.isSoft(stem)) : null;
  for (const { draft } of pool.holdersOf(item, least)) {
    if (
      !mayHold(draft) ||
      !isProse(draft) ||
      (content !== null && !hasStemsOf(draft.bag, content)) ||
      turns(item.text, draft.text)
    )
      continue;
    if (item.terms.length > 0 && missingTerms(item.terms, draft.text).length > 0) continue;
    if (item.isNegative || !forbids(pool, draft, item.bag)) return draft;
  }
  return null;
}

/** In so few words one that is missing is the difference: "unit tests" are not "integration tests". */
const SHORT = 4;

/** What is asked for is not said by code, by a table, or by who the agent is. */
function isProse(draft: Draft, statement?: Statement): boolean {
  const [carrier] = draft.members;
  if (carrier && !isWords(carrier)) return false;
  return !isRole(draft.text) || (statement !== undefined && isRole(statement.text));
}

/** Whether a draft forbids something that a text which forbids nothing speaks of. */
function forbids(pool: Pool, draft: Draft, bag: Bag): boolean {
  return draft.members.some(({ units }) =>
    units.some(({ protectedTerms }) =>
      protectedTerms.some((term) => FORBIDS_TERM.test(term) && meet(pool.bags.of(term), bag)),
    ),
  );
}

/**
 * Returns the draft that holds the greater part of a statement, when the drafts together say all of its items; else
 * null. This is what is promised of every statement that does not stand in the result by itself. `used` gets the
 * drafts that it takes for that.
 */
export function holderOf(
  pool: Pool,
  statement: Statement,
  mayHold: MayHold,
  used?: Set<Draft>,
): Draft | null {
  const terms = statement.units.flatMap(({ protectedTerms }) => protectedTerms);
  const same = pool.equal(statement.text, mayHold) ?? paraphraseOf(pool, statement, mayHold);
  const main = same || !isWords(statement) ? null : mainHolder(pool, statement, mayHold);
  if (!main) {
    if (same) used?.add(same);
    return same;
  }
  const holders = [main.draft];
  // Of what one instruction contains as a whole, no item may be foreign to the rest.
  const least = main.share >= CONTAINED ? LEAST_OF_ITEM : CONTAINED;
  const isOfRole = isRole(statement.text);
  if (isOfRole && !saysRole(pool, main.draft.text, statement)) return null;
  for (const item of isOfRole ? [] : pool.itemsOf(statement)) {
    if (item.bag.total === 0) continue;
    const draft = holdsItem(pool, item, mayHold, least);
    if (!draft) return null;
    holders.push(draft);
  }
  if (!areTermsIn(holders, terms)) return null;
  for (const holder of holders) used?.add(holder);
  return main.draft;
}

/** Whether a text says all that a statement says of who the agent is: each title, and what it can, but for praise. */
function saysRole(pool: Pool, text: string, statement: Statement): boolean {
  return fuseRoles(text, statement.text, knownIn(pool, text, statement)) === text;
}

/** Makes what tells whether a text says these words of a statement about who the agent is. */
export function knownIn(pool: Pool, text: string, { units }: Statement): (words: string) => boolean {
  const bag = pool.itemBags.of(text);
  const terms = units.flatMap(({ protectedTerms }) => protectedTerms);
  return (words) => {
    const own = terms.filter((term) => words.includes(term));
    return safeContainment(pool.itemBags.of(words), bag) >= COVERED && missingTerms(own, text).length === 0;
  };
}

/** Whether drafts have these terms, each in one of them or across the end of one. */
function areTermsIn(holders: readonly Draft[], terms: readonly string[]): boolean {
  const left = holders.reduce((missing, { text }) => missingTerms(missing, text), terms);
  return left.length === 0 || missingTerms(left, holders.map(({ text }) => text).join('\n')).length === 0;
}

/** The draft that asks for the same in other words, of which it has half at least. */
function paraphraseOf(pool: Pool, statement: Statement, mayHold: MayHold): Draft | null {
  const [unit, more] = statement.units;
  if (!unit || more || !isWords(statement)) return null;
  const found = pool
    .paraphrases(statement.text, HALF)
    .find(
      ({ draft }) =>
        mayHold(draft) && isProse(draft) && missingTerms(unit.protectedTerms, draft.text).length === 0,
    );
  return found?.draft ?? null;
}

/** A word or two are found anywhere: so short an instruction is held by its very words, or by one as short. */
function isMeant(text: string, bag: Bag, draft: Draft): boolean {
  if (turns(text, draft.text)) return false;
  if (bag.size > FEW) return true;
  return (
    cosine(bag, draft.bag) >= LIKE_ENOUGH ||
    plain(draft.text)
      .toLowerCase()
      .includes((isRole(text) ? plain(text).replace(/[.!]$/, '') : plain(text)).toLowerCase())
  );
}

const FEW = 2;
const LIKE_ENOUGH = 0.9;

function shareIn(bag: Bag, { bag: whole, sentences }: Draft): number {
  return Math.max(...(sentences ?? [whole]).map((one) => safeContainment(bag, one)));
}

/** Who the agent is need not be praised twice. */
export const askedOf = (text: string): string => (isRole(text) ? withoutPraise(text) : text);

/** The draft that holds most of each unit of a statement. */
function mainHolder(
  pool: Pool,
  statement: Statement,
  mayHold: MayHold,
): { draft: Draft; share: number } | null {
  let main: Draft | null = null;
  let most = -1;
  let share = 1;
  for (const { unit } of statement.units) {
    const bag = pool.bags.of(askedOf(unit.text));
    if (bag.total === 0) continue;
    const first = pool
      .holders(bag, COVERED)
      .find(
        ({ draft }) =>
          mayHold(draft) &&
          shareIn(bag, draft) >= COVERED &&
          isProse(draft, statement) &&
          isMeant(unit.text, bag, draft) &&
          (isRole(statement.text) || !substitutes(statement.text, draft.text)),
      );
    if (!first) return null;
    share = Math.min(share, shareIn(bag, first.draft));
    if (bag.total <= most) continue;
    most = bag.total;
    main = first.draft;
  }
  return main && { draft: main, share };
}
