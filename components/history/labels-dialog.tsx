'use client';
/** Where do the labels of an agent stand, and how did they come there? */

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import type { HistoryAgent, LabelMove, LabelsOfAgent } from '@/lib/contract';

import { LabelChip } from './label-chip';
import { labelsPath, versionPath } from './paths';
import { PUBLISHED } from './published';

export interface LabelsDialogProps {
  agent: HistoryAgent;
  onRemove: (name: string) => void;
  onClose: () => void;
}

export function LabelsDialog({ agent, onRemove, onClose }: LabelsDialogProps) {
  const { workspace, id, rights } = agent;
  const labels = useQuery({
    queryKey: ['history', workspace, id, 'labels'],
    queryFn: ({ signal }) => requestJson<LabelsOfAgent>(labelsPath(agent), { signal }),
  });
  const mayRemove = (name: string) => (name === PUBLISHED ? rights.publish : rights.label);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Labels"
      description="Names that move from version to version. Put one on a version by its menu."
    >
      {labels.isPending && <Skeleton className="h-16" />}
      {labels.error && (
        <RetryNotice onRetry={() => void labels.refetch()}>
          The labels could not be fetched. {labels.error.message}
        </RetryNotice>
      )}
      {labels.data?.labels.length === 0 && <p className="text-soft">No version carries a label yet.</p>}
      <ul className="flex flex-col">
        {labels.data?.labels.map(({ name, number, movedAt, movedBy }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-2 border-b border-line py-1.5">
            <LabelChip name={name} />
            <span>
              on{' '}
              <Link href={versionPath(agent, number)} className="rounded-sm text-accent hover:underline">
                v{number}
              </Link>
            </span>
            <span className="text-soft">
              {movedBy}, <TimeAgo time={movedAt} />
            </span>
            {mayRemove(name) && (
              <Button size="dense" className="ml-auto" onClick={() => onRemove(name)}>
                Take off
              </Button>
            )}
          </li>
        ))}
      </ul>
      {labels.data && labels.data.moves.length > 0 && (
        <section className="mt-4">
          <h3 className="mb-1 font-semibold">Moves</h3>
          <ol className="flex flex-col gap-1">
            {labels.data.moves.map((move) => (
              <li key={move.id} className="text-soft">
                {movedWords(move)}. {move.movedBy}, <TimeAgo time={move.movedAt} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Dialog>
  );
}

function movedWords({ name, from, to }: LabelMove): string {
  if (to === null) return `"${name}" taken off v${from ?? '?'}`;
  return from === null ? `"${name}" put on v${to}` : `"${name}" moved from v${from} to v${to}`;
}
