/** Is a file an agent, and what would Claude Code do with it? Or why not, in words. */

import { createHash } from 'node:crypto';

import type { AgentFacts } from '@/db';
import { type AgentFile, checkUpload, readAgentFile } from '@/lib/agent-file';

import { factsOf } from '../agent-facts';
import { baseName } from './paths';

export type Judged =
  | { ok: true; text: string; sha256: string; facts: AgentFacts; fileName: string }
  | { ok: false; state: 'not-agent' | 'refused'; message: string };

/** Longer names are kept in the path only. */
const LONGEST_FILE_NAME = 255;

/** Judges a file by its path and what it says. Never throws. */
export function judgeFile(path: string, bytes: Uint8Array): Judged {
  const byPath = whyNoAgentByPath(path);
  if (byPath) return { ok: false, state: 'not-agent', message: byPath };
  const upload = checkUpload(bytes);
  if (!upload.ok) return { ok: false, state: 'refused', message: upload.message };
  const { text } = upload;
  const file = readAgentFile(text);
  const why = whyNoAgent(text, file);
  if (why) return { ok: false, state: 'not-agent', message: why };
  const fileName = baseName(path).slice(0, LONGEST_FILE_NAME);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, text, sha256, facts: factsOf(file, fileName), fileName };
}

/** Returns why no file of this path is an agent; null when it may be one. */
export function whyNoAgentByPath(path: string): string | null {
  const name = baseName(path);
  if (name.startsWith('._') || path.startsWith('__MACOSX/') || path.includes('/__MACOSX/')) {
    return 'macOS keeps notes of its own in such files; the file itself is beside it.';
  }
  if (/\.md$/i.test(name)) return null;
  if (/\.markdown$/i.test(name)) return 'Claude Code reads agents from .md files only: rename it.';
  return 'Claude Code reads agents from .md files only; this is another kind of file.';
}

/** The keys without which nothing is meant to be an agent. */
const OPENS = /^\uFEFF?---[^\S\n]*\r?\n/;
const HAS_KEY = /^\uFEFF?(?:name|description)[^\S\n]*:/m;
/** What a symbolic link becomes where links are not unpacked: its target, on one line. */
const LINK_TARGET = /^(?:\.{0,2}\/)?[^\n:*?"<>|]{1,250}\.md$/i;

/** Returns why a text is not even meant to be an agent; null for one that is, however broken. */
function whyNoAgent(text: string, file: AgentFile): string | null {
  if (text.trim() === '') return 'The file is empty.';
  const named = file.fields.some(({ key }) => key === 'name' || key === 'description');
  if (named) return null;
  // What cannot be parsed, or is never closed, can still be meant as an agent: its author will want to mend it.
  if (!file.verdict.loads && OPENS.test(text) && HAS_KEY.test(text.slice(0, 4096))) {
    const parsed = file.frontMatter !== null && file.frontMatter.parse !== 'failed';
    if (!parsed) return null;
  }
  if (file.frontMatter) return 'Its front matter has no name and no description, so it is not an agent.';
  if (LINK_TARGET.test(text)) return `It is a link to ${text}, unpacked as text. Import that file itself.`;
  return 'It has no front matter (a block between two lines of ---), so it is a document and not an agent.';
}
