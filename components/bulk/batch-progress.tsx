'use client';
/** How far is it, how did it end, and which agents were left alone? */

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { formatCount, formatMany } from '@/components/ui/numbers';
import { Notice, Status } from '@/components/ui/status';
import type { LeftAlone } from '@/lib/contract';

import type { Batches } from './use-batches';

/** Enough to see what kind they are; the history of each agent has the rest. */
const MOST_LEFT = 200;

export interface BatchProgressProps {
  workspace: string;
  batches: Batches;
  /** "changed", "taken back". */
  verb: string;
  onStop: () => void;
}

export function BatchProgress({ workspace, batches, verb, onStop }: BatchProgressProps) {
  const { state, done, total, changed, left, error } = batches;
  const share = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <div className="flex flex-col gap-3">
      {state === 'running' ? (
        <div className="flex items-center gap-3">
          <div className="min-w-0 flex-1">
            <p className="mb-1.5 tabular-nums">
              {formatCount(done)} of {formatCount(total)}
            </p>
            <div
              role="progressbar"
              aria-label={`Agents ${verb}`}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={share}
              className="h-1 overflow-hidden rounded-full bg-line"
            >
              <div className="h-full bg-accent transition-[width]" style={{ width: `${share}%` }} />
            </div>
          </div>
          <Button onClick={onStop}>Stop</Button>
        </div>
      ) : (
        <p role="status">
          <Status tone={state === 'done' ? 'good' : 'attention'} className="whitespace-normal!">
            {outcomeWords(batches, verb)}
          </Status>
        </p>
      )}
      {error && (
        <Notice tone="bad">
          {error} {changed > 0 && 'What was done before stays, and can be undone.'}
        </Notice>
      )}
      {left.length > 0 && <LeftList workspace={workspace} left={left} />}
    </div>
  );
}

function outcomeWords({ state, done, total, changed }: Batches, verb: string): string {
  const what = `${formatMany(changed, 'agent')} ${verb}`;
  if (state === 'done') return `${what}.`;
  return `${what}; ${state === 'stopped' ? 'stopped' : 'broken off'} after ${formatCount(done)} of ${formatCount(total)}.`;
}

function LeftList({ workspace, left }: { workspace: string; left: readonly LeftAlone[] }) {
  return (
    <section aria-label="Left as they are">
      <h3 className="mb-1 font-medium">{formatMany(left.length, 'agent')} left alone</h3>
      <ul className="max-h-[40dvh] divide-y divide-line overflow-y-auto border-y border-line">
        {left.slice(0, MOST_LEFT).map(({ agentId, title, message }) => (
          <li key={agentId} className="flex flex-wrap gap-x-2 py-1.5">
            <Link
              href={`/w/${workspace}/agents/${agentId}`}
              className="truncate rounded-sm font-mono text-code font-medium text-accent hover:underline"
            >
              {title}
            </Link>
            <span className="text-soft">{message}</span>
          </li>
        ))}
        {left.length > MOST_LEFT && (
          <li className="py-1.5 text-soft">and {formatCount(left.length - MOST_LEFT)} more</li>
        )}
      </ul>
    </section>
  );
}
