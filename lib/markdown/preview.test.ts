import { describe, expect, it } from 'vitest';

import { createPreviewRenderer } from './index';

const html = (markdown: string) =>
  createPreviewRenderer()
    .update(markdown)
    .pieces.map((piece) => piece.html)
    .join('');

describe('what a preview shows', () => {
  it('shows HTML as it is written', () => {
    expect(html('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });

  it('follows http, https and mailto only', () => {
    expect(html('[a](https://example.org "t")')).toBe(
      '<p><a href="https://example.org" target="_blank" rel="noopener noreferrer nofollow">a</a></p>',
    );
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      './a.md',
      '//example.org',
    ]) {
      expect(html(`[a](${url})`)).not.toContain('<a');
    }
    expect(html('[x](javascript:1) [y](mailto:ada@example.org)')).toContain(
      '<span class="md-link" title="javascript:1">x</span> <a href="mailto:ada@example.org"',
    );
  });

  it('never fetches an image', () => {
    const shown = html('![a "b"](https://example.org/x.png)');
    expect(shown).not.toContain('<img');
    expect(shown).toContain('Image: a');
  });

  it('shows tasks, and tables with their alignment as classes', () => {
    expect(html('- [x] a\n- [ ] b')).toContain('aria-label="done">☑</span> a');
    expect(html('| a |\n| -: |\n| 1 |')).toContain('<td class="md-right">1</td>');
  });

  it('never skips a heading level and leaves out an empty one', () => {
    expect(html('### a\n#\n##### b')).toBe('<h3 aria-level="2">a</h3><h5 aria-level="3">b</h5>');
  });

  it('lists the headings with their lines', () => {
    expect(createPreviewRenderer().update('a\r\n\r\n## B `c`\r\n').headings).toEqual([
      { level: 2, text: 'B c', line: 2 },
    ]);
  });
});

describe('what a change renders anew', () => {
  it('keeps the identical HTML of blocks that did not change', () => {
    const renderer = createPreviewRenderer();
    const before = renderer.update('# a\n\nb\n\nc').pieces;
    const after = renderer.update('# a\n\nb2\n\nc').pieces;
    expect(after.map((piece, at) => piece.html === before[at]?.html)).toEqual([true, false, true]);
  });

  it('renders anew what refers to a definition that changed', () => {
    const renderer = createPreviewRenderer();
    expect(renderer.update('[a]\n\n[b]: x').pieces[0]?.html).toBe('<p>[a]</p>');
    expect(renderer.update('[a]\n\n[a]: https://example.org').pieces[0]?.html).toContain('<a href');
  });

  it('equals a first rendering, whatever came before', () => {
    const renderer = createPreviewRenderer();
    const texts = [
      '# a\n- b\n- c',
      '- b\n- c\n\n    d',
      '```\na\n\nb',
      '1. x\n2. y\n\n> z\n\n| a |\n|---|\n| b |',
    ];
    for (const text of [...texts, ...texts]) {
      expect(renderer.update(text)).toEqual(createPreviewRenderer().update(text));
    }
  });
});

describe('long and hostile text', () => {
  const cases: Record<string, string> = {
    'a huge table': `| a | b |\n|---|---|\n${'| some cell | **other** cell |\n'.repeat(3_500)}`,
    'a huge list': '- item with `code`\n'.repeat(5_000),
    'a numbered list': '1. item\n'.repeat(5_000),
    'nested quotations': `${'> '.repeat(2_000)}a\n`.repeat(20),
    'nested lists': Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at % 200)}- a`).join('\n'),
    'unclosed brackets': '['.repeat(100_000),
    'unclosed emphasis': '*a _b ~~c '.repeat(10_000),
    'unclosed code': '`a ``b ```c '.repeat(8_000),
    'unclosed links': '[a](<b '.repeat(14_000),
    'unclosed fence': `\`\`\`\n${'line\n'.repeat(20_000)}`,
    'one long line': 'word '.repeat(20_000),
    'short lines of brackets': '[[[[[[[[[[[[[[[[[[[[\n'.repeat(5_000),
    ampersands: '&'.repeat(100_000),
    autolinks: '<a@'.repeat(30_000),
  };
  it.each(Object.entries(cases))('renders %s in bounded time and pieces', (_, text) => {
    const started = performance.now();
    const { pieces } = createPreviewRenderer().update(text);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(pieces.length).toBeGreaterThan(0);
  });

  it('numbers go on over the pieces of a long list', () => {
    const shown = createPreviewRenderer().update('1. item\n'.repeat(1_000)).pieces;
    expect(shown.length).toBeGreaterThan(1);
    const items = shown[0]?.html.match(/<li>/g)?.length ?? 0;
    expect(shown[1]?.html).toContain(`start="${items + 1}"`);
  });
});
