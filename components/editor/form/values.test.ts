import { describe, expect, it } from 'vitest';

import { editAgentFile, readAgentFile } from '@/lib/agent-file';

import {
  choiceChange,
  listChange,
  splitDescription,
  textAt,
  textChange,
  toolChange,
  toolChoice,
} from './values';

const read = (front: string) => readAgentFile(`---\nname: a\ndescription: b\n${front}---\nBody\n`);

describe('values for the form', () => {
  it('shows what the agent gets, and what is written where that is dropped', () => {
    expect(textAt(read('model: " opus "\n'), 'model')).toBe('opus');
    expect(textAt(read('color: magenta\n'), 'color')).toBe('magenta');
    expect(textAt(read(''), 'color')).toBe('');
    expect(textAt(read('background: true\n'), 'background')).toBe('true');
  });

  it('tells the three kinds of tools apart, without what memory adds', () => {
    expect(toolChoice(read(''))).toEqual({ kind: 'inherit', items: [] });
    expect(toolChoice(read('tools: "*"\n')).kind).toBe('inherit');
    expect(toolChoice(read('tools:\n'))).toEqual({ kind: 'none', items: [] });
    expect(toolChoice(read('tools: Read, Bash(git:*)\nmemory: user\n'))).toEqual({
      kind: 'list',
      items: ['Read', 'Bash(git:*)'],
    });
  });

  it('splits a description before its first example', () => {
    const description = 'Use it. <example>user: "Hi" assistant: "Hello"</example> And more.';
    const result = editAgentFile(read('').text, { kind: 'set', key: 'description', value: description });
    const file = readAgentFile(result.ok ? result.text : '');
    const { prose, rest, tail } = splitDescription(file);
    expect(prose).toBe('Use it. ');
    expect(prose + rest).toBe(description);
    expect(tail).toBe('And more.');
    expect(splitDescription(read(''))).toEqual({ prose: 'b', rest: '', tail: '' });
  });
});

describe('changes from the form', () => {
  it('leaves an empty optional field out and keeps a required one', () => {
    expect(textChange('initialPrompt', '', false)).toEqual({ kind: 'unset', key: 'initialPrompt' });
    expect(textChange('name', '', true)).toEqual({ kind: 'set', key: 'name', value: '' });
  });

  it('writes numbers and booleans as such', () => {
    expect(choiceChange('maxTurns', '5')).toEqual({ kind: 'set', key: 'maxTurns', value: 5 });
    expect(choiceChange('background', 'false')).toEqual({ kind: 'set', key: 'background', value: false });
    expect(choiceChange('effort', 'high')).toEqual({ kind: 'set', key: 'effort', value: 'high' });
    expect(choiceChange('effort', '')).toEqual({ kind: 'unset', key: 'effort' });
  });

  it('leaves an empty list out, but an empty choice of tools in', () => {
    expect(listChange('skills', [])).toEqual({ kind: 'unset', key: 'skills' });
    expect(toolChange('inherit', [])).toEqual({ kind: 'unset', key: 'tools' });
    expect(toolChange('none', ['Read'])).toEqual({ kind: 'set', key: 'tools', value: [] });
  });

  it('comes back as chosen', () => {
    for (const [kind, items] of [
      ['none', []],
      ['list', ['Read', 'mcp__docs']],
      ['inherit', []],
    ] as const) {
      const result = editAgentFile(read('tools: Bash\n').text, toolChange(kind, items));
      expect(toolChoice(readAgentFile(result.ok ? result.text : ''))).toEqual({ kind, items });
    }
  });
});
