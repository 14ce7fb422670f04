/** Does one instruction demand what another forbids? */

import { type Bag, type Bags, containment } from './body-measure';

/** A clause with what it is about, and whether it demands or forbids that. */
export interface Stance {
  forbids: boolean;
  /** Words of condition, or that forbid twice over: its opposite must have the very same ones. */
  hedges: string;
  /** The clause without the words that demand or forbid. */
  about: Bag;
  words: readonly string[];
}

const FORBIDS =
  /^(?:(?:you|we|agents?)\s+)?(?:(?:should|must|shall|will|may|can|do)\s+(?:never|not)|never|don['’]t|do not|cannot|can['’]t|must(?:n['’]t| not)|should(?:n['’]t| not)|avoid|refrain from|no|nunca|jamais|n[ãa]o|evite|niemals|nie)(?![\p{L}])(?!\s+(?:only|just|merely|more than|less than))\s*(?:ever\s+|to\s+|using\s+(?=\p{L}))?/iu;
const DEMANDS =
  /^(?:(?:you|we|agents?)\s+)?(?:always|must(?: always)?|should(?: always)?|shall|do|prefer(?: to)?|ensure(?: that)?(?: you)?|make sure (?:to|that|you)|remember to|please|be sure to|sempre|siempre|toujours|immer|deve|use sempre)?\s*/iu;
/** Said twice over, or only under a condition: such a clause forbids less than it seems. */
const HEDGED =
  /\b(?:without|until|unless|except|before|instead|rather|only if|only when|if|when|where|other than|more than|less than|too|merely|just|blindly|not|never|no|\p{L}+n['’]t|avoid\p{L}*|unnecessar\p{L}*|overly|excessive\p{L}*|nor|but)\b/giu;
const LABEL = /^(?:\*\*[^*]{1,60}(?:[:：]\*\*|\*\*\s*[:：—–-])\s*|[\p{L}][^:.]{0,40}:\s+)/u;
const NO_VERB = /^(?:yes|no|not|never|always)\W*$/iu;

/** Scripts that forbid at the end of a clause. */
const FORBIDS_LAST = /(?:ない|ません|いけない|禁止)(?:で|こと|ください|する|です)*$/u;
const DEMANDS_LAST = /(?:[うくぐすつぬぶむるい]|こと|ください|します|ます)$/u;
const IDEOGRAPHIC = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Two clauses are about one thing from this share of each other's weight on: all but a word or two agree. */
const SAME_THING = 0.8;
const ALL_BUT_VERB = 0.65;

/** Lists the clauses of an instruction that plainly demand or forbid something. */
export function listStances(text: string, bags: Bags): Stance[] {
  const stances: Stance[] = [];
  for (const part of text.replace(LABEL, '').split(/(?<=[.;!?])\s+|\s+[—–]\s+|\n/u)) {
    const clause = part.replace(/[*_"“”]+/g, '').trim();
    if (clause === '' || clause.length > 240 || NO_VERB.test(clause)) continue;
    if (IDEOGRAPHIC.test(clause)) {
      stances.push(...ideographicStance(clause.replace(/[。！.]+$/u, ''), bags));
      continue;
    }
    const negative = FORBIDS.exec(clause);
    const opening = negative?.[0] ?? DEMANDS.exec(clause)?.[0] ?? '';
    const rest = clause.slice(opening.length);
    const about = bags.of(rest);
    if (about.total > 0)
      stances.push({
        forbids: negative !== null,
        hedges: (rest.match(HEDGED) ?? []).join(' ').toLowerCase(),
        about,
        words: wordsOf(rest),
      });
  }
  return stances;
}

/** What is forbidden and what is demanded end differently: the last characters are left out of what both are about. */
function ideographicStance(clause: string, bags: Bags): Stance[] {
  const forbids = FORBIDS_LAST.test(clause);
  if (!forbids && !DEMANDS_LAST.test(clause)) return [];
  const rest = clause.replace(forbids ? FORBIDS_LAST : DEMANDS_LAST, '').slice(0, forbids ? -1 : undefined);
  const about = bags.of(rest);
  return about.total > 0 ? [{ forbids, hedges: '', about, words: [rest] }] : [];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether one demands what the other forbids: the same words, but for the demand itself. */
export function isOpposite(a: Stance, b: Stance): boolean {
  if (a.forbids === b.forbids) return swaps(a.words, b.words) || undoes(a, b);
  const [negative, positive] = a.forbids ? [a, b] : [b, a];
  if (beginsWith(positive.words, negative.words)) return true;
  if (a.hedges !== b.hedges) return false;
  const least = a.hedges === '' ? SAME_THING : 0.95;
  const [inPositive, inNegative] = [
    containment(negative.about, positive.about),
    containment(positive.about, negative.about),
  ];
  if (inPositive >= least && inNegative >= least) return true;
  // "Avoid comments" and "Add comments": the verb is in one alone, and does not take away itself.
  return (
    !TAKES_AWAY.test(positive.words[0] ?? '') &&
    a.hedges === '' &&
    inPositive > 0.99 &&
    inNegative >= ALL_BUT_VERB
  );
}

/** "Do not use X" and "Use X for Y": what is forbidden outright is demanded for some case. */
const beginsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length > 1 && start.length < 8 && start.every((word, at) => words[at] === word);

const TAKES_AWAY =
  /^(?:remov|delet|elimin|reduc|reduz|minimi|prevent|fix|flag|report|reject|refactor|catch|detect|find|identify|check|strip|drop)/u;

/** Verbs of which one undoes the other. */
const CONTRARY: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    new Set(['keep', 'retain', 'preserve', 'leave']),
    new Set(['remove', 'delete', 'drop', 'strip', 'discard']),
  ],
  [new Set(['enable', 'allow', 'permit']), new Set(['disable', 'forbid', 'deny', 'block', 'prohibit'])],
  [new Set(['include', 'add']), new Set(['exclude', 'omit', 'skip'])],
];

/** "Remove X" and "Keep X in place": the shorter is about nothing that the other is not about. */
function undoes(a: Stance, b: Stance): boolean {
  const [x = '', y = ''] = [a.words[0], b.words[0]];
  const isContrary = CONTRARY.some(([on, off]) => (on.has(x) && off.has(y)) || (on.has(y) && off.has(x)));
  if (!isContrary || a.hedges !== b.hedges) return false;
  const [one, other] = [withoutVerb(a), withoutVerb(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 1 && short.every((word) => long.includes(word));
}

const SMALL: ReadonlySet<string> = new Set('the a an any all your its in into from of to at on'.split(' '));
const withoutVerb = ({ words }: Stance): string[] => words.slice(1).filter((word) => !SMALL.has(word));

/** Words of which one undoes the other, where all the rest is the same. */
const ANTONYMS: readonly (readonly [string, string])[] = [
  ['always', 'never'],
  ['tabs', 'spaces'],
  ['allow', 'forbid'],
  ['allow', 'deny'],
  ['allow', 'disallow'],
  ['enable', 'disable'],
  ['include', 'exclude'],
  ['include', 'omit'],
  ['accept', 'reject'],
  ['require', 'forbid'],
  ['single', 'double'],
  ['sync', 'async'],
  ['synchronous', 'asynchronous'],
  ['mutable', 'immutable'],
  ['ascending', 'descending'],
  ['before', 'after'],
  ['public', 'private'],
];

function swaps(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length > 40) return false;
  const at = a.findIndex((word, place) => word !== b[place]);
  if (at === -1 || a.some((word, place) => place > at && word !== b[place])) return false;
  return ANTONYMS.some(([x, y]) => (a[at] === x && b[at] === y) || (a[at] === y && b[at] === x));
}
