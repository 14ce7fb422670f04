'use client';
/** Take a publication back? Which versions would be published again is said before it is done. */

import { AlertDialog } from '@/components/ui/alert-dialog';
import type { ReviewAgent } from '@/lib/contract';

export interface UndoDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  agents: readonly ReviewAgent[];
  busy: boolean;
  onConfirm: () => void;
}

/** So many are named; a proposal has up to two hundred. */
const MOST = 8;

export function UndoDialog({ agents, ...dialog }: UndoDialogProps) {
  const rest = agents.length - MOST;
  return (
    <AlertDialog {...dialog} title="Undo the publication?" confirm="Undo it" tone="primary">
      <p>What was published before is published again, and this proposal is open again.</p>
      <ul className="mt-2">
        {agents.slice(0, MOST).map((agent) => (
          <li key={agent.agentId} className="wrap-anywhere">
            <span className="font-mono text-code text-ink">{agent.title}</span>: {backTo(agent)}
          </li>
        ))}
        {rest > 0 && <li>and {rest === 1 ? 'another agent' : `${rest} more agents`}</li>}
      </ul>
    </AlertDialog>
  );
}

/** What becomes of one agent, of which `number` is published now. */
function backTo({ baseNumber, number }: ReviewAgent): string {
  return baseNumber === null
    ? `v${number} now, then nothing is published`
    : `v${number} now, then v${baseNumber} again`;
}
