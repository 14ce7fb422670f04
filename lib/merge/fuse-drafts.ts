/** Which draft takes up what a statement says? */

import { backgroundCount, listStems } from '@/lib/similarity';
import { listSentences } from '@/lib/units';
import { RELATED } from './align';
import { type Board, isCheckbox, isLoose } from './body-board';
import { askedOf, holderOf, holdsItem } from './body-holders';
import { CONTAINED, COVERED, containment, safeContainment } from './body-measure';
import { isWords } from './body-phrases';
import { type Draft, Pool } from './body-pool';
import { type Fusion, fusePhrases } from './fuse';
import { isExpertise, type Phrase } from './fuse-clause';
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
const MOST_HOSTS = 8;
/** Sentences that share less of their words have no beginning in common. */
const LEAST_OF_FRAME = 0.12;
/** A word whose stem this many agents use is no name that we do not know. */
const COMMON = 8;
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
    const hosts = [...this.board.relatedDrafts(statement), ...this.titledAlike(statement)].filter(
      ({ draft, similarity }) =>
        (containment(bag, draft.bag) >= this.leastCommon(draft, statement, node) ||
          this.areSkills(draft, statement) ||
          this.isTopical(draft, phrase)) &&
        this.mayHost(draft, statement),
    );
    let best: { draft: Draft; fusion: Fusion; cost: number } | null = null;
    const known = new Map<string, boolean>();
    for (const { draft, similarity } of hosts.slice(0, MOST_HOSTS)) {
      const isCommon =
        containment(bag, draft.bag) >= this.leastCommon(draft, statement, node) ||
        this.areSkills(draft, statement);
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

  /** What has a section of its own needs more in common with a statement of another. */
  private leastCommon(draft: Draft, statement: Statement, node: Node | null): number {
    const isHome = node === null || this.board.nodeOf.get(draft) === node;
    return isHome || statement.section.level >= 8 ? LEAST_COMMON : LEAST_COMMON_AWAY;
  }

  /** Whether a draft's title is what a phrase is about. */
  isTopical(draft: Draft, phrase: Phrase): boolean {
    return draft.phrase.label !== null && this.topicalDrafts(phrase).includes(draft);
  }

  /** The drafts that speak under a title of what a phrase speaks of. */
  topicalDrafts(phrase: Phrase): Draft[] {
    return this.titles.draftsFor(phrase);
  }

  private areSkills(draft: Draft, statement: Statement): boolean {
    const isSkill = ({ clauses }: Phrase) => isExpertise(clauses[0]?.lead ?? '');
    if (isLoose(statement) && sharesFrame(draft.text, statement.text)) return true;
    return isSkill(draft.phrase) && isSkill(this.board.pool.phraseOf(statement));
  }

  /** Drafts with the same title, and those that say what the agent is good at if this does. */
  private titledAlike(statement: Statement): { draft: Draft; similarity: number }[] {
    const phrase = this.board.pool.phraseOf(statement);
    const label = phrase.label?.toLowerCase();
    const isSkill = isExpertise(phrase.clauses[0]?.lead ?? '');
    const isSentence = isLoose(statement);
    const topical = this.topicalDrafts(phrase);
    if (label === undefined && !isSkill && !isSentence && topical.length === 0) return [];
    const drafts = isSkill ? this.board.pool.drafts : this.board.pool.labelled(label);
    const near = isSentence
      ? this.board.pool.holders(this.board.pool.bags.of(statement.text), LEAST_OF_FRAME)
      : [];
    const framed = near.flatMap(({ draft }) => (sharesFrame(draft.text, statement.text) ? [draft] : []));
    const titled = drafts.filter((draft) => !isSkill || isExpertise(draft.phrase.clauses[0]?.lead ?? ''));
    return [...new Set([...framed, ...titled, ...topical])]
      .filter((draft) => !draft.isGone)
      .map((draft) => ({ draft, similarity: 0.5 }));
  }

  mayHost(draft: Draft, statement: Statement): boolean {
    const [carrier] = draft.members;
    if (draft.isFixed || !carrier || !isWords(carrier)) return false;
    if (isCheckbox(draft.text) || isCheckbox(statement.text)) return false;
    if (isLoose(carrier) !== isLoose(statement)) return false;
    const isNarrowed = this.board.nodeOf.get(draft)?.isNarrow ?? false;
    return this.board.mayHold(statement)(draft) && isNarrowed === narrowOf(statement.section);
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
      lowercase: (text) => this.lowercase(text),
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

  /** A capital that only the start of an item gave goes; whether it did, other places of the word tell. */
  private lowercase(text: string): string {
    const word = /^\p{Lu}\p{Ll}[\p{L}-]*/u.exec(text)?.[0];
    if (!word || listProtected(word).length > 0) return text;
    const isPlain =
      this.plainWords.has(word.toLowerCase()) ||
      listStems(word).every((stem) => backgroundCount(stem) >= COMMON);
    if (!isPlain) return text;
    return word.toLowerCase() + text.slice(word.length);
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
    for (const { draft } of this.board.relatedDrafts(statement).slice(0, MOST_HOSTS)) {
      const [only] = draft.members;
      if (draft.members.length !== 1 || !only || !this.mayHost(draft, statement)) continue;
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
