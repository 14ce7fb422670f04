import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hueOf, huesOf, PERSON_HUES } from './hues';

describe('hueOf', () => {
  it('is one of the eight, always the same for a person', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(PERSON_HUES).toContain(hueOf(id));
        expect(hueOf(id)).toBe(hueOf(id));
      }),
    );
  });

  it('spreads people who came one after another over all of them', () => {
    const ids = Array.from({ length: 200 }, (_, at) => `01kajx0000${'abcdefgh'[at % 8]}${at}k3m9q`);
    expect(new Set(ids.map(hueOf)).size).toBe(PERSON_HUES.length);
  });
});

describe('huesOf', () => {
  it('tells up to eight people apart, gives the first of those alike their own, and everybody one', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), (ids) => {
        const people = [...new Set(ids)];
        const hues = huesOf(ids);
        expect([...hues.keys()]).toEqual(people);
        expect(new Set(hues.values()).size).toBe(Math.min(people.length, PERSON_HUES.length));
        const [first] = people;
        if (first !== undefined) expect(hues.get(first)).toBe(hueOf(first));
      }),
    );
  });
});
