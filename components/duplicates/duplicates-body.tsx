'use client';
/** What stands in the middle of the page? The clusters, the pairs that are none, or why there is nothing. */

import { useCallback, useState } from 'react';

import { Skeleton } from '@/components/ui/skeleton';
import type { useDuplicates } from '@/lib/client/use-duplicates';
import type { DismissedPair, DuplicateCluster } from '@/lib/contract';

import { ClusterList } from './cluster-list';
import type { ClusterRowProps } from './cluster-row';
import { DismissedList } from './dismissed-list';
import { type Filters, NO_FILTERS } from './model/filters';
import { Cancelled, NoneAlike, NoneMatches, NotCompared, NothingToCompare } from './no-clusters';

export interface DuplicatesBodyProps
  extends Pick<ClusterRowProps, 'workspace' | 'onCompare' | 'onMerge' | 'onApart'> {
  run: ReturnType<typeof useDuplicates>;
  /** The clusters that pass the filters. */
  shown: readonly DuplicateCluster[];
  filters: Filters;
  onFilter: (more: Partial<Filters>) => void;
  onComparePair: (pair: DismissedPair) => void;
  onTakeBack?: (pair: DismissedPair) => void;
}

export function DuplicatesBody(props: DuplicatesBodyProps) {
  const { run, filters, onComparePair, onTakeBack } = props;
  return (
    <main className="min-h-0 flex-1 overflow-y-auto" aria-busy={run.isWorking}>
      {run.error && !run.isWorking && <NotCompared message={run.error.message} onRepeat={run.repeat} />}
      {filters.apart && run.answer?.complete ? (
        <DismissedList
          pairs={run.answer.dismissed}
          query={filters.query}
          onCompare={onComparePair}
          onTakeBack={onTakeBack}
        />
      ) : (
        <Clusters {...props} />
      )}
    </main>
  );
}

function Clusters({ run, shown, filters, onFilter, ...row }: DuplicatesBodyProps) {
  const { workspace, onCompare, onMerge, onApart } = row;
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((id: string) => {
    setOpenIds((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const { answer, isWorking, error, repeat } = run;
  const total = answer?.clusters.length ?? 0;
  if (shown.length > 0) {
    return (
      <ClusterList
        workspace={workspace}
        clusters={shown}
        openIds={openIds}
        onToggle={onToggle}
        onCompare={onCompare}
        onMerge={onMerge}
        onApart={onApart}
      />
    );
  }
  if (total > 0) {
    const clear = () => onFilter({ ...NO_FILTERS, sort: filters.sort });
    return <NoneMatches total={total} onClear={clear} />;
  }
  if (answer?.complete) {
    return answer.agents < 2 ? (
      <NothingToCompare workspace={workspace} agents={answer.agents} />
    ) : (
      <NoneAlike agents={answer.agents} dismissed={answer.dismissed.length} />
    );
  }
  if (isWorking) return <ClustersSkeleton />;
  return error ? null : <Cancelled onRepeat={repeat} />;
}

/** The shape of the list while nothing of it is there. */
function ClustersSkeleton() {
  return (
    <div aria-hidden="true">
      {[44, 61, 38, 52, 47, 58].map((width) => (
        <div key={width} className="flex h-14.25 flex-col justify-center gap-2 border-b border-line pl-10">
          <Skeleton className="h-3 w-44" />
          <div style={{ width: `${width}%` }}>
            <Skeleton className="h-3 w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
