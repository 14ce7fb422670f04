'use client';
/** Who is in the cluster, how sure is it that it is one, and how alike is each to each? */

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
      <Verdict cluster={cluster} />
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
      <div className="flex flex-wrap gap-2 max-md:-order-1 max-md:*:h-10 max-md:*:flex-1">
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

/** The tier in a sentence; that of a cluster is the tier of its weakest link. The row above has said the reasons. */
function Verdict({ cluster }: { cluster: DuplicateCluster }) {
  const { tier, score, members } = cluster;
  const weakest = members.length > 2 && tier !== 'same';
  return (
    <p className="max-w-200 max-md:-order-2">
      <span className="inline-block font-medium first-letter:uppercase">{formatScore({ tier, score })}</span>
      {weakest && ' for the two that are least alike'}
      {'. '}
      <span className="text-soft">{explainTier({ tier, score })}</span>
    </p>
  );
}
