/** What can still be said once, after all sources have come in? */

import { RELATED } from './align';
import type { Board } from './body-board';
import { holderOf, holdsItem } from './body-holders';
import { cosine } from './body-measure';
import { isWords } from './body-phrases';
import type { Draft, MayHold } from './body-pool';
import { type Clause, isDoing, readPhrase } from './fuse-clause';
import type { Fuser } from './fuse-drafts';
import { countWords, listItems, trimPhrase } from './fuse-items';
import type { Statement } from './order';
import { isNode, listNodes } from './order-nodes';

/** A bound of work. */
const MOST_HOSTS = 8;
/** Items of one section that are put into one list: as like as this, and together no longer than this. */
const LEAST_SIBLING = 0.05;
const LONGEST_JOINED = 32;
const MOST_SIBLINGS = 60;
/** Words that putting less alike drafts into one must save. */
const LEAST_SAVED = 2;
/** Of a draft this much must be held by another for the two to be compared. */
const LEAST_HELD = 0.2;
/** Chosen, not measured. */
const LEAST_ALIKE = 0.15;
const LEAST_ALIKE_AWAY = 0.28;
/** From lists of this many items single words may be taken out too. */
const LONG_LIST = 4;
/** Into an instruction of more characters nothing is fused: what a person puts to it stands beside the rest. */
const LONGEST_HOST = 1_000;

/** Goes over the drafts of the whole result. */
export class Passes {
  constructor(
    private readonly board: Board,
    private readonly fuser: Fuser,
  ) {}

  /** What came in early may be said by what came in late. */
  dropHeld() {
    for (const draft of [...this.board.pool.drafts].reverse()) {
      const [carrier] = draft.members;
      if (draft.isGone || draft.isFixed || !carrier || !isWords(carrier)) continue;
      draft.isGone = true;
      const holders = draft.members.map((member) =>
        holderOf(this.board.pool, member, this.board.mayHold(member)),
      );
      if (holders.some((holder) => holder === null) || !this.board.areSaid(draft.dependents)) {
        draft.isGone = false;
        continue;
      }
      for (const [at, member] of draft.members.entries()) {
        const holder = holders[at];
        if (!holder) continue;
        this.board.join(holder, member, false);
        holder.dependents.add(member);
      }
    }
  }

  /** Short items of one section that ask with the same verb for things of one kind become one list. */
  fuseSiblings() {
    for (const node of listNodes(this.board.root)) {
      const drafts = node.entries.filter((entry): entry is Draft => !isNode(entry) && !entry.isGone);
      if (drafts.length > MOST_SIBLINGS) continue;
      for (const draft of drafts) {
        for (const host of drafts) {
          if (draft.isGone || host.isGone || host === draft || !this.areForeign(host, draft)) continue;
          if (host.phrase.label !== null || draft.phrase.label !== null) continue;
          if (countWords(host.text) + countWords(draft.text) > LONGEST_JOINED) continue;
          if (cosine(host.bag, draft.bag) >= LEAST_SIBLING) this.absorb(host, draft, true);
        }
      }
    }
  }

  /** Drafts that were alike only after others went into them are fused too. */
  fuseAlike() {
    for (const draft of this.board.pool.drafts) {
      const [carrier] = draft.members;
      if (draft.isGone || draft.isFixed || !carrier || !isWords(carrier)) continue;
      const topical = new Set(this.fuser.topicalDrafts(draft.phrase));
      const like = this.board.pool.holders(draft.bag, LEAST_HELD).map(({ draft: other }) => other);
      const hosts = [...new Set([...topical, ...like])]
        .map((other) => ({ other, similarity: cosine(draft.bag, other.bag) }))
        .filter(
          ({ other, similarity }) =>
            other !== draft &&
            (similarity >= LEAST_ALIKE || topical.has(other)) &&
            this.areForeign(draft, other),
        )
        .sort((a, b) => b.similarity - a.similarity || a.other.at - b.other.at);
      const tried = { whole: wholeOf(draft, carrier), known: new Map<string, boolean>() };
      for (const { other } of hosts.slice(0, MOST_HOSTS)) if (this.absorb(other, draft, false, tried)) break;
    }
  }

  private areForeign(a: Draft, b: Draft): boolean {
    const [carrier] = a.members;
    return carrier !== undefined && this.board.areApart(carrier, b);
  }

  /** `tried`: what trying other hosts in vain has found out about the draft. */
  private absorb(
    host: Draft,
    draft: Draft,
    isListOnly = false,
    tried?: { whole: Statement; known: Map<string, boolean> },
  ): boolean {
    const [carrier] = draft.members;
    if (!carrier || draft.isFixed || !this.fuser.hostTest(carrier)(host)) return false;
    const isSame = host.members[0]?.section === carrier.section;
    if (isSame) return false;
    const similarity = cosine(host.bag, draft.bag);
    const isTopical = this.fuser.isTopical(host, draft.phrase);
    const isNear =
      this.board.nodeOf.get(host) === this.board.nodeOf.get(draft) || similarity >= LEAST_ALIKE_AWAY;
    if (!isListOnly && !isNear && !isTopical) return false;
    draft.isGone = true;
    const whole = tried?.whole ?? wholeOf(draft, carrier);
    const reach = isListOnly ? 'lists' : isNear && similarity >= LEAST_ALIKE ? 'all' : 'title';
    const fusion = this.fuser.tryFuse(host, whole, reach, tried?.known);
    const saved = fusion ? countWords(draft.text) - fusion.added : 0;
    const isWorth = isListOnly || similarity >= RELATED || ((isNear || isTopical) && saved >= LEAST_SAVED);
    if (
      fusion &&
      isWorth &&
      this.board.rewritten(host, fusion.phrase, fusion.text, draft.members, draft.dependents)
    )
      return true;
    draft.isGone = false;
    for (const member of draft.members) for (const { id } of member.units) this.board.draftOf.set(id, draft);
    return false;
  }

  /** What a person wants to be one is one, side by side where the words do not join. */
  fuseChosen() {
    const { draftOf } = this.board;
    for (const ids of this.board.steering.fuse) {
      const drafts = [...new Set(ids.flatMap((id) => draftOf.get(id) ?? []))].filter(({ isGone }) => !isGone);
      const [host, ...others] = drafts.sort((a, b) => a.at - b.at);
      if (!host || others.length === 0) continue;
      const rest: Draft[] = [];
      for (const draft of others) {
        if (host.text.length > LONGEST_HOST) rest.push(draft);
        else if (host.isFixed || draft.isFixed || !this.absorb(host, draft)) this.putBeside(host, [draft]);
      }
      if (rest.length > 0) this.putBeside(host, rest);
      host.isFixed = true;
    }
  }

  private putBeside(host: Draft, others: readonly Draft[]) {
    const texts = [host, ...others].map(({ text }) => text);
    const text = texts.map((said, at) => (at < others.length ? said.replace(/[.;]$/, '') : said)).join('; ');
    this.board.pool.rewrite(host, readPhrase(text), text);
    for (const draft of others) {
      draft.isGone = true;
      for (const member of draft.members) this.board.join(host, member, true);
    }
  }

  /** Takes out of each draft the items that drafts of other sources say. */
  trim() {
    for (const draft of [...this.board.pool.drafts].reverse()) {
      const [carrier] = draft.members;
      if (draft.isGone || draft.isFixed || !carrier || !isWords(carrier)) continue;
      if (this.board.pool.isTired) return;
      const terms = draft.members.flatMap(({ units }) =>
        units.flatMap(({ protectedTerms }) => protectedTerms),
      );
      const mayHold: MayHold = (other) =>
        other !== draft &&
        this.areForeign(draft, other) &&
        (!(this.board.nodeOf.get(other)?.isNarrow ?? false) ||
          (this.board.nodeOf.get(draft)?.isNarrow ?? false));
      // A titled list without a demand is complete as its author wrote it.
      const isComplete = ({ lead }: Clause) => lead === '' || isDoing(lead);
      if (draft.phrase.label !== null && draft.phrase.clauses.every(isComplete)) continue;
      const tried = new Set<string>();
      const count = listItems(draft.phrase).length;
      for (;;) {
        let taken: string | null = null;
        const phrase = trimPhrase(draft.phrase, (item) => {
          if (taken !== null || tried.has(item)) return false;
          tried.add(item);
          if (!item.includes(' ') && count < LONG_LIST) return false;
          const holder = holdsItem(this.board.pool, this.board.pool.itemOf(item, terms), mayHold);
          if (!holder || !this.isSure(item, holder)) return false;
          taken = item;
          return true;
        });
        if (taken === null) break;
        if (!phrase || phrase === draft.phrase) continue;
        this.board.rewritten(draft, phrase, this.board.pool.print(phrase), []);
      }
    }
  }

  /** A single word of weight is found in many places that speak of something else: it must stand there as it is. */
  private isSure(item: string, holder: Draft): boolean {
    const weighty = [...this.board.pool.itemBags.of(item).weights.keys()].filter(
      (stem) => !this.board.pool.isSoft(stem),
    );
    return weighty.length > 1 || holder.text.toLowerCase().includes(item.toLowerCase());
  }

  /** What after all is said nowhere stands by itself: nothing gets lost. */
  restore() {
    while (this.restoreOnce());
  }

  /** Whether a draft lost what it was written as, and with it perhaps what others found said in it. */
  private restoreOnce(): boolean {
    let isChanged = false;
    for (const statement of this.board.statements) {
      const draft = this.board.draftOf.get(statement.units[0]?.id ?? '');
      if (this.board.titled.has(statement) && this.board.isTitled(statement)) continue;
      if (draft && !draft.isGone && draft.members[0] === statement && draft.text === statement.text) continue;
      if (isWords(statement) && holderOf(this.board.pool, statement, this.board.isAsWide(statement)))
        continue;
      if (!isWords(statement) && this.board.pool.equal(statement.text, this.board.isAsWide(statement)))
        continue;
      const isCarrier =
        draft && !draft.isGone && draft.members.length === 1 && draft.members[0] === statement;
      if (isCarrier) {
        this.board.pool.rewrite(draft, this.board.pool.phraseOf(statement), statement.text);
        continue;
      }
      const own = this.board.pool.add(statement);
      const node = (draft && this.board.nodeOf.get(draft)) ?? this.board.root;
      if (draft) isChanged = this.leave(draft, statement) || isChanged;
      this.board.place(own, node, draft);
    }
    return isChanged;
  }

  /** Takes a statement out of a draft: it may be written as a paragraph from then on, and no longer as an item. */
  private leave(draft: Draft, statement: Statement): boolean {
    const [carrier] = draft.members;
    draft.members = draft.members.filter((member) => member !== statement);
    if (carrier !== statement || draft.isGone) return false;
    this.board.pool.rewrite(draft, draft.phrase, draft.text);
    return true;
  }
}

/** What a draft says by now, as a statement. */
const wholeOf = (draft: Draft, carrier: Statement): Statement => ({ ...carrier, text: draft.text });
