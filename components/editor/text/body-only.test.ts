import { history, selectAll, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';

import { bodyOnly, showBodyOnly } from './body-only';
import { fileField } from './file-field';
import { exact, lineEnds } from './line-ends';

const FRONT = '---\nname: a\ndescription: b\n---\n';

function start(doc: string) {
  return EditorState.create({ doc, extensions: [fileField, history(), bodyOnly(), lineEnds()] });
}

const change = (state: EditorState, spec: TransactionSpec) => state.update(spec).state;

describe('the body alone', () => {
  it('cannot be left by the cursor, nor by select all', () => {
    let state = change(start(`${FRONT}Body`), { selection: { anchor: 3 } });
    expect(state.selection.main.head).toBe(FRONT.length);
    selectAll({ state, dispatch: (tr) => (state = tr.state) });
    expect([state.selection.main.from, state.selection.main.to]).toEqual([FRONT.length, FRONT.length + 4]);
    state = change(state, state.replaceSelection('New'));
    expect(state.sliceDoc()).toBe(`${FRONT}New`);
  });

  it('keeps the front matter when the start of the body is deleted', () => {
    for (const front of [FRONT, FRONT.replaceAll('\n', '\r\n')]) {
      let state = change(start(`${front}Body`), { selection: { anchor: front.length } });
      state = change(state, { changes: { from: front.length - 1, to: front.length }, userEvent: 'delete' });
      expect(state.sliceDoc()).toBe(`${front}Body`);
      state = change(state, { changes: { from: 0, to: front.length + 2 }, userEvent: 'delete' });
      expect(state.sliceDoc().startsWith(front)).toBe(true);
    }
  });

  it('lets one type at its very start and end', () => {
    const state = change(start(`${FRONT}Body`), {
      changes: [
        { from: FRONT.length, insert: 'My ' },
        { from: FRONT.length + 4, insert: '!' },
      ],
    });
    expect(state.sliceDoc()).toBe(`${FRONT}My Body!`);
  });

  it('gives a file that ends with its fence a line for the body, in its own line ends', () => {
    for (const end of ['\n', '\r\n']) {
      const doc = `---${end}name: a${end}---`;
      const state = change(start(doc), {
        changes: { from: doc.length, insert: 'x' },
        selection: { anchor: doc.length + 1 },
        userEvent: 'input.type',
      });
      expect(state.sliceDoc()).toBe(`${doc}${end}x`);
      expect(state.selection.main.head).toBe(doc.length + end.length + 1);
    }
  });

  it('lets the lens change the front matter, and undo take it back', () => {
    let state = start(`${FRONT}Body`);
    state = change(state, { changes: { from: 10, to: 11, insert: 'z' }, annotations: exact.of(true) });
    expect(state.sliceDoc()).toContain('name: z');
    undo({ state, dispatch: (tr) => (state = tr.state) });
    expect(state.sliceDoc()).toBe(`${FRONT}Body`);
  });

  it('is no limit any more when the whole file is shown', () => {
    let state = change(start(`${FRONT}Body`), { effects: showBodyOnly.of(false) });
    state = change(state, { changes: { from: 0, to: 1 }, userEvent: 'delete' });
    expect(state.sliceDoc()).toBe(`${FRONT}Body`.slice(1));
  });

  it('shows a file without front matter whole', () => {
    let state = change(start('Just text'), { selection: { anchor: 4 } });
    state = change(state, { changes: { from: 3, to: 4 }, userEvent: 'delete' });
    expect(state.sliceDoc()).toBe('Jus text');
    state = change(state, { changes: { from: 0, to: 4 }, userEvent: 'delete' });
    expect(state.sliceDoc()).toBe('text');
  });
});
