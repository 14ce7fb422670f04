/** Which draft takes up what a statement says? */

import { listSentences } from '@/lib/units';
import { RELATED } from './align';
import { type Board, isCheckbox, isLoose } from './body-board';
import { askedOf, holderOf, holdsItem } from './body-holders';
import { CONTAINED, COVERED, containment, safeContainment } from './body-measure';
import { isWords, withoutCapital } from './body-phrases';
import { asksForSkill, type Draft, type MayHold, Pool } from './body-pool';
import { type Fusion, fusePhrases } from './fuse';
import type { Phrase } from './fuse-clause';
import { sharesFrame } from './fuse-frames';
import { countWords, listItems } from './fuse-items';
import type { FuseTools, Reach } from './fuse-lists';
import { Titles } from './fuse-titles';
import type { Statement } from './order';
import { type Node, narrowOf } from './order-nodes';
import { listProtected, missingTerms } from './protected';
import { inOneSpelling } from './spellings';

const LONGEST_FUSED = 44;
const LONGEST_ADDED = 16;
/** Of a statement so many items are tried one by one. */
const MOST_SINGLE = 6;
/** Words that another item than the weightiest must save. */
const LEAST_SAVED = 2;
/** A bound of work. */
const MOST_HOSTS = 8;
/** What counts for the likeness of drafts that are found by their titles. */
const LIKE_BY_TITLE = 0.5;
/** Sentences that share less of their words have no beginning in common. */
const LEAST_OF_FRAME = 0.12;
/** Of an instruction this much must be said in one that takes up the rest of it. */
const LEAST_COMMON = 0.3;
const LEAST_COMMON_AWAY = 0.45;

/** Puts statements into drafts that say part of them already. */
export class Fuser {
  private readonly titles: Titles;

  constructor(private readonly board: Board) {
    this.titles = new Titles(board.pool);
  }

  contain(statement: Statement): boolean {
    const used = new Set<Draft>();
    const holder = holderOf(this.board.pool, statement, this.board.mayHold(statement), used);
    if (!holder) return false;
    this.board.join(holder, statement, false);
    // What several say in the same words nobody is to shorten.
    if (holder.members[0] && this.board.homesOf(statement).size > 1 && holder.text === statement.text)
      holder.isFixed = true;
    for (const draft of used) draft.dependents.add(statement);
    return true;
  }

  fuse(statement: Statement, node: Node | null): boolean {
    const words = countWords(statement.text);
    const bag = this.board.pool.bags.of(statement.text);
    const phrase = this.board.pool.phraseOf(statement);
    const mayHost = this.hostTest(statement);
    let best: { draft: Draft; fusion: Fusion; cost: number } | null = null;
    let tried = 0;
    const known = new Map<string, boolean>();
    for (const { draft, similarity } of this.likelyHosts(statement)) {
      const isCommon =
        containment(bag, draft.bag) >= this.leastCommon(draft, statement, node) ||
        this.areSkills(draft, statement);
      if (!(isCommon || this.isTopical(draft, phrase)) || !mayHost(draft)) continue;
      if (++tried > MOST_HOSTS) break;
      const reach = !isCommon ? 'title' : similarity < RELATED ? 'lists' : 'all';
      const fusion = this.tryFuse(draft, statement, reach, known);
      if (!fusion) continue;
      const isHome = node !== null && this.board.nodeOf.get(draft) === node;
      const cost = fusion.added / words - similarity * 0.2 - (isHome ? 0.3 : 0);
      if (!best || cost < best.cost) best = { draft, fusion, cost };
    }
    if (!best) return false;
    return this.board.rewritten(best.draft, best.fusion.phrase, best.fusion.text, [statement]);
  }

  private *likelyHosts(statement: Statement): Generator<{ draft: Draft; similarity: number }> {
    yield* this.board.relatedDrafts(statement);
    for (const draft of this.titledAlike(statement)) {
      if (!draft.isGone) yield { draft, similarity: LIKE_BY_TITLE };
    }
  }

  /** What has a section of its own needs more in common with a statement of another. */
  private leastCommon(draft: Draft, statement: Statement, node: Node | null): number {
    const isHome = node === null || this.board.nodeOf.get(draft) === node;
    return isHome || statement.section.level >= 8 ? LEAST_COMMON : LEAST_COMMON_AWAY;
  }

  /** Whether a draft's title is what a phrase is about. */
  isTopical(draft: Draft, phrase: Phrase): boolean {
    return draft.phrase.label !== null && this.titles.isFor(draft, phrase);
  }

  /** The drafts that speak under a title of what a phrase speaks of. */
  topicalDrafts(phrase: Phrase): Draft[] {
    return this.titles.draftsFor(phrase);
  }

  private areSkills(draft: Draft, statement: Statement): boolean {
    if (isLoose(statement) && sharesFrame(draft.text, statement.text)) return true;
    return draft.isSkill && asksForSkill(this.board.pool.phraseOf(statement));
  }

  /** Drafts with the same title, and those that say what the agent is good at if this does. */
  private titledAlike(statement: Statement): Iterable<Draft> {
    const { pool } = this.board;
    const phrase = pool.phraseOf(statement);
    const near = isLoose(statement) ? pool.holders(pool.bags.of(statement.text), LEAST_OF_FRAME) : [];
    const framed = near.flatMap(({ draft }) => (sharesFrame(draft.text, statement.text) ? [draft] : []));
    const titled = asksForSkill(phrase) ? pool.skills : pool.labelled(phrase.label?.toLowerCase());
    return new Set([...framed, ...titled, ...this.topicalDrafts(phrase)]);
  }

  /** Makes what tells of drafts whether they may take up a statement. */
  hostTest(statement: Statement): MayHold {
    const mayHold = this.board.mayHold(statement);
    const narrow = narrowOf(statement.section);
    const isSentence = isLoose(statement);
    if (isCheckbox(statement.text)) return () => false;
    return (draft) => {
      const [carrier] = draft.members;
      if (draft.isFixed || !carrier || !isWords(carrier) || isCheckbox(draft.text)) return false;
      if (isLoose(carrier) !== isSentence || !mayHold(draft)) return false;
      return (this.board.nodeOf.get(draft)?.isNarrow ?? false) === narrow;
    };
  }

  /** `known`: what is found out about items, for as long as the drafts stay as they are. */
  tryFuse(
    draft: Draft,
    statement: Statement,
    reach: Reach,
    known = new Map<string, boolean>(),
  ): Fusion | null {
    if (this.board.pool.isTired) return null;
    const needed = new Set<string>();
    const tools = this.toolsFor(statement, reach, needed, known);
    const member = this.board.pool.phraseOf(statement);
    const fuse = () => fusePhrases(draft.phrase, member, tools);
    const fusion = this.coveringFusion(draft, statement, needed, fuse);
    if (!fusion) return null;
    const isLong = countWords(fusion.text) > LONGEST_FUSED && fusion.added > 0;
    const isDear = fusion.added > LONGEST_ADDED || fusion.added >= countWords(statement.text);
    return isLong || isDear ? null : fusion;
  }

  /** `needed`: items that are said here although others say them. */
  private toolsFor(
    statement: Statement,
    reach: Reach,
    needed: ReadonlySet<string>,
    known: Map<string, boolean>,
  ): FuseTools {
    const { pool } = this.board;
    const terms = statement.units.flatMap(({ protectedTerms }) => protectedTerms);
    const mayHold = this.board.mayHold(statement);
    const isNeeded = (item: string) =>
      needed.size > 0 && [...needed].some((all) => item.split(' ').every((word) => all.includes(word)));
    return {
      reach,
      known: (item) => {
        if (isNeeded(item)) return false;
        const found = known.get(item) ?? holdsItem(pool, pool.itemOf(item, terms), mayHold) !== null;
        known.set(item, found);
        return found;
      },
      // Whether only its place gave a word its capital, other places of the word tell.
      lowercase: (text) => withoutCapital(text, (word) => this.plainWords.has(word)),
      holds: (whole, part) =>
        missingTerms(listProtected(inOneSpelling(part)), inOneSpelling(whole)).length === 0 &&
        this.hasItem(whole, part),
      isAbout: (title, words, isTitle) =>
        isTitle ? this.titles.areAkin(title, words) : this.titles.areSame(title, words),
    };
  }

  /**
   * What others hold of a statement is said here too until this one instruction holds its greater part: the one item
   * that costs least where one is enough, else those that bring most.
   */
  private coveringFusion(
    draft: Draft,
    statement: Statement,
    needed: Set<string>,
    fuse: () => Fusion | null,
  ): Fusion | null {
    const { bags } = this.board.pool;
    const isCovered = ({ text }: Fusion) =>
      instructionsIn(draft, text).some((one) => covers(this.board.pool, statement, one));
    let fusion = fuse();
    if (!fusion || isCovered(fusion)) return fusion;
    const { text } = fusion;
    const missing = (item: string) => (1 - containment(bags.of(item), draft.bag)) * bags.of(item).total;
    const items = listItems(this.board.pool.phraseOf(statement))
      .filter((item) => !this.hasItem(text, item))
      .sort((a, b) => missing(b) - missing(a) || (a < b ? -1 : 1));
    const single = items.slice(0, MOST_SINGLE).flatMap((item) => {
      needed.clear();
      needed.add(item);
      const found = fuse();
      return found && isCovered(found) ? [found] : [];
    });
    if (single.length > 0)
      return single.reduce((best, one) => (one.added <= best.added - LEAST_SAVED ? one : best));
    needed.clear();
    for (const item of items) {
      if (!fusion || isCovered(fusion)) break;
      if (this.hasItem(fusion.text, item)) continue;
      needed.add(item);
      fusion = fuse();
    }
    return fusion;
  }

  /** Whether a text says an item, whatever must not get lost apart. */
  private hasItem(text: string, item: string): boolean {
    const { itemBags } = this.board.pool;
    return containment(itemBags.of(item), itemBags.of(text)) >= CONTAINED;
  }

  private wordSet: Set<string> | null = null;

  private get plainWords(): Set<string> {
    this.wordSet ??= new Set(
      this.board.statements.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]*/gu) ?? []),
    );
    return this.wordSet;
  }

  /** A statement that says all that a draft of another source says takes its place. */
  replace(statement: Statement): boolean {
    const bag = this.board.pool.bags.of(statement.text);
    const mayHost = this.hostTest(statement);
    for (const { draft } of this.board.relatedDrafts(statement).slice(0, MOST_HOSTS)) {
      const [only] = draft.members;
      if (draft.members.length !== 1 || !only || !mayHost(draft)) continue;
      if (safeContainment(draft.bag, bag) < COVERED) continue;
      const own = new Pool();
      own.add(statement);
      if (!holderOf(own, only, () => true)) continue;
      const before = { phrase: draft.phrase, text: draft.text };
      this.board.pool.rewrite(draft, this.board.pool.phraseOf(statement), statement.text);
      if (!this.board.areSaid(draft.dependents)) {
        this.board.pool.rewrite(draft, before.phrase, before.text);
        continue;
      }
      draft.members.unshift(statement);
      this.titles.read(draft);
      draft.sources.add(statement.source);
      for (const { id } of statement.units) this.board.draftOf.set(id, draft);
      return true;
    }
    return false;
  }
}

/** Whether a text has the greater part of each unit of a statement. */
export function covers({ bags }: Pool, statement: Statement, text: string): boolean {
  const bag = bags.of(text);
  return statement.units.every(({ unit }) => safeContainment(bags.of(askedOf(unit.text)), bag) >= COVERED);
}

/** In a titled paragraph each sentence is an instruction by itself. */
function instructionsIn({ members: [carrier], phrase }: Draft, text: string): string[] {
  if (carrier?.kind !== 'sentence' || phrase.label === null) return [text];
  return listSentences(text, { from: 0, to: text.length }).map(({ from, to }) => text.slice(from, to));
}
