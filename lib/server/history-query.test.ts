import { describe, expect, it } from 'vitest';

import { isFoundBy, numberIn, readHistoryQuery } from './history-query';

const version = { number: 12, savedBy: 'Ada Łoś', message: 'Shorter rules', labels: ['stable', 'release 3'] };
const finds = (asked: string) => isFoundBy(readHistoryQuery(asked), version);

describe('a search of a history', () => {
  it.each(['', '  ', '12', 'v12', 'V1', 'ada', 'ŁOŚ', 'short', 'stable', 'rules ada 1', 'release 3'])(
    'finds by %j',
    (asked) => expect(finds(asked)).toBe(true),
  );

  it.each(['2', 'v2', '120', 'ben', 'shorter ben', 'vstable'])('does not find by %j', (asked) =>
    expect(finds(asked)).toBe(false),
  );

  it('knows when one version is meant', () => {
    expect([' v12 ', '12', '12 ada', 'ada'].map((asked) => numberIn(readHistoryQuery(asked)))).toEqual([
      ...[12, 12, null, null],
    ]);
  });

  it('looks for a bounded number of words', () => {
    expect(readHistoryQuery('a '.repeat(5_000)).length).toBeLessThanOrEqual(12);
  });
});
