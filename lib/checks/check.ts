/** Does an agent file pass muster? */

import type { AgentFile, Diagnostic, Fix, Severity } from '@/lib/agent-file';
import { lineStarts, positionAt } from '@/lib/text';

import type { CheckContext, Rule } from './rule';
import { KEY_RULES } from './rules/keys';
import { NAME_RULES } from './rules/names';
import { TEXT_RULES } from './rules/texts';
import { TOOL_NAME_RULES } from './rules/tool-names';
import { TOOL_RULES } from './rules/tools';
import { VALUE_RULES } from './rules/values';

/** Every check beside those of reading itself; one row a check. */
export const RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...TEXT_RULES,
  ...KEY_RULES,
  ...TOOL_RULES,
  ...TOOL_NAME_RULES,
  ...VALUE_RULES,
];

/** Severities in their order, the gravest first. */
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A fix is tried by reading the file again: so many characters of front matter in one check, and so many tries. */
const MAX_TRIED_LENGTH = 200_000;
const MAX_TRIES = 20;
const LEAST_TRIES = 4;
/** What an entry costs beside its characters, in characters: reading thousands of short ones takes longest. */
const ENTRY_COST = 40;
/** Longer front matter gets no fixes, as in reading. */
const MAX_FIXED_LENGTH = 64 * 1024;

/** A diagnostic whose fix is not worked out yet. */
export interface Remark {
  diagnostic: Diagnostic;
  mend: () => Fix | undefined;
}

/**
 * Returns what reading found and what the rules find, in the order of the text; at one place the graver first.
 * Never throws for any text. In a file with dozens of fixable remarks the later ones come without their fix.
 */
export function checkAgentFile(file: AgentFile, context: CheckContext = {}): Diagnostic[] {
  const { range } = file.frontMatter ?? { range: { from: 0, to: 0 } };
  const cost = range.to - range.from + 1 + ENTRY_COST * file.fields.length;
  let tries = Math.min(MAX_TRIES, Math.max(LEAST_TRIES, Math.floor(MAX_TRIED_LENGTH / cost)));
  if (cost > MAX_TRIED_LENGTH) tries = 1;
  return findRemarks(file, context).map(({ diagnostic, mend }) => {
    if (tries <= 0 || mend === NO_MEND) return diagnostic;
    tries--;
    const fix = mend();
    return fix === undefined ? diagnostic : { ...diagnostic, fix };
  });
}

const NO_MEND = () => undefined;

/** Returns all remarks in the order of the text, those of the rules with their fixes still to be worked out. */
export function findRemarks(file: AgentFile, context: CheckContext): Remark[] {
  const starts = lineStarts(file.text);
  const isLong = file.body.from > MAX_FIXED_LENGTH;
  const read = file.diagnostics.map((diagnostic): Remark => ({ diagnostic, mend: NO_MEND }));
  const found = RULES.flatMap(({ code, severity, find }) =>
    find(file, context).map(({ mend = NO_MEND, field, message, range }): Remark => {
      const { line, column } = positionAt(starts, range.from);
      const place = { range, line, column };
      return {
        diagnostic: { code, severity, message, ...place, ...(field === undefined ? {} : { field }) },
        mend: isLong ? NO_MEND : mend,
      };
    }),
  );
  return [...read, ...found].sort(
    ({ diagnostic: a }, { diagnostic: b }) =>
      a.range.from - b.range.from ||
      SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
      a.range.to - b.range.to,
  );
}
