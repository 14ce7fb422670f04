import { expect, test } from 'vitest';

import { splitBody } from '@/lib/units';
import { fateOf } from './body-lines';
import { Pool } from './body-pool';
import { listStatements, readSections } from './order';

const statementsOf = (lines: readonly string[]) => {
  const units = splitBody(lines.map((line) => `- ${line}`).join('\n')).map((unit) => ({
    ...{ id: `a#${unit.index}`, source: 'a', unit, protectedTerms: [] },
  }));
  return listStatements(readSections({ id: 'a', letter: 'A', units }, new Set()));
};

test('what comes in when no more is compared says so in the ledger', () => {
  const [first, ...others] = statementsOf(['Prune the tulips', ...Array(900).fill('Water the roses')]);
  if (!first) throw new Error('no statement');
  const pool = new Pool();
  const early = [first, ...others].map((statement) => pool.add(statement));
  const all = pool.bags.of('Water the roses and the tulips');
  for (let at = 0; at < 50_000 && !pool.isTired; at++) pool.holders(all, 1);
  const late = pool.add(first);
  expect(fateOf(first, late).reason).toContain('we stopped comparing');
  expect(early.filter(({ isLate }) => isLate)).toEqual([]);
  expect(fateOf(first, early[0] ?? late).reason).toBe('It stands in its own words.');
});

test('a draft with other words is found by them, and no longer by those it had', () => {
  const [roses, tulips] = statementsOf(['Water the roses', 'Prune the tulips']);
  if (!roses || !tulips) throw new Error('no statement');
  const pool = new Pool();
  const draft = pool.add(roses);
  pool.rewrite(draft, pool.phraseOf(tulips), tulips.text);
  expect(pool.holders(pool.bags.of('roses'), 0.5)).toEqual([]);
  expect(pool.holders(pool.bags.of('tulips'), 0.5)).toEqual([{ draft, share: 1 }]);
});
