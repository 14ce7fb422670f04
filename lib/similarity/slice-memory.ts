/** What is known of this piece of a text? Texts use few words often, and to read one takes longer than to find it. */

import { createSliceTable } from './slice-table';

/** A hostile text fills a memory once; what does not fit is read anew each time. */
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 40;

export interface SliceMemory<Value> {
  /** What is known of the piece from `from` until `to`. */
  read(text: string, from: number, to: number): Value;
}

/** A memory without pieces; `learn` reads a new one. */
export function createSliceMemory<Value>(learn: (piece: string) => Value): SliceMemory<Value> {
  const pieces = createSliceTable();
  const values: Value[] = [];
  return {
    read(text, from, to) {
      const known = pieces.find(text, from, to);
      if (known >= 0) return values[known] as Value;
      const piece = text.slice(from, to);
      const value = learn(piece);
      if (pieces.size < MOST_REMEMBERED && piece.length <= LONGEST_REMEMBERED)
        values[pieces.add(piece)] = value;
      return value;
    },
  };
}
