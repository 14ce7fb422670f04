/** Does one source say all that the others say, so that its body can be taken as it is? */

import { Bags, CONTAINED } from './body-measure';
import type { BodyResult, BodySource, BodyUnit, Piece } from './body-types';
import { createCoverage } from './coverage';
import { readPhrase } from './fuse-clause';
import { listItems } from './fuse-items';
import { createTermFinder } from './protected';
import { substitutes } from './substitution';
import type { UnitId } from './types';

/**
 * As where a body is composed: what one instruction holds as a whole must be there item by item too, if less exactly;
 * and of what is spread over several, half must stand in one and each item somewhere.
 */
const HALF = 0.5;
const isPlain = (kind: string) => kind === 'bullet' || kind === 'step' || kind === 'sentence';
/** Words that praise and tell nothing to do: an instruction says the same without them. */
const PRAISE =
  /\b(?:proper|properly|complete|completely|effective|effectively|potential|potentially|intelligent|robust|comprehensive|thorough|thoroughly|seamless|seamlessly|systematic|systematically|appropriate|appropriately|efficient|efficiently|careful|carefully|deep|master|expert|advanced|modern|strong|solid|clear|clearly|relevant|various|overall|techniques?|practices|measures)\b/giu;
const plain = (text: string): string => text.replace(PRAISE, ' ');

/** So many of the longest sources are looked at: what says all that others say is hardly shorter than they. */
const MOST_CANDIDATES = 2;
const NO_INSTRUCTION: ReadonlySet<string> = new Set(['heading', 'rule', 'tag']);

/** Finds the source whose body says everything that the others' bodies say; null without one. */
export function findWholeBody(
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): BodySource | null {
  const length = ({ units }: BodySource) => units.reduce((sum, { unit }) => sum + unit.text.length, 0);
  const candidates = sources
    .filter(({ units }) => units.length > 0 && !units.some(({ id }) => excluded.has(id)))
    .sort((a, b) => length(b) - length(a))
    .slice(0, MOST_CANDIDATES);
  return candidates.find((one) => saysAll(one, sources, excluded)) ?? null;
}

function saysAll(one: BodySource, sources: readonly BodySource[], excluded: ReadonlySet<UnitId>): boolean {
  const bags = new Bags();
  const coverage = createCoverage(
    one.units.map(({ unit }) => unit.text),
    bags,
  );
  const own = new Set(one.units.map(({ unit }) => unit.text));
  const finder = createTermFinder(one.units.map(({ unit }) => unit.text).join('\n'));
  const isSaid = ({ unit: { kind, text }, protectedTerms }: BodyUnit) => {
    if (own.has(text) || NO_INSTRUCTION.has(kind)) return true;
    if (kind === 'code' || !protectedTerms.every((term) => finder.has(term))) return false;
    const { share, at } = coverage.best(plain(text));
    if (substitutes(text, one.units[at]?.unit.text ?? '')) return false;
    if (!isPlain(kind) || share < HALF) return share >= CONTAINED;
    const least = share >= CONTAINED ? HALF : CONTAINED;
    return listItems(readPhrase(text)).every((item) => coverage.best(plain(item)).share >= least);
  };
  return sources.every(
    (source) => source === one || source.units.every((unit) => excluded.has(unit.id) || isSaid(unit)),
  );
}

/** The body of that source, cut into pieces at its own lines; `text` is its file. */
export function takeWholeBody(
  one: BodySource,
  text: string,
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): BodyResult {
  const lines: { from: number; to: number; first: BodyUnit; units: UnitId[] }[] = [];
  for (const unit of one.units) {
    const { range } = unit.unit;
    const from = text.lastIndexOf('\n', range.from - 1) + 1;
    const last = lines.at(-1);
    if (last && from < last.to) {
      last.units.push(unit.id);
      last.to = Math.max(last.to, range.to);
    } else lines.push({ from, to: range.to, first: unit, units: [unit.id] });
  }
  const pieces = lines.map(({ from, to, first, units }, at): Piece => {
    const gap = text.slice(lines[at - 1]?.to ?? from, from);
    const spaced = (gap.match(/\n/g) ?? []).length > 1;
    const words = text.slice(from, to).replaceAll('\r\n', '\n');
    return { id: first.id, kind: first.unit.kind, text: words, spaced, units, origin: 'source' };
  });
  const fates: BodyResult['fates'] = new Map();
  for (const { id: block, units } of pieces) {
    for (const unit of units)
      fates.set(unit, { fate: 'kept', block, reason: `${one.id} says all, so its body is taken whole.` });
  }
  settleOthers(one, fates, sources, excluded);
  return { pieces, fates };
}

function settleOthers(
  one: BodySource,
  fates: BodyResult['fates'],
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): void {
  const coverage = createCoverage(one.units.map(({ unit }) => unit.text));
  const same = new Map(one.units.map(({ unit, id }) => [unit.text, id]));
  for (const source of sources) {
    if (source === one) continue;
    for (const { id, unit } of source.units) {
      if (excluded.has(id)) continue;
      const holder = same.get(unit.text) ?? one.units[Math.max(0, coverage.best(unit.text).at)]?.id ?? '';
      const block = fates.get(holder)?.block ?? holder;
      fates.set(id, { fate: 'contained', block, reason: `${one.id}, whose body is taken whole, says it.` });
    }
  }
}
