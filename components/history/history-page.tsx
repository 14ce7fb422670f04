'use client';
/** How did an agent come to say what it says? Its versions, the newest first, each with what it was made from. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { GitCommitHorizontal, GitMerge } from 'lucide-react';
import Link from 'next/link';

import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import type { HistoryRow, HistoryPage as Page } from '@/lib/contract';

export interface HistoryPageProps {
  workspace: string;
  agent: { id: string; title: string };
}

export function HistoryPage({ workspace, agent }: HistoryPageProps) {
  const list = useInfiniteQuery({
    queryKey: ['history', workspace, agent.id],
    queryFn: ({ pageParam, signal }) =>
      requestJson<Page>(`/api/w/${workspace}/agents/${agent.id}/history?offset=${pageParam}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    // Whoever comes here has often just saved.
    staleTime: 0,
  });
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <>
      <PageHeader
        trail={[
          { label: 'Agents', href: `/w/${workspace}/agents` },
          { label: agent.title, href: `/w/${workspace}/agents/${agent.id}` },
        ]}
        title="History"
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-3xl px-4 py-4 md:px-6">
          {list.isPending && <HistorySkeleton />}
          {list.error && (
            <RetryNotice onRetry={() => void list.refetch()}>
              The history could not be fetched. {list.error.message}
            </RetryNotice>
          )}
          <ol aria-label="Versions, the newest first">
            {versions.map((version, at) => (
              <Version
                key={version.versionId}
                workspace={workspace}
                agentId={agent.id}
                version={version}
                isLast={at === versions.length - 1 && !list.hasNextPage}
              />
            ))}
          </ol>
          {list.hasNextPage && (
            <div className="grid h-14 place-items-center">
              <Button size="dense" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                Older versions
              </Button>
            </div>
          )}
        </div>
      </main>
    </>
  );
}

interface VersionProps {
  workspace: string;
  agentId: string;
  version: HistoryRow;
  isLast: boolean;
}

function Version({ workspace, agentId, version, isLast }: VersionProps) {
  const { number, savedAt, savedBy, message, mergeId } = version;
  const parents = version.parents.filter((parent) => parent.agentId !== agentId);
  const isMerge = mergeId !== null || parents.length > 0;
  const Icon = isMerge ? GitMerge : GitCommitHorizontal;
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3">
      <span aria-hidden="true" className="flex flex-col items-center text-soft">
        <Icon className={`mt-0.5 size-4 shrink-0 ${isMerge ? 'text-accent' : ''}`} />
        {!isLast && <span className="my-1 w-px flex-1 bg-line" />}
      </span>
      <div className="min-w-0 pb-5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">v{number}</span>
          <span>{savedBy}</span>
          <TimeAgo time={savedAt} className="text-soft" />
        </p>
        {message && <p className="wrap-anywhere">{message}</p>}
        {isMerge && (
          <p className="text-soft">
            Merged from{' '}
            {version.parents.map((parent, at) => (
              <span key={parent.versionId}>
                {at > 0 && (at === version.parents.length - 1 ? ' and ' : ', ')}
                <Link
                  href={`/w/${workspace}/agents/${parent.agentId}`}
                  prefetch={false}
                  className="rounded-sm font-mono text-code text-accent hover:underline"
                >
                  {parent.title}
                </Link>{' '}
                v{parent.number}
              </span>
            ))}
            {mergeId && (
              <>
                {'. '}
                <Link
                  href={`/w/${workspace}/merges/${mergeId}`}
                  className="rounded-sm text-accent hover:underline"
                >
                  Decisions and ledger
                </Link>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

function HistorySkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-6">
      {[48, 36, 56].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-4" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-44" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
