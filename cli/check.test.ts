import fs from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildHarness, type Harness } from './harness';

let muster: Harness;
beforeAll(() => {
  muster = buildHarness();
}, 60_000);
afterAll(() => muster.clear());

const agent = (name: string, more = '') =>
  `---\nname: ${name}\ndescription: Writes minutes of meetings.\n${more}---\nYou write.\n`;

describe('exit codes', () => {
  test('0 without errors, 1 with one', () => {
    muster.put('good.md', agent('good', 'tools: Read\n'));
    muster.put('bad.md', agent('bad', 'allowed-tools: Read\n'));
    expect(muster.run('check', 'good.md').code).toBe(0);
    expect(muster.run('check', 'bad.md').code).toBe(1);
    expect(muster.run('check', 'good.md', 'bad.md', 'nowhere').code).toBe(2);
  });

  test('2 where there is nothing to check', () => {
    fs.mkdirSync(path.join(muster.folder, 'nothing'));
    expect(muster.run('check', '--format', 'json', 'nothing')).toMatchObject({
      ...{ code: 2, out: '[]\n', err: 'muster: no .md file there\n' },
    });
  });
});

describe('formats', () => {
  const file = 'odd, %0A:name.md';
  beforeAll(() => {
    muster.put(file, agent('odd', 'allowed-tools: Read\nemoji: "100%\\n::error::forged"\n'));
  });

  test('text: one line a problem, notices elsewhere', () => {
    const { out, err } = muster.run('check', file);
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(4);
    expect(out).toContain(`${file}:4:1: error: `);
    expect(out).toContain('[allowed-tools] (--fix mends it)');
    expect(err).toBe('muster: 1 file: 1 error, 0 warnings, 3 remarks\n');
  });

  test('severity leaves out what is less grave', () => {
    expect(muster.run('check', '--severity', 'error', file).out.trim().split('\n')).toHaveLength(1);
  });

  test('json', () => {
    const { out, err, code } = muster.run('check', '--format', 'json', file);
    expect({ err, code }).toEqual({ err: '', code: 1 });
    expect(JSON.parse(out)).toMatchObject([
      {
        file,
        loads: true,
        diagnostics: expect.arrayContaining([
          expect.objectContaining({ code: 'allowed-tools', fixable: true }),
        ]),
      },
    ]);
  });

  test('github: nothing in a file or its name can end or forge a command', () => {
    const lines = muster.run('check', '--format', 'github', file).out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=odd%2C %250A%3Aname\.md,line=\d+,/);
    expect(lines.some((line) => line.startsWith('::error ') && line.includes('title=allowed-tools::'))).toBe(
      true,
    );
  });

  test('sarif 2.1.0', () => {
    const log = JSON.parse(muster.run('check', '--format', 'sarif', file).out);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
    const [run] = log.runs;
    expect(run.tool.driver.name).toBe('muster');
    expect(run.results).toHaveLength(4);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe('odd%2C%20%250A%3Aname.md');
      expect(region.endLine > region.startLine || region.endColumn >= region.startColumn).toBe(true);
    }
    const fixable = run.results.find((result: { ruleId: string }) => result.ruleId === 'allowed-tools');
    expect(fixable.fixes[0].artifactChanges[0].replacements[0]).toMatchObject({
      deletedRegion: { charLength: 'allowed-tools'.length },
      insertedContent: { text: 'tools' },
    });
  });
});

describe('over several files', () => {
  test('two of one name are told', () => {
    muster.put('twins/a.md', agent('twin', 'tools: Read\n'));
    muster.put('twins/b.md', agent('twin', 'tools: Read\n'));
    const found = JSON.parse(muster.run('check', '--format', 'json', 'twins').out);
    for (const { diagnostics } of found) {
      expect(diagnostics.map(({ code }: { code: string }) => code)).toContain('name-taken');
    }
  });
});

describe('--fix', () => {
  test('mends files, says what it did, and prints what is left', () => {
    muster.put('fix.md', agent('fix', 'allowed-tools: read\nemoji: x\n').replaceAll('\n', '\r\n'));
    const { code, out, err } = muster.run('check', '--fix', 'fix.md');
    expect(code).toBe(0);
    expect(new TextDecoder().decode(muster.get('fix.md'))).toBe(
      agent('fix', 'tools: Read\nemoji: x\n').replaceAll('\n', '\r\n'),
    );
    expect(err).toContain('fix.md:4: Rename allowed-tools to tools');
    expect(err).toContain('fix.md:4: Replace read by Read');
    expect(out).not.toContain('allowed-tools');
    expect(out).toContain('[key-unknown]');
  });

  test('leaves a file alone whose bytes it would change', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(agent('x', 'allowed-tools: Read\n')), 0xff]);
    muster.put('latin.md', bytes);
    const { code, err } = muster.run('check', '--fix', 'latin.md');
    expect(code).toBe(1);
    expect(err).toContain('not UTF-8');
    expect(muster.get('latin.md')).toEqual(bytes);
  });
});
