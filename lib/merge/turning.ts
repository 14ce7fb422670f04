/** Does one text forbid, or turn round, what another asks for? */

import { TURNING } from './negation';

const OPPOSITES = [
  'before after',
  'keep remove',
  'add remove',
  'increase decrease',
  'enable disable',
  'allow forbid',
  'open close',
  'always never',
  'client server',
  'unit integration',
  'first last',
  'minimum maximum',
  'above below',
  'antes depois',
  'sempre nunca',
  'vor nach',
  'immer nie',
].map((pair) => pair.split(' '));

/** Whether one text forbids or turns round what the other asks for. */
export function turns(part: string, whole: string): boolean {
  const isBrief = whole.length <= part.length * 2 + 40;
  const own = signsOf(part);
  const other = signsOf(whole);
  if (isBrief && own.isOdd !== other.isOdd) return true;
  if (own.turning.size === 0 || other.turning.size === 0) return false;
  const isTurned = (a: string, b: string) =>
    own.turning.has(a) && !own.turning.has(b) && other.turning.has(b) && !other.turning.has(a);
  return OPPOSITES.some(([a = '', b = '']) => isTurned(a, b) || isTurned(b, a));
}

/** What of a text decides whether it turns another round. */
interface Signs {
  /** Whether it denies an odd number of times. */
  isOdd: boolean;
  /** Its words that have an opposite. */
  turning: ReadonlySet<string>;
}

const OPPOSED: ReadonlySet<string> = new Set(OPPOSITES.flat());
/** The same few texts are compared with each other again and again. */
const MOST_SIGNS = 20_000;
const signs = new Map<string, Signs>();

function signsOf(text: string): Signs {
  const known = signs.get(text);
  if (known) return known;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const found = {
    isOdd: (text.match(TURNING)?.length ?? 0) % 2 === 1,
    turning: new Set(words.filter((word) => OPPOSED.has(word))),
  };
  if (signs.size >= MOST_SIGNS) signs.clear();
  signs.set(text, found);
  return found;
}
