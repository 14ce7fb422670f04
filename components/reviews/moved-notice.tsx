/** What happened to the agents of a proposal since it was made, and how does it catch up? */

import type { ReactNode } from 'react';

import { Notice } from '@/components/ui/status';
import type { Review, ReviewAgent } from '@/lib/contract';

/** Returns what an updated proposal would propose: the newest versions of what is still there and not published. */
export function updatedAgents({ agents }: Review): { agentId: string; versionId: string }[] {
  return agents
    .filter(({ place, isDone }) => place === 'in-use' && !isDone)
    .map(({ agentId, versionId, newer }) => ({ agentId, versionId: newer?.versionId ?? versionId }));
}

const isMoved = ({ newer, stale, place }: ReviewAgent): boolean =>
  newer !== null || stale || place !== 'in-use';

export interface MovedNoticeProps {
  review: Review;
  /** The button that updates it, for those who may. */
  action: ReactNode;
}

export function MovedNotice({ review, action }: MovedNoticeProps) {
  const moved = review.agents.filter(isMoved);
  if (moved.length === 0) return null;
  const isOver = updatedAgents(review).length === 0;
  return (
    <Notice tone="attention">
      <ul>
        {moved.slice(0, MOST).map((agent) => (
          <li key={agent.agentId} className="wrap-anywhere">
            <span className="font-mono text-code">{agent.title}</span> {sinceThen(agent)}
          </li>
        ))}
        {moved.length > MOST && <li>and {(moved.length - MOST).toLocaleString('en-US')} more agents</li>}
      </ul>
      <p className="mt-1">
        {isOver
          ? 'Nothing is left to be published by this proposal. Withdraw it.'
          : 'Updating takes the newest versions, and leaves out what is put away or published already; what was approved of the former versions has to be approved anew.'}
      </p>
      {!isOver && action && <div className="mt-2">{action}</div>}
    </Notice>
  );
}

/** So many are named; a proposal has up to two hundred. */
const MOST = 5;

function sinceThen({ place, isDone, newer, number, stale }: ReviewAgent): string {
  if (place !== 'in-use') return `is in the ${place} now.`;
  if (isDone) return 'is published in its newest version already.';
  if (newer && stale) return `was saved as v${newer.number} since, and something else of it was published.`;
  if (newer) return `was saved as v${newer.number} since; v${number} is proposed.`;
  return 'has something else published since.';
}
