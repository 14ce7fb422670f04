import fs from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildHarness, type Harness } from './harness';

let muster: Harness;
beforeAll(() => {
  muster = buildHarness();
}, 60_000);
afterAll(() => muster.clear());

const FILE =
  '---\nname: scribe # who\ndescription: Writes minutes.\ntools: [Read, Grep]\nmodel: opus\n---\nYou write.';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string) => JSON.parse(muster.run('read', '--json', name).out)[0];

describe('muster edit', () => {
  test('prints the file with only the value changed', () => {
    muster.put('a.md', FILE);
    expect(muster.run('edit', 'a.md', '--set', 'model=haiku')).toMatchObject({
      code: 0,
      err: '',
      out: FILE.replace('opus', 'haiku'),
    });
    expect(muster.get('a.md')).toEqual(bytes(FILE));
  });

  test.each([
    'a: b # c',
    '---',
    '- "x"',
    "it's",
    ' padded ',
    '`tick` {brace} [list] *star* &and !bang %p @at | >',
    'two\nlines\n\n',
    '=',
    'a=b',
    'é 漢字 😀',
    'null',
    '5',
    '#',
  ])('a text comes back as it was given: %j', (text) => {
    muster.put('b.md', FILE);
    const keys = ['description', 'initialPrompt', 'note'];
    const { code, out, err } = muster.run(
      'edit',
      'b.md',
      ...keys.flatMap((key) => ['--set', `${key}=${text}`]),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    muster.put('b2.md', out);
    expect(read('b2.md')).toMatchObject({
      loads: true,
      name: 'scribe',
      description: text,
      model: 'opus',
      fields: { initialPrompt: text, note: text },
    });
  });

  test('lists, numbers, truth values and YAML do what one expects', () => {
    muster.put('c.md', FILE);
    const { out } = muster.run(
      ...[
        'edit',
        'c.md',
        '--set',
        'tools=Read, Bash(git:*, ls)',
        '--set',
        'skills=a, b',
        '--set',
        'background=true',
      ],
      ...['--set', 'maxTurns=5', '--set', 'effort=high', '--set', 'disallowedTools=Write'],
      ...['--set', 'mcpServers=[files]', '--set-json', 'extra={"a":[1]}', '--unset', 'model'],
    );
    muster.put('c2.md', out);
    expect(read('c2.md')).toMatchObject({
      tools: { kind: 'list', list: ['Read', 'Bash(git:*, ls)'] },
      disallowedTools: ['Write'],
      model: null,
      fields: {
        skills: ['a', 'b'],
        background: true,
        maxTurns: 5,
        effort: 'high',
        mcpServers: ['files'],
        extra: { a: [1] },
      },
    });
    expect(out).not.toContain('model');
  });

  test('a list in brackets is a list, and a value without effect is told', () => {
    muster.put('n.md', FILE);
    const { code, out, err } = muster.run(
      'edit',
      'n.md',
      '--set',
      'tools=["Bash", Write]',
      '--set',
      'background=maybe',
    );
    expect(code).toBe(0);
    expect(err).toBe(
      'muster: note: background: Claude Code does not take this value. Yes or no; left out, it does not.\n',
    );
    muster.put('n2.md', out);
    expect(read('n2.md').tools).toEqual({ kind: 'list', list: ['Bash', 'Write'] });
  });

  test('changes are made in the order in which they are given', () => {
    muster.put('d.md', FILE);
    expect(muster.run('edit', 'd.md', '--set', 'model=haiku', '--unset', 'model').out).not.toContain('model');
    expect(muster.run('edit', 'd.md', '--unset', 'model', '--set', 'model=haiku').out).toContain(
      'model: haiku',
    );
  });

  test('--set-file takes the exact text of a file', () => {
    muster.put('e.md', FILE);
    muster.put('when.txt', 'Line one\r\n  two: "x"\n\n');
    muster.put('e2.md', muster.run('edit', 'e.md', '--set-file', 'description=when.txt').out);
    expect(read('e2.md').description).toBe('Line one\r\n  two: "x"\n\n');
  });

  test('a refused value prints nothing and says why', () => {
    muster.put('f.md', FILE);
    const { code, out, err } = muster.run(
      'edit',
      'f.md',
      '--set',
      'model=haiku',
      '--set',
      'description=C:\\new',
      '--write',
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^muster: description: /);
    expect(muster.get('f.md')).toEqual(bytes(FILE));
  });

  test('--write replaces the file, keeps its mode and its link, and prints nothing', () => {
    muster.put('g.md', FILE);
    fs.chmodSync(path.join(muster.folder, 'g.md'), 0o640);
    fs.symlinkSync('g.md', path.join(muster.folder, 'g-link.md'));
    expect(muster.run('edit', 'g-link.md', '--set', 'model=haiku', '--write')).toMatchObject({
      code: 0,
      out: '',
    });
    expect(muster.get('g.md')).toEqual(bytes(FILE.replace('opus', 'haiku')));
    expect(fs.statSync(path.join(muster.folder, 'g.md')).mode & 0o777).toBe(0o640);
    expect(fs.lstatSync(path.join(muster.folder, 'g-link.md')).isSymbolicLink()).toBe(true);
    expect(fs.readdirSync(muster.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('bytes in, bytes out: CRLF, byte order mark and bytes that are no UTF-8', () => {
    const before = [
      ...bytes('\ufeff---\r\nname: a\r\ndescription: b\r\nmodel: opus\r\n---\r\nx'),
      0xff,
      0xe2,
      0x82,
      ...bytes('\r\ny'),
    ];
    muster.put('h.md', Uint8Array.from(before));
    const { code, bytes: after } = muster.run('edit', 'h.md', '--set', 'model=haiku');
    expect(code).toBe(0);
    const text = String.fromCharCode(...before).replace('opus', 'haiku');
    expect(String.fromCharCode(...after)).toBe(text);
  });
});
