import { describe, expect, it } from 'vitest';

import { labelName, newLabelName, readVersionRef, tagName } from './tags';

describe('a tag', () => {
  it('is kept without what nobody sees, so that no two look alike', () => {
    const alike = [
      ...['safe', ' Safe ', 'ｓａｆｅ', 'sa\u200bfe', '\u202esafe\u202c', 'sa\u00adfe', '\u2066safe\u2069'],
      ...['\ufeffsafe', 'sa\u200dfe', 'sa\ufe0ffe', 'safe\u3164', 'sa\u0085fe', 'sa\u{e0041}fe'],
    ];
    for (const written of alike) expect(tagName.parse(written)).toBe('safe');
  });

  it('may be written in any script, with emoji as they are', () => {
    for (const tag of ['日本語', 'مراجعة', 'שלום', '👩🏽‍💻 code', '❤️', 'c++ & c#'])
      expect(tagName.parse(tag)).toBe(tag);
  });

  it('that is nothing to see is none', () => {
    for (const written of ['\u200b', '\u202e\u202c', '\u3164', ' \ufeff '])
      expect(tagName.safeParse(written).success).toBe(false);
  });
});

describe('a label', () => {
  it('is a tag that nobody takes for the number of a version', () => {
    expect(labelName.parse(' Stable ')).toBe('stable');
    for (const written of ['7', 'v7', 'V007', '\uff17', ''])
      expect(labelName.safeParse(written).success).toBe(false);
  });

  it('leads to its version, and not to the page beside it or the folder above', () => {
    for (const written of ['compare', ' Compare', '.', '..', '．．'])
      expect(newLabelName.safeParse(written).success).toBe(false);
    expect(newLabelName.parse('compared')).toBe('compared');
  });

  it('or a number says in an address which version is meant', () => {
    expect(readVersionRef('7')).toEqual({ number: 7 });
    expect(readVersionRef('v7')).toEqual({ number: 7 });
    expect(readVersionRef('published')).toEqual({ label: 'published' });
    expect(readVersionRef('ready%20to%20ship')).toEqual({ label: 'ready to ship' });
    expect(readVersionRef('100%')).toEqual({ label: '100%' });
    for (const address of ['0', 'v0', '', '12345678901', '%00']) expect(readVersionRef(address)).toBeNull();
  });
});
