/** What is known of this piece of a text? Texts use few words often, and to read one takes longer than to find it. */

import { createSliceTable } from './slice-table';

/** More are forgotten all at once: the words that texts use often are soon known again. */
const MOST_REMEMBERED = 50_000;
/** A longer piece is learnt anew each time. */
const LONGEST_REMEMBERED = 40;

export interface SliceMemory {
  /** The number of the piece from `from` until `to`, under which `learn` has written what is known of it. */
  find(text: string, from: number, to: number): number;
}

/**
 * A memory without pieces. `learn` reads a new one, and writes what it finds under its number; it may then forget what
 * stood there. What is known lies by number, so that it takes few lines of a cache.
 */
export function createSliceMemory(learn: (piece: string, number: number) => void): SliceMemory {
  let pieces = createPieces();
  return {
    find(text, from, to) {
      const known = pieces.find(text, from, to);
      if (known >= 0) return known;
      const piece = text.slice(from, to);
      if (pieces.size > MOST_REMEMBERED) pieces = createPieces();
      const number = piece.length > LONGEST_REMEMBERED ? NOT_REMEMBERED : pieces.add(piece);
      learn(piece, number);
      return number;
    },
  };
}

/** The number of what is not remembered, until the next such piece; no piece is empty. */
const NOT_REMEMBERED = 0;

function createPieces() {
  const pieces = createSliceTable();
  pieces.add('');
  return pieces;
}
