import { history, insertNewlineAndIndent, undo } from '@codemirror/commands';
import { EditorSelection, EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exact, lineEndAt, lineEnds } from './line-ends';

const CRLF = 'name: a\r\nmodel: b\r\n\r\nBody\r\nlast';

function start(doc: string, cursor = 0) {
  return EditorState.create({ doc, selection: { anchor: cursor }, extensions: [lineEnds(), history()] });
}

const text = (state: EditorState) => state.sliceDoc();
const change = (state: EditorState, spec: TransactionSpec) => state.update(spec).state;

describe('line ends in the editor', () => {
  it('keeps offsets and characters as they are in the file', () => {
    expect(text(start(CRLF))).toBe(CRLF);
    expect(start(CRLF).doc.length).toBe(CRLF.length);
    expect(text(start('\uFEFFa\r\nb\nc\rd'))).toBe('\uFEFFa\r\nb\nc\rd');
  });

  it('inserts the line end of the neighbouring line', () => {
    const doc = start('a\r\nb\nc').doc;
    expect([0, 1, 3, 4, 5, 6].map((at) => lineEndAt(doc, at))).toEqual([
      '\r\n',
      '\r\n',
      '\n',
      '\n',
      '\n',
      '\n',
    ]);
    let state = start(CRLF, 7);
    insertNewlineAndIndent({ state, dispatch: (tr) => (state = tr.state) });
    expect(text(state)).toBe('name: a\r\n\r\nmodel: b\r\n\r\nBody\r\nlast');
    expect(state.selection.main.head).toBe(9);
    state = start(CRLF, CRLF.length);
    insertNewlineAndIndent({ state, dispatch: (tr) => (state = tr.state) });
    expect(text(state)).toBe(`${CRLF}\r\n`);
  });

  it('pastes with the line ends of the file, whatever the clipboard has', () => {
    for (const pasted of ['x\ny', 'x\r\ny', 'x\ry']) {
      expect(text(change(start(CRLF), { changes: { from: 0, insert: pasted } }))).toBe(`x\r\ny${CRLF}`);
      expect(text(change(start('a\nb'), { changes: { from: 1, insert: pasted } }))).toBe('ax\ny\nb');
    }
  });

  it('moves the cursor out of a pair', () => {
    expect(change(start(CRLF), { selection: { anchor: 8 } }).selection.main.head).toBe(7);
    const wide = change(start(CRLF), { selection: EditorSelection.single(2, 8) }).selection.main;
    expect([wide.from, wide.to]).toEqual([2, 7]);
  });

  it('types before a line end, also when told to type inside it', () => {
    const state = change(start(CRLF), { changes: { from: 8, insert: 'x' }, selection: { anchor: 9 } });
    expect(text(state)).toBe(CRLF.replace('name: a', 'name: ax'));
    expect(state.selection.main.head).toBe(8);
  });

  it('deletes a line end as one character, from either side', () => {
    const joined = 'name: amodel: b\r\n\r\nBody\r\nlast';
    expect(text(change(start(CRLF), { changes: { from: 8, to: 9 } }))).toBe(joined);
    expect(text(change(start(CRLF), { changes: { from: 7, to: 8 } }))).toBe(joined);
    expect(text(change(start(CRLF), { changes: { from: 7, to: 9 } }))).toBe(joined);
  });

  it('keeps the line end when a line is deleted up to it', () => {
    expect(text(change(start(CRLF), { changes: { from: 6, to: 8 } }))).toBe(
      CRLF.replace('name: a', 'name: '),
    );
    expect(text(change(start(CRLF), { changes: { from: 7, to: 8, insert: 'x' } }))).toBe(
      CRLF.replace('name: a', 'name: ax'),
    );
  });

  it('undoes a corrected edit in one step', () => {
    let state = change(start(CRLF), { changes: { from: 0, insert: 'x\ny\n' }, userEvent: 'input.paste' });
    expect(text(state)).toBe(`x\r\ny\r\n${CRLF}`);
    undo({ state, dispatch: (tr) => (state = tr.state) });
    expect(text(state)).toBe(CRLF);
  });

  it('leaves exact changes alone: a fix may well remove the CRs', () => {
    const changes = [...CRLF.matchAll(/\r/g)].map(({ index }) => ({ from: index, to: index + 1 }));
    const state = change(start(CRLF), { changes, annotations: exact.of(true) });
    expect(text(state)).toBe(CRLF.replaceAll('\r', ''));
  });

  it('never leaves half a pair behind, whatever is replaced by whatever', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '-', ' ', '😀'), maxLength: 4 });
    const document = fc.array(line, { minLength: 2, maxLength: 8 }).map((lines) => lines.join('\r\n'));
    const inserted = fc.string({ unit: fc.constantFrom('x', '\n', '\r\n', '\r'), maxLength: 6 });
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), inserted, (doc, a, b, insert) => {
        const [from = 0, to = 0] = [a % (doc.length + 1), b % (doc.length + 1)].sort((x, y) => x - y);
        let state = change(start(doc), { changes: { from, to, insert }, userEvent: 'input' });
        expect(text(state).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(text(state).slice(0, Math.max(0, from - 1))).toBe(doc.slice(0, Math.max(0, from - 1)));
        expect(text(state)).toContain(insert.replace(/\r\n?|\n/g, '\r\n'));
        undo({ state, dispatch: (tr) => (state = tr.state) });
        expect(text(state)).toBe(doc);
      }),
      { numRuns: 500 },
    );
  });
});
