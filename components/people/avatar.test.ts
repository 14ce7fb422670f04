import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hueOf, PERSON_HUES } from './avatar';

describe('hueOf', () => {
  it('is one of the eight, always the same for a person', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const hue = hueOf(id);
        expect(PERSON_HUES[hue]).toBeDefined();
        expect(hueOf(id)).toBe(hue);
      }),
    );
  });

  it('spreads people who came one after another over all of them', () => {
    const ids = Array.from({ length: 200 }, (_, at) => `01kajx0000${'abcdefgh'[at % 8]}${at}k3m9q`);
    expect(new Set(ids.map(hueOf)).size).toBe(PERSON_HUES.length);
  });
});
