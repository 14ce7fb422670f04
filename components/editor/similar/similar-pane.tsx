'use client';
/** Which agents are like this one, and why? A quiet list beside the form. */

import { lazy, useState } from 'react';

import { TierWord } from '@/components/duplicates/tier-word';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/once-wanted';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { SimilarAgent } from '@/lib/contract';

import type { SimilarWatch } from './similar-watch';
import { useSimilarState } from './use-similar';

const PairDialog = lazy(async () => ({
  default: (await import('@/components/duplicates/pair-dialog')).PairDialog,
}));

export interface SimilarPaneProps {
  workspace: string;
  watch: SimilarWatch;
  /** The saved agent, to compare with; null while it is new. */
  agent: { agentId: string; title: string } | null;
}

export function SimilarPane({ workspace, watch, agent }: SimilarPaneProps) {
  const state = useSimilarState(watch);
  const [other, setOther] = useState<SimilarAgent | null>(null);
  if (!state) return null;
  const { agents, problem, isAsking } = state;
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <RetryNotice onRetry={() => watch.retry()}>Similar agents could not be found. {problem}</RetryNotice>
      )}
      {agents && agents.length > 0 && (
        <>
          <p className="text-soft">Agents of this workspace that are like the text as it stands here.</p>
          <ul className="flex flex-col">
            {agents.map((each) => (
              <Peer
                key={each.agentId}
                agent={each}
                href={`/w/${workspace}/agents/${each.agentId}`}
                onCompare={agent && (() => setOther(each))}
              />
            ))}
          </ul>
        </>
      )}
      {!problem && (agents === null || agents.length === 0) && (
        <Nothing isAsking={isAsking} isAnswered={agents !== null} />
      )}
      {agent && (
        <OnceWanted wanted={other !== null}>
          <PairDialog
            workspace={workspace}
            request={other && { agents: [agent, other], pair: [0, 1] }}
            onClose={() => setOther(null)}
          />
        </OnceWanted>
      )}
    </div>
  );
}

interface PeerProps {
  agent: SimilarAgent;
  href: string;
  onCompare: (() => void) | null;
}

function Peer({ agent, href, onCompare }: PeerProps) {
  const { title, description, reasons, tier, score } = agent;
  return (
    <li className="border-t border-line py-2.5 first:border-t-0 first:pt-0">
      <div className="flex items-center gap-2">
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="min-w-0 flex-1 truncate rounded-sm font-mono text-code font-medium hover:underline"
          aria-label={`${title}, opens in a new tab`}
        >
          {title}
        </a>
        {onCompare && (
          <Button size="dense" onClick={onCompare} title="Compares the saved texts">
            Compare
          </Button>
        )}
      </div>
      <TierWord tier={tier} score={score} />
      <p className="line-clamp-2 text-soft" title={description}>
        {description}
      </p>
      {reasons.length > 0 && (
        <ul className="mt-1 list-disc pl-4 text-small text-soft marker:text-faint">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Nothing({ isAsking, isAnswered }: { isAsking: boolean; isAnswered: boolean }) {
  if (isAnswered) return <p className="text-soft">No agent of this workspace is like this one.</p>;
  if (isAsking) {
    return (
      <div aria-hidden="true" className="flex flex-col gap-2">
        <Skeleton className="h-3 w-40" />
        <Skeleton className="h-3 w-24" />
        <Skeleton className="h-3 w-full" />
      </div>
    );
  }
  return (
    <p className="text-soft">
      Write a description: agents of this workspace that do the same job then stand here.
    </p>
  );
}
