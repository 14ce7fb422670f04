import { describe, expect, it } from 'vitest';
import { type AgentFile, readAgentFile, rosterTools } from './index';

const read = (yaml: string, rest = '\n---\nBody\n') => readAgentFile(`---\n${yaml}${rest}`);
const withDescription = (line: string) => read(`name: scribe\n${line}`);
const reasons = (file: AgentFile) =>
  file.verdict.loads ? [] : file.verdict.reasons.map((reason) => reason.code);
const base = 'name: scribe\ndescription: Writes.';

describe('the fences', () => {
  it.each([
    ['a byte order mark', '\ufeff---\nname: a\ndescription: b\n---\n'],
    ['blanks after the opening line', '---  \t\nname: a\ndescription: b\n---\n'],
    ['blank lines after it', '---\n\n \nname: a\ndescription: b\n---\n'],
    ['no line end at the end', '---\nname: a\ndescription: b\n---'],
    ['CRLF', '---\r\nname: a\r\ndescription: b\r\n---\r\n'],
  ])('are found with %s', (_, text) => {
    expect(readAgentFile(text).verdict.loads).toBe(true);
  });

  it.each([
    ['two byte order marks', '\ufeff\ufeff---\nname: a\n---\n'],
    ['a blank line first', '\n---\nname: a\n---\n'],
    ['a word after the hyphens', '---yaml\nname: a\n---\n'],
    ['four hyphens', '----\nname: a\n---\n'],
    ['no closing line', '---\nname: a\n'],
    ['CR only', '---\rname: a\r---\r'],
    ['nothing', ''],
  ])('are not found with %s', (_, text) => {
    const file = readAgentFile(text);
    expect(file.frontMatter).toBeNull();
    expect(file.verdict.loads).toBe(false);
    expect(file.body).toEqual({ from: 0, to: text.length });
  });

  it('close at the first three hyphens, also within a value', () => {
    const text = '---\nname: a\ndescription: one --- two\n---\nBody';
    const file = readAgentFile(text);
    expect(file.effective.description).toBe('one');
    expect(text.slice(file.body.from)).toBe('two\n---\nBody');
  });

  it('leave the body all that follows the closing line, blank lines too', () => {
    const text = '\ufeff---\nname: 😀\ndescription: b\n---\n\nBody\n';
    const { body } = readAgentFile(text);
    expect(text.slice(body.from, body.to)).toBe('\nBody\n');
  });
});

describe('the second parse', () => {
  it.each([
    ['description: Use when: asked', 'Use when: asked'],
    ['description: [a] and [b]', '[a] and [b]'],
    ['description: *all of it # kept', '*all of it # kept'],
    ['description: "Quoted": and more', '"Quoted": and more'],
    ['description: say "x": \\d  ', 'say "x": \\d  '],
    ['description:\u3000wide: a: b', 'wide: a: b'],
  ])('repairs %s', (line, description) => {
    const file = withDescription(line);
    expect(file.verdict).toEqual({ loads: true, repaired: true });
    expect(file.effective.description).toBe(description);
  });

  it.each([
    'description: ok\nkey1: a: b',
    'description: ok\nsome key: a: b',
    'description: |\n  block\nauthor: a: b',
    'description: ok\n  more: text: here',
    'description: "unclosed',
    "description: 'a' b: c'",
    'description: - item',
    'description: ok\nprose at the start of a line',
    'description: a: b\r',
  ])('does not mend %s', (lines) => {
    expect(reasons(withDescription(lines))[0]).toBe('yaml-invalid');
  });

  it('turns leading tabs into blanks', () => {
    const file = read(`${base}\ntools:\n\t- Read\n\t- Grep`);
    expect(file.effective.tools).toEqual({ kind: 'list', list: ['Read', 'Grep'] });
  });

  it('keeps a list in brackets, and takes a comment for text', () => {
    const file = read('name: a\ndescription: b: c\ntools: [Read, Grep]\nmodel: opus # fast');
    expect(file.effective.tools).toEqual({ kind: 'list', list: ['Read', 'Grep'] });
    expect(file.effective.model).toBe('opus # fast');
  });

  it('maps ranges back to the text', () => {
    const file = read('name: a\ndescription: say "x": \\d\ntools: [Read]\n\tmodel: x', '\n---\n');
    expect(file.frontMatter?.parse).toBe('failed');
    const good = read('name: a\ndescription: say "x": \\d\ntools:\n\t- Read\nmodel: opus # x');
    const sources = good.fields.map(({ value, entry }) => [
      value && good.text.slice(value.from, value.to),
      good.text.slice(entry.from, entry.to),
    ]);
    expect(sources).toEqual([
      ['a', 'name: a'],
      ['say "x": \\d', 'description: say "x": \\d'],
      ['- Read', 'tools:\n\t- Read'],
      ['opus # x', 'model: opus # x'],
    ]);
  });
});

describe('YAML', () => {
  it('lets the last of duplicate keys win, merges, follows aliases and ignores unknown tags', () => {
    const file = read('name: a\nname: b\nbase: &x {model: haiku}\n<<: *x\ndescription: !odd text');
    expect(file.effective).toMatchObject({ name: 'b', model: 'haiku', description: 'text' });
    expect(file.fields.filter((field) => field.key === 'name')).toHaveLength(1);
  });

  it('takes dates for text, and numbers and truth values for what they are', () => {
    expect(withDescription('description: 2024-01-01').effective.description).toBe('2024-01-01');
    expect(withDescription('description: on').effective.description).toBe('on');
    for (const value of ['12', '0x1F', '1e3', 'true', '[a]', '{a: b}']) {
      expect(reasons(withDescription(`description: ${value}`))).toEqual(['description-not-text']);
    }
    for (const value of ['', '~', 'null', '# none', '""']) {
      expect(reasons(withDescription(`description: ${value}`))).toEqual(['description-missing']);
    }
  });

  it('reads the first document only', () => {
    expect(read(`${base}\n...\nmodel: opus`).effective.model).toBeNull();
  });

  it('knows __proto__ as a key like others', () => {
    const file = read(`${base}\n__proto__: x`);
    expect(file.fields.at(-1)).toMatchObject({ key: '__proto__', known: false, written: 'x' });
  });

  it('rejects half a character and NUL, as the loader does', () => {
    expect(reasons(withDescription('description: "a\\uD800"'))).toEqual(['yaml-invalid']);
    expect(reasons(withDescription('description: a\0b'))).toEqual(['yaml-invalid']);
    expect(withDescription('description: "\\uD83D\\uDE80"').effective.description).toBe('🚀');
  });

  it('makes a value of a cycle and of an alias bomb that is finite as JSON', () => {
    const cycle = read(`${base}\nfoo: &a {b: *a}`).fields.at(-1);
    expect(cycle?.written).toEqual({ b: null });
    const levels = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`)}]`,
    );
    const bomb = read(`${base}\na0: &a0 [x]\n${levels.join('\n')}`);
    expect(JSON.stringify(bomb.fields.map((field) => field.written)).length).toBeLessThan(3_000_000);
  });
});

describe('the checks', () => {
  it.each([
    ['name: -a\ndescription: b', 'name-leading-hyphen'],
    ['name: a:b\ndescription: b', 'name-has-colon'],
    [`name: ${'x'.repeat(257)}\ndescription: b`, 'name-too-long'],
    ['name: 12\ndescription: b', 'name-not-text'],
    ['name:\ndescription: b', 'name-missing'],
    ['description: b', 'name-missing'],
    ['- a\n- b', 'front-matter-empty'],
    ['# nothing', 'front-matter-empty'],
  ])('%s', (yaml, code) => {
    expect(reasons(read(yaml))).toContain(code);
  });

  it('allow names of any letters, and 256 of them', () => {
    for (const name of ['имя', 'a b/c.d', '😀', 'x'.repeat(256), '"line\\nend"']) {
      expect(read(`name: ${name}\ndescription: b`).verdict.loads, name).toBe(true);
    }
  });

  it('say the line', () => {
    const { verdict } = read('name: a:b\n\ndescription: 12');
    expect(verdict).toMatchObject({ reasons: [{ line: 2 }, { line: 4 }] });
  });
});

describe('the hook gate', () => {
  const command = '{type: command, command: x}';
  it.each([
    'hooks: []',
    'hooks: text',
    'hooks: {PreToolUse: {}}',
    'hooks: {PreToolUse: [{matcher: null, hooks: []}]}',
    'hooks: {PreToolUse: [{matcher: x}]}',
    'hooks: {PreToolUse: [{hooks: [{type: command}]}]}',
    'hooks: {PreToolUse: [{hooks: [{type: http, url: nowhere}]}]}',
    'hooks: {PermissionRequest: [{hooks: [{type: command, command: x, timeout: 0}]}]}',
    'hooks: {PreToolUse: [{hooks: [{type: command, command: x, shell: zsh}]}]}',
    `hooks: {hooks: [${command}]}`,
    'hooks: {Stop: [{PreToolUse: x}]}',
    `PreToolUse: [{hooks: [${command}]}]`,
    'foo: {PermissionRequest: false}',
    'related: {hooks: [x]}',
    'tools: {hooks: [x]}',
    'foo: [[{PreToolUse: x}]]',
    'foo: {a: {a: {a: {PreToolUse: x}}}}',
  ])('drops the file for %s', (line) => {
    expect(reasons(read(`${base}\n${line}`))[0]).toMatch(/^hooks-/);
  });

  it.each([
    'hooks: {}',
    'hooks: ""',
    'hooks: {Stop: text, Whatever: [1]}',
    `hooks: {PreToolUse: [{matcher: Bash, hooks: [${command}]}, {hooks: []}]}`,
    'hooks: {PreToolUse: [{hooks: [{type: http, url: "https://a.b/c", timeout: 1.5}]}]}',
    'hooks: {PreToolUse: null}',
    'hooks: {Any: [{hooks: [x]}]}',
    'foo: {PreToolUse: []}',
    'foo: {hooks: {a: 1}}',
    'foo: {hooks: []}',
    'Stop: [{hooks: [x]}]',
    'metadata: {hooks: [x], PreToolUse: x}',
    'mcpServers: [{hooks: [x]}]',
    'pretooluse: x',
    'foo: {a: {a: {a: {a: {PreToolUse: x}}}}}',
  ])('lets pass %s', (line) => {
    expect(read(`${base}\n${line}`).verdict.loads).toBe(true);
  });
});

describe('tools', () => {
  it.each([
    ['', 'All tools'],
    ['tools:', 'All tools'],
    ['tools: "*"', 'All tools'],
    ['tools: [Read, "*"]', 'All tools'],
    ['tools: Read Grep', 'Read, Grep'],
    ['tools: ",Read,, Grep ,"', 'Read, Grep'],
    ['tools: Bash(git:*, ls), Read', 'Bash(git:*, ls), Read'],
    ['tools: Bash (git), Read', 'Bash, (git), Read'],
    ['tools: [Read, 3, null, [x], "Grep, Write"]', 'Read, Grep, Write'],
    ['tools: "[Read, Grep]"', '[Read, Grep]'],
    ['tools: Read, Read', 'Read, Read'],
    ['tools: Read, Grep\ndisallowedTools: Grep', 'Read'],
    ['tools: Read\ndisallowedTools: Read', 'None'],
    ['disallowedTools: [Read, Grep]', 'All tools except Read, Grep'],
    ['disallowedTools: "*"', 'All tools'],
    ['tools: Grep\nmemory: user', 'Grep, Write, Edit, Read'],
    ['tools: []\nmemory: local', 'Write, Edit, Read'],
    ['tools: Grep\nmemory: User', 'Grep'],
    ['memory: user', 'All tools'],
  ])('%s', (lines, roster) => {
    expect(rosterTools(read(`${base}\n${lines}`).effective)).toBe(roster);
  });

  it('are none when the key is there without a value', () => {
    for (const value of ['', '[]', '{}', '3', 'true', '", ,"']) {
      expect(read(`${base}\ntools: ${value}`).effective.tools).toEqual({ kind: 'none' });
    }
  });
});

describe('effective values', () => {
  it('turn backslash-n into line ends in the description only', () => {
    const file = read('name: a\ndescription: C:\\new\\\\n\\t\ninitialPrompt: a\\nb');
    expect(file.effective.description).toBe('C:\new\\\n\\t');
    expect(file.effective.initialPrompt).toBe('a\\nb');
  });

  it('trim a model and fold inherit', () => {
    expect(read(`${base}\nmodel: " INHERIT "`).effective.model).toBe('inherit');
    expect(read(`${base}\nmodel: " Opus "`).effective.model).toBe('Opus');
    expect(read(`${base}\nmodel: [opus]`).effective.model).toBeNull();
  });

  it('drop what the loader drops', () => {
    const file = read(
      `${base}\nmaxTurns: 0\ncolor: magenta\npermissionMode: Plan\neffort: High\nisolation: docker\nbackground: "true"`,
    );
    expect(file.effective).toMatchObject({
      maxTurns: null,
      color: null,
      permissionMode: null,
      effort: 'high',
      isolation: null,
      background: true,
    });
  });
});

describe('bounds', () => {
  it.each([
    ['flat keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: v`).join('\n')],
    ['one key repeated', 'k: v: w\n'.repeat(20_000)],
    ['nested lists', `a: ${'['.repeat(30_000)}`],
    ['nested keys', `a: ${'{['.repeat(300)}x${']: y}'.repeat(300)}`],
    ['lists to check', `${'k: [*a]\n'.repeat(10_000)}x: y: z`],
    ['blanks and CR', `a:${' '.repeat(60_000)}x\r: y`],
    ['quotes', `description: ${`"'`.repeat(30_000)}`],
    ['examples', `description: ${'<example>user: "'.repeat(8000)}`],
    ['a megabyte', `description: ${'long text '.repeat(100_000)}`],
  ])('hold for %s', (_, yaml) => {
    const start = performance.now();
    const file = read(`${base}\n${yaml}`);
    file.fields.at(-1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('front matter of thousands of entries', () => {
  it('is turned away before it takes long, whether they are alike or not', () => {
    const keys = (key: (at: number) => string) =>
      Array.from({ length: 13_000 }, (_, at) => `${key(at)}: 1\n`).join('');
    for (const yaml of [keys(() => 'k'), keys((at) => `k${at}`)]) {
      const { verdict } = readAgentFile(`---\nname: a\ndescription: b\n${yaml}---\n`);
      expect(verdict).toMatchObject({ loads: false, reasons: [{ code: 'front-matter-too-large' }] });
    }
  });

  it('is read as long as somebody can have meant it', () => {
    const yaml = Array.from({ length: 3_000 }, (_, at) => `k${at}: 1\n`).join('');
    expect(readAgentFile(`---\nname: a\ndescription: b\n${yaml}---\n`).verdict.loads).toBe(true);
  });
});
