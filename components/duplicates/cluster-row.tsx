'use client';
/** One cluster in the list: what it is, why, what merging would save; it opens to its members. */

import { ChevronRight, EyeOff } from 'lucide-react';
import { memo, useId } from 'react';

import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { DuplicateCluster } from '@/lib/contract';

import { ClusterDetails } from './cluster-details';
import { listFacts } from './model/cluster-words';
import { TierWord } from './tier-word';

export interface ClusterRowProps {
  workspace: string;
  cluster: DuplicateCluster;
  open: boolean;
  onToggle: (id: string) => void;
  onCompare: (cluster: DuplicateCluster, pair?: readonly [number, number]) => void;
  /** Absent for those who may not. */
  onMerge?: (cluster: DuplicateCluster) => void;
  onApart?: (cluster: DuplicateCluster) => void;
}

export const ClusterRow = memo(function ClusterRow(props: ClusterRowProps) {
  const { workspace, cluster, open, onToggle, onCompare, onMerge, onApart } = props;
  const id = useId();
  return (
    <li
      data-cluster={cluster.id}
      className="border-b border-line [contain-intrinsic-size:auto_57px] [content-visibility:auto]"
    >
      <div
        className={classNames(
          'relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 py-2 pr-3 pl-4 has-[[aria-expanded]:focus-visible]:-outline-offset-2 has-[[aria-expanded]:focus-visible]:outline-2 has-[[aria-expanded]:focus-visible]:outline-accent max-md:pl-2 md:grid-cols-[1rem_minmax(0,1fr)_auto] md:gap-x-3',
          open ? 'bg-sunken' : 'hover:bg-hover',
        )}
      >
        <ChevronRight
          aria-hidden="true"
          className={classNames('mt-0.5 size-4 text-soft transition-transform', open && 'rotate-90')}
        />
        <div className="grid min-w-0 gap-x-4 lg:grid-cols-[minmax(10rem,16rem)_minmax(0,1fr)]">
          <h2 className="min-w-0">
            <button
              type="button"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-keyshortcuts="Enter"
              onClick={() => onToggle(cluster.id)}
              className="block w-full truncate text-left font-medium outline-none after:absolute after:inset-0"
            >
              {cluster.title}
            </button>
          </h2>
          <Facts cluster={cluster} />
          <p
            className={classNames('min-h-5 text-soft lg:col-span-2', !open && 'truncate')}
            title={open ? undefined : cluster.reasons.join('\n')}
          >
            {cluster.reasons.join(' · ')}
          </p>
        </div>
        <div className="relative z-10 flex items-center gap-2 pl-3 max-md:hidden">
          <Button size="dense" aria-keyshortcuts="c" onClick={() => onCompare(cluster)}>
            Compare
          </Button>
          {onMerge && (
            <Button size="dense" aria-keyshortcuts="m" onClick={() => onMerge(cluster)}>
              Merge…
            </Button>
          )}
        </div>
      </div>
      {open && (
        <div id={id}>
          <ClusterDetails
            workspace={workspace}
            cluster={cluster}
            onCompare={onCompare}
            onMerge={onMerge}
            onApart={onApart}
          />
        </div>
      )}
    </li>
  );
});

function Facts({ cluster }: { cluster: DuplicateCluster }) {
  const { size, hidden, saving } = listFacts(cluster);
  const score = cluster.tier === 'copy' ? cluster.score : undefined;
  return (
    <div className="grid gap-x-4 max-xl:flex max-xl:flex-wrap xl:grid-cols-[5rem_9.5rem_minmax(0,1fr)_7rem]">
      <span className="whitespace-nowrap">{size}</span>
      <TierWord tier={cluster.tier} score={score} />
      <span className="min-w-0 max-xl:empty:hidden">
        {hidden && (
          <span
            title="Same name as another agent: Claude Code loads only one of them."
            className="flex items-center gap-1.5 whitespace-nowrap text-attention"
          >
            <EyeOff className="size-3.5 shrink-0" aria-hidden="true" />
            {hidden}
          </span>
        )}
      </span>
      <span
        title="Estimated: what one description instead of these would save in Claude Code’s roster"
        className="whitespace-nowrap xl:text-right"
      >
        {saving}
      </span>
    </div>
  );
}
