/** How does a terminal show what was found? */

import type { CheckedFile } from '../agents';
import { printable } from '../output';

/** Returns one line a diagnostic: place, severity, words and code. */
export function textFormat(checked: readonly CheckedFile[]): string {
  return checked
    .flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ code, severity, message, line, column, fix }) => {
        const mend = fix === undefined ? '' : ' (--fix mends it)';
        return `${printable(`${file}:${line}:${column}: ${severity}: ${message} [${code}]${mend}`)}\n`;
      }),
    )
    .join('');
}
