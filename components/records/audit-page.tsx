'use client';
/** What happened, who did it, from where, and was it allowed? */

import { Download, ScrollText } from 'lucide-react';
import { useRouter } from 'next/navigation';

import { PageHeader } from '@/components/shell/page-header';
import { ActionMenu } from '@/components/ui/action-menu';
import { EmptyState } from '@/components/ui/empty-state';
import { Status, type Tone } from '@/components/ui/status';
import { formatMinute } from '@/lib/client/time';
import type { AuditFilter, AuditRow, AuditRows, RecordedPerson } from '@/lib/contract';

import { AuditFilters } from './audit-filters';
import { queryOf, withFields } from './filter-words';
import { Older } from './older';
import { Sentence } from './sentence';
import { useRecordPages } from './use-record-pages';

export interface AuditPageProps {
  workspace: string;
  initial: AuditRows;
  people: readonly RecordedPerson[];
  filter: Omit<AuditFilter, 'before'>;
  events: readonly { event: string; label: string }[];
}

export function AuditPage({ workspace, initial, people, filter, events }: AuditPageProps) {
  const router = useRouter();
  const query = queryOf(filter);
  const url = `/api/w/${workspace}/audit`;
  const list = useRecordPages<AuditRow>(url, query, initial);
  const rows = list.data.pages.flatMap((page) => page.rows);
  const show = (changes: Record<string, string | null>) =>
    router.push(`/w/${workspace}/audit?${withFields(query, changes)}`);
  const take = (format: string) => () => {
    // As a download, so that a refusal does not take the page away.
    const link = document.createElement('a');
    link.href = `${url}/export?${withFields(query, { format })}`;
    link.download = '';
    link.click();
  };

  return (
    <>
      <PageHeader
        trail={[{ label: 'Activity', href: `/w/${workspace}/activity` }]}
        title="Audit"
        actions={
          <ActionMenu
            size="dense"
            icon={<Download className="size-3.5" aria-hidden="true" />}
            actions={[
              { label: 'As CSV, for spreadsheets', onSelect: take('csv') },
              { label: 'As JSON Lines, for programs', onSelect: take('jsonl') },
            ]}
          >
            {query ? 'Export what is filtered' : 'Export'}
          </ActionMenu>
        }
      />
      <AuditFilters people={people} events={events} filter={filter} onShow={show} />
      <main className="min-h-0 flex-1 overflow-auto">
        {rows.length > 0 && <Rows workspace={workspace} rows={rows} />}
        {rows.length === 0 && !list.hasNextPage && (
          <EmptyState icon={<ScrollText />} title="Nothing of that happened">
            Clear a filter to see what did.
          </EmptyState>
        )}
        <Older list={list} isSparse={rows.length === 0} />
      </main>
    </>
  );
}

const OUTCOMES: Record<AuditRow['outcome'], { tone: Tone; word: string }> = {
  done: { tone: 'good', word: 'Done' },
  denied: { tone: 'attention', word: 'Denied' },
  failed: { tone: 'bad', word: 'Failed' },
};

function Rows({ workspace, rows }: { workspace: string; rows: readonly AuditRow[] }) {
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">Events, the last first</caption>
      <thead className="sticky top-0 bg-surface text-soft max-md:sr-only">
        <tr className="border-b border-line *:px-2 *:py-1.5 *:font-medium">
          <th scope="col" className="pl-4!">
            When
          </th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Outcome</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <Row key={row.id} workspace={workspace} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ workspace, row }: { workspace: string; row: AuditRow }) {
  const { at, actor, said, event, outcome, address, details } = row;
  const { tone, word } = OUTCOMES[outcome];
  return (
    <tr className="border-b border-line align-top *:px-2 *:py-2 max-md:block max-md:px-2 max-md:py-2 max-md:*:block max-md:*:py-0.5">
      <td className="pl-4! whitespace-nowrap text-soft max-md:pl-2!">
        <time dateTime={new Date(at).toISOString()}>{formatMinute(at)}</time>
      </td>
      <td className="whitespace-nowrap">
        {actor?.name ?? (outcome === 'denied' || address ? 'A stranger' : 'Muster')}
      </td>
      <td className="min-w-64">
        <Sentence workspace={workspace} said={said} />
        <details className="text-small text-soft">
          <summary className="w-fit rounded-sm">{event}</summary>
          <code className="font-mono wrap-anywhere">{details}</code>
        </details>
      </td>
      <td>
        <Status tone={tone}>{word}</Status>
      </td>
      <td className="font-mono text-code whitespace-nowrap">{address ?? ''}</td>
    </tr>
  );
}
