/** How does a GitHub workflow show what was found beside the lines of a pull request? */

import { lineStarts, positionAt } from '@/lib/text';

import type { CheckedFile } from '../agents';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Returns one workflow command a diagnostic, escaped so that no text of a file can end or forge one. */
export function githubFormat(checked: readonly CheckedFile[]): string {
  return checked
    .flatMap(({ file, agent, diagnostics }) => {
      const starts = lineStarts(agent.text);
      return diagnostics.map(({ code, severity, message, line, column, range }) => {
        const end = positionAt(starts, range.to);
        const properties = [
          `file=${property(file.replaceAll('\\', '/'))}`,
          `line=${line}`,
          `endLine=${end.line}`,
          // GitHub takes columns only where the range stays in one line.
          ...(end.line === line ? [`col=${column}`, `endColumn=${end.column}`] : []),
          `title=${property(code)}`,
        ];
        return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
      });
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
