import { describe, expect, it } from 'vitest';

import { BOARD_KEYS } from './board';
import { chordOf, keysInWords, type Press, usableShortcuts } from './shortcut';
import { type Scope, TABLES } from './tables';

const SCOPES = Object.keys(TABLES) as Scope[];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

describe('the table of shortcuts', () => {
  it('never gives a key two meanings on one page', () => {
    for (const scope of SCOPES) {
      const rows = scope === 'everywhere' ? [] : TABLES[scope];
      const keys = [...rows, ...TABLES.everywhere].flatMap((row) => [...row.keys]);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
      // What begins a sequence means nothing alone.
      const firsts = new Set(keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]));
      expect(keys.filter((key) => firsts.has(key) && key !== 'Escape')).toEqual([]);
    }
    const everywhere = TABLES.everywhere.flatMap(({ keys }) => keys.map((key) => key.split(' ')[0]));
    const board = BOARD_KEYS.filter(({ modifier }) => !modifier).flatMap(({ keys }) => [...keys]);
    expect(board.filter((key) => everywhere.includes(key))).toEqual([]);
  });

  it('takes no key from browsers or screen readers', () => {
    const theirs = ['mod+t', 'mod+n', 'mod+w', 'mod+l', 'mod+p', 'mod+r', 'mod+d', 'mod+c', 'mod+v', 'mod+a'];
    const keys = Object.values(TABLES).flatMap((rows) => rows.flatMap(({ keys }) => keys));
    expect(keys.filter((key) => theirs.includes(key) || /alt\+|^F(?:1|3|5|6|7|10|11|12)$/.test(key))).toEqual(
      [],
    );
  });

  it('has words for each, and one id a scope', () => {
    for (const rows of Object.values(TABLES)) {
      for (const { words } of rows) expect(words).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
  });

  it('leaves out what one may not do, and what has no key', () => {
    const ids = (mayDo: boolean, scope: Scope) =>
      usableShortcuts(TABLES[scope], () => mayDo).map(({ id }) => id);
    expect(ids(false, 'editor')).toEqual([
      'next-problem',
      'previous-problem',
      'comment',
      'find',
      'leave-source',
    ]);
    expect(ids(true, 'editor')).toEqual(TABLES.editor.map(({ id }) => id));
    expect(ids(false, 'duplicates')).not.toContain('merge');
    expect(ids(true, 'list')).not.toContain('export');
  });

  it('is read as people write keys', () => {
    expect(keysInWords({ keys: ['mod+k'] })).toEqual(['⌘K']);
    expect(keysInWords({ keys: ['g a', 'shift+F8', '/'] })).toEqual(['G A', '⇧F8', '/']);
    expect(keysInWords({ keys: ['ArrowDown'], shown: '↑ ↓' })).toEqual(['↑ ↓']);
  });
});

describe('a press', () => {
  it('is written with ⌘ on a Mac and Ctrl elsewhere as mod', () => {
    expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
    expect(chordOf(press('k', { ctrlKey: true }), true)).toBeNull();
    expect(chordOf(press('K', { ctrlKey: true, shiftKey: true }), false)).toBe('shift+mod+k');
    expect(chordOf(press('k', { metaKey: true }), false)).toBeNull();
    expect(chordOf(press('k', { altKey: true }), false)).toBeNull();
  });

  it('says Shift of letters and named keys, not of signs', () => {
    expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
    expect(chordOf(press('X', { shiftKey: true }), false)).toBe('shift+x');
    expect(chordOf(press('X'), false)).toBe('x');
    expect(chordOf(press('F8', { shiftKey: true }), false)).toBe('shift+F8');
  });
});
