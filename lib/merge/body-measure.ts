/** How much of what one text says does another say? */

import { backgroundIdf, listStems } from '@/lib/similarity';
import { inOneSpelling } from './spellings';

/** The distinct stems of a text with their weights. */
export interface Bag {
  weights: ReadonlyMap<string, number>;
  total: number;
}

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
const SOFT_WEIGHT = 0.1;

/** Each step of a merge asks for the bags of the same texts; so many characters of them are remembered. */
const MOST_REMEMBERED = 1_000_000;
const remembered = new Map<string, Bag>();
let rememberedLength = 0;

function plainBag(text: string, read: () => Bag): Bag {
  const known = remembered.get(text);
  if (known) return known;
  const bag = read();
  if (text.length > MOST_REMEMBERED / 100) return bag;
  if (rememberedLength > MOST_REMEMBERED) forgetBags();
  remembered.set(text, bag);
  rememberedLength += text.length + 100;
  return bag;
}

/** Frees what is remembered of texts, at the end of a merge. */
export function forgetBags() {
  remembered.clear();
  rememberedLength = 0;
}

/** Makes bags, each text's once. */
export class Bags {
  private readonly byText = new Map<string, Bag>();
  private readonly weightOf = new Map<string, number>();
  private readonly soft: ReadonlySet<string>;

  /** With `softens`, words like "proper" and "strategies" weigh less. */
  constructor(softens = false) {
    this.soft = new Set(softens ? listStems(SOFT_WORDS) : []);
  }

  of(text: string): Bag {
    const known = this.byText.get(text);
    if (known) return known;
    const bag = this.soft.size > 0 ? this.read(text) : plainBag(text, () => this.read(text));
    this.byText.set(text, bag);
    return bag;
  }

  private read(text: string): Bag {
    const weights = new Map<string, number>();
    let total = 0;
    for (const stem of listStems(inOneSpelling(text))) {
      if (weights.has(stem)) continue;
      const weight = this.weigh(stem);
      weights.set(stem, weight);
      total += weight;
    }
    return { weights, total };
  }

  /** Whether a stem weighs less here than it does by its rarity. */
  isSoft(stem: string): boolean {
    return this.soft.has(stem);
  }

  private weigh(stem: string): number {
    const known = this.weightOf.get(stem);
    if (known !== undefined) return known;
    const full = Math.max(LEAST_WEIGHT, backgroundIdf(stem));
    const weight = this.soft.has(stem) ? full * SOFT_WEIGHT : full;
    this.weightOf.set(stem, weight);
    return weight;
  }
}

/**
 * Returns the share of the weight of `part` that `whole` has too; 1 for a text without words of weight. Where it is
 * less than `least` anyway, some number below that.
 */
export function containment(part: Bag, whole: Bag, least = 0): number {
  if (part.total === 0) return 1;
  let shared = 0;
  let lost = 0;
  const most = (1 - least) * part.total * (1 + 1e-9) + 1e-9;
  for (const [stem, weight] of part.weights) {
    if (whole.weights.has(stem)) shared += weight;
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
  let count = 0;
  for (const stem of part.weights.keys()) if (whole.weights.has(stem)) count++;
  return Math.min(containment(part, whole), count / part.weights.size + 0.06);
}

/** Returns the cosine of two bags of squared weights. */
export function cosine(a: Bag, b: Bag): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [stem, weight] of small.weights) if (large.weights.has(stem)) dot += weight * weight;
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}

function length(bag: Bag): number {
  let sum = 0;
  for (const weight of bag.weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
