import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isReservedSlug, slugOf, workspaceSlug } from './slug';

test.each([
  ['Acme', 'acme'],
  ['Café & Friends', 'cafe-friends'],
  ['Ada’s agents', 'adas-agents'],
  ['  -- R&D 2 -- ', 'r-d-2'],
  ['日本語', ''],
  ['New!', ''],
  ['', ''],
])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('what it suggests is a slug, or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ maxLength: 120 })),
      (name) => {
        const slug = slugOf(name);
        expect(slug === '' || workspaceSlug.safeParse(slug).success).toBe(true);
        expect(isReservedSlug(slug)).toBe(false);
      },
    ),
  );
});
