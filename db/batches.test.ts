import { expect, test } from 'vitest';

import { BATCH_SIZE, inTurns } from './batches';

test('between two batches others get their turn', async () => {
  const turns: (number | string)[] = [];
  setImmediate(() => turns.push('another'));
  const values = Array.from({ length: BATCH_SIZE + 1 }, (_, at) => at);
  for await (const batch of inTurns(values)) turns.push(batch.length);
  expect(turns).toEqual([BATCH_SIZE, 'another', 1]);
});
