/** Which instructions of different sources say the same or overlap? */

import { AlikeUnits } from './align-alike';
import { Bags } from './body-measure';
import type { Alignment, BodySource, BodyUnit } from './body-types';

/**
 * From this TF-IDF cosine on two units are related: of 193 labelled pairs at .35 to .40 between 95 and 100 of a hundred
 * were. Below .35 a pair is only told so that neighbours find each other.
 */
export const RELATED = 0.35;
const LEAST_SIMILARITY = 0.25;

/** What stands above a unit counts this much beside its own words. */
const CONTEXT_WEIGHT = 0.3;
/**
 * A stem of more units than this proposes no pairs, so that alike bullets by the thousand do not multiply. Units that
 * have such a stem find those whose stems are all the same, of equal figures first.
 */
const MOST_UNITS_OF_STEM = 600;
/** The best partners that a unit keeps. */
const MOST_PARTNERS = 24;

interface Vector {
  unit: BodyUnit;
  source: number;
  /** Weights by the number of the stem; their squares sum to 1. */
  stems: Map<number, number>;
}

/** Where to look for the partners of a unit. */
interface Index {
  vectors: readonly Vector[];
  postings: ReadonlyMap<number, Posting>;
  crowded: AlikeUnits;
}

/**
 * Finds the pairs of units of different sources whose TF-IDF cosine is at least .25, headings and introducing lines
 * counting less than a unit's own words. Takes time in proportion to the units, however alike they are; the order of
 * the sources does not matter beyond that of the pairs.
 */
export function alignBodies(sources: readonly BodySource[]): Alignment {
  const bags = new Bags();
  const vectors = sources.flatMap((source, at) => listVectors(source, at, bags));
  const postings = listPostings(vectors);
  const crowded = new AlikeUnits(MOST_PARTNERS);
  const isCrowded = (stem: number) => (postings.get(stem)?.at.length ?? 0) > MOST_UNITS_OF_STEM;
  for (const [at, { stems, source, unit }] of vectors.entries()) {
    if ([...stems.keys()].some(isCrowded)) crowded.add(at, source, bags.of(unit.unit.text), unit.unit.text);
  }
  const index = { vectors, postings, crowded };
  const scores = new Float64Array(vectors.length);
  const related: Alignment['related'] = [];
  for (const [at, vector] of vectors.entries()) {
    for (const partner of partnersOf(at, vector, index, scores)) related.push(partner);
  }
  return { related };
}

function listVectors(source: BodySource, at: number, bags: Bags): Vector[] {
  const byIndex = new Map(source.units.map((unit) => [unit.unit.index, unit]));
  return source.units.flatMap((unit) => {
    const { kind, text, headings, parent } = unit.unit;
    if (kind === 'code' || kind === 'rule' || kind === 'tag') return [];
    const intro = parent === null ? undefined : byIndex.get(parent);
    const above = [...headings.slice(-1), intro?.unit.kind === 'heading' ? intro.unit.text : ''].join(' ');
    const [context, own] = [bags.of(above), bags.of(text)];
    if (own.total === 0) return [];
    const stems = new Map<number, number>();
    for (const [place, stem] of context.numbers.entries())
      stems.set(stem, (context.values[place] ?? 0) * CONTEXT_WEIGHT);
    for (const [place, stem] of own.numbers.entries()) stems.set(stem, own.values[place] ?? 0);
    let sum = 0;
    for (const weight of stems.values()) sum += weight * weight;
    const length = Math.sqrt(sum);
    for (const [stem, weight] of stems) stems.set(stem, weight / length);
    return [{ unit, source: at, stems }];
  });
}

/** The units of a stem, in ascending order, and its weight in each. */
interface Posting {
  at: number[];
  weight: number[];
}

function listPostings(vectors: readonly Vector[]): Map<number, Posting> {
  const postings = new Map<number, Posting>();
  for (const [at, { stems }] of vectors.entries()) {
    for (const [stem, weight] of stems) {
      const list = postings.get(stem);
      if (list) {
        list.at.push(at);
        list.weight.push(weight);
      } else postings.set(stem, { at: [at], weight: [weight] });
    }
  }
  return postings;
}

function partnersOf(
  at: number,
  vector: Vector,
  { vectors, postings, crowded }: Index,
  scores: Float64Array,
): Alignment['related'] {
  const touched: number[] = [];
  for (const [stem, weight] of vector.stems) {
    const list = postings.get(stem);
    if (!list || list.at.length > MOST_UNITS_OF_STEM) continue;
    // From behind: what stands before this unit was compared with it already.
    for (let place = list.at.length - 1; place >= 0; place--) {
      const other = list.at[place] ?? 0;
      if (other <= at) break;
      const score = scores[other] ?? 0;
      if (score === 0) touched.push(other);
      scores[other] = score + weight * (list.weight[place] ?? 0);
    }
  }
  for (const other of crowded.after(at)) {
    if (scores[other] === 0) touched.push(other);
    scores[other] = cosine(vector.stems, vectors[other]?.stems);
  }
  const found: { other: number; similarity: number }[] = [];
  for (const other of touched) {
    const similarity = scores[other] ?? 0;
    scores[other] = 0;
    if (similarity >= LEAST_SIMILARITY && vectors[other]?.source !== vector.source)
      found.push({ other, similarity });
  }
  const best = found.sort((x, y) => y.similarity - x.similarity || x.other - y.other).slice(0, MOST_PARTNERS);
  return best
    .sort((x, y) => x.other - y.other)
    .flatMap(({ other, similarity }) => {
      const b = vectors[other];
      return b ? [{ a: vector.unit, b: b.unit, similarity: Math.min(1, similarity) }] : [];
    });
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number> | undefined): number {
  let sum = 0;
  for (const [stem, weight] of a) sum += weight * (b?.get(stem) ?? 0);
  return sum;
}
