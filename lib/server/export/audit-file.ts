/** What does the audit look like as a file? CSV for spreadsheets, JSON Lines for programs. */

import type { AuditRow } from '@/lib/contract';
import { csvLine, jsonLine, textOf } from '@/lib/records';

const COLUMNS = ['time', 'who', 'who id', 'what', 'event', 'outcome', 'address', 'details', 'id'];

interface Format {
  type: string;
  extension: string;
  head: string;
  line: (row: AuditRow) => string;
}

const moment = (at: number) => new Date(at).toISOString();

/** The formats by the name that an address says. */
export const AUDIT_FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    // The mark by which spreadsheets know UTF-8.
    head: `\uFEFF${csvLine(COLUMNS)}`,
    line: ({ id, at, actor, said, event, outcome, address, details }) =>
      csvLine([
        ...[moment(at), actor?.name ?? null, actor?.userId ?? null, textOf(said), event, outcome],
        ...[address, details, id],
      ]),
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    extension: 'jsonl',
    head: '',
    line: ({ id, at, actor, said, event, outcome, address, details }) =>
      jsonLine({
        ...{ time: moment(at), who: actor?.name ?? null, whoId: actor?.userId ?? null },
        ...{ what: textOf(said), event, outcome, address, details: JSON.parse(details), id },
      }),
  },
};

/** Yields the file piece by piece. */
export async function* auditFile(format: Format, pages: AsyncIterable<AuditRow[]>): AsyncGenerator<string> {
  if (format.head) yield format.head;
  for await (const rows of pages) yield rows.map(format.line).join('');
}
