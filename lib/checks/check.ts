/** Does an agent file pass muster? */

import type { AgentFile, Diagnostic } from '@/lib/agent-file';
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

const RANK = { error: 0, warning: 1, info: 2 } as const;

/**
 * Returns what reading found and what the rules find, in the order of the text; at one place the graver first.
 * Never throws for any text.
 */
export function checkAgentFile(file: AgentFile, context: CheckContext = {}): Diagnostic[] {
  const starts = lineStarts(file.text);
  const found = RULES.flatMap(({ code, severity, find }) =>
    find(file, context).map(({ fix, field, message, range }): Diagnostic => {
      const { line, column } = positionAt(starts, range.from);
      return {
        code,
        severity,
        message,
        range,
        line,
        column,
        ...(field === undefined ? {} : { field }),
        ...(fix === undefined ? {} : { fix }),
      };
    }),
  );
  return [...file.diagnostics, ...found].sort(
    (a, b) => a.range.from - b.range.from || RANK[a.severity] - RANK[b.severity] || a.range.to - b.range.to,
  );
}
