import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { applyReplacements } from '@/lib/text';

import { byteOffsets, decodeText, replaceInBytes } from './bytes';

const piece = fc.oneof(
  fc.uint8Array({ maxLength: 4 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
  fc
    .constantFrom(
      [0xf0, 0x9f, 0x92],
      [0xe2, 0x82],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xc0, 0xaf],
      [0xef, 0xbb, 0xbf],
    )
    .map((bytes) => Uint8Array.from(bytes)),
);
const bytes = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => Uint8Array.from(pieces.flatMap((part) => [...part])));

describe('bytes and text', () => {
  test('an offset divides the bytes where it divides the text', () => {
    fc.assert(
      fc.property(bytes, (buffer) => {
        const text = decodeText(buffer);
        const characters = [...text];
        let units = 0;
        const offsets = characters.map((character) => {
          units += character.length;
          return units;
        });
        const places = byteOffsets(buffer, offsets);
        for (const [index, place] of places.entries()) {
          expect(decodeText(buffer.subarray(0, place))).toBe(text.slice(0, offsets[index]));
        }
        expect(places.at(-1) ?? 0).toBe(buffer.length);
      }),
    );
  });

  test('replacing in bytes is replacing in the text, and keeps broken bytes', () => {
    const buffer = Uint8Array.from([0x61, 0xff, 0x62, 0xf0, 0x9f, 0x98, 0x80, 0xe2, 0x82, 0x63]);
    const text = decodeText(buffer);
    expect(text).toBe('a\ufffdb😀\ufffdc');
    const replacements = [
      { from: 2, to: 3, insert: 'ß' },
      { from: 6, to: 7, insert: 'C' },
    ];
    const result = replaceInBytes(buffer, replacements);
    expect([...result]).toEqual([0x61, 0xff, 0xc3, 0x9f, 0xf0, 0x9f, 0x98, 0x80, 0xe2, 0x82, 0x43]);
    expect(decodeText(result)).toBe(applyReplacements(text, replacements));
  });
});
