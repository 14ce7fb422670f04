import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { YamlValue } from '@/lib/agent-file';

import { compareAuthority } from './compare';
import { authorityOf, withTools } from './fixtures';
import type { AuthorityValues } from './grants';
import { TOOLS } from './tools';

const read = withTools('Read');

describe('what widens', () => {
  test.each<[string, AuthorityValues, AuthorityValues, string]>([
    ['a tool more', read, withTools('Read', 'Bash'), 'gains Bash'],
    ['a pattern of a tool grants the tool', read, withTools('Read', 'Bash(git:*)'), 'gains Bash'],
    ['the tools key removed', read, authorityOf(), 'gains every other tool of the session'],
    ['a denial dropped', authorityOf({ disallowedTools: ['Bash'] }), authorityOf(), 'gains Bash'],
    ['a denied server allowed', authorityOf({ disallowedTools: ['mcp__a'] }), authorityOf(), 'gains mcp__a'],
    [
      'a looser mode',
      read,
      { ...read, permissionMode: 'bypassPermissions' },
      'gains running commands without asking',
    ],
    [
      'acting after planning',
      { ...read, permissionMode: 'plan' },
      read,
      'gains acting at all, not only planning',
    ],
    ['a server', read, { ...read, mcpServers: ['db'] }, 'gains the MCP server db'],
    [
      'a changed server',
      { ...read, mcpServers: [{ db: { command: 'a' } }] },
      { ...read, mcpServers: [{ db: { command: 'b' } }] },
      'gains the MCP server db',
    ],
    [
      'a hook',
      read,
      { ...read, hooks: { Stop: [{ hooks: [{ type: 'command', command: 'x' }] }] } },
      'gains a hook on Stop',
    ],
    [
      'a guard dropped',
      { ...read, hooks: { PreToolUse: [{ hooks: [{ type: 'command', command: 'x' }] }] } },
      read,
      'gains freedom from the check of a PreToolUse hook',
    ],
    ['memory', read, { ...read, memory: 'user' }, 'gains notes between sessions (user memory)'],
    ['leaving the worktree', { ...read, isolation: 'worktree' }, read, 'gains work on your own checkout'],
    ['any agent', withTools('Agent(a)'), withTools('Agent'), 'gains starting any agent'],
    ['one agent more', withTools('Agent(a)'), withTools('Agent(a, b)'), 'gains starting the agent b'],
    ['a whole server', withTools('mcp__a__b'), withTools('mcp__a'), 'gains mcp__a'],
    ['a name that no tool has yet', read, withTools('Read', 'Foo'), 'gains Foo'],
    ['back to the foreground', authorityOf({ background: true }), authorityOf(), 'gains CronCreate'],
  ])('%s', (_, before, after, gain) => {
    const change = compareAuthority(before, after);
    expect(change.widens).toBe(true);
    expect(change.gains).toContain(gain);
    expect(compareAuthority(after, before).losses).toContain(gain.replace('gains', 'loses'));
  });

  test.each<[string, AuthorityValues, AuthorityValues]>([
    ['a tool less', withTools('Read', 'Bash'), read],
    ['a pattern for the whole tool', withTools('Bash'), withTools('Bash(git:*)')],
    ['a list instead of all', authorityOf(), withTools('Read', 'Bash', 'mcp__a', 'Agent(x)')],
    ['a denial more', authorityOf(), authorityOf({ disallowedTools: ['Bash(x)', 'mcp__a__b'] })],
    ['a tool that a sub-agent never gets', read, withTools('Read', 'AskUserQuestion')],
    ['a tool of a server that is listed', withTools('mcp__a'), withTools('mcp__a', 'mcp__a__b')],
    ['an alias', withTools('Task'), withTools('Agent')],
    ['another order', withTools('Read', 'Bash'), withTools('Bash', 'Read')],
    ['the default said aloud', read, { ...read, permissionMode: 'default' }],
    ['planning', authorityOf(), authorityOf({ permissionMode: 'plan' })],
    [
      'a denied tool granted',
      { ...read, disallowedTools: ['Bash'] },
      { ...withTools('Read', 'Bash'), disallowedTools: ['Bash'] },
    ],
  ])('not: %s', (_, before, after) => {
    expect(compareAuthority(before, after)).toMatchObject({ widens: false, gains: [] });
  });
});

const item = fc.oneof(
  fc.constantFrom(
    ...TOOLS.map((tool) => tool.name),
    'Bash(git:*)',
    'Agent(a,b)',
    'Task',
    'mcp__a',
    'mcp__a__b',
  ),
  fc.string(),
);
const values: fc.Arbitrary<AuthorityValues> = fc.record({
  tools: fc.oneof(
    fc.constant({ kind: 'inherit' as const }),
    fc.constant({ kind: 'none' as const }),
    fc.array(item, { minLength: 1, maxLength: 6 }).map((list) => ({ kind: 'list' as const, list })),
  ),
  disallowedTools: fc.array(item, { maxLength: 3 }),
  permissionMode: fc.constantFrom(
    null,
    'default',
    'plan',
    'auto',
    'acceptEdits',
    'dontAsk',
    'bypassPermissions',
    'x',
  ),
  memory: fc.constantFrom(null, 'user' as const, 'project' as const),
  hooks: fc.constantFrom<YamlValue>(null, { Stop: [{ hooks: [{ type: 'command' }] }] }, { PreToolUse: [] }),
  mcpServers: fc.constantFrom<YamlValue>(null, ['a'], ['a', 'b']),
  isolation: fc.constantFrom(null, 'worktree', 'remote'),
  background: fc.constantFrom(null, true, false),
});

describe('laws', () => {
  test('nothing changed is nothing gained or lost', () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(compareAuthority(x, structuredClone(x))).toEqual({
          ...{ widens: false, gains: [], losses: [] },
          ...{ gained: [], lost: [] },
        });
      }),
    );
  });

  test('losses are the gains of the way back', () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const there = compareAuthority(x, y);
        const back = compareAuthority(y, x);
        expect(there.losses.map((words) => words.replace(/^loses/, 'gains')).sort()).toEqual(
          [...back.gains].sort(),
        );
        expect(there.widens).toBe(there.gains.length > 0);
      }),
    );
  });

  test('adding a tool never narrows and dropping a denial never narrows', () => {
    fc.assert(
      fc.property(values, item, (x, more) => {
        const before = x.tools.kind === 'list' ? x.tools.list : [];
        const wider = { ...x, tools: { kind: 'list' as const, list: [...before, more] } };
        if (x.tools.kind !== 'inherit') expect(compareAuthority(x, wider).losses).toEqual([]);
        expect(compareAuthority({ ...x, disallowedTools: [...x.disallowedTools, more] }, x).losses).toEqual(
          [],
        );
        expect(compareAuthority(x, { ...x, tools: { kind: 'inherit' } }).losses).toEqual([]);
      }),
    );
  });

  test('what does not widen at either step does not widen over both', () => {
    fc.assert(
      fc.property(values, values, values, (x, y, z) => {
        if (compareAuthority(x, y).widens || compareAuthority(y, z).widens) return;
        expect(compareAuthority(x, z).widens).toBe(false);
      }),
    );
  });
});
