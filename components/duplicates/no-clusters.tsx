/** Why is there no cluster to see, and what can be done? */

import { Bot, CircleCheck, CircleSlash, SearchX } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount, formatMany } from '@/components/ui/numbers';
import { RetryNotice } from '@/components/ui/retry-notice';

export function NothingToCompare({ workspace, agents }: { workspace: string; agents: number }) {
  return (
    <EmptyState
      icon={<Bot />}
      title={agents === 0 ? 'No agents yet' : 'Only one agent'}
      actions={<ButtonLink href={`/w/${workspace}/agents`}>Go to the agents</ButtonLink>}
    >
      Import the agents of several people or projects: Muster then finds the files that are the same, those
      that were copied, and those that do the same job in other words.
    </EmptyState>
  );
}

export function NoneAlike({ agents, dismissed }: { agents: number; dismissed: number }) {
  return (
    <EmptyState icon={<CircleCheck />} title="No two agents are alike">
      {formatCount(agents)} agents were compared, each with each other: no two are the same file, share copied
      text, or have the same role.
      {dismissed > 0 && ` Left out: ${formatMany(dismissed, 'pair')} that somebody called not duplicates.`}
    </EmptyState>
  );
}

export function NoneMatches({ total, onClear }: { total: number; onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No cluster passes the filters"
      actions={<Button onClick={onClear}>Clear the filters</Button>}
    >
      {total === 1
        ? 'There is 1 cluster without them.'
        : `There are ${formatCount(total)} clusters without them.`}
    </EmptyState>
  );
}

export function Cancelled({ onRepeat }: { onRepeat: () => void }) {
  return (
    <EmptyState
      icon={<CircleSlash />}
      title="The comparison was cancelled"
      actions={<Button onClick={onRepeat}>Compare the agents</Button>}
    >
      Nothing was changed.
    </EmptyState>
  );
}

export function NotCompared({ message, onRepeat }: { message: string; onRepeat: () => void }) {
  return (
    <div className="p-4">
      <RetryNotice onRetry={onRepeat}>The agents could not be compared. {message}</RetryNotice>
    </div>
  );
}
