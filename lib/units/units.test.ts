import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readLabel, splitBody, splitDescription } from './index';
import type { Unit } from './types';

const says = (units: Unit[]) => units.map(({ kind, text }) => `${kind}: ${text}`);

/** Every character that is not blank lies in exactly one unit, in the order of the text. */
function expectTiling(text: string, units: Unit[], from = 0, to = text.length) {
  let at = from;
  for (const { range } of units) {
    expect(range.from).toBeGreaterThanOrEqual(at);
    expect(range.to).toBeGreaterThan(range.from);
    expect(text.slice(at, range.from).trim()).toBe('');
    const source = text.slice(range.from, range.to);
    expect(source).toBe(source.trim());
    at = range.to;
  }
  expect(at).toBeLessThanOrEqual(to);
  expect(text.slice(at, to).trim()).toBe('');
  for (const [place, unit] of units.entries()) {
    expect(unit.index).toBe(place);
    if (unit.parent !== null) expect(unit.parent).toBeLessThan(place);
  }
}

describe('a body', () => {
  test('headings make the path of what stands below them', () => {
    const units = splitBody('# Role\n\nYou test.\n\n## Limits ##\n- never guess\n\n# End\nStop.');
    expect(says(units)).toEqual([
      'heading: Role',
      'sentence: You test.',
      'heading: Limits',
      'bullet: never guess',
      'heading: End',
      'sentence: Stop.',
    ]);
    expect(units.map(({ headings }) => headings.join('/'))).toEqual([
      '',
      'Role',
      'Role',
      'Role/Limits',
      '',
      'End',
    ]);
    expect(units[2]?.depth).toBe(2);
  });

  test('a bold line introduces its list and is a heading of it; words with a colon only introduce', () => {
    const units = splitBody('**Naming & Layout:**\n- short names\n\nYou will:\n1. read\n2. write');
    expect(says(units)).toEqual([
      'heading: **Naming & Layout:**',
      'bullet: short names',
      'heading: You will:',
      'step: read',
      'step: write',
    ]);
    expect(units[1]?.headings).toEqual(['Naming & Layout']);
    expect(units.map(({ parent }) => parent)).toEqual([null, 0, null, 2, 2]);
    expect(units[0]?.depth).toBe(0);
  });

  test('words behind the list of a bold line do not belong to it', () => {
    const units = splitBody('Your duties:\n\n**Naming:**\n- short\n\nWhen unsure:\n- ask');
    expect(units.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'bullet', 'heading', 'bullet']);
    expect(units.map(({ headings }) => headings.length)).toEqual([0, 0, 1, 0, 0]);
  });

  test('a bold sentence is no heading', () => {
    expect(says(splitBody('**Never guess.**\n\n- a'))).toEqual(['sentence: **Never guess.**', 'bullet: a']);
  });

  test('items hang under the items that they are nested in, bullets right below a step too', () => {
    const units = splitBody('1. **Plan**:\n   - scope\n     - people\n2. Build\n- fast\n- well\n3. Ship');
    expect(says(units)).toEqual([
      'step: **Plan**:',
      'bullet: scope',
      'bullet: people',
      'step: Build',
      'bullet: fast',
      'bullet: well',
      'step: Ship',
    ]);
    expect(units.map(({ parent }) => parent)).toEqual([null, 0, 1, null, 3, 3, null]);
    expect(units.map(({ depth }) => depth)).toEqual([0, 1, 2, 0, 1, 1, 0]);
    expect(units[0]?.label).toBe('Plan');
    expect(new Set(units.map(({ block }) => block)).size).toBe(1);
  });

  test('an item runs on in the next line, and keeps what is indented below it', () => {
    const units = splitBody('- first\n  goes on\n\n  More words. And more.\n- second');
    expect(says(units)).toEqual([
      'bullet: first goes on',
      'sentence: More words.',
      'sentence: And more.',
      'bullet: second',
    ]);
    expect(units.map(({ parent }) => parent)).toEqual([null, 0, 0, null]);
    expect(units[3]?.block).toBe(units[0]?.block);
  });

  test('code is whole: unclosed, with tildes, in an item, and Markdown that shows fences', () => {
    expect(says(splitBody('~~~\n# no heading\n~~~\nText'))).toEqual([
      'code: ~~~\n# no heading\n~~~',
      'sentence: Text',
    ]);
    expect(splitBody('```js\nlet a\n\n- b\n')).toHaveLength(1);
    const inItem = splitBody('1. Run:\n   ```sh\n   make\n   ```\n2. Look');
    expect(says(inItem)).toEqual(['step: Run:', 'code: ```sh\nmake\n```', 'step: Look']);
    expect(inItem[1]?.parent).toBe(0);
    const shown = '```markdown\n# Title\n```sh\nls\n```\nmore\n```\nAfter';
    expect(says(splitBody(shown)).map((line) => line.slice(0, 14))).toEqual([
      'code: ```markd',
      'sentence: Afte',
    ]);
    expect(splitBody('````\n```\nx\n```\n````')).toHaveLength(1);
  });

  test('a table is split by row, its head with the line below it', () => {
    const units = splitBody('Levels:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\nText');
    expect(says(units)).toEqual([
      'heading: Levels:',
      'row: | a | b |\n|---|---|',
      'row: | 1 | 2 |',
      'row: | 3 | 4 |',
      'sentence: Text',
    ]);
    expect(units[2]?.parent).toBe(0);
  });

  test('tags, comments, quotes and rules', () => {
    const units = splitBody(
      '<rules level="1">\n- obey\n</rules>\n<!-- a\nb -->\n> Quoted. Twice.\n> More\n\n---\nTitle\n===\n',
    );
    expect(says(units)).toEqual([
      'tag: <rules level="1">',
      'bullet: obey',
      'tag: </rules>',
      'code: <!-- a\nb -->',
      'sentence: > Quoted. Twice.\n> More',
      'rule: ---',
      'heading: Title',
    ]);
  });

  test('sentences end where they do', () => {
    const text =
      'Use Node.js v2.0, e.g. for tools etc. and more. Run `a. B` now! Is it **so? Yes.** Then stop.\nOne line';
    expect(splitBody(text).map((unit) => unit.text)).toEqual([
      'Use Node.js v2.0, e.g. for tools etc. and more.',
      'Run `a. B` now!',
      'Is it **so? Yes.**',
      'Then stop.',
      'One line',
    ]);
    expect(splitBody('テストを書く。「完了。」と言う！次へ').map((unit) => unit.text)).toEqual([
      'テストを書く。',
      '「完了。」',
      'と言う！',
      '次へ',
    ]);
  });

  test('a range is split alone, with offsets into the whole text, whatever the line ends', () => {
    const text = '---\r\nname: a\r\n---\r\n- one\r\n\t- two\r\n\r\nEnd.\r\n';
    const from = text.indexOf('- one');
    const units = splitBody(text, { from, to: text.length });
    expect(says(units)).toEqual(['bullet: one', 'bullet: two', 'sentence: End.']);
    expect(units[1]?.parent).toBe(0);
    expectTiling(text, units, from);
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '- ',
      '1. ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      '\r\n',
      '```',
      '~~~',
      '**',
      '`',
      '|',
      '|---|',
      '---',
      '===',
    ],
    ...[
      '<a>',
      '</a>',
      '<!--',
      '-->',
      'word',
      'e.g. ',
      '. ',
      '。',
      ': ',
      '> ',
      '・',
      '✅',
      '\u00a0',
      '\u2028',
      '😀',
    ],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 5, unit: 'grapheme' })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  test('units tile every text and every part of it', () => {
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (source, a, b) => {
        expectTiling(source, splitBody(source));
        const [from, to] = [Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length)];
        expectTiling(source, splitBody(source, { from, to }), from, to);
      }),
      { numRuns: 500 },
    );
  });

  test('units tile every description', () => {
    const parts = fc.constantFrom(
      '<example>',
      '</example>',
      '\nuser: "a"',
      '\nContext: b',
      'Use it. ',
      '\n\n',
      'x',
    );
    const description = fc.array(parts, { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(fc.property(description, (source) => expectTiling(source, splitDescription(source))));
  });

  test.each([
    ['bullets', '- a\n'.repeat(250_000)],
    ['nested bullets', Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}- a\n`).join('')],
    ...['a', '*', '`', '.', ')', '#', '|', '<', '~', '-', '>', ' ', '。', '_', '1'].map((sign) => [
      `only ${sign}`,
      sign.repeat(100_000),
    ]),
    ['open comments', '<!-- a\n'.repeat(50_000)],
    ['open fences', '```md\n```x\n'.repeat(50_000)],
    ['code spans', '`a ``b '.repeat(50_000)],
    ['bold', '**a '.repeat(100_000)],
    ['stops', '.)'.repeat(100_000)],
    ['stops and blanks', '. '.repeat(100_000)],
    ['open examples', '<example>'.repeat(50_000)],
    ['line ends', '\n'.repeat(1_000_000)],
    ['tags', `<a ${'b '.repeat(200_000)}`],
    ['table signs', '|-'.repeat(100_000)],
  ])('hostile: %s', (_name, source) => {
    const units = splitBody(source);
    expect(units.reduce((sum, { range }) => sum + range.to - range.from, 0)).toBeGreaterThanOrEqual(
      source.replace(/\s/g, '').length,
    );
    splitDescription(source);
  });
});

test('labels', () => {
  expect(readLabel('**API Design**: RESTful')).toEqual({ label: 'API Design', from: 16 });
  expect(readLabel('**API Design:** RESTful')).toEqual({ label: 'API Design', from: 16 });
  expect(readLabel('**Speed** - cache it')).toEqual({ label: 'Speed', from: 12 });
  expect(readLabel('Coverage: 80%')).toEqual({ label: 'Coverage', from: 10 });
  expect(readLabel('**Never** guess')).toBeNull();
  expect(readLabel('Read https://example.org')).toBeNull();
  expect(readLabel('see it: now')).toBeNull();
});

describe('a description', () => {
  test('its triggers and its examples', () => {
    const text =
      'Use it to test. Also to lint. Examples: <example>user: "Hi. You?" <commentary>ok</commentary></example> Be quick.';
    expect(says(splitDescription(text))).toEqual([
      'trigger: Use it to test.',
      'trigger: Also to lint.',
      'trigger: Examples:',
      'example: <example>user: "Hi. You?" <commentary>ok</commentary></example>',
      'trigger: Be quick.',
    ]);
  });

  test('dialogues without tags', () => {
    const text = 'Use it.\n\nContext: a\nuser: "b"\nassistant: "c"\n\nuser: "d"\nassistant: "e"';
    expect(splitDescription(text).map(({ kind }) => kind)).toEqual(['trigger', 'example', 'example']);
  });
});
