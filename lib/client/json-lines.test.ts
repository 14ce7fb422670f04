import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readJsonLines } from './json-lines';

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (const [at, from] of places.slice(0, -1).entries())
        controller.enqueue(bytes.slice(from, places[at + 1]));
      controller.close();
    },
  });
}

async function read(text: string, cuts: readonly number[] = []): Promise<unknown[]> {
  const lines: unknown[] = [];
  await readJsonLines(streamOf(new TextEncoder().encode(text), cuts), (line) => lines.push(line));
  return lines;
}

test('values come whole and in order, wherever the pieces are cut, also inside a letter', async () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.record({ a: fc.string() }));
  await fc.assert(
    fc.asyncProperty(fc.array(value), fc.array(fc.nat()), fc.boolean(), async (values, cuts, ended) => {
      const text = values.map((each) => JSON.stringify(each)).join('\n') + (ended ? '\n' : '');
      expect(await read(text, cuts)).toEqual(values);
    }),
    { numRuns: 100 },
  );
});

test('blank lines are passed over', async () => {
  expect(await read('1\n\n \n2')).toEqual([1, 2]);
});

test('a line that is no JSON, and a connection that breaks, reject', async () => {
  await expect(read('{"kind":"prog')).rejects.toThrow(SyntaxError);
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new TypeError('network error')),
  });
  await expect(readJsonLines(broken, () => {})).rejects.toThrow('network error');
});
