/** How is a row written so that a spreadsheet reads it and runs nothing of it? RFC 4180. */

import { showHidden } from '@/lib/text';

/** What a spreadsheet takes for the begin of a formula, also after blanks and quotes (OWASP, "CSV Injection"). */
const FORMULA = /^[\s"']*[=+\-@\u0009\u000d|%]/;
const SPECIAL = /[",\r\n]/;
/** Numbers are no formulas, with whatever sign. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Returns one line with its CRLF. A value that a spreadsheet would calculate gets an apostrophe in front, which
 * spreadsheets show as text; what nobody would see is written out; every other value reads back as it was.
 *
 * @example csvLine(['a,b', '=1+1', 7]) // '"a,b",\'=1+1,7\r\n'
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: string | number | null): string {
  if (value === null) return '';
  const text = showHidden(String(value));
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
