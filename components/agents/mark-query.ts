/** Where does a text say what was searched? Pure. */

export interface Piece {
  /** Where it begins in the text. */
  at: number;
  text: string;
  marked: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts without blanks between words, where a word may begin anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/**
 * Cuts a text into pieces, marked where a word of the query stands, of the last one a word that begins so. The pieces
 * joined are the text.
 *
 * @example markQuery('Code-Reviewer', 'code rev') // 'Code', '-', 'Rev', 'iewer', the first and the third marked
 */
export function markQuery(text: string, query: string): Piece[] {
  const words = query.toLowerCase().match(WORD) ?? [];
  if (words.length === 0) return [{ at: 0, text, marked: false }];
  const patterns = words.map((word, at) => {
    if (UNSPACED.test(word)) return word;
    return `(?<![\\p{L}\\p{M}\\p{N}])${word}${at === words.length - 1 ? '' : '(?![\\p{L}\\p{M}\\p{N}])'}`;
  });
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(new RegExp(patterns.join('|'), 'giu'))) {
    if (index > end) pieces.push({ at: end, text: text.slice(end, index), marked: false });
    pieces.push({ at: index, text: found, marked: true });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end), marked: false });
  return pieces;
}
