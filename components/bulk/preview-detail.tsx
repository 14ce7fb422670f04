'use client';
/** All lines that come and go in one agent, and each place that was found, to be left out. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox } from '@/components/ui/checkbox';
import { formatCount } from '@/components/ui/numbers';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { BulkChange, Match } from '@/lib/bulk';
import { fetchBulkDetail } from '@/lib/client/bulk';
import type { BulkPreview } from '@/lib/contract';

import { DiffLines } from './diff-lines';

export interface PreviewDetailProps {
  workspace: string;
  agent: BulkPreview;
  change: BulkChange;
  skipped: readonly number[];
  onTickPlace: (index: number, isIn: boolean) => void;
}

export function PreviewDetail({ workspace, agent, change, skipped, onTickPlace }: PreviewDetailProps) {
  const { agentId, versionId, title } = agent;
  const { data, error, refetch } = useQuery({
    queryKey: ['bulk-detail', workspace, agentId, versionId, change, skipped],
    queryFn: ({ signal }) =>
      fetchBulkDetail(workspace, { agentId, versionId, change, skip: [...skipped] }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (error)
    return (
      <RetryNotice onRetry={() => void refetch()}>The rest could not be fetched. {error.message}</RetryNotice>
    );
  if (!data) return <Skeleton className="h-5 w-2/3" />;
  const { message, diff, matches, total } = data;
  return (
    <div className="flex flex-col gap-2">
      {message ? (
        <p className="text-soft">{message}</p>
      ) : (
        <DiffLines lines={diff} label={`All changes of ${title}`} />
      )}
      {matches.length > 0 && (
        <ul aria-label={`Places in ${title}`} className="flex flex-col">
          {matches.map((match) => (
            <li key={match.index} className="py-0.5">
              <Checkbox
                label={<Place match={match} />}
                checked={!skipped.includes(match.index)}
                onChange={(event) => onTickPlace(match.index, event.target.checked)}
              />
            </li>
          ))}
          {total > matches.length && (
            <li className="py-0.5 text-soft">and {formatCount(total - matches.length)} more places</li>
          )}
        </ul>
      )}
    </div>
  );
}

function Place({ match: { line, before, found, insert, after } }: { match: Match }) {
  return (
    <span className="font-mono text-code break-words whitespace-pre-wrap">
      {line !== null && <span className="text-soft">{line}: </span>}
      {before}
      <del className="bg-bad-soft">{found}</del>
      <ins className="bg-good-soft no-underline">{insert}</ins>
      {after}
    </span>
  );
}
