/** What becomes of a file when everything that can be mended is mended? */

import { type Diagnostic, readAgentFile } from '@/lib/agent-file';
import { applyReplacements } from '@/lib/text';

import { checkAgentFile } from './check';
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

/** More rounds than this mean that two fixes undo each other. */
const MAX_FIXES = 200;

/**
 * Applies one fix after another, the gravest first, each to the text that the one before left, until none is left.
 * A fix that takes a loading file out of loading, changes the body, or brings back a text that was there before,
 * is left out.
 */
export function fixAll(text: string, context: CheckContext = {}): FixedFile {
  const applied: AppliedFix[] = [];
  const seen = new Set([text]);
  const refused = new Set<string>();
  let current = readAgentFile(text);
  while (applied.length < MAX_FIXES) {
    const next = checkAgentFile(current, context).find(
      (diagnostic) => diagnostic.fix !== undefined && !refused.has(identity(diagnostic)),
    );
    if (next?.fix === undefined) break;
    const after = readAgentFile(applyReplacements(current.text, next.fix.replacements));
    const breaks = current.verdict.loads && !after.verdict.loads;
    const bodyChanged = current.frontMatter !== null && bodyOf(after) !== bodyOf(current);
    if (breaks || seen.has(after.text) || (bodyChanged && current.verdict.loads)) {
      refused.add(identity(next));
      continue;
    }
    applied.push({ code: next.code, title: next.fix.title, line: next.line });
    seen.add(after.text);
    refused.clear();
    current = after;
  }
  return { text: current.text, applied };
}

function identity({ code, range, fix }: Diagnostic): string {
  return `${code} ${range.from} ${fix?.title ?? ''}`;
}

function bodyOf(file: ReturnType<typeof readAgentFile>): string {
  return file.text.slice(file.body.from, file.body.to);
}
