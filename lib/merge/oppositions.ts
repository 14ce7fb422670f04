/** Which two instructions contradict each other, and on which side does each stand? */

import { listTerms } from '@/lib/similarity';
import type { Bag, Bags } from './body-measure';
import type { Alignment, BodyUnit } from './body-types';
import { isSameSlot, listNumberSlots, type NumberSlot } from './number-slots';
import { isOpposite, listStances, type Stance } from './polarity';
import { compare } from './sources';
import { substitutes } from './substitution';

/** Two units of which one says the contrary of the other, each with its side. */
export interface Opposed {
  kind: 'number' | 'polarity';
  key: string;
  a: { unit: BodyUnit; side: string; safety: number; written: string | null };
  b: Opposed['a'];
}

/** Finds pairs that give differing figures for one thing. */
export function findNumbers(related: Alignment['related'], bags: Bags): Opposed[] {
  const known = new Map<BodyUnit, NumberSlot[]>();
  const slotsOf = (unit: BodyUnit) => {
    const slots = known.get(unit) ?? listNumberSlots(unit.unit.text, bags);
    known.set(unit, slots);
    return slots;
  };
  return related.flatMap(({ a, b }): Opposed[] => {
    const pair = differingSlots(slotsOf(a), slotsOf(b)) ?? sameButNumber(a.unit.text, b.unit.text, bags);
    if (!pair || substitutes(numberless(a.unit.text), numberless(b.unit.text))) return [];
    const [left, right] = pair;
    const bound = left.bound === 'plain' ? right.bound : left.bound;
    const side = (unit: BodyUnit, { written, value }: NumberSlot) => {
      return {
        unit,
        side: written.replace(/\+$/, ''),
        safety: safety(value, bound, unit.unit.text),
        written,
      };
    };
    return [{ kind: 'number', key: topicOf(left, right, a.unit.text), a: side(a, left), b: side(b, right) }];
  });
}

/** Of which more is stricter, where nothing else tells. */
const MORE_IS_STRICTER =
  /coverage|accuracy|availability|uptime|pass rate|score|contrast|approv|review(?:er)?s\b|germination|カバレッジ|cobertura|abdeckung|couverture|years/iu;

/** Of a floor the larger is stricter; of everything else the smaller, for it mostly is a limit. */
function safety(value: number, bound: NumberSlot['bound'], text: string): number {
  const isFloor = bound === 'min' || (bound === 'plain' && MORE_IS_STRICTER.test(text));
  return isFloor ? value : -value;
}

/** Versions count by their parts: 3.12 comes after 3.8. */
const versionOf = (written: string): number =>
  written.split('.').reduce((sum, part, at) => sum + Number(part.replaceAll(',', '')) / 1000 ** at, 0);

const DIGITS = /\d+(?:[.,]\d+)*/gu;
const numberless = (text: string): string => text.replace(DIGITS, ' ').replace(/\s+/g, ' ');

/** Two texts that differ in one number alone, be it a version. */
function sameButNumber(a: string, b: string, bags: Bags): [NumberSlot, NumberSlot] | null {
  if (a === b || a.replace(DIGITS, '0') !== b.replace(DIGITS, '0')) return null;
  const [left, right] = [[...a.matchAll(DIGITS)], [...b.matchAll(DIGITS)]];
  const differing = left.flatMap((match, at) => (match[0] === right[at]?.[0] ? [] : [at]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined || bags.of(a).total === 0) return null;
  const slot = (match: RegExpExecArray | undefined): NumberSlot => ({
    ...{ value: versionOf(match?.[0] ?? ''), written: match?.[0] ?? '', from: match?.index ?? 0 },
    ...{ bound: 'min', of: new Set<string>(), about: bags.of(a), before: bags.of(a), behind: bags.of('') },
  });
  return [slot(left[at]), slot(right[at])];
}

/** The first numbers about one thing that differ; a unit that gives several for it, as a range does, says neither. */
function differingSlots(a: readonly NumberSlot[], b: readonly NumberSlot[]): [NumberSlot, NumberSlot] | null {
  for (const left of a) {
    const others = b.filter((right) => isSameSlot(left, right));
    const own = a.filter((slot) => slot !== left && isSameSlot(left, slot));
    const [right] = others;
    if (others.length === 1 && own.length === 0 && right && right.value !== left.value) return [left, right];
  }
  return null;
}

/** What two numbers are about: the rarest word that stands behind both, else beside both. */
function topicOf(left: NumberSlot, right: NumberSlot, text: string): string {
  const shared = (a: Bag, b: Bag) =>
    [...a.weights].filter(([stem]) => b.weights.has(stem) && !MEASURES.has(stem));
  const behind = shared(left.behind, right.behind);
  return wordOf(behind.length > 0 ? behind : shared(left.about, right.about), text) ?? 'the number';
}

/** Words that say how a number is meant, not of what it is. */
const MEASURES: ReadonlySet<string> = new Set([
  'least',
  'most',
  'maximum',
  'minimum',
  'limit',
  'keep',
  'time',
  'meno',
  'times',
  'menos',
  'mais',
]);

function wordOf(stems: readonly (readonly [string, number])[], text: string): string | null {
  const [best] = [...stems].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  if (!best) return null;
  return (
    listTerms(text)
      .find(({ stem }) => stem === best[0])
      ?.word.toLowerCase() ?? best[0]
  );
}

/** Finds pairs of which one demands what the other forbids. */
export function findPolarity(related: Alignment['related'], bags: Bags): Opposed[] {
  const known = new Map<BodyUnit, Stance[]>();
  const stancesOf = (unit: BodyUnit) => {
    const stances = known.get(unit) ?? listStances(unit.unit.text, bags);
    known.set(unit, stances);
    return stances;
  };
  return related.flatMap(({ a, b }): Opposed[] => {
    if (a.unit.kind === 'heading' || b.unit.kind === 'heading') return [];
    for (const left of stancesOf(a)) {
      const right = stancesOf(b).find((other) => isOpposite(left, other));
      if (right) return [opposed(a, left, b, right)];
    }
    return [];
  });
}

function opposed(a: BodyUnit, left: Stance, b: BodyUnit, right: Stance): Opposed {
  const key = wordOf(
    [...left.about.weights].filter(([stem]) => right.about.weights.has(stem)),
    a.unit.text,
  );
  const isSwap = left.forbids === right.forbids;
  const side = (unit: BodyUnit, { forbids, words }: Stance) => ({
    unit,
    side: isSwap ? words.join('-').slice(0, 60) : forbids ? 'do-not' : 'do',
    safety: forbids ? 1 : 0,
    written: null,
  });
  return { kind: 'polarity', key: key ?? left.words[0] ?? 'it', a: side(a, left), b: side(b, right) };
}
