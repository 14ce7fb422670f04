/** How does a program read what was found? */

import { type CheckedFile, diagnosticResult } from '../agents';

/** Returns an array with one object a file, its diagnostics as in `muster read --json`. */
export function jsonFormat(checked: readonly CheckedFile[]): string {
  const result = checked.map(({ file, agent, diagnostics }) => ({
    file,
    loads: agent.verdict.loads,
    diagnostics: diagnostics.map(diagnosticResult),
  }));
  return `${JSON.stringify(result, null, 2)}\n`;
}
