'use client';

/** Which clusters are there? A hundred at a time, each a row that opens. */

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/components/ui/numbers';
import type { DuplicateCluster } from '@/lib/contract';

import { ClusterRow, type ClusterRowProps } from './cluster-row';

const PAGE = 100;

export interface ClusterListProps extends Omit<ClusterRowProps, 'cluster' | 'open'> {
  clusters: readonly DuplicateCluster[];
  openIds: ReadonlySet<string>;
}

export function ClusterList({ clusters, openIds, ...row }: ClusterListProps) {
  const [limit, setLimit] = useState(PAGE);
  return (
    <>
      <ul aria-label={`Clusters, ${formatCount(clusters.length)} in all`}>
        {clusters.slice(0, limit).map((cluster) => (
          <ClusterRow key={cluster.id} {...row} cluster={cluster} open={openIds.has(cluster.id)} />
        ))}
      </ul>
      {clusters.length > limit && (
        <div className="flex h-14 items-center justify-center gap-3 text-soft">
          {formatCount(limit)} of {formatCount(clusters.length)}
          <Button size="dense" onClick={() => setLimit(limit + PAGE)}>
            Show {formatCount(Math.min(PAGE, clusters.length - limit))} more
          </Button>
        </div>
      )}
    </>
  );
}
