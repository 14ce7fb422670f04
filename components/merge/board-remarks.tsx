'use client';
/** What concerns the whole board? It was not saved, somebody else decided, a source has changed, it is finished. */

import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import { formatMinute } from '@/lib/client/time';
import type { ActionError } from '@/lib/contract';
import { listWords } from '@/lib/text';

import { useBoard } from './board-context';

export interface BoardRemarksProps {
  saveError: ActionError | null;
  onRetry: () => void;
  /** The proposal could not be fetched. */
  loadError: string | null;
  onReload: () => void;
  movedBy: string | null;
  onMoveSeen: () => void;
  rebasing: boolean;
  rebaseError: ActionError | null;
  onRebase: () => void;
}

export function BoardRemarks(props: BoardRemarksProps) {
  const { board } = useBoard();
  const { saveError, loadError, movedBy } = props;
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line px-3 py-2 empty:hidden">
      {saveError && (
        <Notice tone="bad" actions={<Act onAct={props.onRetry}>Try again</Act>}>
          Not saved. {saveError.message} Your decisions stand on this page until it is closed.{' '}
          {saveError.ref && <span className="text-soft">Reference {saveError.ref}.</span>}
        </Notice>
      )}
      {!saveError && loadError && (
        <Notice tone="bad" actions={<Act onAct={props.onReload}>Try again</Act>}>
          The result could not be worked out anew; what stands here is older than your decisions. {loadError}
        </Notice>
      )}
      {movedBy && (
        <Notice tone="neutral" actions={<Act onAct={props.onMoveSeen}>Understood</Act>}>
          {movedBy} decided here as well. Both stand: where you decided the same thing, yours, which came
          last.
        </Notice>
      )}
      <Changed {...props} />
      {board.status === 'finished' && <Finished />}
      {board.status === 'undone' && (
        <Notice tone="neutral">
          This merge was undone by {board.updatedBy} on {formatMinute(board.updatedAt)}. The sources are back
          in the list as they were.
        </Notice>
      )}
      {board.status === 'discarded' && (
        <Notice tone="neutral">This draft was thrown away. The sources were never touched.</Notice>
      )}
      {board.status === 'draft' && !board.canEdit && (
        <Notice tone="neutral">
          You can look at this merge. To decide you need the role of an editor: ask an admin of the workspace.
        </Notice>
      )}
    </div>
  );
}

function Act({ onAct, busy, children }: { onAct: () => void; busy?: boolean; children: string }) {
  return (
    <Button size="dense" busy={busy} onClick={onAct}>
      {children}
    </Button>
  );
}

function Changed({ rebasing, rebaseError, onRebase }: BoardRemarksProps) {
  const { board, canEdit } = useBoard();
  if (board.status !== 'draft') return null;
  const changed = board.sources.filter(({ changed, gone }) => changed && !gone).map(({ title }) => title);
  const gone = board.sources.filter((source) => source.gone).map(({ title }) => title);
  if (changed.length === 0 && gone.length === 0) return null;
  return (
    <Notice
      tone="attention"
      actions={
        canEdit && (
          <Act busy={rebasing} onAct={onRebase}>
            Rebase
          </Act>
        )
      }
    >
      {changed.length > 0 &&
        `${listWords(changed, 3)} ${changed.length === 1 ? 'has' : 'have'} changed since this merge began. `}
      {gone.length > 0 &&
        `${listWords(gone, 3)} ${gone.length === 1 ? 'was' : 'were'} deleted or merged elsewhere meanwhile. `}
      {canEdit &&
        'Rebase takes the texts as they are now; your decisions stay, and those that no longer apply are shown.'}
      {rebaseError && <span className="mt-1 block text-bad">{rebaseError.message}</span>}
    </Notice>
  );
}

function Finished() {
  const { workspace, board } = useBoard();
  return (
    <Notice tone="good">
      Finished
      {board.result && (
        <>
          {' '}
          into{' '}
          <Link
            href={`/w/${workspace}/agents/${board.result.agentId}`}
            className="rounded-sm font-mono text-code underline underline-offset-2"
          >
            {board.result.title}
          </Link>
        </>
      )}{' '}
      by {board.updatedBy} on {formatMinute(board.updatedAt)}. This is the account of it: what was decided,
      and what became of every instruction.
    </Notice>
  );
}
