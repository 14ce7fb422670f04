'use client';
/** What changes in one agent? By field and by instruction, and what is said about each. */

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { memo, useEffect, useState } from 'react';

import type { CommentActions } from '@/components/comments/comment-actions';
import { CommentForm } from '@/components/comments/comment-form';
import { type Talk, ThreadCard } from '@/components/comments/thread-card';
import { agentPath, comparePath, versionPath } from '@/components/history/paths';
import { useShell } from '@/components/shell/shell-context';
import { Button, ButtonLink } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Status } from '@/components/ui/status';
import { useFreshThreads, useThreads } from '@/lib/client/comments';
import { useComparison } from '@/lib/client/reviews';
import { callAction } from '@/lib/client/use-action';
import type { Comparison } from '@/lib/compare';
import type { ReviewAgent, ThreadRow } from '@/lib/contract';
import { can } from '@/lib/policy';
import { FieldLine, UnitLine } from './change-lines';
import { type ChangeRow, changeRows } from './change-rows';

export interface AgentChangeProps {
  workspace: string;
  proposalId: string;
  agent: ReviewAgent;
  comments: CommentActions;
  isOpenAtFirst: boolean;
}

/** Drawn anew only when the agent changes: ticks above concern none of two hundred. */
export const AgentChange = memo(function AgentChange(props: AgentChangeProps) {
  const { workspace, proposalId, agent, comments, isOpenAtFirst } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { agentId, title, baseNumber, number, approvedBy, place } = agent;
  const anchor = anchorOf(agentId);
  useEffect(() => {
    // Whoever comes back from the lines of an agent finds it open.
    if (location.hash === `#${anchor}`) setOpen(true);
  }, [anchor]);
  return (
    <section id={anchor} aria-label={title} className="scroll-mt-4 rounded-md border border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex min-w-0 items-center gap-1.5 rounded-sm font-mono text-code font-medium"
        >
          <ChevronRight
            className={`size-4 shrink-0 text-soft transition-transform ${isOpen ? 'rotate-90' : ''}`}
            aria-hidden="true"
          />
          <span className="truncate">{title}</span>
        </button>
        <span className="text-soft tabular-nums">
          {baseNumber === null ? `v${number}, the first to be published` : `v${baseNumber} → v${number}`}
        </span>
        {approvedBy.length > 0 && <Status tone="good">approved by {approvedBy.join(', ')}</Status>}
        {place === 'bin' ? (
          <Status tone="attention" className="ml-auto">
            in the bin
          </Status>
        ) : (
          <Ways {...{ workspace, proposalId, agent }} />
        )}
      </div>
      {isOpen && <Details {...{ workspace, proposalId, agent, comments }} />}
    </section>
  );
});

/** Where an agent stands on the page of its review. */
const anchorOf = (agentId: string): string => `agent-${agentId}`;

type OfAgent = Pick<AgentChangeProps, 'workspace' | 'proposalId' | 'agent'>;

/** The address of the lines that change; null where nothing is there to compare with. */
function linesPath({ workspace, proposalId, agent }: OfAgent, line = ''): string | null {
  const { agentId: id, baseNumber, number } = agent;
  if (baseNumber === null) return null;
  return `${comparePath({ workspace, id }, baseNumber, number)}&review=${proposalId}${line}`;
}

function Ways(props: OfAgent) {
  const { workspace, agent } = props;
  const path = { workspace, id: agent.agentId };
  const lines = linesPath(props);
  return (
    <span className="ml-auto flex flex-wrap gap-x-3">
      <Link
        href={lines ?? versionPath(path, agent.number)}
        prefetch={false}
        className="rounded-sm text-accent hover:underline"
      >
        {lines ? 'Compare the lines' : 'Show the text'}
      </Link>
      <Link href={agentPath(path)} prefetch={false} className="rounded-sm text-accent hover:underline">
        Open in the editor
      </Link>
    </span>
  );
}

function Details({ workspace, proposalId, agent, comments }: Omit<AgentChangeProps, 'isOpenAtFirst'>) {
  const { data, error, refetch } = useComparison(workspace, proposalId, agent);
  const threads = useThreads(workspace, `reviews/${proposalId}`);
  const refresh = useFreshThreads(workspace, `reviews/${proposalId}`);
  const { user, workspace: here } = useShell();
  const talk: Talk = {
    ...{ workspace, actions: comments, refresh, people: threads.data?.people ?? [] },
    me: { id: user?.id ?? '', canDeleteAny: here !== null && can(here.role, 'comment:delete-any') },
  };
  const mine = threads.data?.threads.filter(({ agentId }) => agentId === agent.agentId) ?? [];
  if (error) {
    return (
      <div className="p-3">
        <RetryNotice onRetry={() => void refetch()}>
          The change could not be fetched. {error.message}
        </RetryNotice>
      </div>
    );
  }
  if (!data) {
    return (
      <div aria-hidden="true" className="flex flex-col gap-2 border-t border-line p-3">
        <Skeleton className="h-3 w-1/3" />
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-3 w-2/3" />
      </div>
    );
  }
  const rows = changeRows(data);
  const keys = new Set(rows.map(({ key }) => key));
  const others = mine.filter(({ place }) => place.kind !== 'change' || !keys.has(place.key));
  return (
    <div className="border-t border-line">
      <Sentences comparison={data} />
      <ul>
        {rows.map((row) => (
          <Change
            key={row.key}
            {...{ row, talk, proposalId }}
            agentId={agent.agentId}
            canComment={agent.place !== 'bin'}
            lines={agent.place === 'bin' ? null : linesPath({ workspace, proposalId, agent }, row.line)}
            threads={mine.filter(({ place }) => place.kind === 'change' && place.key === row.key)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <div className="flex flex-col gap-2 border-t border-line p-3">
          {others.map((thread) => (
            <ThreadCard key={thread.threadId} thread={thread} talk={talk} place={<Gone thread={thread} />} />
          ))}
        </div>
      )}
    </div>
  );
}

function Gone({ thread: { place } }: { thread: ThreadRow }) {
  if (place.kind !== 'change') return <p className="text-small text-soft">On the agent</p>;
  return (
    <p className="text-small text-soft">
      On a change that is not proposed any more: <q>{place.words}</q>
    </p>
  );
}

function Sentences({ comparison }: { comparison: Comparison }) {
  return (
    <ul className="list-disc px-3 py-2 pl-8 text-soft">
      {comparison.sentences.map(({ words, tone }) => (
        <li key={words} className={tone === 'bad' ? 'text-bad' : tone === 'widens' ? 'text-attention' : ''}>
          {words}
        </li>
      ))}
    </ul>
  );
}

interface ChangeProps {
  row: ChangeRow;
  talk: Talk;
  agentId: string;
  proposalId: string;
  /** What is in the bin is not talked about anew. */
  canComment: boolean;
  /** Where its lines stand beside each other. */
  lines: string | null;
  threads: readonly ThreadRow[];
}

function Change({ row, talk, agentId, proposalId, canComment, lines, threads }: ChangeProps) {
  const [isWriting, setWriting] = useState(false);
  return (
    <li className="flex flex-col gap-2 border-t border-line px-3 py-2">
      <div className="flex items-start gap-x-2 gap-y-1 max-md:flex-wrap">
        <div className="min-w-0 flex-1 max-md:basis-full">
          {row.kind === 'field' ? <FieldLine field={row.field} /> : <UnitLine unit={row.unit} />}
        </div>
        <span className="-mr-2 flex shrink-0 max-md:-ml-2 md:-my-1">
          {lines && (
            <ButtonLink
              size="dense"
              tone="quiet"
              prefetch={false}
              href={lines}
              aria-label={`Show the lines of: ${row.words.slice(0, 80)}`}
            >
              Lines
            </ButtonLink>
          )}
          {!isWriting && canComment && (
            <Button
              size="dense"
              tone="quiet"
              aria-label={`Comment on: ${row.words.slice(0, 80)}`}
              onClick={() => setWriting(true)}
            >
              Comment
            </Button>
          )}
        </span>
      </div>
      {isWriting && (
        <CommentForm
          keep={`change ${proposalId} ${row.key}`}
          label="Your comment"
          verb="Comment"
          people={talk.people}
          autoFocus
          onCancel={() => setWriting(false)}
          onSend={async (body, mentions) => {
            const place = { kind: 'change' as const, key: row.key, words: row.words };
            const { workspace, actions } = talk;
            const input = { workspace, agentId, proposalId, place, body, mentions };
            const result = await callAction(actions.createThread, input);
            if (!result.ok) return result.error.message;
            await talk.refresh();
            setWriting(false);
            return null;
          }}
        />
      )}
      {threads.map((thread) => (
        <ThreadCard key={thread.threadId} thread={thread} talk={talk} place={null} />
      ))}
    </li>
  );
}
