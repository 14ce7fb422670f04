/** Where does a text say the words that it shares with another? Pure. */

export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Cuts a text into pieces, marked where one of the terms stands as a whole word, whatever its case. The pieces joined
 * are the text.
 *
 * @example markTerms('Use JWT.', ['jwt']) // [{ text: 'Use ', marked: false }, { text: 'JWT', marked: true }, …]
 */
export function markTerms(text: string, terms: readonly string[]): Piece[] {
  const wanted = terms.filter(Boolean).map((term) => term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  if (wanted.length === 0) return [{ text, marked: false }];
  // Longer terms first: the first alternative that fits is taken.
  wanted.sort((a, b) => b.length - a.length);
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    if (index > end) pieces.push({ text: text.slice(end, index), marked: false });
    pieces.push({ text: found, marked: true });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}
