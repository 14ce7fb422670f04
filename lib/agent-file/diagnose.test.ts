import { describe, expect, it } from 'vitest';
import { applyReplacements } from '@/lib/text';
import { readAgentFile } from './index';

const file = (yaml: string, body = 'Body\n') => `---\nname: a\n${yaml}\n---\n${body}`;

/** Code, severity, line, and the text after the fix. */
function found(text: string) {
  return readAgentFile(text).diagnostics.map(({ code, severity, line, fix }) => ({
    code,
    severity,
    line,
    fixed: fix ? applyReplacements(text, fix.replacements) : null,
  }));
}

describe('diagnostics of reading', () => {
  it('are none for a file that is as it should be', () => {
    expect(found(file('description: Reviews code.\nmodel: opus # fast'))).toEqual([]);
  });

  it.each([
    [
      file('description: a: b\ntools: Read, *'),
      'yaml-repaired',
      'warning',
      3,
      file('description: "a: b"\ntools: Read, *'),
    ],
    [
      file('description: |\n  x\nauthor: a: b'),
      'yaml-invalid',
      'error',
      5,
      file('description: |\n  x\nauthor: "a: b"'),
    ],
    [
      file('description: a: b').replaceAll('\n', '\r\n'),
      'crlf-unquoted',
      'error',
      3,
      file('description: "a: b"').replaceAll('\n', '\r\n'),
    ],
    [file('description: 12'), 'description-not-text', 'error', 3, file('description: "12"')],
    [
      '---\nname: a:b\ndescription: c\n---\n',
      'name-has-colon',
      'error',
      2,
      '---\nname: a-b\ndescription: c\n---\n',
    ],
    [
      '---\nname: --a\ndescription: c\n---\n',
      'name-leading-hyphen',
      'error',
      2,
      '---\nname: a\ndescription: c\n---\n',
    ],
    [
      file('description: c\nmodel: x\nmodel: y'),
      'duplicate-key',
      'warning',
      4,
      file('description: c\nmodel: y'),
    ],
    [
      file('description: Fixes #1 and #2'),
      'comment-cuts-value',
      'warning',
      3,
      file('description: "Fixes #1 and #2"'),
    ],
    [
      file('description: c\ncolor: #fff'),
      'comment-cuts-value',
      'warning',
      4,
      file('description: c\ncolor: "#fff"'),
    ],
    [
      file('description: one --- two'),
      'fence-in-value',
      'error',
      3,
      file('description: "one \\u002d-- two"'),
    ],
    [
      '\n---\nname: a\ndescription: b\n---\n',
      'front-matter-missing',
      'error',
      1,
      '---\nname: a\ndescription: b\n---\n',
    ],
    [
      '\ufeff\ufeff---\nname: a\ndescription: b\n---\n',
      'front-matter-missing',
      'error',
      1,
      '\ufeff---\nname: a\ndescription: b\n---\n',
    ],
  ])('mend %j', (text, code, severity, line, fixed) => {
    expect(found(text)).toContainEqual({ code, severity, line, fixed });
    if (fixed !== null) expect(readAgentFile(fixed).verdict.loads).toBe(true);
  });

  it.each([
    [file('description: literal\\nbreak'), 'backslash-n', 'info'],
    [file('description: in C:\\new'), 'backslash-n', 'warning'],
    [file('description: x\nhooks: []'), 'hooks-not-a-map', 'error'],
    [file('description: x\nrelated: {hooks: [y]}'), 'hooks-misplaced', 'error'],
    [file('description: x\nhooks: {PreToolUse: [y]}'), 'hooks-malformed', 'error'],
    ['---\nname: a\n', 'front-matter-unclosed', 'error'],
    ['# Text', 'front-matter-missing', 'error'],
    ['---\n---\n', 'front-matter-empty', 'error'],
    ['---\nname: a\n---\n', 'description-missing', 'error'],
    ['---\nname: a\ndescription: b\n---- x\n', 'fence-not-alone', 'warning'],
  ])('say what is wrong with %j', (text, code, severity) => {
    expect(found(text)).toContainEqual(expect.objectContaining({ code, severity }));
  });

  it('leave a comment on a model alone', () => {
    expect(found(file('description: x\nmodel: opus # the best'))).toEqual([]);
  });

  it('have ranges in the text and sentences for people', () => {
    const text = file('description: a: b\nname: c:d\nhooks: {}');
    for (const { range, message } of readAgentFile(text).diagnostics) {
      expect(range.to).toBeGreaterThanOrEqual(range.from);
      expect(range.to).toBeLessThanOrEqual(text.length);
      expect(message).toMatch(/^[A-Z\p{L}].*[.)]$/su);
    }
  });
});
