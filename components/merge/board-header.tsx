'use client';
/** Which merge is this, and what can be done with it as a whole? */

import { CircleHelp, Ellipsis, Redo2, Trash2, Undo2 } from 'lucide-react';

import { PageHeader } from '@/components/shell/page-header';
import { ActionMenu } from '@/components/ui/action-menu';
import { Button, ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Status } from '@/components/ui/status';

import { useBoard } from './board-context';
import { progressOf } from './model/questions';

export interface BoardHeaderProps {
  canUndo: boolean;
  canRedo: boolean;
  onFinish: () => void;
  onHelp: () => void;
  onDiscard: () => void;
  onUndoMerge: () => void;
}

export function BoardHeader(props: BoardHeaderProps) {
  const { workspace, board } = useBoard();
  return (
    <PageHeader
      trail={[{ label: 'Duplicates', href: `/w/${workspace}/duplicates` }]}
      title={board.title}
      aside={<StatusWord />}
      foot={false}
      actions={<HeaderActions {...props} />}
    />
  );
}

/** The phone's bar shows them as well. */
export function HeaderActions(props: BoardHeaderProps) {
  const { board, canEdit } = useBoard();
  if (board.status !== 'draft') return <EndedActions {...props} />;
  return (
    <>
      <Progress />
      <HelpButton onHelp={props.onHelp} />
      {canEdit && <DraftActions {...props} />}
    </>
  );
}

/** A finished merge is read, and can be undone; an undone one is read only, for its result may be gone. */
function EndedActions({ onHelp, onUndoMerge }: BoardHeaderProps) {
  const { workspace, board } = useBoard();
  const isFinished = board.status === 'finished';
  return (
    <>
      <HelpButton onHelp={onHelp} />
      {isFinished && board.canEdit && (
        <Button icon={<Undo2 className="size-4" aria-hidden="true" />} onClick={onUndoMerge}>
          Undo merge
        </Button>
      )}
      {isFinished && board.result && (
        // A phone has no room for it; the remark under the figures leads there as well.
        <ButtonLink
          tone="primary"
          className="max-md:hidden"
          href={`/w/${workspace}/agents/${board.result.agentId}`}
        >
          Open the agent
        </ButtonLink>
      )}
    </>
  );
}

function Progress() {
  const { questions } = useBoard();
  const { decided, total } = progressOf(questions);
  if (total === 0) return null;
  return (
    <span className="mr-1 whitespace-nowrap text-soft max-md:hidden">
      <span className="font-medium text-ink">
        {decided} of {total}
      </span>{' '}
      decided
    </span>
  );
}

function DraftActions({ canUndo, canRedo, onDiscard, onFinish }: BoardHeaderProps) {
  const { acts } = useBoard();
  return (
    <>
      <div className="flex">
        <IconButton
          label="Undo"
          shortcut="U"
          disabled={!canUndo}
          icon={<Undo2 className="size-4" aria-hidden="true" />}
          onClick={acts.undo}
        />
        <IconButton
          label="Do again"
          shortcut="⇧U"
          className="max-md:hidden"
          disabled={!canRedo}
          icon={<Redo2 className="size-4" aria-hidden="true" />}
          onClick={acts.redo}
        />
      </div>
      <ActionMenu
        tone="quiet"
        aria-label="More about this draft"
        className="w-8 px-0!"
        actions={[
          {
            label: 'Throw the draft away…',
            tone: 'danger',
            icon: <Trash2 aria-hidden="true" />,
            detail: 'The sources are untouched',
            onSelect: onDiscard,
          },
        ]}
      >
        <Ellipsis className="size-4" aria-hidden="true" />
      </ActionMenu>
      <Button tone="primary" onClick={onFinish}>
        Finish…
      </Button>
    </>
  );
}

function HelpButton({ onHelp }: { onHelp: () => void }) {
  return (
    <IconButton
      label="Keys"
      shortcut="?"
      className="max-md:hidden"
      icon={<CircleHelp className="size-4" aria-hidden="true" />}
      onClick={onHelp}
    />
  );
}

const STATUS = {
  finished: { tone: 'good', word: 'finished' },
  undone: { tone: 'neutral', word: 'undone' },
  discarded: { tone: 'neutral', word: 'thrown away' },
} as const;

function StatusWord() {
  const { board } = useBoard();
  if (board.status === 'draft') return null;
  const { tone, word } = STATUS[board.status];
  return <Status tone={tone}>{word}</Status>;
}
