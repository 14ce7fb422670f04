import fc from 'fast-check';
import { expect, test } from 'vitest';

import { COUNT_STEPS } from './profile-code';
import { stemNumber } from './stem-numbers';
import { countStem, createTally, keepWord, stepsAt } from './tally';

test('counts what is said, and nothing that an earlier text said', () => {
  const said = fc.array(fc.tuple(fc.nat(30), fc.nat(4)), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), (texts) => {
      for (const text of texts) {
        const tally = createTally();
        const wanted = new Map<string, number>();
        for (const [stem, part] of text) {
          countStem(tally, stemNumber(`tally${stem}`), part);
          wanted.set(`${stem} ${part}`, (wanted.get(`${stem} ${part}`) ?? 0) + COUNT_STEPS);
        }
        expect(new Set(tally.stems).size).toBe(tally.stems.length);
        expect(tally.counts.reduce((sum, steps) => sum + steps, 0)).toBe(COUNT_STEPS * text.length);
        for (const [stem, part] of text) {
          const place = tally.stems.indexOf(stemNumber(`tally${stem}`));
          expect(stepsAt(tally, place, part)).toBe(wanted.get(`${stem} ${part}`));
        }
      }
    }),
  );
});

test('has room for any number of stems', () => {
  const tally = createTally();
  for (let stem = 0; stem < 2_000; stem++) countStem(tally, stemNumber(`room${stem}`), 4, stem);
  for (let place = 0; place < 2_000; place++) expect(stepsAt(tally, place, 4)).toBe(place);
});

test('keeps the shortest form of a rare stem, and none of a common one', () => {
  const tally = createTally();
  const rare = countStem(tally, stemNumber('zyzzyva'), 0);
  const common = countStem(tally, stemNumber('code'), 0);
  for (const word of ['Zyzzyvas', 'zyzzyva', 'Zyzzyva', 'zyzzyvas']) keepWord(tally, tally.words, rare, word);
  keepWord(tally, tally.words, common, 'code');
  expect(tally.words).toEqual(['Zyzzyva', undefined]);
});
