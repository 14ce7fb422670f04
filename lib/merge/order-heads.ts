/** What becomes of the headings of sections that went into others? */

import { COVERED, safeContainment } from './body-measure';
import type { Draft, Pool } from './body-pool';
import type { BodyUnit } from './body-types';
import { isBold, titleOf } from './order';
import { currentTitle, type Headings } from './order-headings';
import { isNode, type Node } from './order-nodes';
import { missingTerms } from './protected';

const LONGEST_TITLE = 6;
/** Titles that have this much in common are of one topic. */
const LEAST_OF_TITLE = 0.5;
/** So many items together are still a list that a line may introduce. */
const LEAST_INTRODUCED = 3;
/** An item speaks of its title. */
const LEAST_OF_LABEL = 0.35;
const CONDITION = /^when\s+(.+?)(,\s+you\b.*)?$/iu;

/** Whether a section, or one below it, has anything to say. */
export function isAlive(node: Node): boolean {
  // What introduced only other sections still does.
  if (node.isContainer) return true;
  return node.entries.some((entry) => (isNode(entry) ? isAlive(entry) : !entry.isGone));
}

/** Whether a heading line is a title, and not the beginning of a sentence that its list goes on with. */
export function isTitle({ unit }: BodyUnit): boolean {
  return unit.kind !== 'heading' || unit.depth > 0 || isBold(unit.text);
}

/**
 * Sees to it that the words of a heading which is not written itself are said elsewhere: in another heading, as the
 * title of an item that came from below it, or else in a line of its own.
 */
export function settleHead(
  head: BodyUnit,
  node: Node,
  headings: Headings,
  pool: Pool,
  drafts: readonly Draft[],
) {
  const bag = pool.bags.of(titleOf(head));
  const isSaid = (text: string) => saysHead(text, head, pool);
  const titles = () =>
    headings.near(bag).flatMap((one) => (one.isWritten ? currentTitle(one.node, one.head) : []));
  if ((bag.total === 0 && head.protectedTerms.length === 0) || titles().some(isSaid)) return;
  if (pool.holders(bag, COVERED).some(({ draft }) => isSaid(draft.text))) return;
  // What must not get lost is written as it is.
  if (head.protectedTerms.length > 0 && missingTerms(head.protectedTerms, wordsOf(node)).length > 0) {
    node.shown.add(head);
    return;
  }
  if (joinFrame(head, headings)) return;
  if (joinTitle(head, node, headings, pool) || joinCondition(head, node, headings)) return;
  // Two titles of one topic need no third.
  if (titles().some((title) => safeContainment(bag, pool.bags.of(title)) >= LEAST_OF_TITLE)) return;
  if (isTitle(head) && drafts.some((draft) => addLabel(titleOf(head), draft, pool))) return;
  // A title over nothing reads worse than none, and so does the line that led to items which stand elsewhere.
  if (!isTitle(head) && drafts.length >= LEAST_INTRODUCED) node.shown.add(head);
}

/** Whether a text says the greater part of a heading, and all of it that must not get lost. */
export function saysHead(text: string, head: BodyUnit, pool: Pool): boolean {
  const bag = pool.bags.of(titleOf(head));
  if (bag.total === 0) return text.trim().toLowerCase() === titleOf(head).toLowerCase();
  return (
    safeContainment(bag, pool.bags.of(text)) >= COVERED &&
    missingTerms(head.protectedTerms, text).length === 0
  );
}

/** All that stands in a section by now. */
function wordsOf(node: Node): string {
  const lines = node.entries.flatMap((entry) => (isNode(entry) || entry.isGone ? [] : entry.text));
  return [...node.heads.map((head) => currentTitle(node, head)), ...lines].join('\n');
}

/** "API Design" and "API Standards Guide" become "API Design & Standards", but no title longer than both. */
function joinTitle(head: BodyUnit, node: Node, headings: Headings, pool: Pool): boolean {
  const [own] = node.heads;
  if (!own || !isTitle(own) || !isTitle(head)) return false;
  const title = currentTitle(node, own);
  const known = pool.bags.of(title).weights;
  const novel = titleOf(head)
    .split(/\s+/)
    .filter((word) => [...pool.bags.of(word).weights.keys()].some((stem) => !known.has(stem)));
  const [word] = novel;
  const joined = `${title.replace(/ (?:&|and) /, ', ')} & ${word}`;
  const longest = Math.min(LONGEST_TITLE, Math.max(...[title, titleOf(head)].map(lengthOf)));
  if (novel.length !== 1 || word === undefined || lengthOf(joined) > longest) return false;
  headings.retitle(node, own, joined);
  return true;
}

const lengthOf = (title: string) => title.split(' ').length;

/** "When reviewing, you will" and "When debugging, you" become "When reviewing or debugging, you will". */
function joinCondition(head: BodyUnit, node: Node, headings: Headings): boolean {
  const condition = CONDITION.exec(titleOf(head))?.[1];
  if (condition === undefined) return false;
  for (const own of node.heads) {
    const [, first, rest = ''] = CONDITION.exec(currentTitle(node, own)) ?? [];
    if (first === undefined || isTitle(own)) continue;
    const all = [...first.split(/,\s+or\s+|,\s+|\s+or\s+(?=\p{L}+ing\b)/u), condition];
    const list = all.length === 2 ? all.join(' or ') : `${all.slice(0, -1).join(', ')}, or ${all.at(-1)}`;
    headings.retitle(node, own, `When ${list}${rest}`);
    return true;
  }
  return false;
}

/** "Your duties include" and "Your goals include" become "Your duties and goals include". */
function joinFrame(head: BodyUnit, headings: Headings): boolean {
  const words = titleOf(head).split(' ');
  for (const { node, head: own } of headings.nearlyEqual(titleOf(head))) {
    const mine = currentTitle(node, own).split(' ');
    const differing = mine.filter((word, at) => word !== words[at]);
    if (mine.length !== words.length || mine.length < 3 || differing.length !== 1) continue;
    const joined = mine.map((word, at) => (word === words[at] ? word : `${word} and ${words[at]}`));
    headings.retitle(node, own, joined.join(' '));
    return true;
  }
  return false;
}

/** Gives a draft a title, where it can have one. */
export function addLabel(title: string, draft: Draft, pool: Pool): boolean {
  const [carrier] = draft.members;
  const isItem = carrier?.kind === 'bullet' || carrier?.kind === 'step';
  if (draft.isGone || draft.isFixed || !isItem || draft.phrase.label !== null) return false;
  if (/^(?:\*\*|\[)/.test(draft.text)) return false;
  // "Areas of expertise" is no title of a single item.
  if (safeContainment(pool.bags.of(title), draft.bag) < LEAST_OF_LABEL) return false;
  const phrase = {
    ...draft.phrase,
    clauses: draft.phrase.clauses,
    label: title,
    title: `**${title}**:`,
    isCapital: true,
  };
  pool.rewrite(draft, phrase, pool.print(phrase));
  return true;
}
