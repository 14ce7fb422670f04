/** Do two short instructions ask for the same in other words? */

import { listStems } from '@/lib/similarity';
import { toForm } from './fuse-verbs';
import { TURNING_WORDS } from './negation';
import { remembered } from './remembered';

/** Words that stand for each other in what is asked of an agent; each line is one meaning. */
const MEANINGS = `
  ensure verify check confirm look
  issue problem bug defect
  fix resolve address treat repair
  full whole entire complete
  provide give offer deliver
  use utilize leverage employ
  create write build
  unclear ambiguous vague
  concise brief short succinct
  explain describe clarify
  recommend suggest propose
  improve enhance optimize
  detect find identify spot
  remove delete eliminate
  choose pick select
  keep maintain preserve
  begin start
  quick fast rapid
  guideline convention
  change modification edit
  reason rationale`;

/** Words that come and go without a change of what is asked for. */
const LIGHT: ReadonlySet<string> = new Set(
  `a an the and your their its our that this these those it they you we i is are be been do does will shall should can
   always also please all any every each just simply own of in on at by for with as so underlying existing new`.split(
    /\s+/,
  ),
);
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bmake sure\b/g, 'ensure'],
  [/\b(\p{L}+)n['’]t\b/gu, '$1 not'],
  [/\b(?:not just|not only|not merely|instead of|rather than)\b/g, 'against'],
];
/** What follows these is said of the word behind them: "to metres" is not "from metres". */
const RELATIONS: ReadonlySet<string> = new Set(
  'to from into onto over under before after until unless than against between per'.split(' '),
);

/** Longer instructions say too much for their words to be counted. */
const MOST_WORDS = 24;
/** Two words are the same by chance. */
const LEAST_WORDS = 3;

const classOf = new Map<string, string>();
for (const line of MEANINGS.trim().split('\n')) {
  const [first = '', ...others] = line.trim().split(' ');
  for (const word of [first, ...others]) classOf.set(stemOf(word), stemOf(first));
}

/**
 * Whether two instructions ask for the same: their words do, each with what it relates to, whatever their order; where
 * something is forbidden, or set against something else, in the same order too. Linear in their lengths.
 *
 * @example isParaphrase('Reproduce the bug before fixing it', 'Before you fix a problem, reproduce it') // true
 */
export function isParaphrase(a: string, b: string): boolean {
  const [one, other] = [meaningOf(a), meaningOf(b)];
  if (!one || !other || one.words.length !== other.words.length) return false;
  if (one.isOrdered || other.isOrdered) return one.words.join(' ') === other.words.join(' ');
  return one.sorted === other.sorted;
}

/** Returns what all instructions share that ask for the same as this one; null where it is too long or too short to tell. */
export function meaningKey(text: string): string | null {
  return meaningOf(text)?.sorted ?? null;
}

interface Meaning {
  words: readonly string[];
  sorted: string;
  isOrdered: boolean;
}

const meaningOf = remembered(readMeaning);

function readMeaning(text: string): Meaning | null {
  const plain = PHRASES.reduce((said, [pattern, word]) => said.replace(pattern, word), text.toLowerCase());
  const all = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+#%.-]*[\p{L}\p{N}+#%]|[\p{L}\p{N}]/gu) ?? [];
  if (all.length > MOST_WORDS) return null;
  const words = new Set<string>();
  let turns = 0;
  let relation = '';
  for (const word of all) {
    if (TURNING_WORDS.has(word)) turns++;
    else if (RELATIONS.has(word)) relation = `${word} `;
    else if (!LIGHT.has(word)) {
      const stem = stemOf(word);
      words.add(relation + (classOf.get(stem) ?? stem));
      relation = '';
    }
  }
  if (words.size < LEAST_WORDS) return null;
  const isOrdered = turns > 0 || [...words].some((word) => word.startsWith('against '));
  const said = [...words, ...(turns > 0 ? [`not ${turns}`] : [])];
  return { words: said, sorted: [...said].sort().join(' '), isOrdered };
}

/** Names and numbers have no stem: they stand for themselves. */
function stemOf(word: string): string {
  return listStems(toForm(word, 'base')).join('') || word;
}
