import { describe, expect, it } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';

import { blankText, pastedKind, promptText, startText } from './new-text';

describe('the text of a new agent', () => {
  it('loads from the start, whatever its name', () => {
    for (const name of ['code-reviewer', '#odd name', '"quoted"', 'ünïcode 😀']) {
      const file = readAgentFile(blankText(name));
      expect(file.verdict).toMatchObject({ loads: true });
      expect(file.effective.name).toBe(name);
    }
  });

  it('keeps a pasted prompt as its body, in its line ends', () => {
    for (const prompt of ['You are…\n- a\n', 'You are…\r\n- a\r\n', '\uFEFFNo line end']) {
      expect(pastedKind(prompt)).toBe('prompt');
      const file = readAgentFile(promptText(prompt, 'helper'));
      expect(file.verdict).toMatchObject({ loads: true });
      expect(file.effective.name).toBe('helper');
      expect(file.text.slice(file.body.from).trimStart()).toBe(prompt.replace('\uFEFF', ''));
      if (prompt.includes('\r')) expect(file.text.replaceAll('\r\n', '')).not.toContain('\n');
    }
  });

  it('begins from another text under another name, and else as that was', () => {
    const text = '\uFEFF---\r\nname: a # ours\r\ndescription: "b"\r\nodd: [1]\r\n---\r\nBody\t';
    expect(startText(text, 'a')).toBe(text);
    expect(startText(text, 'other')).toBe(text.replace('name: a', 'name: other'));
    expect(startText('no front matter at all', 'x')).toContain('no front matter at all');
  });

  it('knows a whole file', () => {
    expect(pastedKind('---\nname: a\n---\nBody')).toBe('file');
    expect(pastedKind('\uFEFF---\r\nname: a\r\n---\r\n')).toBe('file');
  });
});
