import fs from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildHarness, type Harness } from './harness';

let muster: Harness;
beforeAll(() => {
  muster = buildHarness();
  muster.put('a.md', A);
  muster.put('b.md', B);
}, 60_000);
afterAll(() => muster.clear());

const A = `---
name: scribe
description: Use this agent when you need minutes of a meeting.
tools: Read, Write
model: opus
---
You are a scribe who writes minutes.

- Always sign the minutes with \`scribe.key\`
- Keep every summary under 300 words
- Never quote what was said in confidence
`;
const B = `---
name: minute-taker
description: Use this agent when you need a protocol of a call.
model: sonnet
---
You are a scribe who writes minutes.

- Keep every summary under 200 words
- List decisions before discussions
- In the Quokkaville repo, minutes go to the wiki.
`;
const bytes = (text: string) => new TextEncoder().encode(text);
const at = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);
const json = (...args: string[]) => JSON.parse(muster.run('merge', '--json', ...args).out);

describe('muster merge', () => {
  test('prints one file and says on the other stream what nobody decided', () => {
    const { code, out, err } = muster.run('merge', 'a.md', 'b.md');
    expect(code).toBe(0);
    for (const kept of ['`scribe.key`', 'Never quote', 'List decisions', 'under 200 words']) {
      expect(out).toContain(kept);
    }
    expect(out).not.toContain('under 300 words');
    expect(out).not.toContain('Quokkaville');
    for (const key of ['name', 'model', 'tools', 'number:words']) {
      expect(err).toContain(`${key}: nobody decided, so the safe default stands`);
    }
    expect(err).toContain('1 piece left out as about one project');
    muster.put('merged.md', out);
    expect(JSON.parse(muster.run('read', '--json', 'merged.md').out)[0]).toMatchObject({ loads: true });
    fs.rmSync(path.join(muster.folder, 'merged.md'));
  });

  test('the order of the files does not matter', () => {
    expect(muster.run('merge', 'b.md', 'a.md').out).toBe(muster.run('merge', 'a.md', 'b.md').out);
  });

  test('--json gives offsets into the texts', () => {
    const { text, metrics, ledger, conflicts, quarantined } = json('a.md', 'b.md');
    const sources: Record<string, string> = { 'a.md': A, 'b.md': B };
    for (const { source, target, fate } of ledger) {
      expect(source.text).not.toBe('');
      expect(sources[source.file]?.slice(source.start, source.end)).toBe(source.text);
      if (fate === 'kept' && target) expect(at(text, target)).not.toBe('');
    }
    expect(Object.keys(metrics)).toEqual(
      expect.arrayContaining([
        'wordRatio',
        'unitCoverage50',
        'unitCoverage90',
        'protectedTerms',
        'redundancy',
      ]),
    );
    expect(conflicts.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
      ['name', 'name'],
      ['tools', 'tools'],
      ['model', 'field'],
      ['number:words', 'number'],
    ]);
    const tools = conflicts.find(({ id }: { id: string }) => id === 'tools');
    expect(tools).toMatchObject({
      chosen: tools.options.find(({ value }: { value: string | null }) => value === 'Read, Write').id,
    });
    expect(
      tools.options.map(({ value, files }: { value: string | null; files: string[] }) => [value, files]),
    ).toEqual([
      [null, ['b.md']],
      ['Read, Write', ['a.md']],
    ]);
    const [leak] = quarantined;
    expect(at(B, leak)).toContain('Quokkaville');
  });

  test('--decide takes the id or the value of a choice, and nothing for absent', () => {
    const decided = [
      '--decide',
      'model=sonnet',
      '--decide',
      'number:words=Keep every summary under 300 words',
    ];
    const { out, err } = muster.run(
      'merge',
      'a.md',
      'b.md',
      ...decided,
      '--decide',
      'tools=',
      '--name',
      'clerk',
    );
    expect(out).toMatch(/^---\nname: clerk\n/);
    expect(out).toContain('model: sonnet');
    expect(out).toContain('under 300 words');
    expect(out).not.toContain('tools:');
    expect(err).not.toContain('nobody decided');
  });

  test('--strict refuses and lists', () => {
    const { code, out, err } = muster.run('merge', '--strict', 'a.md', 'b.md', '-o', 'strict.md');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('4 conflicts to decide');
    expect(err).toContain('model=opus');
    expect(fs.existsSync(path.join(muster.folder, 'strict.md'))).toBe(false);
  });

  test('one distinct file comes back byte for byte', () => {
    const odd = '\ufeff---\r\nname: x # odd\r\ndescription: "y"\r\n---\r\nBody  \r\n\r\n- a';
    muster.put('one.md', odd);
    muster.put('same.md', odd);
    const { code, bytes: out, err } = muster.run('merge', '--strict', 'one.md', 'same.md');
    expect({ code, err, out }).toEqual({ code: 0, err: '', out: bytes(odd) });
  });

  test('-o makes a new file and never takes the place of one', () => {
    const first = muster.run('merge', 'a.md', 'b.md', '-o', 'new.md');
    expect({ code: first.code, out: first.out }).toEqual({ code: 0, out: '' });
    const written = muster.get('new.md');
    expect(written).toEqual(muster.run('merge', 'a.md', 'b.md').bytes);
    const again = muster.run('merge', 'a.md', 'b.md', '-o', 'new.md');
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('there already');
    expect(muster.run('merge', 'a.md', 'b.md', '-o', 'a.md').err).toContain('--into a.md');
    expect(muster.get('a.md')).toEqual(bytes(A));
    expect(fs.readdirSync(muster.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('--into replaces one of the files', () => {
    muster.put('c.md', A.replace('opus', 'haiku'));
    const { code, err } = muster.run('merge', 'b.md', 'c.md', '--into', 'c.md');
    expect(code).toBe(0);
    expect(err).toContain('c.md written');
    expect(err).toContain('b.md still there');
    expect(new TextDecoder().decode(muster.get('c.md'))).toContain('List decisions');
    expect(muster.run('merge', 'a.md', 'b.md', '--into', 'c.md')).toMatchObject({ code: 2, out: '' });
  });

  test.each([
    [['merge', 'a.md', 'gone.md'], 'there is no file or folder gone.md'],
    [['merge', 'a.md', 'b.md', '--decide', 'colour=red'], 'there is no such conflict'],
    [['merge', 'a.md', 'b.md', '--decide', 'model=huge'], 'Choose one of:'],
    [['merge', 'a.md', 'b.md', '--decide', 'model'], 'It takes ID=CHOICE'],
    [['merge', 'a.md', 'b.md', '--name', 'a:b'], '--name'],
    [['merge', 'a.md', 'b.md', '-o', 'x.md', '--into', 'a.md'], 'Give one of them'],
    [['merge', 'a.md', 'b.md', '-o', 'no/where.md'], 'there is no folder no'],
  ])('%j says what to do', (args, words) => {
    const { code, out, err } = muster.run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test('-o takes a file', () => {
    for (const place of ['', 'new-folder/']) {
      const { code, err } = muster.run('merge', 'a.md', 'b.md', '-o', place);
      expect([code, err]).toEqual([2, `muster: -o "${place}" is no file\nSuch as: -o merged.md\n`]);
    }
  });

  test('one file under two names is one source, and nobody is told to remove it', () => {
    muster.put('twice/one.md', A);
    fs.symlinkSync('one.md', path.join(muster.folder, 'twice/link.md'));
    fs.linkSync(path.join(muster.folder, 'twice/one.md'), path.join(muster.folder, 'twice/hard.md'));
    const names = ['twice/one.md', './twice/one.md', 'twice/link.md', 'twice/hard.md'];
    const { code, err } = muster.run('merge', ...names, '--into', 'twice/link.md');
    expect(code).toBe(0);
    for (const name of names.slice(1)) expect(err).toContain(`${name} is the file twice/one.md again`);
    expect(err).toContain('twice/one.md written');
    expect(err).not.toContain('remove');
    expect(muster.get('twice/one.md')).toEqual(bytes(A));
  });

  test('a note in a folder is no agent, unless it is named', () => {
    muster.put('notes/a.md', A);
    muster.put('notes/README.md', '# Our agents\n\nAlways ask Quill first.\n');
    const { code, bytes: out, err } = muster.run('merge', 'notes');
    expect([code, out]).toEqual([0, bytes(A)]);
    expect(err).toContain('notes/README.md was left out');
    expect(muster.run('merge', 'notes', 'notes/README.md').out).toContain('Quill');
  });

  test('a file that is no UTF-8, and too many files', () => {
    muster.put('latin.md', Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]));
    expect(muster.run('merge', 'a.md', 'latin.md')).toMatchObject({ code: 2, out: '' });
    for (let i = 0; i < 51; i++) muster.put(`many/${i}.md`, `---\nname: n${i}\ndescription: d\n---\nx`);
    expect(muster.run('merge', 'many').err).toContain('too many for one merge');
  });
});
