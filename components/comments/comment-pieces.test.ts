import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { closedUp, mentionAt, namedIn, piecesOf, suggest, withMention } from './comment-pieces';

describe('piecesOf', () => {
  it('finds addresses and names, and leaves everything else as text', () => {
    expect(piecesOf('See (https://example.org/a?b=1). @Ann Lee, not @Ann!', ['Ann', 'Ann Lee'])).toEqual([
      { kind: 'text', text: 'See (' },
      { kind: 'link', text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { kind: 'text', text: '). ' },
      { kind: 'mention', text: '@Ann Lee' },
      { kind: 'text', text: ', not ' },
      { kind: 'mention', text: '@Ann' },
      { kind: 'text', text: '!' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '<a href="x">', 'http://', 'ftp://example.org'])(
    'makes no link of %s',
    (body) => {
      expect(piecesOf(body, []).filter(({ kind }) => kind === 'link')).toEqual([]);
    },
  );

  it('loses no character, and links nowhere but to the web', () => {
    const part = fc.constantFrom(
      'https://x.org',
      'http://[',
      '@Ann',
      '@',
      ' ',
      '.',
      'javascript:',
      '<b>',
      '\n',
    );
    const body = fc
      .array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 8 })))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(body, (text) => {
        const pieces = piecesOf(text, ['Ann', 'Ann Lee']);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces) if (piece.kind === 'link') expect(piece.href).toMatch(/^https?:\/\//);
      }),
    );
  });
});

describe('mentions', () => {
  it('are completed after an @ that begins a word', () => {
    expect(mentionAt('Ask @an', 7)).toEqual({ from: 4, query: 'an' });
    expect(mentionAt('@', 1)).toEqual({ from: 0, query: '' });
    expect(mentionAt('@Ann L', 6)).toEqual({ from: 0, query: 'Ann L' });
    expect(mentionAt('mail@example', 12)).toBeNull();
    const people = [{ name: 'Ann Lee' }, { name: 'Bob Anders' }, { name: 'Cleo' }];
    expect(suggest(people, 'an').map(({ name }) => name)).toEqual(['Ann Lee', 'Bob Anders']);
    expect(
      namedIn('@Ann Lee?', [
        { userId: 'a', name: 'Ann Lee' },
        { userId: 'c', name: 'Cleo' },
      ]),
    ).toEqual(['a']);
  });

  it('stand apart from the next word, and close to the sign that follows', () => {
    const put = (text: string, caret: number) => withMention(text, { from: 4, caret, name: 'Ann Lee' });
    expect(put('Ask @an', 7)).toEqual({ text: 'Ask @Ann Lee ', after: 13 });
    expect(put('Ask @an now', 7)).toEqual({ text: 'Ask @Ann Lee now', after: 12 });
    expect(put('Ask @an?', 7)).toEqual({ text: 'Ask @Ann Lee?', after: 12 });
    expect(closedUp('Ask @Ann Lee ?', 13)).toBe('Ask @Ann Lee?');
    expect(closedUp('Ask @Ann Lee , Bob', 13)).toBe('Ask @Ann Lee, Bob');
    expect(closedUp('Ask @Ann Lee if', 13)).toBe('Ask @Ann Lee if');
    expect(closedUp('Ask @Ann Lee (', 13)).toBe('Ask @Ann Lee (');
  });
});
