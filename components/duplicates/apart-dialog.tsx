'use client';

/** Which members of a cluster are something else? Each that is chosen is set apart from all others. */

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { formatMany } from '@/components/ui/numbers';
import type { DuplicateCluster } from '@/lib/contract';

import { ChooseMembers } from './choose-members';
import { pairsApart } from './model/pairs';
import type { Apart } from './use-apart';

export interface ApartDialogProps {
  /** Null while it is closed. */
  cluster: DuplicateCluster | null;
  apart: Apart;
  onClose: () => void;
}

export function ApartDialog({ cluster, apart, onClose }: ApartDialogProps) {
  const [last, setLast] = useState(cluster);
  if (cluster && cluster !== last) setLast(cluster);
  const shown = cluster ?? last;
  if (!shown) return null;
  return <Choice key={shown.id} cluster={shown} apart={apart} open={cluster !== null} onClose={onClose} />;
}

interface ChoiceProps extends ApartDialogProps {
  cluster: DuplicateCluster;
  open: boolean;
}

function Choice({ cluster, apart, open, onClose }: ChoiceProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { members } = cluster;
  const pairs = pairsApart(
    members.map(({ agentId }) => agentId),
    chosen,
  );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Not duplicates in “${cluster.title}”`}
      description="Choose the agents that do not belong with the others. It is remembered by pair, with your name, and can be undone."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            tone="primary"
            busy={apart.busy}
            disabled={pairs.length === 0}
            onClick={async () => {
              if (await apart.setApart(pairs)) onClose();
            }}
          >
            {pairs.length === 0 ? 'Choose an agent' : `Set apart ${formatMany(pairs.length, 'pair')}`}
          </Button>
        </>
      }
    >
      <ChooseMembers
        label="Agents that are something else"
        members={members}
        chosen={chosen}
        onChange={setChosen}
      />
    </Dialog>
  );
}
