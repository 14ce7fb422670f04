import { describe, expect, it } from 'vitest';

import type { Press } from '@/lib/client/shortcuts/shortcut';

import { EarlyTyping } from './early-typing';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

describe('typing while the palette opens', () => {
  it('is kept, letters and what takes them back, and handed over once', () => {
    const early = new EarlyTyping();
    early.begin();
    for (const key of ['d', 'a', 'x', 'Backspace', ' ', 'É', '😀']) expect(early.take(press(key))).toBe(true);
    expect(early.end()).toBe('da É😀');
    expect(early.end()).toBe('');
  });

  it('leaves commands and named keys alone, but signs of the third level are letters', () => {
    const early = new EarlyTyping();
    early.begin();
    const others = [
      press('k', { ctrlKey: true }),
      press('s', { metaKey: true }),
      press('Tab'),
      press('Dead'),
    ];
    for (const other of others) expect(early.take(other)).toBe(false);
    expect(early.take(press('@', { ctrlKey: true, altKey: true }))).toBe(true);
    expect(early.end()).toBe('@');
  });

  it('is nobody else’s: not before the palette is asked for, not after Escape, not when it never comes', () => {
    let now = 0;
    const early = new EarlyTyping(() => now);
    expect(early.take(press('g'))).toBe(false);
    early.begin();
    expect([early.take(press('g')), early.take(press('Escape')), early.take(press('a'))]).toEqual([
      true,
      false,
      false,
    ]);
    early.begin();
    expect(early.take(press('g'))).toBe(true);
    now = 10_000;
    expect(early.take(press('a'))).toBe(false);
    expect(early.end()).toBe('');
  });
});
