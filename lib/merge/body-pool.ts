/** What does the result say so far, and does it say this already? */

import { listSentences } from '@/lib/units';
import { type Bag, Bags, containment } from './body-measure';
import { Mentions } from './body-mentions';
import { lazyPhrase } from './body-phrases';
import { type Phrase, printPhrase } from './fuse-clause';
import { listItems } from './fuse-items';
import type { Statement } from './order';
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
  /** Taken out again. */
  isGone: boolean;
  /** Statements that count on its words. */
  dependents: Set<Statement>;
  /** Stays in its own words. */
  isFixed: boolean;
}

/** Terms that begin so forbid something. */
export const NEGATION =
  /^(?:never|not|must not|cannot|don't|avoid|without|no|nor|nunca|não|nicht|niemals)\b/iu;
/** Stems that more drafts than this have propose none of them. */
const MOST_DRAFTS_OF_STEM = 1000;
/** Of what is wanted, this much must be found where such stems are not counted. */
const SKIPPED = 0.6;
/** Room for what adding in another order makes of a sum. */
const ALMOST = 1 - 1e-9;
const HALF = 0.5;
/** Where so few drafts mention a term, they are asked, and not those of its stems. */
const MOST_MENTIONING = 50;

/**
 * Of drafts looked at for what they hold, after so many nothing is fused or shortened any more: what is left stands in
 * its own words. Fifty agents of a thousand words take a tenth of it.
 */
const MOST_LOOKED = 5_000_000;

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

/** Drafts with an index of their stems. */
export class Pool {
  readonly bags = new Bags();
  readonly itemBags = new Bags(true);
  readonly drafts: Draft[] = [];
  /** The places of the drafts that have or had a stem, by its number. */
  private readonly postings = new Map<number, number[]>();
  private readonly phrases = new Map<Statement, Phrase>();
  private readonly items = new Map<Statement, Item[]>();
  private readonly byLabel = new Map<string, Draft[]>();
  private readonly byText = new Map<string, number[]>();
  /** How many drafts were looked at so far. */
  private looked = 0;
  private readonly mentions = new Mentions();
  private scores = new Float64Array(1024);
  private marks = new Uint32Array(1024);
  private mark = 0;

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
      isGone: false,
      dependents: new Set(),
      isFixed,
    };
    this.drafts.push(draft);
    this.post(draft, draft.bag.numbers);
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
      isNegative: own.some((term) => NEGATION.test(term)),
    };
  }

  print(phrase: Phrase): string {
    return printPhrase(phrase);
  }

  /** Gives a draft other words. */
  rewrite(draft: Draft, phrase: Phrase, text: string) {
    const before = new Set(draft.bag.numbers);
    draft.phrase = phrase;
    draft.text = text;
    draft.bag = this.bags.of(text);
    const [carrier] = draft.members;
    draft.sentences = carrier ? this.sentencesOf(carrier, text) : null;
    this.post(
      draft,
      draft.bag.numbers.filter((stem) => !before.has(stem)),
    );
    this.name(draft);
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
    const key = plain(draft.text);
    const list = this.byText.get(key);
    if (list) list.push(draft.at);
    else this.byText.set(key, [draft.at]);
    this.mentions.add(draft.at, draft.text);
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

  private post(draft: Draft, stems: readonly number[]) {
    for (const stem of stems) {
      const list = this.postings.get(stem);
      if (!list) this.postings.set(stem, [draft.at]);
      else if (list[list.length - 1] !== draft.at) list.push(draft.at);
    }
  }

  /** Returns the drafts that hold most of an item, best first; of those that lack its terms not all are left out. */
  holdersOf({ bag, terms }: Pick<Item, 'bag' | 'terms'>, least: number): Holder[] {
    return this.listHolders(bag, least, this.mentions.of(terms, MOST_MENTIONING));
  }

  /** Returns the drafts that hold most of a bag, best first; those that hold little are left out. */
  holders(bag: Bag, least: number, except?: (draft: Draft) => boolean): Holder[] {
    const found = this.listHolders(bag, least, null);
    return except ? found.filter(({ draft }) => !except(draft)) : found;
  }

  private listHolders(bag: Bag, least: number, places: Iterable<number> | null): Holder[] {
    const found: Holder[] = [];
    for (const at of places ?? this.candidates(bag, least)) {
      const draft = this.drafts[at];
      this.looked += 1;
      if (!draft || draft.isGone) continue;
      const share = containment(bag, draft.bag, least);
      if (share >= least) found.push({ draft, share });
    }
    return found.sort((a, b) => b.share - a.share || a.draft.at - b.draft.at);
  }

  /** Places of the drafts that may hold that share of a bag. */
  private candidates(bag: Bag, least: number): number[] {
    const lists: { list: number[]; weight: number }[] = [];
    let left = 0;
    let isWhole = true;
    for (let at = 0; at < bag.size; at++) {
      const list = this.postings.get(bag.numbers[at] as number);
      if (!list) continue;
      if (list.length > MOST_DRAFTS_OF_STEM) isWhole = false;
      else {
        const weight = bag.values[at] ?? 0;
        lists.push({ list, weight });
        left += weight;
      }
    }
    const wanted = least * bag.total * (isWhole ? ALMOST : SKIPPED);
    if (left < wanted) return [];
    if (isWhole && least >= HALF) return this.unionOf(lists, left, wanted);
    return this.summed(lists, wanted);
  }

  /** Who holds so much holds one of the rarer stems: the longest lists, which together weigh less, need not be read. */
  private unionOf(lists: { list: number[]; weight: number }[], all: number, wanted: number): number[] {
    if (this.marks.length < this.drafts.length) this.marks = new Uint32Array(this.drafts.length * 2);
    const { marks } = this;
    const mark = ++this.mark;
    const touched: number[] = [];
    let left = all;
    for (const { list, weight } of lists.sort((a, b) => a.list.length - b.list.length)) {
      if (left < wanted) break;
      left -= weight;
      for (const at of list) {
        if (marks[at] === mark) continue;
        marks[at] = mark;
        touched.push(at);
      }
    }
    return touched;
  }

  private summed(lists: readonly { list: number[]; weight: number }[], wanted: number): number[] {
    if (this.scores.length < this.drafts.length) this.scores = new Float64Array(this.drafts.length * 2);
    const { scores } = this;
    const touched: number[] = [];
    for (const { list, weight } of lists) {
      for (const at of list) {
        if (scores[at] === 0) touched.push(at);
        scores[at] = (scores[at] ?? 0) + weight;
      }
    }
    const enough = touched.filter((at) => (scores[at] ?? 0) >= wanted);
    for (const at of touched) scores[at] = 0;
    return enough;
  }
}

/** Blanks make no difference. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
