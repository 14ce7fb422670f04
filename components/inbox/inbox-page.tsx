'use client';
/** What happened that concerns me, and what of it have I not read? */

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { AtSign, CheckCheck, GitMerge, Inbox, MessageSquare, ScrollText, Stamp } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { Select } from '@/components/ui/select';
import { showToast } from '@/components/ui/toaster';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import { callAction } from '@/lib/client/use-action';
import { useFreshWaiting } from '@/lib/client/use-waiting';
import type {
  Action,
  InboxRow,
  MarkNotificationsInput,
  NotificationKind,
  InboxPage as Page,
} from '@/lib/contract';

/** What each kind is called, and how it looks. */
const KINDS: Record<NotificationKind, { label: string; icon: typeof AtSign }> = {
  mention: { label: 'Mentions', icon: AtSign },
  reply: { label: 'Answers', icon: MessageSquare },
  review: { label: 'Reviews asked for', icon: ScrollText },
  decision: { label: 'Decisions', icon: Stamp },
  merge: { label: 'Merges', icon: GitMerge },
};

type KindFilter = NotificationKind | 'all';

export interface InboxPageProps {
  workspace: string;
  initial: Page;
  markNotifications: Action<MarkNotificationsInput, { marked: number }>;
}

export function InboxPage({ workspace, initial, markNotifications }: InboxPageProps) {
  const [unread, setUnread] = useState(false);
  const [kind, setKind] = useState<KindFilter>('all');
  const { list, mark } = useInbox({ workspace, initial, markNotifications }, unread, kind);
  const rows = list.data?.pages.flatMap((page) => page.notifications) ?? [];
  const left = list.data?.pages[0]?.unread ?? 0;
  const newest = rows[0]?.at ?? 0;
  return (
    <>
      <PageHeader
        title="Inbox"
        aside={left > 0 ? `${left} unread` : undefined}
        actions={
          <Button
            icon={<CheckCheck className="size-4" aria-hidden="true" />}
            disabled={left === 0}
            onClick={() => void mark({ upTo: Math.max(newest, Date.now()) }, true)}
          >
            Mark all as read
          </Button>
        }
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <div role="group" aria-label="Which notifications" className="flex gap-1">
            <Choice pressed={!unread} onClick={() => setUnread(false)}>
              All
            </Choice>
            <Choice pressed={unread} onClick={() => setUnread(true)}>
              Unread
            </Choice>
          </div>
          <div className="w-48">
            <Select<KindFilter>
              dense
              aria-label="Kind"
              value={kind}
              onValueChange={setKind}
              options={[
                { value: 'all', label: 'Everything' },
                ...Object.entries(KINDS).map(([value, { label }]) => ({
                  value: value as NotificationKind,
                  label,
                })),
              ]}
            />
          </div>
        </div>
        {rows.length === 0 && !list.isFetching && !list.error && (
          <EmptyState
            icon={<Inbox />}
            title={unread || kind !== 'all' ? 'Nothing of this kind' : 'Nothing yet'}
          >
            {unread || kind !== 'all'
              ? 'Choose “All” and “Everything” to see what there is.'
              : 'Here you find who named or answered you, reviews that are asked of you, what became of your proposals, and merges that took your agents in.'}
          </EmptyState>
        )}
        <ul aria-label="Notifications">
          {rows.map((row) => (
            <Row
              key={row.id}
              workspace={workspace}
              row={row}
              onMark={(read) => void mark({ ids: [row.id] }, read)}
            />
          ))}
        </ul>
        <ListFoot list={list} what="The inbox" />
      </main>
    </>
  );
}

function useInbox(
  { workspace, initial, markNotifications }: InboxPageProps,
  unread: boolean,
  kind: KindFilter,
) {
  const client = useQueryClient();
  const freshWaiting = useFreshWaiting(workspace);
  const key = ['inbox', workspace, unread, kind];
  const list = useInfiniteQuery<Page, Error, InfiniteData<Page>, unknown[], number>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ offset: String(pageParam) });
      if (unread) asked.set('unread', '1');
      if (kind !== 'all') asked.set('kind', kind);
      return requestJson<Page>(`/api/w/${workspace}/inbox?${asked}`, { signal });
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    ...(!unread && kind === 'all' && { initialData: { pages: [initial], pageParams: [0] } }),
    refetchOnMount: 'always',
  });
  async function mark(which: MarkNotificationsInput['which'], read: boolean) {
    const result = await callAction(markNotifications, { workspace, which, read });
    if (!result.ok) return showToast({ text: result.error.message, tone: 'bad' });
    await client.invalidateQueries({ queryKey: ['inbox', workspace] });
    freshWaiting();
  }
  return { list, mark };
}

function Choice({ pressed, onClick, children }: { pressed: boolean; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className="h-7 rounded-md px-2.5 text-soft hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
    >
      {children}
    </button>
  );
}

interface RowProps {
  workspace: string;
  row: InboxRow;
  onMark: (read: boolean) => void;
}

function Row({ workspace, row, onMark }: RowProps) {
  const { kind, by, summary, at, readAt, path } = row;
  const { icon: Icon, label } = KINDS[kind];
  const isUnread = readAt === null;
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 md:min-h-10">
      <span title={label} className={isUnread ? 'text-accent' : 'text-soft'}>
        <Icon className="size-4" aria-hidden="true" />
        <span className="sr-only">
          {label}
          {isUnread ? ', unread' : ''}
        </span>
      </span>
      <Link
        href={`/w/${workspace}/${path}`}
        prefetch={false}
        onClick={() => isUnread && onMark(true)}
        className={`line-clamp-2 min-w-0 flex-1 basis-60 rounded-sm wrap-anywhere hover:underline ${isUnread ? 'font-medium' : 'text-soft'}`}
      >
        {by ?? 'Somebody'} {summary}
      </Link>
      <TimeAgo time={at} className="text-right text-soft md:w-16" />
      <Button
        size="dense"
        tone="quiet"
        className="max-md:ml-5 md:w-28"
        aria-label={`Mark as ${isUnread ? 'read' : 'unread'}: ${by ?? 'Somebody'} ${summary}`}
        onClick={() => onMark(isUnread)}
      >
        {isUnread ? 'Mark as read' : 'Mark as unread'}
      </Button>
    </li>
  );
}
