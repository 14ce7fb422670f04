/** What does the list of results look like as a file? Pure. */

import type { ImportRow } from './import-rows';

const COLUMNS = ['archive', 'path', 'result', 'name', 'loads', 'agent', 'message'] as const;

function valuesOf(row: ImportRow): Record<(typeof COLUMNS)[number], string | boolean | null> {
  const { archive, path, state, name, loads, agent, message } = row;
  return { archive, path, result: state, name, loads, agent: agent?.id ?? null, message };
}

/** As JSON, one object a file. */
export function resultsAsJson(rows: readonly ImportRow[]): string {
  return `${JSON.stringify(rows.map(valuesOf), null, 2)}\n`;
}

/** As CSV (RFC 4180), which spreadsheets open: what they would take for a formula is marked as text. */
export function resultsAsCsv(rows: readonly ImportRow[]): string {
  const lines = rows.map((row) => {
    const values = valuesOf(row);
    return COLUMNS.map((column) => cell(values[column])).join(',');
  });
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: string | boolean | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
