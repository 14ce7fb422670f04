/** How does a program read what was found? */

import type { CheckedFile } from '../check';

/** Returns an array with one object a file, its diagnostics as in `muster read --json`. */
export function jsonFormat(checked: readonly CheckedFile[]): string {
  const result = checked.map(({ file, agent, diagnostics }) => ({
    file,
    loads: agent.verdict.loads,
    diagnostics: diagnostics.map(({ code, severity, message, line, column, fix }) => ({
      code,
      severity,
      message,
      line,
      column,
      fixable: fix !== undefined,
    })),
  }));
  return `${JSON.stringify(result, null, 2)}\n`;
}
