/** What does the result say so far, and does it say this already? */

import { listSentences } from '@/lib/units';
import { type Bag, Bags, containment } from './body-measure';
import { Mentions } from './body-mentions';
import { lazyPhrase } from './body-phrases';
import { Postings } from './body-postings';
import { isExpertise, type Phrase, printPhrase } from './fuse-clause';
import { listItems } from './fuse-items';
import { FORBIDS_TERM } from './negation';
import type { Statement } from './order';
import { isParaphrase, meaningKey } from './paraphrase';
import { missingTerms } from './protected';

/** Whether a draft may be taken for what says a statement. */
export type MayHold = (draft: Draft) => boolean;

/** A piece of the result while it is made. */
export interface Draft {
  at: number;
  text: string;
  /** Its parts; read when first asked for. */
  phrase: Phrase;
  bag: Bag;
  /** The bags of its sentences, where it is written as a paragraph; else null. */
  sentences: Bag[] | null;
  /** What its words come from; the first gave it its place. */
  members: Statement[];
  sources: Set<string>;
  /** Whether it says what the agent is good at. */
  isSkill: boolean;
  /** Taken out again. */
  isGone: boolean;
  /** Statements that count on its words. */
  dependents: Set<Statement>;
  /** Stays in its own words. */
  isFixed: boolean;
  /** Came in when so much had been looked at that nothing was fused any more. */
  isLate: boolean;
}

/** Where so few drafts mention a term, they are asked, and not those of its stems. */
const MOST_MENTIONING = 50;

/**
 * Of drafts looked at for a stem that they share with something, after so many nothing is fused or shortened any more:
 * what is left stands in its own words. A bound of work; fifty agents of a thousand words take a tenth of it.
 */
const MOST_LOOKED = 40_000_000;

/** A piece of words that may be said elsewhere by itself. */
export interface Item {
  text: string;
  bag: Bag;
  terms: string[];
  isNegative: boolean;
}

/** A draft that holds this share of something. */
export interface Holder {
  draft: Draft;
  share: number;
}

/** Drafts, found by what they say. */
export class Pool {
  readonly bags = new Bags();
  readonly itemBags = new Bags(true);
  readonly drafts: Draft[] = [];
  private readonly postings = new Postings();
  private readonly phrases = new Map<Statement, Phrase>();
  private readonly items = new Map<Statement, Item[]>();
  private readonly byLabel = new Map<string, Draft[]>();
  private readonly byText = new Map<string, number[]>();
  private skillList: readonly Draft[] | null = null;
  private readonly byMeaning = new Map<string, Set<Draft>>();
  /** How many drafts were looked at so far. */
  private looked = 0;
  private readonly mentions = new Mentions();

  /** Whether so much was looked at that no more than is needed should be asked for. */
  get isTired(): boolean {
    return this.looked > MOST_LOOKED;
  }

  add(statement: Statement, isFixed = false): Draft {
    const at = this.drafts.length;
    const draft: Draft = {
      at,
      text: statement.text,
      phrase: this.phraseOf(statement),
      bag: this.bags.of(statement.text),
      sentences: this.sentencesOf(statement, statement.text),
      members: [statement],
      sources: new Set([statement.source]),
      isSkill: false,
      isGone: false,
      dependents: new Set(),
      isFixed,
      isLate: this.isTired,
    };
    this.drafts.push(draft);
    this.postings.add(at, draft.bag.numbers);
    this.name(draft);
    const label = statement.units[0]?.unit.label?.toLowerCase();
    if (label !== undefined) this.byLabel.set(label, [...(this.byLabel.get(label) ?? []), draft]);
    return draft;
  }

  phraseOf(statement: Statement): Phrase {
    const known = this.phrases.get(statement);
    if (known) return known;
    const phrase = lazyPhrase(statement);
    this.phrases.set(statement, phrase);
    return phrase;
  }

  /** The items of a statement, each with the protected terms that it has. */
  itemsOf(statement: Statement): readonly Item[] {
    const known = this.items.get(statement);
    if (known) return known;
    const terms = statement.units.flatMap(({ protectedTerms }) => protectedTerms);
    const items = listItems(this.phraseOf(statement)).map((text) => this.itemOf(text, terms));
    this.items.set(statement, items);
    return items;
  }

  itemOf(text: string, terms: readonly string[]): Item {
    const own = terms.filter((term) => missingTerms([term], text).length === 0);
    return {
      text,
      bag: this.itemBags.of(text),
      terms: own,
      isNegative: own.some((term) => FORBIDS_TERM.test(term)),
    };
  }

  print(phrase: Phrase): string {
    return printPhrase(phrase);
  }

  /** Gives a draft other words. */
  rewrite(draft: Draft, phrase: Phrase, text: string) {
    const before = draft.bag;
    draft.phrase = phrase;
    draft.text = text;
    draft.bag = this.bags.of(text);
    const [carrier] = draft.members;
    draft.sentences = carrier ? this.sentencesOf(carrier, text) : null;
    this.postings.remove(draft.at, stemsBesides(before, draft.bag));
    this.postings.add(draft.at, stemsBesides(draft.bag, before));
    this.name(draft);
  }

  /** The drafts that say what the agent is good at, in their order. */
  get skills(): readonly Draft[] {
    this.skillList ??= this.drafts.filter(({ isSkill }) => isSkill);
    return this.skillList;
  }

  /** The drafts that began with a label. */
  labelled(label: string | undefined): readonly Draft[] {
    return label === undefined ? [] : (this.byLabel.get(label) ?? []);
  }

  /** In a paragraph each sentence is an instruction by itself. */
  private sentencesOf({ kind }: Statement, text: string): Bag[] | null {
    if (kind !== 'sentence') return null;
    const ranges = listSentences(text, { from: 0, to: text.length });
    return ranges.length < 2 ? null : ranges.map(({ from, to }) => this.bags.of(text.slice(from, to)));
  }

  /** Whether a stem only says how well something is done. */
  isSoft(stem: string): boolean {
    return this.itemBags.isSoft(stem);
  }

  private name(draft: Draft) {
    const isSkill = asksForSkill(draft.phrase);
    if (isSkill !== draft.isSkill) this.skillList = null;
    draft.isSkill = isSkill;
    const key = plain(draft.text);
    const list = this.byText.get(key);
    if (list) list.push(draft.at);
    else this.byText.set(key, [draft.at]);
    this.mentions.add(draft.at, draft.text);
    const meaning = meaningKey(draft.text);
    if (meaning === null) return;
    const alike = this.byMeaning.get(meaning);
    if (alike) alike.add(draft);
    else this.byMeaning.set(meaning, new Set([draft]));
  }

  /** Returns the drafts that ask for just what a text does, and that hold this share of its words, best first. */
  paraphrases(text: string, least: number): Holder[] {
    const bag = this.bags.of(text);
    return [...(this.byMeaning.get(meaningKey(text) ?? '') ?? [])]
      .filter((draft) => !draft.isGone && isParaphrase(text, draft.text))
      .map((draft) => ({ draft, share: containment(bag, draft.bag) }))
      .filter(({ share }) => share >= least)
      .sort(byShare);
  }

  /** Returns the first draft with these very words, but for blanks. */
  equal(text: string, mayHold: MayHold): Draft | null {
    const key = plain(text);
    for (const at of this.byText.get(key) ?? []) {
      const draft = this.drafts[at];
      if (draft && !draft.isGone && plain(draft.text) === key && mayHold(draft)) return draft;
    }
    return null;
  }

  /** Returns the drafts that hold most of an item, best first; of those that lack its terms not all are left out. */
  holdersOf({ bag, terms }: Pick<Item, 'bag' | 'terms'>, least: number): Holder[] {
    const places = this.mentions.of(terms, MOST_MENTIONING);
    if (places === null) return this.holders(bag, least);
    this.looked += places.size;
    const found: Holder[] = [];
    for (const at of places) {
      const draft = this.drafts[at];
      if (!draft || draft.isGone) continue;
      const share = containment(bag, draft.bag, least);
      if (share >= least) found.push({ draft, share });
    }
    return found.sort(byShare);
  }

  /** Returns the drafts that hold most of a bag, best first; those that hold little are left out. */
  holders(bag: Bag, least: number): Holder[] {
    const { places, isWhole, looked } = this.postings.propose(bag, least, this.drafts.length);
    this.looked += looked;
    const found: Holder[] = [];
    for (const { at, weight } of places) {
      const draft = this.drafts[at];
      if (!draft || draft.isGone) continue;
      const share = isWhole ? weight / bag.total : containment(bag, draft.bag, least);
      if (share >= least) found.push({ draft, share });
    }
    return found.sort(byShare);
  }
}

const byShare = (a: Holder, b: Holder): number => b.share - a.share || a.draft.at - b.draft.at;

/** The stems that one bag has and another has not. */
function stemsBesides({ numbers }: Bag, other: Bag): number[] {
  const known = new Set(other.numbers);
  return numbers.filter((stem) => !known.has(stem));
}

/** Whether a phrase says what the agent is good at. */
export const asksForSkill = ({ clauses }: Phrase): boolean => isExpertise(clauses[0]?.lead ?? '');

/** Blanks make no difference. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
