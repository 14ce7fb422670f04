'use client';

/** Which members are to become one agent? Nothing changes yet: the next page shows what one file would be. */

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { formatCount, formatMany } from '@/components/ui/numbers';
import { Notice } from '@/components/ui/status';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateMergeInput } from '@/lib/contract';

import { ChooseMembers, type ChooseMembersProps } from './choose-members';

export type CreateMergeAction = Action<CreateMergeInput, { mergeId: string }>;

export interface MergeRequest {
  title: string;
  members: ChooseMembersProps['members'];
}

export interface MergeDialogProps {
  workspace: string;
  /** Null while it is closed. */
  request: MergeRequest | null;
  /** As many as one merge takes. */
  maxSources: number;
  createMerge: CreateMergeAction;
  onClose: () => void;
}

export function MergeDialog({ request, ...rest }: MergeDialogProps) {
  const [last, setLast] = useState(request);
  if (request && request !== last) setLast(request);
  const shown = request ?? last;
  if (!shown) return null;
  const key = shown.members.map(({ agentId }) => agentId).join();
  return <Choice key={key} {...rest} request={shown} open={request !== null} />;
}

interface ChoiceProps extends Omit<MergeDialogProps, 'request'> {
  request: MergeRequest;
  open: boolean;
}

function Choice({ workspace, request, maxSources, createMerge, open, onClose }: ChoiceProps) {
  const { title, members } = request;
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(members.slice(0, maxSources).map(({ agentId }) => agentId)),
  );
  const merging = useAction(createMerge, ({ mergeId }) => router.push(`/w/${workspace}/merges/${mergeId}`));
  const isTooMany = chosen.size > maxSources;
  const create = () =>
    merging.run({
      workspace,
      agentIds: members.map(({ agentId }) => agentId).filter((agentId) => chosen.has(agentId)),
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Merge “${title}”`}
      description="The next page shows what one file would be and what becomes of every instruction. Nothing changes until you finish there."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button tone="primary" busy={merging.busy} disabled={chosen.size < 2 || isTooMany} onClick={create}>
            {chosen.size < 2 ? 'Choose at least two' : `Merge ${formatMany(chosen.size, 'agent')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {merging.error && <Notice tone="bad">{merging.error.message}</Notice>}
        {members.length > maxSources && (
          <Notice tone={isTooMany ? 'attention' : 'neutral'}>
            {isTooMany
              ? `${formatCount(chosen.size)} are chosen; one merge takes at most ${formatCount(maxSources)}.`
              : `One merge takes at most ${formatCount(maxSources)} of these ${formatCount(members.length)} agents: the first are chosen. Merge the result with the others afterwards.`}
          </Notice>
        )}
        <ChooseMembers label="Agents to merge" members={members} chosen={chosen} onChange={setChosen} />
      </div>
    </Dialog>
  );
}
