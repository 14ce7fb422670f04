'use client';
/** What do people say about this agent? Its threads in the order of the text, and the beginning of a new one. */

import { MessageSquare } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';

import type { CommentActions } from '@/components/comments/comment-actions';
import { CommentForm } from '@/components/comments/comment-form';
import { type Talk, ThreadCard } from '@/components/comments/thread-card';
import { useShell } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { FIELDS } from '@/lib/agent-file';
import { useFreshThreads, useThreads } from '@/lib/client/comments';
import { callAction } from '@/lib/client/use-action';
import type { CommentPlace, ThreadRow } from '@/lib/contract';
import { can } from '@/lib/policy';

import { useEditor } from '../context';
import { PlaceLine } from './place-line';
import { type Places, useFoundPlaces } from './use-found-places';
import type { Wanted } from './wanted';
import { placeOfSelection } from './wanted-in';

export interface CommentsPaneProps {
  workspace: string;
  agentId: string;
  actions: CommentActions;
  /** What was asked for last, from elsewhere on the page. */
  wanted: Wanted | null;
}

export function CommentsPane({ workspace, agentId, actions, wanted }: CommentsPaneProps) {
  const { store } = useEditor();
  const { data, error, refetch } = useThreads(workspace, `agents/${agentId}`);
  const refresh = useFreshThreads(workspace, `agents/${agentId}`);
  const [showsResolved, setShowsResolved] = useState(false);
  const shell = useShell();
  const threads = useMemo(() => data?.threads ?? [], [data]);
  const places = useFoundPlaces(store, threads);
  const open = inOrder(
    threads.filter(({ resolved }) => !resolved),
    places,
  );
  const resolved = threads.filter((thread) => thread.resolved);
  const pane = useRef<HTMLDivElement>(null);
  const opened = wanted?.kind === 'thread' ? wanted.threadId : null;
  const isThere = threads.some(({ threadId }) => threadId === opened);

  // biome-ignore lint/correctness/useExhaustiveDependencies: wanting the same again shows it again
  useEffect(() => {
    if (!opened || !isThere) return;
    const card = pane.current?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(opened)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }, [wanted, isThere]);

  const talk: Talk = {
    ...{ workspace, actions, refresh, people: data?.people ?? [] },
    me: {
      id: shell.user?.id ?? '',
      canDeleteAny: shell.workspace !== null && can(shell.workspace.role, 'comment:delete-any'),
    },
  };
  const cards = (some: readonly ThreadRow[]) =>
    some.map((thread) => (
      <ThreadCard
        key={thread.threadId}
        thread={thread}
        talk={talk}
        isOpen={thread.threadId === opened}
        place={<PlaceLine place={thread.place} found={places.get(thread.threadId)} />}
      />
    ));
  return (
    <div ref={pane} className="flex flex-col gap-3">
      <NewThread {...{ agentId, talk, wanted }} />
      {error && (
        <RetryNotice onRetry={() => void refetch()}>
          The comments could not be fetched. {error.message}
        </RetryNotice>
      )}
      {!data && !error && <PaneSkeleton />}
      {data && threads.length === 0 && (
        <EmptyState icon={<MessageSquare />} title="No comments yet">
          Select something in the source and press F9, or comment on a field or on the whole agent.
        </EmptyState>
      )}
      {cards(open)}
      {resolved.length > 0 && (
        <Button
          size="dense"
          tone="quiet"
          className="self-start"
          aria-expanded={showsResolved}
          onClick={() => setShowsResolved(!showsResolved)}
        >
          {showsResolved ? 'Hide' : 'Show'} {resolved.length} resolved
        </Button>
      )}
      {(showsResolved || resolved.some(({ threadId }) => threadId === opened)) && cards(resolved)}
    </div>
  );
}

/** On the whole agent first, then on fields, then down the text; what is gone comes last. */
function inOrder(threads: readonly ThreadRow[], places: Places): ThreadRow[] {
  const rank = ({ threadId, place }: ThreadRow): number => {
    if (place.kind === 'agent') return -2;
    if (place.kind !== 'text') return -1;
    const found = places.get(threadId);
    return !found || found.state === 'gone' ? Number.MAX_SAFE_INTEGER : found.from;
  };
  return [...threads].sort((a, b) => rank(a) - rank(b));
}

interface NewThreadProps {
  agentId: string;
  talk: Talk;
  wanted: Wanted | null;
}

const AGENT: CommentPlace = { kind: 'agent' };

function NewThread({ agentId, talk, wanted }: NewThreadProps) {
  const editor = useEditor();
  const [place, setPlace] = useState<CommentPlace | null>(null);
  useEffect(() => {
    if (wanted?.kind === 'new') setPlace(wanted.place);
  }, [wanted]);

  if (!place) {
    return (
      <Button className="self-start" onClick={() => setPlace(placeOfSelection(editor) ?? AGENT)}>
        Comment
      </Button>
    );
  }
  const quoted = place.kind === 'text' ? place : null;
  const options = [
    ...(quoted ? [{ value: 'text', label: `The selection “${shorten(quoted.quote)}”` }] : []),
    { value: 'agent', label: 'The whole agent' },
    ...FIELDS.map(({ key, label }) => ({ value: `field ${key}`, label: `The field ${label}` })),
  ];
  return (
    <section aria-label="New comment" className="flex flex-col gap-2 rounded-md border border-line p-3">
      <Select
        dense
        aria-label="What it is about"
        options={options}
        value={place.kind === 'field' ? `field ${place.field}` : place.kind}
        onValueChange={(value) => {
          if (value === 'agent') setPlace(AGENT);
          else if (value !== 'text') setPlace({ kind: 'field', field: value.slice('field '.length) });
        }}
      />
      <CommentForm
        key={JSON.stringify(place)}
        keep={`agent ${agentId}`}
        label="Your comment"
        verb="Comment"
        people={talk.people}
        autoFocus
        onCancel={() => setPlace(null)}
        onSend={async (body, mentions) => {
          const { workspace, actions } = talk;
          const result = await callAction(actions.createThread, {
            ...{ workspace, agentId, place, body, mentions },
          });
          if (!result.ok) return result.error.message;
          await talk.refresh();
          setPlace(null);
          return null;
        }}
      />
    </section>
  );
}

export function shorten(quote: string, most = 60): string {
  const words = [...quote.replace(/\s+/g, ' ').trim()];
  return words.length > most ? `${words.slice(0, most).join('')}…` : words.join('');
}

function PaneSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3">
      {[40, 56].map((width) => (
        <div key={width} className="flex gap-2">
          <Skeleton className="size-5.5 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-3 w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
