/** What was found out about a text before? */

/**
 * Of so many characters of texts answers are kept; then all are forgotten, so that hostile texts fill no memory. Fifty
 * agents of a thousand words, with all that is tried while they become one, take two thirds of it.
 */
const MOST_CHARACTERS = 4_000_000;
/** What an answer takes besides the characters. */
const ENTRY = 100;
/** Longer texts are whole files, of which few are asked about twice. */
const LONGEST = 20_000;

export interface Remembering<Answer> {
  (text: string): Answer;
  forget: () => void;
}

/**
 * Returns the same function of a text, which finds the answer to a question that was asked before: within a merge, and
 * when the same sources are merged again after a decision.
 */
export function remembered<Answer>(find: (text: string) => Answer): Remembering<Answer> {
  const known = new Map<string, Answer>();
  let size = 0;
  const forget = () => {
    known.clear();
    size = 0;
  };
  const ask = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = find(text);
    if (text.length > LONGEST) return answer;
    if (size > MOST_CHARACTERS) forget();
    known.set(text, answer);
    size += text.length + ENTRY;
    return answer;
  };
  return Object.assign(ask, { forget });
}
