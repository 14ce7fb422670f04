import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgentFile, sameValue } from '@/lib/agent-file';
import { applyReplacements } from '@/lib/text';
import { findHits, toPattern } from './find';
import {
  type BulkChange,
  changeFault,
  describeChange,
  type Planned,
  planChange,
  type ReplaceChange,
  type SetFieldChange,
} from './index';

const FIND: ReplaceChange = {
  ...{ kind: 'replace', scope: 'file', find: '', insert: '' },
  ...{ isPattern: false, matchCase: true, wholeWord: false },
};
const find = (some: Partial<ReplaceChange>): ReplaceChange => ({ ...FIND, ...some });
const field = (key: string, values: string[] = [], how: SetFieldChange['how'] = 'set'): SetFieldChange => ({
  kind: 'set-field',
  key,
  how,
  values,
});

const file = (front: string, body = 'You help.\n') =>
  `---\nname: a\ndescription: Helps with a.\n${front}---\n\n${body}`;

function textOf(planned: Planned): string {
  if (planned.outcome !== 'changed') throw new Error(planned.message);
  return planned.text;
}
const changed = (text: string, change: BulkChange, skip?: number[]) => textOf(planChange(text, change, skip));
const messageOf = (planned: Planned) => (planned.outcome === 'changed' ? null : planned.message);

describe('a field of many', () => {
  it('is set, removed, and left where it says so already', () => {
    expect(changed(file(''), field('model', ['opus']))).toBe(file('model: opus\n'));
    expect(changed(file('model: opus # best\n'), field('model', [], 'unset'))).toBe(file(''));
    expect(planChange(file('model: opus\n'), field('model', ['opus']))).toMatchObject({
      outcome: 'unchanged',
    });
    expect(changed(file(''), field('maxTurns', ['5']))).toBe(file('maxTurns: 5\n'));
    expect(changed(file(''), field('background', ['true']))).toBe(file('background: true\n'));
  });

  it('gets names more and names less, and says whom it cannot take them from', () => {
    const tools = 'tools: Read, Bash(git:*), Edit\n';
    const after = readAgentFile(changed(file(tools), field('tools', ['Bash', 'Edit'], 'remove')));
    expect(after.effective.tools).toEqual({ kind: 'list', list: ['Read'] });
    const more = readAgentFile(changed(file(tools), field('tools', ['Read', 'Grep'], 'add')));
    expect(more.effective.tools).toEqual({ kind: 'list', list: ['Read', 'Bash(git:*)', 'Edit', 'Grep'] });
    expect(planChange(file(tools), field('tools', ['Read'], 'add')).outcome).toBe('unchanged');
    expect(planChange(file(''), field('tools', ['Read'], 'add')).outcome).toBe('unchanged');
    expect(messageOf(planChange(file(''), field('tools', ['Bash'], 'remove')))).toMatch(/denied tools/);
    const none = readAgentFile(changed(file('tools: Bash\n'), field('tools', ['Bash'], 'remove')));
    expect(none.effective.tools).toEqual({ kind: 'none' });
    expect(changed(file(''), field('disallowedTools', ['Bash'], 'add'))).toMatch(/disallowedTools:\s.*Bash/s);
    expect(changed(file('disallowedTools: Bash\n'), field('disallowedTools', ['Bash'], 'remove'))).toBe(
      file(''),
    );
    expect(changed(file('skills: [pdf, xlsx]\n'), field('skills', ['pdf'], 'remove'))).not.toContain('pdf');
  });

  it('is refused with the reason where the file cannot take it', () => {
    const broken = '---\nname: "a\n---\n\nYou help.\n';
    for (const change of [field('model', ['opus']), field('tools', ['Bash'], 'add')])
      expect(messageOf(planChange(broken, change))).toMatch(/cannot be read/);
  });

  it('names what an agent may do then and may not now', () => {
    const planned = planChange(file('tools: Read\n'), field('tools', ['Bash'], 'add'));
    expect(planned).toMatchObject({ outcome: 'changed', gains: ['gains Bash'] });
    expect(planChange(file('tools: Read\n'), field('model', ['opus']))).toMatchObject({ gains: [] });
    expect(planChange(file('tools: Read\n'), field('tools', [], 'unset'))).toMatchObject({
      gains: expect.arrayContaining(['gains Bash']),
    });
  });
});

describe('text of many', () => {
  it('is found by case, by whole words, and by a pattern with groups', () => {
    const text = file('', 'Foo food foo FOO.\n');
    expect(changed(text, find({ find: 'foo', insert: 'x' }))).toContain('Foo xd x FOO.');
    expect(changed(text, find({ find: 'foo', insert: 'x', matchCase: false }))).toContain('x xd x x.');
    expect(changed(text, find({ find: 'foo', insert: 'x', wholeWord: true }))).toContain('Foo food x FOO.');
    const pattern = find({ isPattern: true, find: '(?<first>f)(o+)', insert: '$2$<first>$$1' });
    expect(changed(text, pattern)).toContain('Foo oof$1d oof$1 FOO.');
    expect(changed(text, find({ find: 'Foo', insert: '$&' }))).toContain('$& food');
    expect(changed(text, find({ isPattern: true, find: '^Foo.*$', insert: 'whole' }))).toBe(
      file('', 'whole\n'),
    );
  });

  it('stays where its place is left out', () => {
    const text = file('', 'one one one\n');
    expect(changed(text, find({ find: 'one', insert: 'two' }), [1])).toBe(file('', 'two one two\n'));
    expect(planChange(text, find({ find: 'one', insert: 'two' }), [0, 1, 2]).outcome).toBe('unchanged');
    expect(planChange(text, find({ find: 'one', insert: 'one' })).outcome).toBe('unchanged');
    expect(planChange(text, find({ find: 'one' })).matches).toEqual(
      [0, 1, 2].map((index) => expect.objectContaining({ index, line: 6, found: 'one', insert: '' })),
    );
  });

  it('is looked for in the body alone, or in one field as the agent gets it', () => {
    const text = file('model: opus\n', 'Helps opus.\n');
    expect(changed(text, find({ scope: 'body', find: 'opus', insert: 'you' }))).toBe(
      file('model: opus\n', 'Helps you.\n'),
    );
    expect(changed(text, find({ scope: 'model', find: 'opus', insert: 'sonnet' }))).toBe(
      file('model: sonnet\n', 'Helps opus.\n'),
    );
    const colon = changed(text, find({ scope: 'description', find: 'with', insert: 'so:' }));
    expect(readAgentFile(colon).effective.description).toBe('Helps so: a.');
    const tools = changed(
      file('tools: Read, Bash(git log:*)\n'),
      find({ scope: 'tools', find: 'git log', insert: 'git' }),
    );
    expect(readAgentFile(tools).effective.tools).toEqual({ kind: 'list', list: ['Read', 'Bash(git:*)'] });
    expect(planChange(text, find({ scope: 'model', find: 'opus' })).outcome).toBe('refused');
    expect(planChange(text, find({ scope: 'description', find: 'Helps with a.' })).outcome).toBe('refused');
  });

  it('in the front matter stops no file from loading and changes no other field', () => {
    const refused = (text: string, change: Partial<ReplaceChange>) =>
      messageOf(planChange(text, find(change)));
    expect(refused(file(''), { find: 'name: a', insert: 'name: a:b' })).toMatch(/would not load/);
    expect(refused(file(''), { find: 'name:', insert: 'title:' })).toMatch(/would not load/);
    expect(refused(file('model: opus\n'), { find: 'model', insert: 'modell' })).toMatch(
      /Model would be lost/,
    );
    expect(refused(file('tools: Read\n'), { find: 'tools', insert: 'tolls' })).toMatch(/Tools would be lost/);
    expect(refused(file('color: red\n'), { find: 'red', insert: 'crimson' })).toMatch(/Colour would be lost/);
    expect(
      refused(file('model: opus\n'), { find: '\n---\n', insert: '\n', isPattern: false }),
    ).not.toBeNull();
    const anchors = file('skills: &s [pdf]\nx-other: *s\n');
    expect(refused(anchors, { find: 'pdf', insert: 'xlsx' })).toMatch(/would also change x-other/);
    expect(changed(file('modle: opus\n'), find({ find: 'modle', insert: 'model' }))).toBe(
      file('model: opus\n'),
    );
  });

  it('of which there is too much in one file is refused', () => {
    const text = file('', 'a'.repeat(20_000));
    expect(messageOf(planChange(text, find({ find: 'a', insert: 'b' })))).toMatch(/More than 10,000 places/);
  });

  it('that is no pattern is said in words, without our own signs', () => {
    expect(changeFault(find({ find: '(a', isPattern: true }))).toMatch(/no regular expression/);
    expect(changeFault(find({ find: 'a)(b', isPattern: true, wholeWord: true }))).toMatch(/no regular/);
    expect(changeFault(find({ find: '(a' }))).toBeNull();
    expect(changeFault(find({}))).toMatch(/what to find/);
    expect(changeFault(find({ find: 'a', scope: 'hooks' }))).toMatch(/Choose another place/);
    expect(changeFault(field('name', ['b']))).toMatch(/Choose another field/);
    expect(changeFault(field('color', ['crimson']))).toMatch(/ignore this value/);
    expect(changeFault(field('tools', [], 'add'))).toMatch(/at least one/);
    expect(changeFault(field('model', ['opus'], 'add'))).toMatch(/no list/);
  });

  it('is told in a few words', () => {
    expect(describeChange(field('tools', ['Bash', 'Edit'], 'add'))).toBe('Add Bash and Edit to tools');
    expect(describeChange(find({ find: 'a', insert: 'b', scope: 'body' }))).toBe(
      'Replace "a" by "b" in the body',
    );
  });
});

const word = fc.constantFrom(
  'opus',
  'Read',
  'a',
  'aa',
  'b',
  'ab',
  ' ',
  '  ',
  ': ',
  '-',
  '#',
  '"',
  '\n',
  '\r\n',
  '😀',
  '---',
  '漢',
);
const words = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(''));
const frontLine = fc.constantFrom(
  'model: opus # why',
  'tools: Read, Bash(git:*)',
  'tools:\n  - Read\n  - Edit',
  'color: red',
  "initialPrompt: 'it''s ab'",
  'x-unknown: {a: ab, b: [a]}',
  'memory: user',
  'disallowedTools: [Bash]',
  'skills: [ab, b]',
  '# ab',
  'model: [broken',
);
const agentFile = fc
  .record({
    lines: fc.uniqueArray(frontLine, { maxLength: 5 }),
    description: fc.constantFrom('Helps with ab.', '"ab: a\\nb"', '|-\n  ab\n  a', 'ab: a'),
    body: words,
    end: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\ufeff'),
    hasFront: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
  })
  .map(({ lines, description, body, end, bom, hasFront }) =>
    hasFront
      ? bom +
        ['---', 'name: ab', `description: ${description}`, ...lines, '---', '', body]
          .join('\n')
          .replace(/\r?\n/g, end)
      : body,
  );
const PATTERNS = [
  'a',
  'a+',
  '(a)(b)?',
  'b|a',
  '^.',
  '$',
  '[ab]*',
  '\\bab\\b',
  '(?<x>a)',
  'o.us',
  '\\s+',
  ': ',
];
const INSERTS = ['', 'x', '$1', '$2$1', '$&$&', '$$', '$<x>', '$10', "$'", '$`', '$0', ': ', '"'];
const replacement = fc.record({
  kind: fc.constant('replace' as const),
  scope: fc.constantFrom('file', 'body', 'description', 'tools', 'model', 'initialPrompt', 'skills'),
  find: fc.constantFrom(...PATTERNS),
  insert: fc.constantFrom(...INSERTS),
  isPattern: fc.boolean(),
  matchCase: fc.boolean(),
  wholeWord: fc.boolean(),
});
const setting: fc.Arbitrary<SetFieldChange> = fc.constantFrom(
  field('model', ['opus']),
  field('model', [], 'unset'),
  field('tools', ['Read', 'Grep']),
  field('tools', []),
  field('tools', ['Bash'], 'add'),
  field('tools', ['Read'], 'remove'),
  field('color', ['blue']),
  field('maxTurns', ['7']),
  field('memory', ['project']),
  field('skills', ['ab'], 'remove'),
  field('disallowedTools', ['Edit'], 'add'),
  field('initialPrompt', ['ab: #a']),
);

describe('any change of any file', () => {
  it('makes nothing worse, and leaves every other field as it is', () => {
    fc.assert(
      fc.property(agentFile, fc.oneof(setting, replacement), (text, change) => {
        const planned = planChange(text, change);
        if (planned.outcome !== 'changed') return;
        const [before, after] = [readAgentFile(text), readAgentFile(planned.text)];
        if (before.verdict.loads) expect(after.verdict.loads).toBe(true);
        expect(planned.startsToLoad).toBe(after.verdict.loads && !before.verdict.loads);
        const key = change.kind === 'set-field' ? change.key : change.scope;
        if (key === 'file') return;
        if (key !== 'body') expect(bodyOf(after)).toBe(bodyOf(before));
        for (const other of Object.keys({ ...before.values, ...after.values })) {
          if (other !== key) expect(sameValue(before.values[other], after.values[other])).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a whole file keeps what stands where nothing was found', () => {
    fc.assert(
      fc.property(agentFile, replacement, (text, some) => {
        const change = { ...some, scope: 'file' };
        const planned = planChange(text, change);
        const hits = findHits(text, change, toPattern(change)) ?? [];
        expect(planned.matches).toHaveLength(hits.length);
        if (planned.outcome !== 'changed') return;
        expect(planned.text).toBe(applyReplacements(text, hits));
        const [before, after] = [readAgentFile(text), readAgentFile(planned.text)];
        for (const { key, entry } of before.fields) {
          if (hits.some(({ from, to }) => from <= entry.to && to >= entry.from)) continue;
          expect(sameValue(before.values[key], after.values[key])).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds and replaces as JavaScript itself does', () => {
    fc.assert(
      fc.property(words, replacement, (text, change) => {
        const pattern = toPattern(change);
        const hits = findHits(text, change, pattern) ?? [];
        const reference = change.isPattern
          ? text.replace(pattern, change.insert)
          : text.replace(pattern, () => change.insert);
        expect(applyReplacements(text, hits)).toBe(reference);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves out the places that it is told to', () => {
    fc.assert(
      fc.property(words, replacement, fc.array(fc.nat(5)), (words, some, skip) => {
        const change = { ...some, scope: 'body' };
        const text = file('', words);
        const body = bodyOf(readAgentFile(text));
        const planned = planChange(text, change, skip);
        const hits = findHits(body, change, toPattern(change)) ?? [];
        expect(planned.matches).toHaveLength(hits.length);
        if (planned.outcome !== 'changed') return;
        const kept = hits.filter((_, at) => !skip.includes(at));
        expect(bodyOf(readAgentFile(planned.text))).toBe(applyReplacements(body, kept));
      }),
      { numRuns: 300 },
    );
  });
});

const bodyOf = ({ text, body }: ReturnType<typeof readAgentFile>) => text.slice(body.from, body.to);
