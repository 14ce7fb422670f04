/** How much of what one text says does another say? */

import { backgroundIdf, listStems } from '@/lib/similarity';
import { remembered } from './remembered';
import { inOneSpelling } from './spellings';

/** Less than this no word weighs: else a text of common words alone would weigh nothing. */
const LEAST_WEIGHT = 0.6;

/**
 * From this share on an item is held to be contained in another text: at .7 of the IDF weight no pair of 193 labelled
 * ones was held to be contained that was not.
 */
export const CONTAINED = 0.7;

/** The share of a whole unit that one unit of the result must hold; .5 is the promise, the rest is margin for other weights. */
export const COVERED = 0.56;

/** Words that say how well something is to be done, or that it is something at all: of little weight within an item. */
const SOFT_WORDS = `
  proper properly robust comprehensive effective efficient efficiently intelligent appropriate seamless seamlessly clear
  relevant specific meaningful thorough strong solid good best practices strategies mechanisms techniques approaches
  patterns considerations implications needs systems solutions implementation various multiple different potential
  existing necessary key core essential complex complete modern advanced quality industry genius master senior
  measures concerns aspects areas processes methods levels types principles tasks items
  world-class expert expertise deep elite seasoned experienced skilled specialist professional`;
const SOFT_STEMS: ReadonlySet<string> = new Set(listStems(SOFT_WORDS));
const SOFT_WEIGHT = 0.1;

/** The stems that texts have brought, each with a number, from 0 on, and by number what each weighs. */
const numbers = new Map<string, number>();
const stems: string[] = [];
const weights: number[] = [];
/** Hostile texts bring ever new ones: after a merge that left more than this, all are forgotten. */
const MOST_STEMS = 100_000;

/** By number: the turn in which a stem was marked last. */
let marks = new Uint32Array(4096);
let turn = 0;
let marked: Bag | null = null;

function numberOf(stem: string): number {
  const known = numbers.get(stem);
  if (known !== undefined) return known;
  const number = stems.push(stem) - 1;
  numbers.set(stem, number);
  weights.push(Math.max(LEAST_WEIGHT, backgroundIdf(stem)));
  if (number >= marks.length) {
    const grown = new Uint32Array(2 * marks.length);
    grown.set(marks);
    marks = grown;
  }
  return number;
}

/** The distinct stems of a text with their weights. Bags are compared within one merge; no other is to hold them. */
export class Bag {
  readonly total: number;
  private byStem: ReadonlyMap<string, number> | null = null;
  private ownLength = -1;

  /** `numbers` of the stems, each once, in the order of the text; `values`: what each of them weighs. */
  constructor(
    readonly numbers: readonly number[],
    readonly values: readonly number[],
  ) {
    let total = 0;
    for (const value of values) total += value;
    this.total = total;
  }

  /** How many stems it has. */
  get size(): number {
    return this.numbers.length;
  }

  /** The weights by stem, in the order of the text. */
  get weights(): ReadonlyMap<string, number> {
    this.byStem ??= new Map(this.numbers.map((number, at) => [stems[number] ?? '', this.values[at] ?? 0]));
    return this.byStem;
  }

  /** The square root of the sum of the squared weights. */
  get length(): number {
    if (this.ownLength < 0) {
      let sum = 0;
      for (const value of this.values) sum += value * value;
      this.ownLength = Math.sqrt(sum);
    }
    return this.ownLength;
  }

  /** Returns the bag of those stems that pass. */
  only(passes: (stem: string) => boolean): Bag {
    const kept = [...this.numbers.keys()].filter((at) => passes(stems[this.numbers[at] ?? 0] ?? ''));
    const pick = (list: readonly number[]) => kept.map((at) => list[at] ?? 0);
    return new Bag(pick(this.numbers), pick(this.values));
  }
}

/** Marks the stems of a bag: those whose mark is the returned turn, until another's are. */
function markStems(bag: Bag): number {
  if (marked !== bag) {
    turn += 1;
    for (const number of bag.numbers) marks[number] = turn;
    marked = bag;
  }
  return turn;
}

const plainBag = remembered((text) => {
  const own = [...new Set(listStems(inOneSpelling(text)))].map(numberOf);
  return new Bag(
    own,
    own.map((number) => weights[number] ?? 0),
  );
});

/** At the end of a merge: frees the bags and numbers of stems where they have become too many. */
export function forgetBags() {
  marked = null;
  if (stems.length <= MOST_STEMS) return;
  plainBag.forget();
  numbers.clear();
  stems.length = 0;
  weights.length = 0;
}

/** Makes bags, each text's once. */
export class Bags {
  private readonly byText = new Map<string, Bag>();

  /** With `softens`, words like "proper" and "strategies" weigh less. */
  constructor(private readonly softens = false) {}

  of(text: string): Bag {
    const known = this.byText.get(text);
    if (known) return known;
    const plain = plainBag(text);
    const bag = this.softens ? softened(plain) : plain;
    this.byText.set(text, bag);
    return bag;
  }

  /** Whether a stem weighs less here than it does by its rarity. */
  isSoft(stem: string): boolean {
    return this.softens && SOFT_STEMS.has(stem);
  }
}

function softened({ numbers: own, values }: Bag): Bag {
  const isSoft = (number: number) => SOFT_STEMS.has(stems[number] ?? '');
  return new Bag(
    own,
    own.map((number, at) => (values[at] ?? 0) * (isSoft(number) ? SOFT_WEIGHT : 1)),
  );
}

/**
 * Returns the share of the weight of `part` that `whole` has too; 1 for a text without words of weight. Where it is
 * less than `least` anyway, some number below that.
 */
export function containment(part: Bag, whole: Bag, least = 0): number {
  if (part.total === 0) return 1;
  const now = markStems(whole);
  const most = (1 - least) * part.total * (1 + 1e-9) + 1e-9;
  let shared = 0;
  let lost = 0;
  for (let at = 0; at < part.numbers.length; at++) {
    const weight = part.values[at] as number;
    if (marks[part.numbers[at] as number] === now) shared += weight;
    else {
      lost += weight;
      if (lost > most) return 0;
    }
  }
  return shared / part.total;
}

/** As `containment`, and no more than the plain share of stems allows: rarity is told differently by other tables. */
export function safeContainment(part: Bag, whole: Bag): number {
  if (part.total === 0) return 1;
  const now = markStems(whole);
  let shared = 0;
  let count = 0;
  for (let at = 0; at < part.numbers.length; at++) {
    if (marks[part.numbers[at] as number] !== now) continue;
    shared += part.values[at] as number;
    count += 1;
  }
  return Math.min(shared / part.total, count / part.size + 0.06);
}

/** Returns the cosine of two bags of squared weights. */
export function cosine(a: Bag, b: Bag): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const now = markStems(large);
  let dot = 0;
  for (let at = 0; at < small.numbers.length; at++) {
    const weight = small.values[at] as number;
    if (marks[small.numbers[at] as number] === now) dot += weight * weight;
  }
  return dot === 0 ? 0 : dot / (a.length * b.length);
}

/** Whether two bags have a stem in common. */
export function meet(a: Bag, b: Bag): boolean {
  const now = markStems(b);
  return a.numbers.some((number) => marks[number] === now);
}

/** Whether one bag has all stems of another. */
export function hasStemsOf(whole: Bag, part: Bag): boolean {
  const now = markStems(whole);
  return part.numbers.every((number) => marks[number] === now);
}
