import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';
import { applyReplacements } from '@/lib/text';

import { checkAgentFile, RULES } from './check';
import type { CheckContext } from './rule';

const GOOD = [
  'name: scribe',
  `description: ${'Writes the minutes of a meeting from a recording. '.repeat(2)}`,
  'tools: Read, Grep',
];

/** The good file with these lines added or put in place of lines with the same key; `body` replaces its body. */
function file(lines: string[] = [], body = 'You write minutes.\n'): string {
  const keyOf = (line: string) => line.slice(0, line.indexOf(':'));
  const kept = GOOD.filter((line) => !lines.some((other) => keyOf(other) === keyOf(line)));
  return `---\n${[...kept, ...lines].filter((line) => !line.endsWith(':-')).join('\n')}\n---\n${body}`;
}

interface Case {
  code: string;
  fires: string;
  quiet: string;
  context?: CheckContext;
  /** What the fix makes of it; absent where there is none. */
  fixed?: string;
}

const LONG = 'Writes minutes of meetings. ';

const CASES: readonly Case[] = [
  { code: 'name-built-in', fires: file(['name: Explore']), quiet: file(['name: explore']) },
  { code: 'name-taken', fires: file(), quiet: file(['name: scribe-2']), context: { otherNames: ['scribe'] } },
  { code: 'name-style', fires: file(['name: Court Scribe']), quiet: file(['name: schreiber-2']) },
  {
    code: 'description-over-budget',
    fires: file([`description: ${LONG.repeat(200)}`]),
    quiet: file([`description: ${LONG.repeat(100)}`]),
  },
  {
    code: 'description-short',
    fires: file(['description: Writes']),
    quiet: file(['description: Writes minutes.']),
  },
  {
    code: 'description-no-examples',
    fires: file(),
    quiet: file([
      `description: 'Writes. <example>Context: a meeting user: "Write it down" assistant: "I call scribe"</example>'`,
    ]),
  },
  { code: 'body-empty', fires: file([], ' \n\n'), quiet: file() },
  {
    code: 'allowed-tools',
    fires: file(['tools:-', 'allowed-tools: Read, Grep # both']),
    quiet: file(),
    fixed: file(['tools:-', 'tools: Read, Grep # both']),
  },
  {
    code: 'disallowed-tools',
    fires: file(['disallowed_tools: [Bash]']),
    quiet: file(['disallowedTools: [Bash]']),
    fixed: file(['disallowedTools: [Bash]']),
  },
  {
    code: 'key-misspelled',
    fires: file(['name:-', '"Name": scribe']),
    quiet: file(),
    fixed: file(['name:-', 'name: scribe']),
  },
  {
    code: 'key-unknown-alike',
    fires: file(['permission-mode: plan']),
    quiet: file(['permissionMode: plan']),
    fixed: file(['permissionMode: plan']),
  },
  { code: 'key-unknown', fires: file(['emoji: x']), quiet: file() },
  {
    code: 'key-ignored-in-plugin',
    fires: file(['permissionMode: plan']),
    quiet: file(['model: opus']),
    context: { plugin: true },
  },
  { code: 'tools-inherited', fires: file(['tools:-']), quiet: file() },
  { code: 'tools-empty', fires: file(['tools: []']), quiet: file() },
  {
    code: 'tools-quoted-list',
    fires: file(['tools: "[Read, Grep]"']),
    quiet: file(['tools: [Read, Grep]']),
    fixed: file(['tools: [Read, Grep]']),
  },
  {
    code: 'tools-none-valid',
    fires: file(['tools: Foo, AskUserQuestion']),
    quiet: file(['tools: Foo, Read']),
  },
  {
    code: 'tool-unknown',
    fires: file(['tools: read, Grep # two']),
    quiet: file(['tools: Read, mcp__files, Bash(git:*), Task']),
    fixed: file(['tools: Read, Grep # two']),
  },
  { code: 'tool-unknown', fires: file(['tools: Read, githubRepo']), quiet: file() },
  {
    code: 'tool-unknown',
    fires: file(['disallowedTools: githubRepo']),
    quiet: file(['disallowedTools: Bash']),
  },
  {
    code: 'tool-retired',
    fires: file(['tools:\n  - Read\n  - NotebookRead']),
    quiet: file(['tools: Read, KillShell']),
    fixed: file(['tools:\n  - Read']),
  },
  {
    code: 'tool-retired',
    fires: file(['tools: Read, MultiEdit']),
    quiet: file(),
    fixed: file(['tools: Read, Edit']),
  },
  {
    code: 'tool-denied-too',
    fires: file(['tools: Read, Bash, Grep', 'disallowedTools: Bash(git:*)']),
    quiet: file(['disallowedTools: Bash']),
    fixed: file(['tools: Read, Grep', 'disallowedTools: Bash(git:*)']),
  },
  { code: 'tool-pattern-ignored', fires: file(['tools: Bash(git:*)']), quiet: file(['tools: Agent(a, b)']) },
  {
    code: 'tool-withheld',
    fires: file(['tools: Read, ExitPlanMode']),
    quiet: file(['tools: Read, ExitPlanMode', 'permissionMode: plan']),
  },
  {
    code: 'memory-adds-writing',
    fires: file(['memory: user']),
    quiet: file(['tools: Read, Edit', 'memory: user']),
  },
  {
    code: 'memory-adds-writing',
    fires: file(['memory: user', 'disallowedTools: Edit']),
    quiet: file(['memory: user', 'disallowedTools: Write, Edit']),
  },
  {
    code: 'model-unknown',
    fires: file(['model: sonet # fast']),
    quiet: file(['model: Opus']),
    fixed: file(['model: sonnet # fast']),
  },
  {
    code: 'model-unknown',
    fires: file(['model: gpt-4']),
    quiet: file(['model: claude-sonnet-4-5-20250929']),
  },
  {
    code: 'model-unknown',
    fires: file(['model: 4']),
    quiet: file(['model: us.anthropic.claude-opus-4-1-v1:0']),
  },
  {
    code: 'skills-not-list',
    fires: file(['skills: minutes, notes']),
    quiet: file(['skills: [minutes, notes]']),
    fixed: file(['skills: [minutes, notes]']),
  },
  { code: 'skills-not-list', fires: file(['skills: [5]']), quiet: file(['skills:']) },
  {
    code: 'permission-mode-unknown',
    fires: file(['permissionMode: Plan']),
    quiet: file(['permissionMode: plan']),
    fixed: file(['permissionMode: plan']),
  },
  {
    code: 'memory-unknown',
    fires: file(['memory: User']),
    quiet: file(['memory: user']),
    fixed: file(['memory: user']),
  },
  { code: 'effort-unknown', fires: file(['effort: extreme']), quiet: file(['effort: 3']) },
  { code: 'isolation-unknown', fires: file(['isolation: docker']), quiet: file(['isolation: worktree']) },
  {
    code: 'color-unknown',
    fires: file([`color: '#E63946'`]),
    quiet: file(['color: red']),
    fixed: file([`color: 'red'`]),
  },
  { code: 'max-turns-invalid', fires: file(['maxTurns: -1']), quiet: file(['maxTurns: 5']) },
  {
    code: 'background-not-boolean',
    fires: file(['background: yes']),
    quiet: file(['background: true']),
    fixed: file(['background: true']),
  },
  {
    code: 'omit-claude-md-not-boolean',
    fires: file(['omitClaudeMd: off']),
    quiet: file(['omitClaudeMd: false']),
    fixed: file(['omitClaudeMd: false']),
  },
  { code: 'mcp-servers-invalid', fires: file(['mcpServers: files']), quiet: file(['mcpServers: [files]']) },
  {
    code: 'initial-prompt-not-text',
    fires: file(['initialPrompt: 5']),
    quiet: file(['initialPrompt: Begin']),
  },
  {
    code: 'experimental-invalid',
    fires: file(['experimental: 5m']),
    quiet: file(['experimental: {cacheTtl: 5m}']),
  },
];

const check = (text: string, context?: CheckContext) => checkAgentFile(readAgentFile(text), context);
const codes = (text: string, context?: CheckContext) => check(text, context).map(({ code }) => code);

describe('each rule fires where it should and nowhere else', () => {
  test.each(CASES)('$code', ({ code, fires, quiet, context, fixed }) => {
    expect(codes(quiet, context)).not.toContain(code);
    const found = check(fires, context).filter((diagnostic) => diagnostic.code === code);
    expect(found).toHaveLength(1);
    const [diagnostic] = found;
    expect(diagnostic?.severity).toBe(RULES.find((rule) => rule.code === code)?.severity);
    expect(diagnostic?.message).toMatch(/^.{20,}[.?]$/);
    if (fixed === undefined) {
      expect(diagnostic?.fix).toBeUndefined();
      return;
    }
    const mended = applyReplacements(fires, diagnostic?.fix?.replacements ?? []);
    expect(mended).toBe(fixed);
    expect(codes(mended, context)).not.toContain(code);
  });

  test('every rule has a case', () => {
    expect(new Set(CASES.map(({ code }) => code))).toEqual(new Set(RULES.map(({ code }) => code)));
  });

  test('no code is given twice, by a rule and by reading', () => {
    for (const { fires } of CASES) {
      const own = new Set(RULES.map(({ code }) => code));
      for (const { code } of readAgentFile(fires).diagnostics) expect(own).not.toContain(code);
    }
  });
});

describe('the whole list', () => {
  test('a good file has no error and no warning', () => {
    expect(check(file()).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('is in the order of the text, with places that agree', () => {
    const text = file(['tools: read, Bash, Foo', 'disallowedTools: Bash', 'model: sonet', 'emoji: x']);
    const list = check(text);
    expect(list.map(({ range }) => range.from)).toEqual(
      list.map(({ range }) => range.from).sort((a, b) => a - b),
    );
    const foo = list.find(({ message }) => message.includes('Foo'));
    expect(text.slice(foo?.range.from, foo?.range.to)).toBe('Foo');
    expect(foo).toMatchObject({ line: 4, column: 'tools: read, Bash, '.length + 1 });
  });

  test('names that only another file has wrong are not touched', () => {
    const text = file(['tools: Bash, bash-tool, bash']);
    const bash = check(text).find(({ message }) => message.includes('called bash '));
    expect(text.slice(bash?.range.from, bash?.range.to)).toBe('bash');
    expect(bash?.range.from).toBe(text.indexOf(', bash\n') + 2);
  });

  test('a key that only resembles a required one is left alone where that one is there', () => {
    expect(codes(file(['game: chess', 'Name: Chess']))).toEqual(expect.arrayContaining(['key-unknown']));
    expect(codes(file(['game: chess', 'Name: Chess']))).not.toContain('key-misspelled');
  });

  test('both keys there: the wrong one is not renamed over the right one', () => {
    const text = file(['allowed-tools: Bash']);
    const found = check(text).find(({ code }) => code === 'allowed-tools');
    expect(found?.fix).toBeUndefined();
    expect(found?.message).toContain('The file has tools too');
  });

  test.each([
    '',
    '---',
    '---\n---\n',
    '---\n- a\n---\n',
    '\ufeff',
    '---\nname: [\n---\nx',
    'text',
    '---\n? [a]\n: b\n---\n',
  ])('never throws: %j', (text) => {
    expect(Array.isArray(check(text, { otherNames: ['a'], plugin: true }))).toBe(true);
  });
});

test('a file made to be slow is checked in bounded time', () => {
  const many = (item: (at: number) => string, glue: string) =>
    Array.from({ length: 3_000 }, (_, at) => item(at)).join(glue);
  const hostile = [
    file([`tools: ${many((at) => `bashx(${at})`, ', ')}`]),
    file([many((at) => `modell${String.fromCharCode(97 + (at % 26))}: ${at}`, '\n')]),
    file([
      `tools: ${many((at) => `Bash(${at})`, ',')}`,
      `disallowedTools: ${many((at) => `Bash(${at})`, ',')}`,
    ]),
  ];
  for (const text of hostile) {
    const start = performance.now();
    check(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  }
});
