'use client';
/** Who is in the cluster, why is it one, and how alike is each to each? */

import { Button } from '@/components/ui/button';
import type { DuplicateCluster } from '@/lib/contract';

import type { ClusterRowProps } from './cluster-row';
import { HeatMatrix } from './heat-matrix';
import { MemberTable } from './member-table';
import { explainTier, formatScore } from './model/score-words';

export type ClusterDetailsProps = Pick<
  ClusterRowProps,
  'workspace' | 'cluster' | 'onCompare' | 'onMerge' | 'onApart'
>;

export function ClusterDetails({ workspace, cluster, onCompare, onMerge, onApart }: ClusterDetailsProps) {
  const isPair = cluster.members.length === 2;
  return (
    <div className="flex flex-col gap-4 bg-sunken pt-1 pr-3 pb-4 pl-11 max-md:pl-3">
      <Why cluster={cluster} />
      <div className="grid items-start gap-x-8 gap-y-4 2xl:grid-cols-[minmax(0,1fr)_auto]">
        <MemberTable
          workspace={workspace}
          members={cluster.members}
          numbered={!isPair && cluster.tier !== 'same'}
        />
        {!isPair && cluster.tier !== 'same' && (
          <HeatMatrix cluster={cluster} onCompare={(pair) => onCompare(cluster, pair)} />
        )}
      </div>
      <div className="flex flex-wrap gap-2 max-md:*:h-10 max-md:*:flex-1">
        <Button size="dense" className="md:hidden" onClick={() => onCompare(cluster)}>
          Compare
        </Button>
        {onMerge && (
          <Button size="dense" className="md:hidden" onClick={() => onMerge(cluster)}>
            Merge…
          </Button>
        )}
        {onApart && (
          <Button size="dense" aria-keyshortcuts="n" onClick={() => onApart(cluster)}>
            {isPair ? 'Not duplicates' : 'Not duplicates…'}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The tier in a sentence, and the reasons where the row cannot hold them. Of a cluster the tier is that of its weakest link. */
function Why({ cluster }: { cluster: DuplicateCluster }) {
  const { tier, score, reasons, members } = cluster;
  const weakest = members.length > 2 && tier !== 'same';
  return (
    <div className="max-w-200">
      <p>
        <span className="inline-block font-medium first-letter:uppercase">
          {formatScore({ tier, score })}
        </span>
        {weakest && ' for the two that are least alike'}
        {'. '}
        <span className="text-soft">{explainTier({ tier, score })}</span>
      </p>
      {reasons.length > 1 && (
        <ul className="mt-1 list-disc pl-4 text-soft marker:text-faint">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
