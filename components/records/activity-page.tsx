'use client';
/** What was done here, by whom and when? Day by day, the last first. */

import { Activity as ActivityIcon, ScrollText, X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';

import { Avatar } from '@/components/people/avatar';
import { PageHeader } from '@/components/shell/page-header';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import { formatMinute } from '@/lib/client/time';
import type { ActivityRow, ActivityPage as Page, RecordedPerson } from '@/lib/contract';
import type { EventGroup } from '@/lib/records';

import { groupByDay } from './days';

import { ALL, queryOf, withFields } from './filter-words';
import { Older } from './older';
import { PersonFilter } from './person-filter';
import { Sentence } from './sentence';
import { useRecordPages } from './use-record-pages';

const GROUPS: readonly { value: EventGroup | typeof ALL; label: string }[] = [
  { value: ALL, label: 'Everything' },
  { value: 'agents', label: 'Agents' },
  { value: 'merges', label: 'Duplicates and merges' },
  { value: 'reviews', label: 'Comments and reviews' },
  { value: 'templates', label: 'Templates' },
  { value: 'people', label: 'People' },
  { value: 'workspace', label: 'The workspace' },
];

export interface ActivityPageProps {
  workspace: string;
  initial: Page;
  people: readonly RecordedPerson[];
  by: string | null;
  about: EventGroup | null;
  agent: { id: string; title: string } | null;
  canAudit: boolean;
}

export function ActivityPage(props: ActivityPageProps) {
  const { workspace, initial, people, by, about, agent, canAudit } = props;
  const router = useRouter();
  const filter = queryOf({ by, about, agent: agent?.id });
  const list = useRecordPages<ActivityRow>(`/api/w/${workspace}/activity`, filter, initial);
  const rows = list.data.pages.flatMap((page) => page.rows);
  const show = (changes: Record<string, string | null>) =>
    router.push(`/w/${workspace}/activity?${withFields(filter, changes)}`);

  return (
    <>
      <PageHeader
        title="Activity"
        actions={
          canAudit && (
            <Link href={`/w/${workspace}/audit`} className={buttonClass('plain', 'dense')}>
              <ScrollText className="size-3.5" aria-hidden="true" />
              Audit
            </Link>
          )
        }
      />
      <section
        aria-label="Filters"
        className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5"
      >
        <div className="w-44">
          <PersonFilter people={people} value={by} onChange={(userId) => show({ by: userId })} />
        </div>
        <div className="w-52">
          <Select
            dense
            aria-label="About"
            value={about ?? ALL}
            options={GROUPS}
            onValueChange={(next) => show({ about: next === ALL ? null : next })}
          />
        </div>
        {agent && (
          <Button
            size="dense"
            aria-label={`Only ${agent.title}: show all agents`}
            icon={<X className="size-3.5" />}
            onClick={() => show({ agent: null })}
          >
            <span className="max-w-60 truncate font-mono text-code">{agent.title}</span>
          </Button>
        )}
      </section>
      <main className="min-h-0 flex-1 overflow-y-auto">
        {rows.length === 0 && !list.hasNextPage ? (
          <EmptyState icon={<ActivityIcon />} title={filter ? 'Nothing of that yet' : 'Nothing was done yet'}>
            {filter
              ? 'Choose everybody or everything to see what else was done.'
              : 'What members do with the agents of this workspace stands here, the last first.'}
          </EmptyState>
        ) : (
          <Days workspace={workspace} rows={rows} onPerson={(userId) => show({ by: userId })} />
        )}
        <Older list={list} isSparse={rows.length === 0} />
      </main>
    </>
  );
}

interface DaysProps {
  workspace: string;
  rows: readonly ActivityRow[];
  onPerson: (userId: string) => void;
}

function Days({ workspace, rows, onPerson }: DaysProps) {
  return (
    <div className="mx-auto max-w-3xl px-4 pb-6 md:px-6">
      {groupByDay(rows).map((each) => (
        <section key={each.day} aria-labelledby={`day-${each.day}`}>
          <h2 id={`day-${each.day}`} className="sticky top-0 bg-surface pt-5 pb-1 text-heading">
            <time dateTime={each.day}>{each.day}</time>
          </h2>
          <ul className="divide-y divide-line">
            {each.rows.map(({ id, at, actor, said }) => (
              <li key={id} className="flex min-h-10 items-start gap-3 py-2.25">
                <Avatar id={actor?.userId ?? null} name={actor?.name ?? 'Muster'} />
                <p className="min-w-0 flex-1">
                  {actor ? (
                    <button
                      type="button"
                      title={`Only what ${actor.name} did`}
                      onClick={() => onPerson(actor.userId)}
                      className="rounded-sm font-medium hover:underline"
                    >
                      {actor.name}
                    </button>
                  ) : (
                    <span className="font-medium">Muster</span>
                  )}{' '}
                  <Sentence workspace={workspace} said={said} />
                </p>
                <time
                  dateTime={new Date(at).toISOString()}
                  title={formatMinute(at)}
                  className="shrink-0 text-soft"
                >
                  {formatMinute(at).slice(11)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
