import { expect, test } from 'vitest';

import { createSliceMemory } from './slice-memory';

test('learns a piece once, a long one each time, and forgets when there are too many', () => {
  const learnt: string[] = [];
  const known: string[] = [];
  const memory = createSliceMemory((piece, number) => {
    learnt.push(piece);
    known[number] = piece;
  });
  const read = (piece: string) => known[memory.find(`<${piece}>`, 1, 1 + piece.length)];
  const long = 'x'.repeat(60);
  for (const piece of ['a', 'b', 'a', long, 'b', long, 'a']) expect(read(piece)).toBe(piece);
  expect(learnt).toEqual(['a', 'b', long, long]);
  const wrong = Array.from({ length: 120_000 }, (_, at) => `w${at}`).filter((word) => read(word) !== word);
  expect(wrong).toEqual([]);
  expect(known.length).toBeLessThan(60_000);
  expect(read('a')).toBe('a');
  expect(learnt.filter((piece) => piece === 'a')).toHaveLength(2);
});
