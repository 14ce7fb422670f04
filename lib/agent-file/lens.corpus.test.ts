import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AgentFile, editAgentFile, readAgentFile, type YamlValue } from './index';

const shared = resolve(process.env.MUSTER_SHARED ?? '../shared');
const folders = ['corpus/files', 'corpus/history', 'corpus/versions', 'seeds'].map((folder) =>
  join(shared, folder),
);
const present = folders.every((folder) => existsSync(folder));
if (!present) console.warn(`skipped: no corpus at ${shared} (set MUSTER_SHARED)`);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const texts = present
  ? folders
      .flatMap(filesBelow)
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({
        path,
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path)),
      }))
  : [];

/** What each other field gives, which must not change. */
function others(file: AgentFile, key: string) {
  const { tools, ...effective } = { ...file.effective, [key]: null };
  const unknown = file.fields.filter((field) => !field.known && field.key !== key);
  return {
    effective,
    tools: key === 'memory' || key === 'tools' ? null : tools,
    unknown: unknown.map(({ key: name, written }) => [name, written]),
  };
}

const NEW_VALUES: Record<string, YamlValue> = {
  name: 'other-name',
  description: 'Use when: it\'s #1 --- or "not".\nSecond line: see [x] & *y*\n\n- three',
  tools: ['Read', 'Bash(git:*, ls)', 'mcp__x__*'],
  disallowedTools: ['Write'],
  model: 'haiku',
  permissionMode: 'plan',
  maxTurns: 7,
  skills: ['one', 'two: three'],
  mcpServers: [{ local: { command: 'x', args: ['-y', 'a: b'] } }],
  hooks: { Stop: [{ hooks: [{ type: 'command', command: 'echo "a: b" # c' }] }] },
  memory: 'project',
  background: true,
  omitClaudeMd: false,
  effort: 'high',
  isolation: 'worktree',
  color: 'cyan',
  initialPrompt: '> go: on\n',
  experimental: { cacheTtl: '1h' },
};

describe.skipIf(!present)('the lens over the corpus', () => {
  it('writes back every field of every file without changing a character', () => {
    expect(texts.length).toBeGreaterThan(400);
    for (const { path, text } of texts) {
      const file = readAgentFile(text);
      for (const { key, written } of file.fields) {
        const result = editAgentFile(text, { kind: 'set', key, value: written ?? null });
        expect(result, `${path} ${key}`).toMatchObject({ ok: true, text, replacements: [] });
      }
      const { description, tools } = file.effective;
      if (description !== null) {
        expect(editAgentFile(text, { kind: 'set', key: 'description', value: description })).toMatchObject({
          text,
        });
      }
      if (tools.kind === 'list') {
        expect(editAgentFile(text, { kind: 'set', key: 'tools', value: tools.list })).toMatchObject({ text });
      }
      const body = text.slice(file.body.from, file.body.to);
      expect(editAgentFile(text, { kind: 'body', text: body })).toMatchObject({ text });
    }
  });

  it('sets a new value on every field and changes that field only', () => {
    const refused: string[] = [];
    for (const { path, text } of texts) {
      const before = readAgentFile(text);
      const keys = new Set([
        ...before.fields.map((field) => field.key),
        'model',
        'color',
        'description',
        'hooks',
      ]);
      for (const key of keys) {
        const value = NEW_VALUES[key] ?? 'new: value # of an unknown key';
        const result = editAgentFile(text, { kind: 'set', key, value });
        if (!result.ok) {
          // A file without a closing fence, or that no parse reads, has no fields to change.
          if (before.frontMatter && before.frontMatter.parse !== 'failed')
            refused.push(`${path} ${key} ${result.refusal.code}`);
          continue;
        }
        const after = readAgentFile(result.text);
        expect(others(after, key), `${path} ${key}`).toEqual(others(before, key));
        const read = after.fields.find((field) => field.key === key)?.written;
        if (key === 'description') expect(after.effective.description).toBe(value);
        else if (key === 'tools') {
          const added = after.effective.memory ? ['Write', 'Edit'] : [];
          expect(after.effective.tools).toEqual({ kind: 'list', list: [...(value as string[]), ...added] });
        } else if (key === 'disallowedTools') expect(after.effective.disallowedTools).toEqual(value);
        else expect(read, `${path} ${key}`).toEqual(value);
        if (before.verdict.loads) expect(after.verdict.loads, `${path} ${key}`).toBe(true);
        expect(result.text.slice(after.body.from)).toBe(text.slice(before.body.from));
      }
    }
    expect(refused).toEqual([]);
  });
});
