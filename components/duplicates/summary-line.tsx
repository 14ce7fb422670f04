'use client';
/** What was found, what would be gained, and how far is the comparison that runs? One line over the list. */

import { Button } from '@/components/ui/button';
import { type useDuplicates, useDuplicatesProgress } from '@/lib/client/use-duplicates';
import type { DuplicateCluster } from '@/lib/contract';

import { formatProgress, summarise } from './model/cluster-words';

export interface SummaryLineProps {
  workspace: string;
  run: ReturnType<typeof useDuplicates>;
  /** The clusters that pass the filters. */
  shown: readonly DuplicateCluster[];
}

export function SummaryLine({ workspace, run, shown }: SummaryLineProps) {
  const { answer, isWorking, error, cancel } = run;
  const total = answer?.clusters.length ?? 0;
  const isPart = total > 0 && !answer?.complete;
  const { count, gain } = summarise(shown, total);
  if (total === 0 && !isWorking) return null;
  return (
    <section
      aria-label="Summary"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1 max-md:px-3"
    >
      <p className="min-w-0" title={gain ? TOKENS : undefined} aria-live="polite">
        {total > 0 && (
          <span className="font-medium">
            {count}
            {isPart && ' so far'}
          </span>
        )}
        {gain && <span className="text-soft"> · {gain}</span>}
        {isPart && !isWorking && !error && (
          <span className="text-soft"> · cancelled before all agents were compared</span>
        )}
      </p>
      {isWorking && <Progress workspace={workspace} isQuiet={answer?.complete ?? false} onCancel={cancel} />}
    </section>
  );
}

const TOKENS =
  'Claude Code puts the description of every agent into its roster. Estimated: what one agent instead of each cluster would save, and the agents that do not load because another has their name.';

interface ProgressProps {
  workspace: string;
  /** There is an answer already: what takes a moment only is not shown. */
  isQuiet: boolean;
  onCancel: () => void;
}

function Progress({ workspace, isQuiet, onCancel }: ProgressProps) {
  const progress = useDuplicatesProgress(workspace);
  const words = formatProgress(progress);
  return (
    <div
      className={`flex items-center gap-3 text-soft md:ml-auto ${isQuiet ? 'delay-500 transition-opacity starting:opacity-0' : ''}`}
    >
      <span>{words}</span>
      <progress
        aria-label="Comparison of the agents"
        value={progress?.done}
        max={progress?.total || 1}
        className="h-1 w-28 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <Button size="dense" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
