/** Do two sentences begin alike, so that one may end in both ways? */

import type { Clause, Phrase } from './fuse-clause';
import { textOf } from './fuse-items';
import { remembered } from './remembered';

const LEAST_FRAME = 5;
const LONGEST_RUN = 120;
/** The words before what is the same that may go. */
const LATEST_FRAME = 7;

/** Two sentences that are the same up to their ends: the other's end follows this one's. */
export function addFrame(phrase: Phrase, rest: Clause): boolean {
  for (const clause of phrase.clauses) {
    const own = textOf(clause).split(' ');
    const other = textOf(rest).split(' ');
    const { at, length } = commonRun(own, other);
    const end = other.slice(at + length);
    if (length < LEAST_FRAME || end.length === 0 || own.length < length + 2) continue;
    if (at > LATEST_FRAME || /^(?:and|or|but)$/.test(end[0] ?? '')) continue;
    const source = `${own.join(' ')}, and ${end.join(' ')}`;
    Object.assign(clause, {
      source,
      isList: false,
      lead: '',
      suffix: '',
      parts: [{ preposition: '', items: [source], conjunction: 'and' }],
    });
    return true;
  }
  return false;
}

/** Whether two sentences are the same for so long that the one's end may follow the other's. */
export function sharesFrame(a: string, b: string): boolean {
  const [own, others] = [runsOf(a), runsOf(b)];
  const [few, many] = own.size < others.size ? [own, others] : [others, own];
  for (const run of few) if (many.has(run)) return true;
  return false;
}

/** The runs of so many words that a text has; a text is compared with many. */
const runsOf = remembered((text): ReadonlySet<string> => {
  const words = text
    .split(' ')
    .slice(0, LONGEST_RUN)
    .map((word) => word.toLowerCase());
  const runs = new Set<string>();
  for (let at = 0; at + LEAST_FRAME <= words.length; at++) {
    runs.add(words.slice(at, at + LEAST_FRAME).join(' '));
  }
  return runs;
});

/** The longest run of words that two texts have in common; `at` is its place in the second. */
function commonRun(a: readonly string[], b: readonly string[]): { at: number; length: number } {
  let best = { at: 0, length: 0 };
  const others = b.slice(0, LONGEST_RUN).map((word) => word.toLowerCase());
  let row = new Uint8Array(others.length + 1);
  for (const word of a.slice(0, LONGEST_RUN)) {
    const own = word.toLowerCase();
    const next = new Uint8Array(others.length + 1);
    for (let at = 0; at < others.length; at++) {
      if (own !== others[at]) continue;
      const length = (row[at] ?? 0) + 1;
      next[at + 1] = length;
      if (length > best.length) best = { at: at + 1 - length, length };
    }
    row = next;
  }
  return best;
}
