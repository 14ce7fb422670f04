import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildHarness, type Harness } from './harness';

let muster: Harness;
beforeAll(() => {
  muster = buildHarness();
}, 60_000);
afterAll(() => muster.clear());

const agent = (name: string, more = '') =>
  `---\nname: ${name}\ndescription: Writes minutes.\n${more}---\nYou write.\n`;

describe('muster read --json', () => {
  test('gives exactly the promised keys', () => {
    muster.put(
      'one/full.md',
      `\ufeff---\r\nname: scribe\r\ndescription: 'Writes. <example>Context: now user: "Write" assistant: "I do" <commentary>why</commentary></example>'\r\ntools: [Read, Grep]\r\ndisallowedTools: Bash\r\nmodel: " opus "\r\nmemory: user\r\nextra: {a: [1, null]}\r\n---\r\nBody 😀\r\n`,
    );
    const { code, out, err } = muster.run('read', '--json', 'one');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [only, ...rest] = JSON.parse(out);
    expect(rest).toEqual([]);
    expect(Object.keys(only)).toEqual([
      'file',
      'loads',
      'reasons',
      'name',
      'description',
      'model',
      'tools',
      'disallowedTools',
      'fields',
      'examples',
      'body',
      'diagnostics',
    ]);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(muster.get('one/full.md'));
    expect(only).toMatchObject({
      file: path.join('one', 'full.md'),
      loads: true,
      reasons: [],
      name: 'scribe',
      model: 'opus',
      tools: { kind: 'list', list: ['Read', 'Grep', 'Write', 'Edit'] },
      disallowedTools: ['Bash'],
      fields: { memory: 'user', extra: { a: [1, null] } },
      examples: [{ context: 'now', user: 'Write', assistant: 'I do', commentary: 'why' }],
    });
    expect(text.slice(only.body.start, only.body.end)).toBe('Body 😀\r\n');
    for (const diagnostic of only.diagnostics) {
      expect(Object.keys(diagnostic)).toEqual(['code', 'severity', 'message', 'line', 'column', 'fixable']);
    }
  });

  test('says why a file does not load, and what can be read all the same', () => {
    muster.put('two/a.md', '---\nname: scribe\nmodel: opus\n---\nBody\n');
    const [only] = JSON.parse(muster.run('read', 'two/a.md', '--json').out);
    expect(only).toMatchObject({ loads: false, name: 'scribe', description: null, model: 'opus' });
    expect(only.tools).toEqual({ kind: 'inherit', list: [] });
    expect(only.reasons).toHaveLength(1);
    expect(Object.keys(only.reasons[0])).toEqual(['code', 'message', 'line']);
    expect(only.reasons[0].code).toBe('description-missing');
  });

  test('walks a folder as Claude Code does', () => {
    for (const name of ['b.md', '.hidden/c.md', 'deep/er/d.md', 'README.md'])
      muster.put(`walk/${name}`, agent('x'));
    for (const name of ['e.MD', 'f.mdx', 'g.txt']) muster.put(`walk/${name}`, agent('x'));
    muster.put('outside/h.md', agent('h'));
    fs.symlinkSync('../outside', path.join(muster.folder, 'walk/linked'));
    fs.symlinkSync('..', path.join(muster.folder, 'walk/deep/loop'));
    fs.symlinkSync('b.md', path.join(muster.folder, 'walk/z.md'));
    fs.symlinkSync('nowhere', path.join(muster.folder, 'walk/broken.md'));
    const files = JSON.parse(muster.run('read', '--json', 'walk').out).map(
      ({ file }: { file: string }) => file,
    );
    expect(files).toEqual(
      ['.hidden/c.md', 'README.md', 'b.md', 'deep/er/d.md', 'linked/h.md', 'z.md'].map((name) =>
        path.join('walk', name),
      ),
    );
  });

  test('reads bad bytes as Claude Code does', () => {
    muster.put(
      'bad.md',
      Uint8Array.from([
        ...new TextEncoder().encode('---\nname: a'),
        0xff,
        ...new TextEncoder().encode('\ndescription: b\n---\n'),
      ]),
    );
    expect(JSON.parse(muster.run('read', '--json', 'bad.md').out)[0]).toMatchObject({
      loads: true,
      name: 'a\ufffd',
    });
  });

  test('an empty folder is an empty array and a notice', () => {
    fs.mkdirSync(path.join(muster.folder, 'empty'), { recursive: true });
    expect(muster.run('read', '--json', 'empty')).toMatchObject({
      code: 0,
      out: '[]\n',
      err: 'muster: no .md file there\n',
    });
  });

  test('a large result is whole, and a reader that leaves is no error', () => {
    for (let at = 0; at < 300; at++)
      muster.put(`many/${at}.md`, agent(`a${at}`, `note: ${'x'.repeat(5_000)}\n`));
    expect(JSON.parse(muster.run('read', '--json', 'many').out)).toHaveLength(300);
    const shell = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${muster.command}" read --json many | head -c 10; echo`],
      {
        cwd: muster.folder,
      },
    );
    expect(shell.stderr.toString()).toBe('');
    expect(shell.stdout.toString()).toMatch(/^\[\n {2}\{/);
  });
});

test('the other fields hold what a merge key brings in, and odd keys', () => {
  muster.put(
    'merged.md',
    agent('merged', 'base: &b {model: haiku, note: 1}\n<<: *b\n__proto__: x\nwhen: 2024-01-01\n'),
  );
  const [{ model, fields }] = JSON.parse(muster.run('read', '--json', 'merged.md').out);
  expect(model).toBe('haiku');
  expect(Object.entries(fields)).toEqual([
    ['base', { model: 'haiku', note: 1 }],
    ['note', 1],
    ['__proto__', 'x'],
    ['when', '2024-01-01'],
  ]);
});

test.skipIf(process.platform === 'win32')('a pipe that nobody writes to is told, not waited for', () => {
  execFileSync('mkfifo', [path.join(muster.folder, 'pipe.md')]);
  for (const args of [
    ['read', 'pipe.md'],
    ['check', 'pipe.md'],
    ['edit', 'pipe.md', '--unset', 'x'],
  ]) {
    expect(muster.run(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('a pipe or a device'),
    });
  }
  fs.rmSync(path.join(muster.folder, 'pipe.md'));
});

test('a notice obeys no control character of a name', () => {
  expect(muster.run('read', 'nowhere\u001b[31m').err).toContain('nowhere\\u001b[31m');
});

test('the table names each file once and obeys no control character of a file', () => {
  muster.put('table/a.md', agent('"a\\e[31mb"'));
  muster.put('table/b.md', 'no agent\n');
  const { code, out, err } = muster.run('read', 'table');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('a\\u001b[31mb');
  expect(lines[2]).toMatch(/^no .*line 1: /);
});

describe('wrong usage', () => {
  test.each([
    [['read'], 'PATH'],
    [['read', 'nowhere'], 'there is no file or folder nowhere'],
    [['read', '--jsn', 'x'], 'Did you mean --json?'],
    [['raed'], 'Did you mean read?'],
    [[], 'read'],
    [['check', '--format', 'xml', 'x'], 'text, json, sarif, github'],
    [['edit', 'x.md'], '--set model=opus'],
    [['edit', 'x.md', '--set', 'model'], 'KEY=TEXT'],
    [['edit', 'x.md', '--set-json', 'tools=[Read'], '--set-json'],
    [['edit', 'nowhere.md', '--unset', 'model'], 'there is no file nowhere.md'],
    [['edit', '.', '--unset', 'model'], 'is a folder'],
  ])('%j', (args, hint) => {
    const { code, out, err } = muster.run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('help and version are results', () => {
    expect(muster.run('--help')).toMatchObject({ code: 0, err: '' });
    expect(muster.run('edit', '--help').out).toContain('--set-json');
    expect(muster.run('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('starts within eight times of what an empty program takes', () => {
  muster.put('quick.md', agent('quick'));
  const report = `
    const { user, system } = process.cpuUsage();
    process.stderr.write(String((user + system) / 1000));`;
  const command = `
    process.argv = ['node', ${JSON.stringify(muster.command)}, 'read', '--json', 'quick.md'];
    await import(${JSON.stringify(pathToFileURL(muster.command).href)});`;
  const least = (script: string) =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script + report], {
          cwd: muster.folder,
        });
        return Number(stderr.toString());
      }),
    );
  // A ratio of the processor's time: a busy machine slows both.
  const [empty, own] = [least(''), least(command)];
  expect(empty).toBeGreaterThan(0);
  expect(own / empty).toBeLessThan(8);
});
