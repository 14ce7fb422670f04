/** What becomes of a file when everything that can be mended is mended? */

import { type AgentFile, type Diagnostic, readAgentFile } from '@/lib/agent-file';
import { applyReplacements } from '@/lib/text';

import { findRemarks } from './check';
import type { CheckContext } from './rule';

/** One fix that was applied; `line` is where it stood when its turn came. */
export interface AppliedFix {
  code: string;
  title: string;
  line: number;
}

export interface FixedFile {
  text: string;
  applied: AppliedFix[];
}

/** More fixes than this mean that two undo each other, or a file that nobody wrote. */
const MAX_FIXES = 200;

/** Characters of front matter that are read again at most: each fix reads the file, and a file of 64 kB takes long. */
const MAX_READ_AGAIN = 1_000_000;

/** Fixes that are tried in vain are tried once, and no more than these. */
const MAX_REFUSED = 500;

/**
 * Applies one fix after another, in the order of the text, each to the text that the one before left, until none is
 * left. A fix that takes a loading file out of loading, changes its body, or brings back a text that was there
 * before, is left out.
 */
export function fixAll(text: string, context: CheckContext = {}): FixedFile {
  const applied: AppliedFix[] = [];
  const seen = new Set([text]);
  const refused = new Set<string>();
  let current = readAgentFile(text);
  let left = MAX_READ_AGAIN;
  while (applied.length < MAX_FIXES && left > 0) {
    const next = nextFix(current, context, refused, seen);
    if (next === null) break;
    left -= next.after.body.from;
    applied.push(next.applied);
    seen.add(next.after.text);
    current = next.after;
  }
  return { text: current.text, applied };
}

function nextFix(current: AgentFile, context: CheckContext, refused: Set<string>, seen: ReadonlySet<string>) {
  for (const { diagnostic, mend } of findRemarks(current, context)) {
    if (refused.size >= MAX_REFUSED) return null;
    const key = identity(diagnostic, current.text);
    if (refused.has(key)) continue;
    const fix = diagnostic.fix ?? mend();
    if (fix === undefined) continue;
    const after = readAgentFile(applyReplacements(current.text, fix.replacements));
    if (!seen.has(after.text) && isSound(current, after)) {
      return { after, applied: { code: diagnostic.code, title: fix.title, line: diagnostic.line } };
    }
    refused.add(key);
  }
  return null;
}

function isSound(before: AgentFile, after: AgentFile): boolean {
  if (!before.verdict.loads) return true;
  return after.verdict.loads && bodyOf(after) === bodyOf(before);
}

/** The same remark on the same source is the same, also when a fix before it has moved it. */
function identity({ code, range }: Diagnostic, text: string): string {
  return `${code} ${text.slice(range.from, range.to)}`;
}

function bodyOf(file: AgentFile): string {
  return file.text.slice(file.body.from, file.body.to);
}
