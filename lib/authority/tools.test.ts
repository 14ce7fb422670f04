import { describe, expect, test } from 'vitest';

import { readToolItem } from './items';
import { findTool, TOOL_GROUPS, TOOLS } from './tools';

describe('the catalogue', () => {
  test('names each tool once, with words, in a group of the form', () => {
    expect(new Set(TOOLS.map((tool) => tool.name)).size).toBe(TOOLS.length);
    expect(TOOLS).toHaveLength(44);
    for (const tool of TOOLS) {
      expect(TOOL_GROUPS).toContain(tool.group);
      expect(tool.does).toMatch(/^[A-Z]/);
    }
  });

  test('knows which tools a sub-agent never gets', () => {
    const withheld = TOOLS.filter((tool) => tool.subAgent !== 'yes').map((tool) => tool.name);
    expect(withheld.sort()).toEqual([
      'AskUserQuestion',
      'EndConversation',
      'EnterPlanMode',
      'ExitPlanMode',
      'ScheduleWakeup',
      'TaskOutput',
      'WaitForMcpServers',
      'Workflow',
    ]);
  });

  test('finds tools by exact name and by old name', () => {
    expect(findTool('Bash')?.name).toBe('Bash');
    expect(findTool('Task')?.name).toBe('Agent');
    expect(findTool('bash')).toBeNull();
    expect(findTool('constructor')).toBeNull();
  });
});

describe('items of a tool list', () => {
  test.each([
    ['Bash(git:*)', 'Bash', 'git:*', null],
    ['Agent(a, b)', 'Agent', 'a, b', null],
    ['Read', 'Read', null, null],
    ['mcp__files', 'mcp__files', null, { server: 'files', tool: null }],
    ['mcp__files__*', 'mcp__files__*', null, { server: 'files', tool: null }],
    ['mcp__files__read_all', 'mcp__files__read_all', null, { server: 'files', tool: 'read_all' }],
    ['mcp__', 'mcp__', null, null],
  ])('%s', (text, name, args, mcp) => {
    expect(readToolItem(text)).toMatchObject({ text, name, args, mcp });
  });
});
