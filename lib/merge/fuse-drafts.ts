/** Which draft takes up what a statement says? */

import { backgroundCount, listStems } from '@/lib/similarity';
import { RELATED } from './align';
import { type Board, isCheckbox, isLoose } from './body-board';
import { askedOf, holderOf, holdsItem } from './body-holders';
import { CONTAINED, COVERED, containment, safeContainment } from './body-measure';
import { isWords } from './body-phrases';
import { type Draft, Pool } from './body-pool';
import { type FuseTools, fusePhrases } from './fuse';
import { isExpertise, type Phrase, readPhrase } from './fuse-clause';
import { sharesFrame } from './fuse-frames';
import { countWords, listItems } from './fuse-items';
import { fuseRoles, isRole } from './fuse-role';
import type { Statement } from './order';
import { isNode, type Node, narrowOf } from './order-nodes';
import { listProtected, missingTerms } from './protected';

const LONGEST_FUSED = 44;
const LONGEST_ADDED = 16;
const MOST_HOSTS = 8;
/** The share of each unit that is in the result, with a margin for other tables of rarity. */
const PROMISED = 0.55;
/** Sentences that share less of their words have no beginning in common. */
const LEAST_OF_FRAME = 0.12;
/** A word whose stem this many agents use is no name that we do not know. */
const COMMON = 8;
/** Of an instruction this much must be said in one that takes up the rest of it. */
const LEAST_COMMON = 0.3;
const LEAST_COMMON_AWAY = 0.45;

/** Puts statements into drafts that say part of them already. */
export class Fuser {
  constructor(private readonly board: Board) {}

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

  /** One sentence says who the agent is. */
  joinRole(statement: Statement): boolean {
    if (!isRole(statement.text)) return false;
    const host = this.board.root.entries.find(
      (entry) => !isNode(entry) && !entry.isGone && isRole(entry.text),
    );
    if (!host || isNode(host) || host.isFixed) return false;
    const bag = this.board.pool.itemBags.of(host.text);
    const terms = statement.units.flatMap(({ protectedTerms }) => protectedTerms);
    const knows = (words: string) =>
      safeContainment(this.board.pool.itemBags.of(words), bag) >= COVERED &&
      missingTerms(
        terms.filter((term) => words.includes(term)),
        host.text,
      ).length === 0;
    const text = fuseRoles(host.text, statement.text, knows);
    const titled = fuseRoles(host.text, statement.text, knows, true);
    const full = fuseRoles(host.text, statement.text, () => false);
    const whole = [text, titled, full].find((words) => this.covers(statement, words)) ?? full;
    if (whole !== host.text) this.board.pool.rewrite(host, readPhrase(whole), whole);
    this.board.join(host, statement, false);
    this.roles.push(statement);
    return true;
  }

  private readonly roles: Statement[] = [];

  /** When all have said who the agent is, half of each saying must be there, praise and all. */
  settleRoles() {
    for (const statement of this.roles) {
      const host = this.board.draftOf.get(statement.units[0]?.id ?? '');
      const bag = this.board.pool.bags.of(statement.text);
      if (!host || host.isGone || containment(bag, host.bag) >= PROMISED) continue;
      // Less than a second title does: the depth of what it knows.
      const deep = /\bdeep expertise\b/i.test(statement.text)
        ? host.text.replace(/ (with|and) expertise in /, ' $1 deep expertise in ')
        : host.text;
      if (containment(bag, this.board.pool.bags.of(deep)) >= PROMISED) {
        this.board.pool.rewrite(host, readPhrase(deep), deep);
        continue;
      }
      const text = fuseRoles(host.text, statement.text, () => false, true);
      this.board.pool.rewrite(host, readPhrase(text), text);
    }
  }

  fuse(statement: Statement, node: Node | null): boolean {
    const words = countWords(statement.text);
    const bag = this.board.pool.bags.of(statement.text);
    const hosts = [...this.board.relatedDrafts(statement), ...this.titledAlike(statement)].filter(
      ({ draft, similarity }) =>
        (containment(bag, draft.bag) >= this.leastCommon(draft, statement, node) ||
          this.areSkills(draft, statement)) &&
        this.mayHost(draft, statement),
    );
    let best: { draft: Draft; fusion: NonNullable<ReturnType<typeof fusePhrases>>; cost: number } | null =
      null;
    const known = new Map<string, boolean>();
    for (const { draft, similarity } of hosts.slice(0, MOST_HOSTS)) {
      const fusion = this.tryFuse(draft, statement, similarity < RELATED, known);
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
    if (label === undefined && !isSkill && !isSentence) return [];
    const drafts = isSkill ? this.board.pool.drafts : this.board.pool.labelled(label);
    const near = isSentence
      ? this.board.pool.holders(this.board.pool.bags.of(statement.text), LEAST_OF_FRAME)
      : [];
    const framed = near.flatMap(({ draft }) => (sharesFrame(draft.text, statement.text) ? [draft] : []));
    const titled = drafts.filter((draft) => !isSkill || isExpertise(draft.phrase.clauses[0]?.lead ?? ''));
    return [...new Set([...framed, ...titled])]
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
  tryFuse(draft: Draft, statement: Statement, isListOnly = false, known = new Map<string, boolean>()) {
    const terms = statement.units.flatMap(({ protectedTerms }) => protectedTerms);
    const mayHold = this.board.mayHold(statement);
    const member = this.board.pool.phraseOf(statement);
    const needed = new Set<string>();
    const isNeeded = (item: string) =>
      needed.size > 0 && [...needed].some((all) => item.split(' ').every((word) => all.includes(word)));
    const tools: FuseTools = {
      isListOnly,
      known: (item) => {
        if (isNeeded(item)) return false;
        const found =
          known.get(item) ??
          holdsItem(this.board.pool, this.board.pool.itemOf(item, terms), mayHold) !== null;
        known.set(item, found);
        return found;
      },
      lowercase: (text) => this.lowercase(text),
      holds: (whole, part) =>
        missingTerms(listProtected(part), whole).length === 0 &&
        containment(this.board.pool.itemBags.of(part), this.board.pool.itemBags.of(whole)) >= CONTAINED,
    };
    const fuse = () => fusePhrases(draft.phrase, member, tools);
    let fusion = fuse();
    // What others hold of it is said here too until this one instruction holds its greater part.
    const missing = (item: string) =>
      (1 - containment(this.board.pool.bags.of(item), draft.bag)) * this.board.pool.bags.of(item).total;
    for (const item of listItems(member).sort((a, b) => missing(b) - missing(a) || (a < b ? -1 : 1))) {
      if (!fusion || this.covers(statement, fusion.text)) break;
      if (
        containment(this.board.pool.itemBags.of(item), this.board.pool.itemBags.of(fusion.text)) >= CONTAINED
      )
        continue;
      needed.add(item);
      fusion = fuse();
    }
    if (!fusion) return null;
    const length = countWords(fusion.text);
    const isLong = length > LONGEST_FUSED && fusion.added > 0;
    const isDear = fusion.added > Math.max(LONGEST_ADDED, 0) || fusion.added >= countWords(statement.text);
    if (isLong || isDear) return null;
    return fusion;
  }

  private covers(statement: Statement, text: string): boolean {
    const bag = this.board.pool.bags.of(text);
    return statement.units.every(
      ({ unit }) => safeContainment(this.board.pool.bags.of(askedOf(unit.text)), bag) >= COVERED,
    );
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
      draft.sources.add(statement.source);
      for (const { id } of statement.units) this.board.draftOf.set(id, draft);
      return true;
    }
    return false;
  }
}
