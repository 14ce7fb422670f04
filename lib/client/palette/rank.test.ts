import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { prepare, rank } from './rank';

const find = (query: string, labels: readonly string[], limit = 50) =>
  rank(query, prepare(labels.map((label) => ({ label }))), limit).items.map(({ label }) => label);

const NAMES = [
  'code-reviewer',
  'reviewer',
  'api-review-bot',
  'rover',
  'database-architect',
  'Übersetzer',
  '設計者',
];

describe('rank', () => {
  it('puts beginnings before beginnings of words before letters in their order', () => {
    expect(find('rev', NAMES)).toEqual(['reviewer', 'code-reviewer', 'api-review-bot']);
    expect(find('rvr', NAMES)).toEqual(['rover', 'code-reviewer', 'reviewer']);
  });

  it('takes words in any order, and by their beginnings', () => {
    expect(find('bot rev', NAMES)).toEqual(['api-review-bot']);
    expect(find('arch data', NAMES)).toEqual(['database-architect']);
  });

  it('forgives one typo in a longer word, when little else fits', () => {
    expect(find('reveiwer', NAMES)).toEqual(['code-reviewer', 'reviewer']);
    expect(find('reveiwxr', NAMES)).toEqual([]);
    expect(find('datavase', NAMES)).toEqual(['database-architect']);
    expect(find('rovr', NAMES)[0]).toBe('rover');
    expect(find('xat', ['cat', 'hat'])).toEqual([]);
  });

  it('says how near the best is', () => {
    const names = prepare(NAMES.map((label) => ({ label })));
    const nearness = ['rov', 'bot', 'rvr', 'datavase'].map((query) => rank(query, names, 9).nearness);
    expect(nearness).toEqual([0, 1, 2, 3]);
  });

  it('knows neither case nor width, and other scripts', () => {
    expect(find('üBER', NAMES)).toEqual(['Übersetzer']);
    expect(find('ｒｏｖ', NAMES)).toEqual(['rover']);
    expect(find('設', NAMES)).toEqual(['設計者']);
  });

  it('finds by other words, and shows all when nothing is asked', () => {
    const items = [{ label: 'Switch to dark', also: 'theme night' }, { label: 'Settings' }];
    expect(rank('night', prepare(items), 9).items).toEqual([items[0]]);
    expect(rank('  ', prepare(items), 1).items).toEqual([items[0]]);
    expect(find('---', NAMES)).toEqual([]);
  });

  it('always finds a name by any beginning of it, first when no other begins so', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8}){0,2}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (names, at, cut) => {
          const wanted = names[at % names.length] ?? '';
          const query = wanted.slice(0, 1 + (cut % wanted.length)).replace(/-$/, '');
          const found = find(query, names);
          const begins = names.filter((each) => each.startsWith(query));
          expect(found.slice(0, begins.length)).toEqual(begins);
        },
      ),
    );
  });

  it('shows nothing that lacks a letter, but for a typo', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-m-]{1,12}$/), { maxLength: 20 }), (names) => {
        expect(find('zzzz', names)).toEqual([]);
      }),
    );
  });
});
