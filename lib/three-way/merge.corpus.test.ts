import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { editAgentFile, readAgentFile } from '@/lib/agent-file';

import { mergeThreeWay } from './merge';

const shared = resolve(process.env.MUSTER_SHARED ?? '../shared');
const folder = join(shared, 'corpus/versions');
const present = existsSync(folder);
if (!present) console.warn(`skipped: no versions at ${folder} (set MUSTER_SHARED)`);

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}

/** The versions of each file, oldest first. */
function chains(): string[][] {
  const byFolder = new Map<string, { number: number; text: string }[]>();
  for (const path of filesBelow(folder)) {
    const number = Number(/v(\d+)\.md$/.exec(path)?.[1]);
    if (Number.isNaN(number)) continue;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(readFileSync(path)));
    const chain = byFolder.get(dirname(path)) ?? [];
    chain.push({ number, text });
    byFolder.set(dirname(path), chain);
  }
  return [...byFolder.values()].map((chain) =>
    chain.sort((a, b) => a.number - b.number).map(({ text }) => text),
  );
}

const steps = present
  ? chains().flatMap((chain) => chain.slice(1).map((mine, at) => ({ base: chain[at] ?? '', mine })))
  : [];
const written = (text: string, key: string) =>
  readAgentFile(text).fields.find((field) => field.key === key)?.written;

describe.skipIf(!present)('on real histories', () => {
  test('what one person really did joins with a field that another changed', () => {
    expect(steps.length).toBeGreaterThan(20);
    let joined = 0;
    for (const { base, mine } of steps) {
      const edit = editAgentFile(base, { kind: 'set', key: 'reviewed-by', value: 'Ada: 2' });
      if (!edit.ok || !readAgentFile(base).verdict.loads) continue;
      const result = mergeThreeWay(base, mine, edit.text);
      if (result.kind === 'conflict') continue;
      joined++;
      expect(written(result.text, 'reviewed-by')).toBe('Ada: 2');
      const kept = editAgentFile(result.text, { kind: 'unset', key: 'reviewed-by' });
      expect(readAgentFile(result.text).effective).toEqual(readAgentFile(mine).effective);
      expect(kept.ok && kept.text.slice(readAgentFile(kept.text).body.from)).toBe(
        mine.slice(readAgentFile(mine).body.from),
      );
    }
    expect(joined).toBeGreaterThan(steps.length / 2);
  });

  test('what one person really did joins with a line that another added at the end, or is a conflict', () => {
    let joined = 0;
    for (const { base, mine } of steps) {
      const theirs = `${base}${base.endsWith('\n') ? '' : '\n'}\n- One instruction more.\n`;
      const start = performance.now();
      const result = mergeThreeWay(base, mine, theirs);
      expect(performance.now() - start).toBeLessThan(3_000);
      expect(mergeThreeWay(base, theirs, mine).kind).toBe(result.kind);
      if (result.kind === 'conflict') {
        expect(result.clashes.length).toBeGreaterThan(0);
        continue;
      }
      joined++;
      expect(result.text).toContain('- One instruction more.');
      expect(result.summary).toMatch(/of the body (added|changed)/);
      const lines = new Set(result.text.split('\n'));
      const had = new Set(base.split('\n'));
      for (const line of mine.slice(readAgentFile(mine).body.from).split('\n')) {
        if (!had.has(line)) expect(lines).toContain(line);
      }
    }
    expect(joined).toBeGreaterThan(5);
  });

  test('laws on every step', () => {
    for (const { base, mine } of steps) {
      expect(mergeThreeWay(base, mine, base)).toMatchObject({
        kind: 'clean',
        text: mine,
        summary: 'nothing changed',
      });
      expect(mergeThreeWay(base, base, mine)).toMatchObject({ kind: 'clean', text: mine });
      expect(mergeThreeWay(base, mine, mine)).toMatchObject({ kind: 'clean', text: mine });
    }
  });
});
