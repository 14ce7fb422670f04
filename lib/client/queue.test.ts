import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runQueue, type Settled } from './queue';

async function run(
  count: number,
  concurrency: number,
  task: (index: number) => Promise<number>,
  stop?: AbortController,
) {
  const fates: (Settled<number> | undefined)[] = Array(count).fill(undefined);
  const heard: number[] = [];
  let running = 0;
  let most = 0;
  await runQueue([...fates.keys()], {
    concurrency,
    signal: (stop ?? new AbortController()).signal,
    task: async (index) => {
      most = Math.max(most, ++running);
      try {
        return await task(index);
      } finally {
        running--;
      }
    },
    onSettled: (index, fate) => {
      heard.push(index);
      fates[index] = fate;
    },
  });
  return { fates, heard, most };
}

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

test('every task is heard of exactly once and the bound is kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(30),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.nat(2)),
      async (count, bound, waits) => {
        const { fates, heard, most } = await run(count, bound, async (index) => {
          await later(waits[index % (waits.length || 1)] ?? 0);
          return index * 2;
        });
        expect(heard.toSorted((a, b) => a - b)).toEqual([...fates.keys()]);
        expect(fates).toEqual([...fates.keys()].map((index) => ({ kind: 'done', result: index * 2 })));
        expect(most).toBe(Math.min(bound, count));
      },
    ),
    { numRuns: 30 },
  );
});

test('a failed task does not stop the others', async () => {
  const cause = new Error('refused');
  const { fates } = await run(3, 1, async (index) => {
    if (index === 1) throw cause;
    return index;
  });
  expect(fates).toEqual([
    { kind: 'done', result: 0 },
    { kind: 'failed', cause },
    { kind: 'done', result: 2 },
  ]);
});

test('stopping cancels what runs and what waits, and keeps what is done', async () => {
  const stop = new AbortController();
  const { fates } = await run(
    6,
    2,
    async (index) => {
      if (index < 2) return index;
      if (index === 3) stop.abort();
      await later(1);
      stop.signal.throwIfAborted();
      return index;
    },
    stop,
  );
  expect(fates.map((fate) => fate?.kind)).toEqual([
    'done',
    'done',
    'cancelled',
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
});
