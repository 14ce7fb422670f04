'use client';
/** What may agents do by this that they may not do now? Each thing is ticked off by itself. */

import { Checkbox } from '@/components/ui/checkbox';
import { Notice, Status } from '@/components/ui/status';
import type { Review } from '@/lib/contract';

export interface WideningListProps {
  review: Review;
  /** Null where nothing is to be ticked any more. */
  ticks: ReadonlySet<string> | null;
  onTicks: (ticks: ReadonlySet<string>) => void;
}

export function WideningList({ review, ticks, onTicks }: WideningListProps) {
  const agents = review.agents.filter(({ widenings }) => widenings.length > 0);
  const total = agents.reduce((sum, { widenings }) => sum + widenings.length, 0);
  if (total === 0) {
    const than = review.state === 'open' ? 'than it may now' : 'than before';
    return <Notice tone="good">No agent may do more by this {than}.</Notice>;
  }
  const isDone = ticks !== null && ticks.size === total;

  function toggle(tick: string) {
    const next = new Set(ticks);
    if (!next.delete(tick)) next.add(tick);
    onTicks(next);
  }

  return (
    <section aria-labelledby="widenings" className="rounded-md border border-attention">
      <div className="flex flex-wrap items-center gap-x-3 border-b border-line px-4 py-2.5">
        <h2 id="widenings" className="text-heading">
          New powers
        </h2>
        <Status tone={isDone ? 'good' : 'attention'} className="ml-auto">
          {ticks ? `${[...ticks].length} of ${total} ticked` : `${total} in all`}
        </Status>
      </div>
      {agents.map(({ agentId, title, widenings }) => (
        <fieldset key={agentId} className="border-b border-line px-4 py-3 last:border-b-0">
          <legend className="sr-only">{title}</legend>
          <p aria-hidden="true" className="mb-1.5 font-mono text-code font-medium">
            {title}
          </p>
          <ul className="flex flex-col gap-1.5">
            {widenings.map(({ tick, words, detail }) => (
              <li key={tick}>
                {ticks ? (
                  <Checkbox
                    checked={ticks.has(tick)}
                    onChange={() => toggle(tick)}
                    label={words}
                    detail={detail && <span className="wrap-anywhere">{detail}</span>}
                  />
                ) : (
                  <>
                    {words}
                    {detail && <span className="block text-small wrap-anywhere text-soft">{detail}</span>}
                  </>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </section>
  );
}
