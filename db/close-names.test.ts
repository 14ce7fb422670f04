import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { closeNames } from './close-names';

const named = (...titles: string[]) => titles.map((title) => ({ title }));
const close = (query: string, ...titles: string[]) =>
  closeNames(query, named(...titles)).map(({ title }) => title);

describe('names that are close to a query', () => {
  it.each([
    ['code-revewer', 'code-reviewer'],
    ['reveiwer', 'code-reviewer'],
    ['architcet', 'backend-architect'],
    ['archtec', 'backend-architecture'],
    ['codereviewer', 'code-reviewer'],
    ['code reviewer', 'codereviewer'],
    ['Plannner', 'planner'],
    ['ｔｅｓｔｒｅ', 'tester'],
  ])('%s finds %s', (query, title) => {
    expect(close(query, 'zzz', title, 'unrelated')).toEqual([title]);
  });

  it.each([
    ['cat', 'car'],
    ['plan', 'clam'],
    ['review', 'archive'],
    ['code xyzzy', 'code-reviewer'],
    ['', 'code'],
    ['並行処理', '並列処理'],
  ])('%s does not find %s', (query, title) => {
    expect(close(query, title)).toEqual([]);
  });

  it('has the nearest first', () => {
    const titles = ['orchestrator', 'orchestartor', 'orchestra'];
    expect(close('orchestartr', ...titles)).toEqual(['orchestartor', 'orchestrator']);
  });

  it('forgives any one slip in a word of four to seven letters, any two in a longer one', () => {
    const letters = [...'abcdefghij'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { minLength: 5, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...letters, '')), { maxLength: 2 }),
        (word, slips) => {
          const title = word.join('');
          const most = title.length < 8 ? 1 : 2;
          let query = title;
          for (const [at, letter] of slips.slice(0, most)) {
            const here = at % query.length;
            query = query.slice(0, here) + letter + query.slice(here + 1);
          }
          // Slips may make the query so short that fewer are forgiven.
          if (query.length < 4 || (query.length < 8 && most === 2)) return;
          expect(close(query, title)).toEqual([title]);
        },
      ),
    );
  });
});
