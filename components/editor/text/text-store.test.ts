import { describe, expect, it } from 'vitest';

import { continueList, nextMarker } from './continue-list';
import { SECTIONS, spaced } from './sections';
import { TextStore } from './text-store';

const FILE = '---\nname: a\ndescription: Does things\nmodel: opus # why\n---\n\nBody\n';

describe('the one text', () => {
  it('takes the form’s changes as the lens makes them', () => {
    const store = new TextStore(FILE);
    expect(store.edit({ kind: 'set', key: 'name', value: 'b' })).toBeNull();
    expect(store.getFile().text).toBe(FILE.replace('name: a', 'name: b'));
    expect(store.getFile().effective.name).toBe('b');
  });

  it('stays as it was when a value is refused', () => {
    const store = new TextStore(FILE);
    expect(store.edit({ kind: 'set', key: 'name', value: 'a:b' })?.message).toMatch(/colon/);
    expect(store.getFile().text).toBe(FILE);
    expect(store.canUndo()).toBe(false);
  });

  it('has one history over form and source', () => {
    const store = new TextStore(FILE);
    const texts = [FILE];
    const keep = () => texts.push(store.getFile().text);
    store.edit({ kind: 'set', key: 'name', value: 'b' });
    keep();
    store.dispatch({ changes: { from: store.current.doc.length, insert: 'More' }, userEvent: 'input.paste' });
    keep();
    store.edit({ kind: 'set', key: 'model', value: 'haiku' });
    keep();
    for (const text of texts.slice(0, -1).reverse()) {
      store.undo();
      expect(store.getFile().text).toBe(text);
    }
    expect(store.canUndo()).toBe(false);
    for (const text of texts.slice(1)) {
      store.redo();
      expect(store.getFile().text).toBe(text);
    }
  });

  it('joins typing in one field to one step, and no more', () => {
    const store = new TextStore(FILE);
    for (const value of ['ab', 'abc', 'abcd']) store.edit({ kind: 'set', key: 'name', value });
    store.edit({ kind: 'set', key: 'description', value: 'Does things well' });
    store.undo();
    expect(store.getFile().effective).toMatchObject({ name: 'abcd', description: 'Does things' });
    store.undo();
    expect(store.getFile().text).toBe(FILE);
  });

  it('gives the form the same reading until the front matter changes', () => {
    const store = new TextStore(FILE);
    const front = store.getFront();
    store.dispatch({ changes: { from: store.current.doc.length, insert: 'x' } });
    expect(store.getFront()).toBe(front);
    store.edit({ kind: 'set', key: 'name', value: 'b' });
    expect(store.getFront()).not.toBe(front);
  });

  it('tells its listeners once a change, and of nothing else', () => {
    const store = new TextStore(FILE);
    let heard = 0;
    store.subscribe(() => heard++);
    store.dispatch({ selection: { anchor: 40 } });
    expect(heard).toBe(0);
    store.edit({ kind: 'set', key: 'name', value: 'b' });
    expect(heard).toBe(1);
  });
});

describe('lists go on', () => {
  it('with the next marker', () => {
    expect(nextMarker('- a')?.marker).toBe('- ');
    expect(nextMarker('  9. a')?.marker).toBe('  10. ');
    expect(nextMarker('* [x] a')?.marker).toBe('* [ ] ');
    expect(nextMarker('> - a')?.marker).toBe('> - ');
    expect(nextMarker('> a')?.marker).toBe('> ');
    expect(nextMarker('a')).toBeNull();
  });

  it('in the line ends of the file, and an empty item ends the list', () => {
    const store = new TextStore('---\r\nname: a\r\n---\r\n- one\r\n');
    const press = () => {
      const { current: state } = store;
      continueList({ state, dispatch: (tr) => store.dispatch(tr) });
    };
    store.dispatch({ selection: { anchor: store.current.doc.length - 2 } });
    press();
    expect(store.getFile().text).toBe('---\r\nname: a\r\n---\r\n- one\r\n- \r\n');
    press();
    expect(store.getFile().text).toBe('---\r\nname: a\r\n---\r\n- one\r\n\r\n');
  });
});

describe('sections', () => {
  it('stand between empty lines, and add none that are there', () => {
    expect(spaced('S', '', '')).toBe('S\n');
    expect(spaced('S', 'a', 'b')).toBe('\n\nS\n\n');
    expect(spaced('S', 'a\r\n\r\n', '\r\n\r\nb')).toBe('S');
    expect(spaced('S', 'a\n', '\nb')).toBe('\nS\n');
    expect(SECTIONS.map((section) => section.title)).toEqual([
      'Role',
      'When invoked',
      'Checklist',
      'Output format',
      'Boundaries',
    ]);
  });
});
