import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AgentFile, readAgentFile, rosterTools } from './index';

const shared = resolve(process.env.MUSTER_SHARED ?? '../shared');
const probesPath = join(shared, 'loader-probes/probes.jsonl');
const truthPath = join(shared, 'corpus/loader-truth.jsonl');
const present = existsSync(probesPath) && existsSync(truthPath);
if (!present) console.warn(`skipped: no loader probes at ${shared} (set MUSTER_SHARED)`);

/** Named at the end of RULES.md: here the YAML of npm and that of the program differ. */
const EXCEPTIONS = new Set(['pq440', 'pq518', 'pq767', 'pq313', 'pl1931', 'pl1933', 'pl1934']);

interface Truth {
  loads: boolean;
  name?: string;
  description?: string;
  tools?: string;
  model?: string | null;
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');

function seen(file: AgentFile) {
  if (!file.verdict.loads) return { loads: false };
  const { name, description, model } = file.effective;
  return { loads: true, name, description, model, tools: rosterTools(file.effective) };
}

describe.skipIf(!present)('agreement with Claude Code', () => {
  it('on every probe', () => {
    const wrong: unknown[] = [];
    for (const probe of lines<{
      id: string;
      note: string;
      path: string;
      text?: string;
      bytes_base64?: string;
      truth: Truth;
    }>(probesPath)) {
      if (EXCEPTIONS.has(probe.id) || !probe.path.endsWith('.md')) continue;
      const text =
        probe.text ??
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(probe.bytes_base64 ?? '', 'base64'));
      const { loads, name, description, model, tools } = probe.truth;
      const expected = loads ? { loads, name, description, model: model ?? null, tools } : { loads };
      const actual = seen(readAgentFile(text));
      if (JSON.stringify(actual) !== JSON.stringify(expected))
        wrong.push({ id: probe.id, note: probe.note, text, expected, actual });
    }
    expect(wrong).toEqual([]);
  });

  it('on every file of the corpus', () => {
    const texts = new Map<string, string>();
    for (const index of ['index.json', 'index_versions.json']) {
      for (const { file, sha256: sum } of JSON.parse(readFileSync(join(shared, 'corpus', index), 'utf8')) as {
        file: string;
        sha256: string;
      }[]) {
        texts.set(sum, readFileSync(join(shared, 'corpus', file), 'utf8'));
      }
    }
    let compared = 0;
    for (const truth of lines<
      Truth & { sha256: string; description_sha256: string | null; description_length: number | null }
    >(truthPath)) {
      const text = texts.get(truth.sha256);
      if (text === undefined) continue;
      compared++;
      const file = readAgentFile(text);
      const actual = seen(file);
      const { loads, name, model, tools } = truth;
      const description = file.effective.description;
      expect({
        sum: truth.sha256,
        ...actual,
        description: loads && description !== null ? sha256(description) : null,
      }).toEqual(
        loads
          ? {
              sum: truth.sha256,
              loads,
              name,
              description: truth.description_sha256,
              model: model ?? null,
              tools,
            }
          : { sum: truth.sha256, loads, description: null },
      );
    }
    expect(compared).toBeGreaterThan(300);
  });
});
