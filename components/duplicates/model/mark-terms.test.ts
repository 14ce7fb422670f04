import fc from 'fast-check';
import { expect, test } from 'vitest';

import { markTerms } from './mark-terms';

const marked = (text: string, terms: string[]) =>
  markTerms(text, terms)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test.each<[string, string[], string[]]>([
  ['Use JWT, then rotate JWTs.', ['jwt'], ['JWT']],
  ['C++ and c#', ['c++', 'C#'], ['C++', 'c#']],
  ['Die Größe der Größen', ['größe'], ['Größe']],
  ['rate limiting limits', ['limiting', 'rate limiting'], ['rate limiting']],
  ['OAuth2 is not OAuth', ['oauth'], ['OAuth']],
  ['a.b axb', ['a.b'], ['a.b']],
  ['nothing', [], []],
])('%s with %j marks %j', (text, terms, found) => expect(marked(text, terms)).toEqual(found));

test('the pieces joined are the text, whatever the terms', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, terms) => {
      expect(
        markTerms(text, terms)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  ));
