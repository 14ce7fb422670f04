/** How does one text become another by ranged replacements? Offsets are UTF-16 code units. */

/** A half-open range `[from, to)` in UTF-16 code units. */
export interface TextRange {
  from: number;
  to: number;
}

/** Replaces `[from, to)` of the text before the edit by `insert`. */
export interface Replacement extends TextRange {
  insert: string;
}

/**
 * Applies replacements whose offsets all refer to `text`, in any order, and returns the new text.
 * Throws a RangeError when two overlap or one lies outside the text.
 *
 * @example applyReplacements('name: a', [{ from: 6, to: 7, insert: 'b' }]) // 'name: b'
 */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  const sorted = [...replacements].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let position = 0;
  for (const { from, to, insert } of sorted) {
    if (from < position || to < from || to > text.length) {
      throw new RangeError(`replacement ${from}–${to} overlaps another or lies outside the text`);
    }
    result += text.slice(position, from) + insert;
    position = to;
  }
  return result + text.slice(position);
}
