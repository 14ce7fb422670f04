'use client';
/** Why are two agents held to be alike, and what sets them apart? The evidence, side by side. */

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { Notice } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import { usePair } from '@/lib/client/use-duplicates';
import type { PairAnswer } from '@/lib/contract';

import { PairEvidence } from './pair-evidence';
import type { Apart } from './use-apart';

export interface ComparedAgent {
  agentId: string;
  title: string;
}

export interface PairRequest {
  /** Those among which one may choose. */
  agents: readonly ComparedAgent[];
  /** The two that are compared first. */
  pair: readonly [number, number];
}

export interface PairDialogProps {
  workspace: string;
  /** Null while it is closed. */
  request: PairRequest | null;
  onClose: () => void;
  /** Absent for those who may not. */
  apart?: Apart;
  onMerge?: (agents: readonly ComparedAgent[]) => void;
}

export function PairDialog({ request, onClose, ...rest }: PairDialogProps) {
  // What was shown stays while the window goes.
  const [last, setLast] = useState(request);
  if (request && request !== last) setLast(request);
  const shown = request ?? last;
  return (
    shown && (
      <Compared
        key={`${shown.agents.map(({ agentId }) => agentId).join()} ${shown.pair.join()}`}
        {...rest}
        request={shown}
        open={request !== null}
        onClose={onClose}
      />
    )
  );
}

interface ComparedProps extends Omit<PairDialogProps, 'request'> {
  request: PairRequest;
  open: boolean;
}

function Compared({ workspace, request, open, onClose, apart, onMerge }: ComparedProps) {
  const { agents } = request;
  const [[one, other], setPair] = useState<readonly [number, number]>(request.pair);
  const [a, b] = [agents[one], agents[other]];
  const { data, error, isFetching, refetch } = usePair(workspace, a?.agentId ?? '', b?.agentId ?? '');
  if (!a || !b) return null;
  const choose = (side: 0 | 1) => (at: number) =>
    setPair(at === [other, one][side] ? [other, one] : side === 0 ? [at, other] : [one, at]);

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      size="full"
      title="Compare two agents"
      footer={
        data &&
        (apart || onMerge) && (
          <>
            {apart && !data.dismissed && (
              <Button
                busy={apart.busy}
                onClick={async () => {
                  if (await apart.setApart([[a.agentId, b.agentId]])) onClose();
                }}
              >
                Not duplicates
              </Button>
            )}
            {onMerge && (
              <Button tone="primary" onClick={() => onMerge([a, b])}>
                Merge these two…
              </Button>
            )}
          </>
        )
      }
    >
      <div className="grid grid-cols-2 gap-4 pt-1 pb-3">
        <Side label="Left" agents={agents} at={one} onChoose={choose(0)} workspace={workspace} />
        <Side label="Right" agents={agents} at={other} onChoose={choose(1)} workspace={workspace} />
      </div>
      {data?.dismissed && (
        <Dismissed dismissed={data.dismissed} apart={apart} pair={[a.agentId, b.agentId]} />
      )}
      {data && <PairEvidence answer={data} />}
      {!data && error && (
        <RetryNotice busy={isFetching} onRetry={() => void refetch()}>
          The two could not be compared. {error.message}
        </RetryNotice>
      )}
      {!data && !error && <EvidenceSkeleton />}
    </Dialog>
  );
}

interface SideProps {
  label: string;
  workspace: string;
  agents: readonly ComparedAgent[];
  at: number;
  onChoose: (at: number) => void;
}

/** Which agent stands on this side; of more than two, any other can be put there. */
function Side({ label, workspace, agents, at, onChoose }: SideProps) {
  const agent = agents[at];
  return (
    <div className="flex min-w-0 items-center gap-2">
      {agents.length > 2 ? (
        <Select
          dense
          aria-label={label}
          options={agents.map(({ title }, place) => ({
            value: String(place),
            label: `${place + 1} · ${title}`,
          }))}
          value={String(at)}
          onValueChange={(place) => onChoose(Number(place))}
          className="font-mono text-code! max-md:h-10!"
        />
      ) : (
        <span className="min-w-0 truncate font-mono text-code font-medium" title={agent?.title}>
          {agent?.title}
        </span>
      )}
      <a
        href={`/w/${workspace}/agents/${agent?.agentId}`}
        target="_blank"
        rel="noreferrer"
        className="shrink-0 rounded-sm text-accent hover:underline"
        aria-label={`Open ${agent?.title} in a new tab`}
      >
        Open
      </a>
    </div>
  );
}

interface DismissedProps {
  dismissed: NonNullable<PairAnswer['dismissed']>;
  apart: Apart | undefined;
  pair: [string, string];
}

function Dismissed({ dismissed, apart, pair }: DismissedProps) {
  return (
    <div className="pb-4">
      <Notice
        tone="neutral"
        actions={
          apart && (
            <Button size="dense" busy={apart.busy} onClick={() => void apart.takeBack([pair])}>
              Undo
            </Button>
          )
        }
      >
        {dismissed.by} said that these are not duplicates (<TimeAgo time={dismissed.at} />
        ). They are in no cluster together.
      </Notice>
    </div>
  );
}

/** The shape of the evidence while it is not there. */
function EvidenceSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">Comparing the two agents</span>
      <Skeleton className="h-4 w-1/2" />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-3 w-2/3" />
        <Skeleton className="h-3 w-3/5" />
        <Skeleton className="h-3 w-2/3" />
      </div>
      {['a', 'b', 'c', 'd'].map((row) => (
        <div key={row} className="grid grid-cols-2 gap-4">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </div>
      ))}
    </div>
  );
}
