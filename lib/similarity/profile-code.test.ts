import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createProfile } from './profile';
import { COUNT_STEPS, encodeStems, readParts, visitStems } from './profile-code';
import { PROFILE_PARTS } from './types';

const record = fc.record({
  counts: fc.array(
    fc.integer({ min: 0, max: 400_000 }).map((quarters) => quarters / 4),
    { minLength: 5, maxLength: 5 },
  ),
  word: fc.option(fc.constantFrom('Reviews', 'pull request', 'review', 'Code'), { nil: undefined }),
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z码é]{1,7}$/)),
      fc.infiniteStream(record),
      (stems, stream) => {
        const records = stems.map(
          () => stream.next().value as { counts: number[]; word: string | undefined },
        );
        const code = encodeStems(
          stems,
          (at, part) => COUNT_STEPS * (records[at]?.counts[part] ?? 0),
          (at) => records[at]?.word,
        );
        const found: { stem: string; counts: number[]; word: string | undefined }[] = [];
        visitStems(code, {
          stem: (text, from, to) =>
            found.push({ stem: text.slice(from, to), counts: [0, 0, 0, 0, 0], word: undefined }),
          count: (part, count) => found.at(-1)?.counts.splice(part, 1, count),
          word: (text, from, to) => Object.assign(found.at(-1) ?? {}, { word: text.slice(from, to) }),
        });
        expect(found).toEqual(stems.map((stem, at) => ({ stem, ...records[at] })));
      },
    ),
  );
});

test('a damaged code is read as far as it goes', () => {
  const profile = createProfile(
    '---\nname: code-reviewer\ndescription: Reviews code.\n---\nReview all of it.\n',
  );
  expect(readParts(profile).name).toEqual([
    ['code', 1],
    ['review', 1],
  ]);
  const damaged = readParts({ ...profile, counts: 'not base64!' });
  for (const part of PROFILE_PARTS) expect(damaged[part]).toEqual([]);
});
