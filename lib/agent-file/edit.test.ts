import { describe, expect, it } from 'vitest';
import {
  type AgentFileChange,
  accepts,
  checkYamlSource,
  editAgentFile,
  fieldSource,
  readAgentFile,
  type YamlValue,
} from './index';

function edited(text: string, change: AgentFileChange): string {
  const result = editAgentFile(text, change);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.text;
}
const set = (text: string, key: string, value: YamlValue) => edited(text, { kind: 'set', key, value });
const refusal = (text: string, change: AgentFileChange) => {
  const result = editAgentFile(text, change);
  return result.ok ? null : result.refusal.code;
};
const file = (yaml: string) => `---\nname: a\n${yaml}\n---\nBody\n`;

describe('a text', () => {
  it('keeps its style where that carries it', () => {
    expect(set(file('description: one # c'), 'description', 'two')).toBe(file('description: two # c'));
    expect(set(file('description: "one"'), 'description', 'two')).toBe(file('description: "two"'));
    expect(set(file("description: 'one'"), 'description', "it's")).toBe(file("description: 'it''s'"));
    expect(set(file('description: |\n    one\n    two'), 'description', 'one\n2\n')).toBe(
      file('description: |\n    one\n    2'),
    );
    expect(set(file('description: > # c\n  one two\n  three'), 'description', 'one 2 three\n')).toMatch(
      /> # c\n {2}one 2/,
    );
    expect(set(file('description:\n  one'), 'description', 'two')).toBe(file('description:\n  two'));
  });

  it('takes a block for line ends when the first parse reads the file, quotes when the second does', () => {
    expect(set(file('description: one # c'), 'description', 'a: b\nc')).toBe(
      file('description: |- # c\n  a: b\n  c'),
    );
    expect(set(file('description: a: b'), 'description', 'a: b\nc')).toBe(file('description: "a: b\\nc"'));
  });

  it('keeps backslash-n for line ends where the description has it', () => {
    const text = file('description: One.\\n\\nTwo: x\\n');
    expect(set(text, 'description', 'One.\n\n2: x\n')).toBe(file('description: One.\\n\\n2: x\\n'));
  });

  it('carries three hyphens as an escape only', () => {
    const text = set(file('description: one'), 'description', 'a ---- b');
    expect(text).toBe(file('description: "a \\u002d\\u002d-- b"'));
    expect(readAgentFile(text).effective.description).toBe('a ---- b');
  });

  it.each([
    ': ',
    ' #',
    '#',
    '"',
    "'",
    '\'"',
    '\\',
    '- x',
    '? x',
    ': x',
    '[x',
    '{x',
    '*x',
    '&x',
    '!x',
    '%x',
    '@x',
    '|',
    '`x',
    '>',
    'x:',
    '😀 漢字',
    ' ',
    '   ',
    'x  ',
    '\tx',
    'a\rb',
    'a\u0085b',
    'a\u2028b',
    '\ufeff',
    'null',
    '12',
    'true',
    '~',
    '...',
    '<<',
    'a\n\nb\n',
    '\n',
    '  a\n b',
    'a\n\tb\n \n',
    'a: b\n--- c',
    'x'.repeat(10_000),
  ])('survives: %j', (value) => {
    for (const yaml of [
      'description: x',
      'description: x: y\nmodel: opus # z',
      'description: |\n  x',
      "description: 'x'",
    ]) {
      for (const text of [file(yaml), file(yaml.replace('x: y', '"x"')).replaceAll('\n', '\r\n')]) {
        const before = readAgentFile(text);
        const after = readAgentFile(set(text, 'description', value));
        expect(after.effective.description).toBe(value);
        expect(after.effective.model).toBe(before.effective.model);
        expect(after.verdict.loads).toBe(before.verdict.loads);
      }
    }
  });

  it('is refused when nothing can carry it', () => {
    expect(refusal(file('description: x'), { kind: 'set', key: 'description', value: 'C:\\new' })).toBe(
      'backslash-n',
    );
    expect(set(file('description: C:\\new'), 'description', 'C:\\new')).toBe(file('description: C:\\new'));
    expect(accepts('description', '')?.code).toBe('description-missing');
    expect(accepts('model', ' opus')?.code).toBe('outer-blanks');
    expect(accepts('name', 'a:b')?.code).toBe('name-has-colon');
    expect(accepts('author', 'a\uDC00')?.code).toBe('half-character');
    expect(accepts('related', { hooks: ['x'] })?.code).toBe('hooks-misplaced');
    expect(accepts('description', 'Fine: this')).toBeNull();
  });
});

describe('what is there already', () => {
  it.each<[string, YamlValue]>([
    ['tools: --\t', '--\t'],
    ['tools: -, *', ['-', '*', '{a}']],
    ['disallowedTools: Read,Grep', ['Read', 'Grep']],
  ])('%j is left as it is', (yaml, value) => {
    const text = file(`description: b\n${yaml}`);
    expect(set(text, yaml.split(':')[0] ?? '', value)).toBe(text);
  });
});

describe('a value after white space that is text for YAML', () => {
  it.each(['\n  ', 'plain', 'a: b\nc'])('becomes %j', (value) => {
    const text = set(file('description: \u3000use: it'), 'description', value);
    expect(readAgentFile(text).effective.description).toBe(value);
  });
});

describe('front matter in braces', () => {
  it('takes YAML of several lines on one', () => {
    const text = edited('---\n{name: a, description: b}\n---\n', {
      kind: 'set-source',
      key: 'meta',
      yaml: 'a:\n  - b # c\nd: |\n  e',
    });
    expect(readAgentFile(text).values.meta).toEqual({ a: ['b'], d: 'e\n' });
    expect(text.split('\n')).toHaveLength(4);
  });
});

describe('the rest of the file', () => {
  it('is quoted where an edit moves it from the second parse to the first', () => {
    const text = file('description: a: b\nmodel: opus # fast\nauthor: {me}\ntools: [Read]');
    expect(set(text, 'description', 'plain')).toBe(
      file('description: plain\nmodel: "opus # fast"\nauthor: "{me}"\ntools: [Read]'),
    );
  });

  it('keeps CRLF', () => {
    const text = file('description: x\ntools:\n  - Read').replaceAll('\n', '\r\n');
    for (const change of [
      ['description', 'a\nb: c'],
      ['tools', ['Read', 'Grep']],
      ['mcpServers', ['x', { y: { command: 'z' } }]],
      ['color', 'red'],
    ] as [string, YamlValue][]) {
      expect(set(text, ...change).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('goes on loading, or the edit is refused', () => {
    expect(refusal(file('description: x'), { kind: 'unset', key: 'name' })).toBe('would-not-load');
    expect(refusal(file('description: x'), { kind: 'set', key: 'hooks', value: ['x'] })).toBe(
      'hooks-not-a-map',
    );
  });
});

describe('a list', () => {
  it.each([
    ['tools: Read, Grep', 'tools: Read, Grep, Write'],
    ['tools: Read,Grep', 'tools: Read,Grep,Write'],
    ['tools: Read Grep', 'tools: Read Grep Write'],
    ['tools: [Read, Grep] # c', 'tools: [Read, Grep, Write] # c'],
    ["tools: ['Read', 'Grep']", "tools: ['Read', 'Grep', 'Write']"],
    ['tools: [\n  Read,\n  Grep,\n]', 'tools: [\n  Read,\n  Grep,\n  Write,\n]'],
    ['tools:\n  - Read # why\n  - "Grep"', 'tools:\n  - Read # why\n  - "Grep"\n  - Write'],
    ['tools:\n- Read\n- Grep', 'tools:\n- Read\n- Grep\n- Write'],
  ])('keeps its dialect: %j', (before, after) => {
    expect(set(file(`description: x\n${before}`), 'tools', ['Read', 'Grep', 'Write'])).toBe(
      file(`description: x\n${after}`),
    );
  });

  it('is empty in brackets, and begins as a text for tools', () => {
    expect(set(file('description: x\ntools:\n  - Read'), 'tools', [])).toBe(
      file('description: x\ntools: []'),
    );
    expect(set(file('description: x'), 'tools', ['Read', 'Grep'])).toBe(
      file('description: x\ntools: Read, Grep'),
    );
    expect(set(file('tools: # c'), 'tools', ['Read'])).toBe(file('tools: Read # c'));
    expect(set(file('description: x'), 'skills', ['a', 'b: c'])).toBe(
      file('description: x\nskills: [a, "b: c"]'),
    );
  });

  it('leaves what memory adds to memory', () => {
    const text = file('description: x\ntools: Grep\nmemory: user');
    expect(set(text, 'tools', ['Grep', 'Write', 'Edit', 'Read'])).toBe(text);
  });
});

describe('keys', () => {
  it('are added after the last one, in its indentation, and before the end of the document', () => {
    expect(set('---\n  name: a\n---\n', 'model', 'opus')).toBe('---\n  name: a\n  model: opus\n---\n');
    expect(set('---\nname: a\n...\nx\n---\n', 'model', 'opus')).toBe(
      '---\nname: a\nmodel: opus\n...\nx\n---\n',
    );
    expect(set('---\n{name: a}\n---\n', 'model', 'opus')).toBe('---\n{name: a, model: "opus"}\n---\n');
    expect(set(file('x: 1'), 'odd key: #', 'so')).toContain('\n"odd key: #": so\n');
  });

  it('make front matter where there is none, before the body as it is', () => {
    expect(set('# Body', 'name', 'a')).toBe('---\nname: a\n---\n# Body');
    expect(set('\ufeff\r\n# Body\r\n', 'name', 'a')).toBe('\ufeff---\r\nname: a\r\n---\r\n\r\n# Body\r\n');
    expect(refusal('---\nname: a\n', { kind: 'set', key: 'model', value: 'opus' })).toBe(
      'front-matter-unclosed',
    );
    expect(refusal('---\n- a\n---\n', { kind: 'set', key: 'model', value: 'opus' })).toBe(
      'front-matter-no-fields',
    );
    expect(refusal('---\na: "b\n---\n', { kind: 'set', key: 'model', value: 'opus' })).toBe(
      'front-matter-unreadable',
    );
  });

  it('are taken away with all their lines, duplicates too', () => {
    const text = file('model: opus # c\ntools:\n  - Read\n\n  # in it\n  - Grep\nmodel: haiku\n# stays');
    expect(edited(text, { kind: 'unset', key: 'tools' })).toBe(
      file('model: opus # c\nmodel: haiku\n# stays'),
    );
    expect(edited(text, { kind: 'unset', key: 'model' })).toBe(
      file('tools:\n  - Read\n\n  # in it\n  - Grep\n# stays'),
    );
    expect(edited(text, { kind: 'unset', key: 'nothing' })).toBe(text);
    expect(refusal(file('b: &b {model: x}\n<<: *b'), { kind: 'unset', key: 'model' })).toBe('key-merged');
    expect(refusal(file('b: &b {model: x}\n<<: *b'), { kind: 'unset', key: 'b' })).toBe('key-needed');
  });
});

describe('YAML of a field', () => {
  const text = file(
    'hooks:\n    Stop:\n      - hooks: # c\n          - {type: command, command: x}\nmodel: opus',
  );

  it('is given without its indentation and put back with it', () => {
    const source = 'Stop:\n  - hooks: # c\n      - {type: command, command: x}';
    expect(fieldSource(text, 'hooks')).toBe(source);
    expect(edited(text, { kind: 'set-source', key: 'hooks', yaml: source })).toBe(text);
    expect(edited(text, { kind: 'set-source', key: 'hooks', yaml: source.replace('x}', 'y}') })).toBe(
      text.replace('x}', 'y}'),
    );
    expect(edited(text, { kind: 'set-source', key: 'experimental', yaml: 'cacheTtl: 5m\n' })).toContain(
      '\nexperimental:\n  cacheTtl: 5m\n',
    );
    expect(edited(text, { kind: 'set-source', key: 'hooks', yaml: ' \n' })).toBe(file('model: opus'));
  });

  it('is checked, with the place of the error', () => {
    expect(checkYamlSource('a: 1\nb: c: d')).toMatchObject({ ok: false, line: 2, column: 4 });
    expect(checkYamlSource('a: [1, 2]')).toEqual({ ok: true, value: { a: [1, 2] } });
    expect(checkYamlSource('a: x --- y')).toMatchObject({ ok: false, code: 'fence-in-value', offset: 5 });
    expect(refusal(text, { kind: 'set-source', key: 'hooks', yaml: '- x' })).toBe('hooks-not-a-map');
  });
});

describe('the body', () => {
  it('is replaced and nothing else', () => {
    expect(edited(file('description: x'), { kind: 'body', text: '\n--- new' })).toBe(
      '---\nname: a\ndescription: x\n---\n\n--- new',
    );
    expect(edited('---\nname: a\n---', { kind: 'body', text: 'x' })).toBe('---\nname: a\n---\nx');
    expect(refusal('text', { kind: 'body', text: '---\nname: a\n---\n' })).toBe('body-moves-fence');
  });
});
