/** How good is a merge, in figures? */

import { readAgentFile } from '@/lib/agent-file';
import { estimateTokens } from '@/lib/text';
import { splitBody, type UnitKind } from '@/lib/units';
import { type Bag, Bags } from './body-measure';
import { type Coverage, createCoverage, listPlaces } from './coverage';
import { countWords } from './fuse-items';
import { createTermFinder } from './protected';
import type { ReadSource } from './sources';
import type { LedgerEntry, MergeMetrics } from './types';

/** Two units of a result are alike from this TF-IDF cosine on: of 193 labelled pairs nearly all of these were related. */
const ALIKE = 0.4;
/** A stem of more units than this tells nothing of any two. */
const MOST_UNITS_OF_STEM = 400;
/** They instruct nothing. */
const NO_INSTRUCTION: ReadonlySet<UnitKind> = new Set(['heading', 'rule', 'tag']);

/** Measures a result against its sources. Of the ledger only what is meant to be in the result is asked for. */
export function measure(
  text: string,
  sources: readonly ReadSource[],
  ledger: readonly LedgerEntry[],
): MergeMetrics {
  const result = readAgentFile(text);
  const body = text.slice(result.body.from, result.body.to);
  const units = splitBody(text, result.body).filter(({ kind }) => !NO_INSTRUCTION.has(kind));
  const bags = new Bags();
  const texts = units.map((unit) => unit.text);
  const words = countWords(body);
  const sourceWords = sum(sources, ({ file }) => countWords(file.text.slice(file.body.from, file.body.to)));
  const wanted = ledger.filter(({ fate }) => fate === 'kept' || fate === 'fused' || fate === 'contained');
  return {
    wordRatio: share(words, sourceWords),
    ...coverage(wanted, createCoverage(texts, bags)),
    protectedTerms: protectedShare(wanted, sources, text, result.effective.description ?? ''),
    redundancy: redundancy(texts.map((said) => bags.of(said))),
    words,
    sourceWords,
    rosterTokens: estimateTokens(result.effective.description ?? ''),
    sourceRosterTokens: sum(sources, ({ file }) => estimateTokens(file.effective.description ?? '')),
  };
}

const sum = <T>(items: readonly T[], figure: (item: T) => number): number =>
  items.reduce((total, item) => total + figure(item), 0);
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Each unit's best containment in any one unit of the result. */
function coverage(
  wanted: readonly LedgerEntry[],
  own: Coverage,
): Pick<MergeMetrics, 'unitCoverage50' | 'unitCoverage90'> {
  const asked = wanted.filter(({ part, kind }) => part === 'body' && !NO_INSTRUCTION.has(kind as UnitKind));
  const shares = asked.map(({ text }) => own.best(text).share);
  const reached = (least: number) => share(shares.filter((one) => one >= least).length, asked.length);
  return { unitCoverage50: reached(0.5), unitCoverage90: reached(0.9) };
}

function protectedShare(
  wanted: readonly LedgerEntry[],
  sources: readonly ReadSource[],
  text: string,
  description: string,
): number {
  // In the file a description may be quoted, so it is searched as Claude Code reads it.
  const finder = createTermFinder(`${text}\n${description}`);
  const asked = new Set(wanted.map(({ unit }) => unit));
  const units = sources.flatMap(({ body }) => body).filter(({ id }) => asked.has(id));
  const terms = new Set(units.flatMap(({ protectedTerms }) => protectedTerms));
  return share([...terms].filter((term) => finder.has(term)).length, terms.size);
}

/** The share of units that are like another unit of the same text. */
function redundancy(own: readonly Bag[]): number {
  const places = listPlaces(own);
  const alike = new Set<number>();
  const dots = new Float64Array(own.length);
  for (const [at, bag] of own.entries()) {
    const touched: number[] = [];
    for (const [place, stem] of bag.numbers.entries()) {
      const list = places.get(stem) ?? [];
      if (list.length > MOST_UNITS_OF_STEM) continue;
      const weight = bag.values[place] ?? 0;
      for (const other of list) {
        if (other >= at) break;
        if (dots[other] === 0) touched.push(other);
        dots[other] = (dots[other] ?? 0) + weight * weight;
      }
    }
    for (const other of touched) {
      const cosine = (dots[other] ?? 0) / (bag.length * (own[other]?.length ?? 1));
      if (cosine >= ALIKE) alike.add(at).add(other);
      dots[other] = 0;
    }
  }
  return own.length === 0 ? 0 : alike.size / own.length;
}
