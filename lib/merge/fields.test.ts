import { describe, expect, test } from 'vitest';

import { type AgentFile, type FieldKey, readAgentFile } from '@/lib/agent-file';
import { compareAuthority } from '@/lib/authority';
import { agentText } from './fixtures';
import { proposeMerge } from './propose';
import type { Conflict, Decision, Proposal } from './types';

const HEAD = ['name: gardener', 'description: Use this agent when you need a garden.'];

/** Merges files that differ in these lines of front matter. */
function merge(lines: readonly (readonly string[])[], decisions: readonly Decision[] = []): Proposal {
  const sources = lines.map((more, at) => ({
    id: `${'abcdef'.charAt(at)}.md`,
    text: agentText(
      [...HEAD.filter((line) => !more.some((own) => own.startsWith(line.slice(0, 5)))), ...more],
      `You garden.\n\n- ${['Sow beans', 'Prune roses', 'Dig ponds', 'Mow hay'][at]}.`,
    ),
  }));
  const result = proposeMerge(sources, decisions);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal;
}

const effective = (proposal: Proposal): AgentFile['effective'] => readAgentFile(proposal.text).effective;
const conflict = ({ conflicts }: Proposal, id: string): Conflict => {
  const found = conflicts.find((one) => one.id === id);
  if (!found) throw new Error(`no conflict ${id}`);
  return found;
};
const values = (of: Conflict) => of.options.map(({ value }) => value);

describe('values that differ', () => {
  test('what most say stands, a value before none, a valid one before another', () => {
    const colors = merge([['color: red'], ['color: magenta'], ['color: magenta']]);
    expect(effective(colors).color).toBe('red');
    expect(conflict(colors, 'color').options.find(({ value }) => value === 'magenta')?.meaning).toContain(
      'does not take',
    );
    expect(effective(merge([['model: opus'], ['model: opus'], ['model: sonnet']])).model).toBe('opus');
    expect(effective(merge([['model: opus'], []])).model).toBe('opus');
    expect(effective(merge([['model: opus'], [], []])).model).toBeNull();
  });

  test('one value for all is no conflict, however it is written', () => {
    const { conflicts, text, ledger } = merge([
      ['tools: Read, Grep'],
      ['tools: [Grep, Read]'],
      ['tools: "Read,Grep"'],
    ]);
    expect(conflicts).toEqual([]);
    expect(text).toMatch(/^tools: /m);
    expect(ledger.filter(({ text: said }) => said.startsWith('tools')).map(({ fate }) => fate)).toEqual([
      'kept',
      'kept',
      'kept',
    ]);
  });

  test('of a limit the smallest stands', () => {
    expect(effective(merge([['maxTurns: 20'], ['maxTurns: 5'], []])).maxTurns).toBe(5);
  });

  test('keys that Claude Code does not read are kept, and are in conflict only when they differ', () => {
    const { text, conflicts } = merge([['license: MIT', 'team: beds'], ['team: paths'], []]);
    expect(text).toContain('license: MIT');
    expect(conflicts.map(({ id }) => id)).toEqual(['team']);
  });

  test('an option’s value is as it is written, and null for absent', () => {
    const { conflicts } = merge([['tools: [Read, Grep]'], ['tools: Bash'], []]);
    expect(
      values(conflict({ conflicts } as Proposal, 'tools'))
        .slice(0, 3)
        .sort(),
    ).toEqual(['Bash', '[Read, Grep]', null].sort());
  });
});

describe('power', () => {
  const CASES: [string, string[][], FieldKey][] = [
    ['all tools or one', [[], ['tools: Read']], 'tools'],
    ['two lists', [['tools: Read, Grep, Bash'], ['tools: Read, Grep, Write']], 'tools'],
    ['a denial', [['disallowedTools: Bash'], []], 'disallowedTools'],
    ['two denials', [['disallowedTools: Bash'], ['disallowedTools: Write']], 'disallowedTools'],
    ['a mode', [['permissionMode: bypassPermissions'], ['permissionMode: plan'], []], 'permissionMode'],
    ['memory', [['tools: Read', 'memory: user'], ['tools: Read']], 'memory'],
    ['servers', [['mcpServers: [files]'], []], 'mcpServers'],
    ['isolation', [['isolation: worktree'], []], 'isolation'],
  ];
  test.each(CASES)('%s: the default gives no source’s agent more than it had', (_, lines, key) => {
    const proposal = merge(lines);
    const found = conflict(proposal, key);
    expect(found.decided).toBe(false);
    expect(found.options.find(({ id }) => id === found.chosen)?.widens).toBe(false);
    for (const more of lines) {
      const before = readAgentFile(agentText([...HEAD, ...more], 'x')).effective;
      expect(compareAuthority(before, effective(proposal)).gains).toEqual([]);
    }
    expect(found.options.some(({ widens }) => widens)).toBe(true);
    for (const { meaning } of found.options) expect(meaning).toMatch(/\p{L}{3}.*\.$/u);
  });

  test('all tools, or a list: the card says what each grants', () => {
    const { options } = conflict(merge([[], ['tools: Read']]), 'tools');
    const all = options.find(({ value }) => value === null);
    expect(all?.meaning).toContain('every tool');
    expect(all?.widens).toBe(true);
    expect(options.find(({ value }) => value === 'Read')?.meaning).toContain('Reads files; changes nothing');
  });

  test('of two lists what both name stands, and all of them is offered', () => {
    const lines = [['tools: Read, Grep, Bash'], ['tools: Read, Grep, Write']];
    const proposal = merge(lines);
    expect(effective(proposal).tools).toEqual({ kind: 'list', list: ['Read', 'Grep'] });
    const together = merge(lines, [{ kind: 'choose', conflict: 'tools', option: 'together' }]);
    expect(effective(together).tools).toMatchObject({
      list: expect.arrayContaining(['Read', 'Grep', 'Bash', 'Write']),
    });
    const entries = proposal.ledger.filter(({ text }) => text.startsWith('tools'));
    expect(entries.map(({ fate }) => fate)).toEqual(['conflict', 'conflict']);
  });

  test('of lists that share nothing the one stands that changes nothing', () => {
    for (const lines of [
      [['tools: Bash'], ['tools: Read']],
      [['tools: Read'], ['tools: Write'], ['tools: Write']],
    ]) {
      expect(effective(merge(lines)).tools).toEqual({ kind: 'list', list: ['Read'] });
    }
    expect(effective(merge([['tools:'], ['tools: Read, Grep']])).tools).toEqual({
      kind: 'list',
      list: ['Read', 'Grep'],
    });
  });

  test('where every server is too much for some file, none stands', () => {
    const proposal = merge([['mcpServers: [stock]'], ['mcpServers: [weather]']]);
    expect(effective(proposal).mcpServers).toBeNull();
    expect(conflict(proposal, 'mcpServers').options).toHaveLength(3);
  });

  test('hooks are in conflict, and keep their YAML', () => {
    const hooks = ['hooks:', '  PreToolUse:', '    - matcher: Bash # guarded', '      hooks: []'];
    const proposal = merge([hooks, []]);
    const { options } = conflict(proposal, 'hooks');
    const own = options.find(({ value }) => value !== null);
    expect(own?.value).toContain('# guarded');
    const chosen = merge([hooks, []], [{ kind: 'choose', conflict: 'hooks', option: own?.id ?? '' }]);
    expect(chosen.text).toContain('    - matcher: Bash # guarded');
    expect(readAgentFile(chosen.text).verdict.loads).toBe(true);
  });
});

describe('what people set', () => {
  test('a value of one’s own stands, and is an option', () => {
    const decisions: Decision[] = [{ kind: 'set', key: 'model', value: 'haiku' }];
    const proposal = merge([['model: opus'], []], decisions);
    expect(effective(proposal).model).toBe('haiku');
    expect(conflict(proposal, 'model')).toMatchObject({ chosen: 'own', decided: true });
    expect(proposal.ledger.find(({ text }) => text === 'model: opus')?.fate).toBe('conflict');
  });

  test('what the lens refuses is idle', () => {
    const { idle, text } = merge(
      [['model: opus'], []],
      [
        { kind: 'set', key: 'name', value: 'a:b' },
        { kind: 'set', key: 'hooks', value: '- not\n- a map' },
        { kind: 'set', key: 'color', value: 'red' },
      ],
    );
    expect(idle).toEqual([0, 1]);
    expect(text).toContain('color: red');
  });

  test('the description, and nothing in the place of a field', () => {
    const decisions: Decision[] = [
      { kind: 'set', key: 'description', value: 'Use it in spring: --- and "then".' },
      { kind: 'set', key: 'model', value: null },
    ];
    const proposal = merge(
      [['model: opus'], ['model: opus', 'description: Use this agent for trees.']],
      decisions,
    );
    expect(effective(proposal)).toMatchObject({
      description: 'Use it in spring: --- and "then".',
      model: null,
    });
    expect(
      proposal.ledger.filter(({ part }) => part === 'description').every(({ fate }) => fate === 'dropped'),
    ).toBe(true);
  });
});

describe('files with faults', () => {
  test('a source that does not load gives its fields, and says why', () => {
    const bare = {
      id: 'b.md',
      text: agentText(['description: Use it for trees.', 'model: haiku'], 'You prune.'),
    };
    const result = proposeMerge([
      { id: 'a.md', text: agentText([...HEAD, 'model: haiku'], 'You garden.') },
      bare,
    ]);
    if (!result.ok) throw new Error();
    expect(result.proposal.sources.find(({ id }) => id === 'b.md')).toMatchObject({
      loads: false,
      problem: expect.stringMatching(/name/),
    });
    expect(effective(result.proposal)).toMatchObject({ name: 'gardener', model: 'haiku' });
    expect(result.proposal.text).toContain('prune');
  });

  test('front matter that nothing can read is set aside whole; its body is merged', () => {
    const broken = { id: 'b.md', text: '---\n: [\n}\n---\nYou prune roses.' };
    const result = proposeMerge([{ id: 'a.md', text: agentText(HEAD, 'You garden.') }, broken]);
    if (!result.ok) throw new Error();
    expect(result.proposal.quarantined.map(({ source }) => source)).toEqual(['b.md']);
    expect(result.proposal.text).toContain('prune roses');
    expect(effective(result.proposal).tools).toEqual({ kind: 'inherit' });
  });

  test('no name anywhere: one is made of where the file lies, and asked for', () => {
    const result = proposeMerge([
      { id: 'beds/Rose Pruner.md', text: 'You prune roses.' },
      { id: 'beds/x.md', text: 'You cut hedges.' },
    ]);
    if (!result.ok) throw new Error();
    expect(readAgentFile(result.proposal.text).verdict.loads).toBe(true);
    expect(conflict(result.proposal, 'name').decided).toBe(false);
  });

  test('comments stay above their values, repeated keys are accounted for', () => {
    const { text, ledger } = merge([
      ['# club', 'model: opus # fast', 'color: red', 'color: blue'],
      ['model: opus'],
    ]);
    expect(text).toMatch(/^# fast\nmodel: opus$/m);
    expect(text).toContain('# club');
    const fates = new Map(ledger.map(({ text: said, fate }) => [said, fate]));
    expect(fates.get('# club')).toBe('kept');
    expect(fates.get('# fast')).toBe('kept');
    expect(fates.has('color: red')).toBe(true);
  });
});
