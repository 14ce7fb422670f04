import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyReplacements } from '@/lib/text';
import { type AgentFile, accepts, editAgentFile, readAgentFile, type YamlValue } from './index';

/** Texts that try to break out of any style. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---',
        '--',
        ': ',
        ':',
        ' #',
        '#',
        '"',
        "'",
        '\\',
        '\n',
        '\n\n',
        '\t',
        ' ',
        '  ',
        '\r',
        '\r\n',
      ),
      fc.constantFrom(
        '- ',
        '? ',
        '[',
        ']',
        '{',
        '}',
        '*',
        '&',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        ',',
        '~',
        '...',
        '<<',
      ),
      fc.constantFrom(
        '\u00a0',
        '\u0085',
        '\u2028',
        '\ufeff',
        '\x07',
        '\x7f',
        '😀',
        '漢字',
        'é',
        'null',
        '0x1',
        'yes',
      ),
      fc.constantFrom(
        'a',
        'word',
        'Use this when',
        '<example>',
        'name: x',
        '|-',
        'https://a.b/c',
        '"q"',
        "'q'",
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const toolName = fc.constantFrom(
  'Read',
  'Grep',
  'Bash(git:*, ls)',
  'mcp__x__*',
  'Bash(a: b)',
  '"q"',
  '[x]',
  '*y',
  '#z',
);
const toolList = fc.array(toolName, { maxLength: 4 });

const safeText = fc.constantFrom('Reviews code.', 'opus', 'two words', 'ünïcode 漢字', "it's", 'a "b" c');
const rawText = fc.constantFrom(
  'Use when: x',
  '[beta] use [it]',
  'a: b # c',
  '*star',
  '100% > 50',
  '"Quoted": then',
);

const scalarSource = fc.oneof(
  safeText.map((text) => ` ${text}`),
  safeText.map((text) => ` ${text} # a comment`),
  safeText.map((text) => ` "${text.replaceAll('"', '\\"')}"`),
  safeText.map((text) => ` '${text.replaceAll("'", "''")}'   `),
  rawText.map((text) => ` ${text}`),
  safeText.map((text) => ` |\n  ${text}\n\n  more: lines`),
  safeText.map((text) => ` >- # folded\n    ${text}\n    goes on`),
  safeText.map((text) => `\n  ${text}`),
  safeText.map((text) => ` "${text.replaceAll('"', '')}\n  over two lines"`),
  fc.constantFrom('', ' ', ' ~', ' 12', ' true', ' 2024-01-01', ' literal\\nbreaks\\n\\nhere'),
);
const listSource = fc.constantFrom(
  ' Read, Grep',
  ' Read,Grep',
  ' [Read, Grep]',
  ' ["Read", "Grep"] # both',
  '\n  - Read\n  - Grep # needed\n',
  '\n- Read\n- "Grep"',
  ' [\n    Read,\n    Grep,\n  ]',
  ' []',
  '',
  ' "Bash(git:*, ls), Read"',
);
const nestedSource = fc.constantFrom(
  '\n  Stop:\n    - hooks:\n        - type: command\n          command: echo hi # there',
  ' {}',
  ' {a: 1, b: [x, y]}',
  '\n  # inside\n  key: value\n  list:\n    - 1',
);

const entry = fc.oneof(
  fc.tuple(
    fc.constantFrom('description', 'model', 'color', 'initialPrompt', 'author', 'x-note'),
    scalarSource,
  ),
  fc.tuple(fc.constantFrom('tools', 'disallowedTools', 'skills', 'tags'), listSource),
  fc.tuple(fc.constantFrom('hooks', 'experimental', 'meta'), nestedSource),
  fc.tuple(fc.constantFrom('memory'), fc.constantFrom(' user', ' nowhere')),
  fc.constantFrom(['# a comment', ''] as [string, string], ['', ''] as [string, string]),
);

const file = fc
  .record({
    bom: fc.constantFrom('', '', '\ufeff'),
    name: fc.constantFrom('name: scribe', 'name: "scribe"', "name : 'scribe'", '"name": scribe'),
    description: scalarSource,
    entries: fc.array(entry, { maxLength: 5 }),
    windows: fc.constantFrom(false, false, true),
    close: fc.constantFrom('---\n\nBody --- here\n', '---', '---\n', '--- \n# Body\n\ntext'),
  })
  .map(({ bom, name, description, entries, windows, close }) => {
    const lines = [
      name,
      `description:${description}`,
      ...entries.map(([key, source]) => (key && !key.startsWith('#') ? `${key}:${source}` : key)),
    ];
    const text = `${bom}---\n${lines.join('\n')}\n${close}`;
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });

const change = fc.oneof(
  fc.tuple(
    fc.constantFrom('name', 'description', 'model', 'color', 'initialPrompt', 'author', 'new key', 'x:y'),
    hostile,
  ),
  fc.tuple(fc.constantFrom('tools', 'disallowedTools', 'skills'), toolList),
  fc.tuple(fc.constantFrom('maxTurns', 'effort'), fc.constantFrom(1, 7, 120)),
  fc.tuple(fc.constantFrom('background'), fc.boolean()),
  fc.tuple(
    fc.constantFrom('hooks', 'meta'),
    fc.constantFrom({}, { Stop: [{ hooks: [{ type: 'command', command: 'a: "b" # --- c' }] }] }),
  ),
  fc.tuple(fc.constantFrom('memory'), fc.constantFrom('user', 'local')),
) as fc.Arbitrary<[string, YamlValue]>;

/** All that an edit of `key` must leave as it is, by meaning. */
function others(read: AgentFile, key: string) {
  const effective: Record<string, unknown> = { ...read.effective };
  delete effective[key];
  if (key === 'memory') delete effective.tools;
  const unknown = read.fields.filter((field) => !field.known && field.key !== key);
  return {
    effective,
    unknown: unknown.map(({ key: name, written }) => [name, written]).sort(),
    closing: read.text.slice(read.frontMatter?.closing.from ?? 0),
  };
}

const runs = { numRuns: 400 };

describe('the laws of the lens', () => {
  it('GetPut: writing back what is there changes no character', () => {
    fc.assert(
      fc.property(file, (text) => {
        for (const { key, written } of readAgentFile(text).fields) {
          const result = editAgentFile(text, { kind: 'set', key, value: written ?? null });
          expect(result).toEqual({ ok: true, text, replacements: [] });
        }
      }),
      runs,
    );
  });

  it('PutGet, Non-interference, Never worse: the field says the value, the others what they said', () => {
    fc.assert(
      fc.property(file, change, (text, [key, value]) => {
        const before = readAgentFile(text);
        const result = editAgentFile(text, { kind: 'set', key, value });
        if (!result.ok) {
          const mayRefuse = before.frontMatter?.parse === 'failed' || accepts(key, value) !== null;
          expect(mayRefuse, result.refusal.message).toBe(true);
          return;
        }
        const after = readAgentFile(result.text);
        expect(others(after, key)).toEqual(others(before, key));
        if (before.verdict.loads) expect(after.verdict.loads).toBe(true);
        if (result.text === text) return;
        const written = after.fields.find((field) => field.key === key)?.written;
        if (key === 'description') expect(after.effective.description).toBe(value);
        else if (key === 'disallowedTools') expect(after.effective.disallowedTools).toEqual(value);
        else if (key === 'tools')
          expect(after.effective.tools).toMatchObject(grantOf(value as string[], after));
        else expect(written).toEqual(value);
      }),
      runs,
    );
  });

  it('Locality: the replacements lead from one text to the other and split no character', () => {
    fc.assert(
      fc.property(file, change, (text, [key, value]) => {
        const result = editAgentFile(text, { kind: 'set', key, value });
        if (!result.ok) return;
        const read = readAgentFile(text);
        const entry = read.fields.find((field) => field.key === key)?.entry;
        if (entry && read.frontMatter?.parse === 'first') {
          for (const { from, to } of result.replacements) {
            expect(from).toBeGreaterThanOrEqual(entry.from);
            expect(to).toBeLessThanOrEqual(entry.to);
          }
        }
        expect(applyReplacements(text, result.replacements)).toBe(result.text);
        for (const { from, to, insert } of result.replacements) {
          expect(text.slice(from, to)).not.toMatch(/\p{Surrogate}/u);
          expect(insert).not.toMatch(/\p{Surrogate}/u);
        }
      }),
      runs,
    );
  });

  it('unsets a field with its lines and nothing else', () => {
    fc.assert(
      fc.property(
        file,
        fc.constantFrom('model', 'tools', 'hooks', 'author', 'memory', 'meta'),
        (text, key) => {
          const before = readAgentFile(text);
          const result = editAgentFile(text, { kind: 'unset', key });
          if (!result.ok) return;
          const after = readAgentFile(result.text);
          expect(after.fields.some((field) => field.key === key)).toBe(false);
          expect(others(after, key)).toEqual(others(before, key));
        },
      ),
      runs,
    );
  });

  it('never throws, and refuses with a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), change, (text, [key, value]) => {
        for (const source of [text, `---\n${text}\n---\n${text}`, `---\nname: a\n${text}---`]) {
          readAgentFile(source);
          const result = editAgentFile(source, { kind: 'set', key, value });
          if (!result.ok) expect(result.refusal.message).not.toBe('');
        }
      }),
      runs,
    );
  });
});

function grantOf(list: string[], after: AgentFile) {
  if (list.includes('*')) return { kind: 'inherit' };
  const memory = after.effective.memory
    ? ['Write', 'Edit', 'Read'].filter((tool) => !list.includes(tool))
    : [];
  const all = [...list, ...memory];
  return all.length === 0 ? { kind: 'none' } : { kind: 'list', list: all };
}
