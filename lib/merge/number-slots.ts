/** Which numbers does an instruction set, and for what? */

import { listStems } from '@/lib/similarity';
import { type Bag, type Bags, containment } from './body-measure';
import { isKnownName } from './known-names';

/** A number with what it is of and what it is about. */
export interface NumberSlot {
  value: number;
  /** As it is written, with its sign and plus. */
  written: string;
  /** Where it stands in the text. */
  from: number;
  /** `max`: no more than it; `min`: no less; `plain`: just so. */
  bound: 'max' | 'min' | 'plain';
  /** Stems of the words behind it; `%` for a share. */
  of: ReadonlySet<string>;
  /** The words around it, those before it and those behind it. */
  about: Bag;
  before: Bag;
  behind: Bag;
}

const SPELLED: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ twelve: 12, fifteen: 15, twenty: 20, thirty: 30, fifty: 50, hundred: 100 },
};

const NUMBER =
  /(?<![\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}.,#/_$€£-])(?:[<>≤≥~]=?\s?)?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|one(?! (?:of|by|or|another)\b)|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty)(?:\s?(%|percent\b))?(\+?)(?![\p{N}/_]|[.,:]\d|-\p{L})/giu;
const MAX =
  /(?:\b(?:at most|no more than|not more than|maximum(?: of)?|max|up to|under|below|less than|fewer than|within|limit(?:ed)? to|not exceed(?:ing)?|never exceed|keep .{0,24} (?:to|under|below))\s*|[<≤]=?\s?)$/iu;
const MIN =
  /(?:\b(?:at least|no less than|no fewer than|minimum(?: of)?|min|over|above|more than|exceed(?:s|ing)?|greater than)\s*|[>≥]=?\s?)$/iu;
const AT_LEAST = /^\s?(?:以上|or more\b|or higher\b|or above\b|at least\b|ou mais\b|o más\b|oder mehr\b)/iu;
const AT_MOST = /^\s?(?:以下|以内|未満|or less\b|or fewer\b|or below\b|at most\b|ou menos\b)/iu;
/** Numbers that count nothing: versions, ranks, parts of a document, codes. */
const NO_COUNT =
  /(?:\b(?:top|step|phase|stage|part|section|chapter|level|tier|version|v|rule|option|priority|wave|round|rfc|iso|wcag|es|http|https|port|status|error|code|figure|table|article|iteration|day|week|sprint|q)\s*)$/iu;
/** A capital before a number names a version, but no word that begins a sentence does. */
const VERSION_OF = /\S\s+\p{Lu}[\p{L}.+#]*\s$/u;
const isVersion = (before: string): boolean =>
  VERSION_OF.test(before) || isKnownName(/(\S+)\s$/u.exec(before)?.[1] ?? '');
const SENTENCE_END = /[.;!?](?=\s|$)|\n/gu;
const WORDS_BEFORE = 7;
const WORDS_BEHIND = 5;
const NOUNS_BEHIND = 3;

/** Lists the numbers of a text that say how much of something; versions, codes and ranks are none. */
export function listNumberSlots(text: string, bags: Bags): NumberSlot[] {
  const slots: NumberSlot[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [source, digits = '', percent, plus] = match;
    const value = SPELLED[digits.toLowerCase()] ?? Number(digits.replaceAll(',', ''));
    const before = sentenceStart(text.slice(0, match.index + source.length - source.trimStart().length));
    const behind = sentenceRest(text.slice(match.index + source.length));
    const isCounted =
      percent !== undefined || /^[\s-]*\p{L}/u.test(behind) || bound(before + signOf(source)) !== 'plain';
    if (!isCounted || (percent === undefined && isNoCount(before, behind))) continue;
    slots.push({
      value,
      written: `${digits}${percent ? '%' : ''}${plus}`,
      from: match.index,
      bound:
        plus === '+' || AT_LEAST.test(behind)
          ? 'min'
          : AT_MOST.test(behind)
            ? 'max'
            : bound(before + signOf(source)),
      before: matter(bags.of(lastWords(before, WORDS_BEFORE))),
      of: percent ? new Set(['%']) : new Set(bags.of(firstWords(behind, NOUNS_BEHIND)).weights.keys()),
      behind: bags.of(firstWords(behind, WORDS_BEHIND)),
      about: matter(bags.of(`${lastWords(before, WORDS_BEFORE)} ${firstWords(behind, WORDS_BEHIND)}`)),
    });
  }
  return slots;
}

const signOf = (source: string): string => /^[<>≤≥]=?/u.exec(source)?.[0] ?? '';

function bound(before: string): NumberSlot['bound'] {
  if (MAX.test(before)) return 'max';
  return MIN.test(before) ? 'min' : 'plain';
}

const isNoCount = (before: string, behind: string): boolean =>
  /^(?:st|nd|rd|th)\b/u.test(behind) || NO_COUNT.test(before) || isVersion(before);

function sentenceStart(before: string): string {
  let from = 0;
  for (const end of before.slice(-400).matchAll(SENTENCE_END)) from = end.index + 1;
  return before.slice(-400).slice(from);
}

function sentenceRest(behind: string): string {
  const rest = behind.slice(0, 400);
  const end = rest.search(/[.;!?](?=\s|$)|\n/u);
  return end === -1 ? rest : rest.slice(0, end);
}

const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');
const firstWords = (text: string, count: number): string =>
  text.trim().split(/\s+/).slice(0, count).join(' ');

/** Of the words around two numbers this much must agree, the rarer ones counting more, before they are about one thing. */
const SAME_THING = 0.6;

/** Words of this weight, as one that an agent in seven has, tell what a number is of; without them it is another's. */
const TELLING = 2;

/** Whether two numbers are about the same thing; whether they differ is another question. */
export function isSameSlot(a: NumberSlot, b: NumberSlot): boolean {
  if (a.about.total === 0 || b.about.total === 0) return false;
  const shares = [...a.of].some((stem) => b.of.has(stem));
  const isBare = a.of.size === 0 && b.of.size === 0;
  if (!shares && !isBare) return false;
  if (a.bound !== b.bound && a.bound !== 'plain' && b.bound !== 'plain') return false;
  if (Math.max(containment(a.about, b.about), containment(b.about, a.about)) < SAME_THING) return false;
  if (telling(a.about, b.about) >= TELLING && telling(b.about, a.about) >= TELLING) return false;
  return telling(a.before, b.about) < TELLING && telling(b.before, a.about) < TELLING;
}

/** Verbs that set a figure, whatever it is of. */
const SETTING: ReadonlySet<string> = new Set(
  listStems(
    'keep maintain reach achieve aim target hold ensure set limit restrict write use make stay require least most maximum minimum',
  ),
);

function matter(bag: Bag): Bag {
  return bag.only((stem) => !SETTING.has(stem));
}

/** How much the words weigh that one text has and the other has not. */
function telling(own: Bag, other: Bag): number {
  return own.total === 0 ? 0 : (1 - containment(own, other)) * own.total;
}
