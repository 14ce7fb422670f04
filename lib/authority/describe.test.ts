import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeAuthority } from './describe';
import { authorityOf, withTools } from './fixtures';
import { TOOLS } from './tools';

const sentence = (values = authorityOf()) => describeAuthority(values).sentence;

describe('the sentence', () => {
  test.each([
    [withTools('Read', 'Edit', 'Bash'), 'Reads and changes files, runs any command, asks before each.'],
    [withTools('Read', 'Grep', 'Glob'), 'Reads files; changes nothing and runs no command.'],
    [withTools('Bash(git:*)'), 'Runs any command, asks before each.'],
    [withTools(), 'Has no tools, so it can only answer from what it is told.'],
    [withTools('read', 'Foo'), 'Cannot start: no tool resolves (read and Foo).'],
    [withTools('AskUserQuestion'), 'Cannot start: no tool resolves (AskUserQuestion).'],
    [withTools('Agent(a, b)'), 'Starts the agents a and b, asks before each.'],
    [withTools('mcp__files__read', 'Read'), 'Reads files, uses tools of files over MCP, asks before each.'],
    [withTools('TodoWrite'), 'Uses only TodoWrite.'],
  ])('%#', (values, expected) => {
    expect(sentence(values)).toBe(expected);
  });

  test('an agent that inherits is said to have every tool', () => {
    expect(sentence()).toBe(
      'Has every tool: reads and changes files, runs any command, uses the web, starts other agents, uses MCP servers, asks before each.',
    );
    expect(sentence(authorityOf({ disallowedTools: ['Bash', 'Monitor', 'PowerShell', 'Agent'] }))).toBe(
      'Has every tool except Bash, Monitor, PowerShell and Agent: reads and changes files, uses the web, uses MCP servers, asks before each.',
    );
  });

  test('denials come first, and a denied pattern denies the whole tool', () => {
    const values = { ...withTools('Bash', 'Read'), disallowedTools: ['Bash(git:*)'] };
    expect(sentence(values)).toBe('Reads files; changes nothing and runs no command.');
    expect(sentence({ ...withTools('Read'), disallowedTools: ['Read'] })).toMatch(/^Cannot start: .*denied/);
    expect(sentence({ ...withTools('Read'), disallowedTools: ['*', 'read'] })).toMatch(/^Reads files/);
  });

  test.each([
    ['bypassPermissions', 'Reads and changes files, runs any command, never asks.'],
    [
      'acceptEdits',
      'Reads and changes files, runs any command, changes files without asking and asks before the rest.',
    ],
    ['plan', 'Reads and changes files, runs any command, changes nothing before its plan is approved.'],
    ['manual', 'Reads and changes files, runs any command, asks before each.'],
  ])('permission mode %s', (permissionMode, expected) => {
    expect(sentence({ ...withTools('Read', 'Write', 'Bash'), permissionMode })).toBe(expected);
  });

  test('hooks, servers, memory, isolation and background are said', () => {
    const values = authorityOf({
      ...withTools('Read'),
      memory: 'user',
      hooks: { PreToolUse: [], Stop: null },
      mcpServers: ['files', { db: { command: 'x' } }],
      isolation: 'worktree',
      background: true,
    });
    expect(sentence(values)).toBe(
      'Reads files; changes nothing and runs no command; connects to files and db over MCP; runs hooks on PreToolUse; keeps notes between sessions (user memory); works in a git worktree of its own; runs in the background.',
    );
  });

  test('a background agent loses the tools that need the foreground', () => {
    const names = describeAuthority(authorityOf({ background: true })).grants.tools.map((tool) => tool.name);
    expect(names).not.toContain('CronCreate');
    expect(names).toContain('Bash');
  });

  test('any values give one sentence with a capital and a stop', () => {
    const item = fc.oneof(fc.constantFrom(...TOOLS.map((tool) => tool.name)), fc.string());
    fc.assert(
      fc.property(fc.array(item), fc.array(item), (list, disallowedTools) => {
        const said = sentence({ ...withTools(...list), disallowedTools });
        expect(said).toMatch(/^[A-Z][\s\S]*\.$/);
      }),
    );
  });
});
