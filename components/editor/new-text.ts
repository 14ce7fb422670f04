/** What is the text of a new agent, made of a name or of what somebody pasted? */

import { editAgentFile, readAgentFile } from '@/lib/agent-file';
import { mainLineEnd } from '@/lib/text';

/**
 * Returns a small file that loads: name, a description to complete, and the beginning of a body.
 *
 * @example blankText('code-reviewer') // '---\nname: code-reviewer\n…'
 */
export function blankText(name: string): string {
  const start = '---\nname: new-agent\ndescription: Use this agent when…\n---\n\nYou are a …\n';
  const result = editAgentFile(start, { kind: 'set', key: 'name', value: name });
  return result.ok ? result.text : start;
}

/** Returns a text under another name, and else to the character as it was; unchanged when the lens cannot set it. */
export function startText(text: string, name: string): string {
  if (readAgentFile(text).effective.name === name) return text;
  const result = editAgentFile(text, { kind: 'set', key: 'name', value: name });
  return result.ok ? result.text : text;
}

/** What pasted text is: a whole agent file, or a prompt that still needs name and description. */
export function pastedKind(text: string): 'file' | 'prompt' {
  return readAgentFile(text).frontMatter === null ? 'prompt' : 'file';
}

/** Returns the agent file for a pasted prompt: it becomes the body, unchanged and in its own line ends. */
export function promptText(prompt: string, name: string): string {
  const end = mainLineEnd(prompt);
  const front = blankText(name).split('\n').slice(0, 5).join(end);
  return `${front}${end}${prompt.replace(/^\uFEFF/, '')}`;
}
