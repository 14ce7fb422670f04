'use client';
/** The merge board: sources, result and questions side by side, lit together. */

import { useRouter } from 'next/navigation';
import { lazy, useRef, useState } from 'react';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { OnceWanted } from '@/components/ui/once-wanted';
import { SplitPane } from '@/components/ui/split-pane';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import { useAgentLists } from '@/lib/client/use-agents';
import type {
  Action,
  DiscardMergeInput,
  FinishMergeInput,
  FinishMergeResult,
  MergeBoard as MergeBoardData,
  RebaseMergeInput,
  RebaseMergeResult,
  SaveMergeInput,
  SaveMergeResult,
  UndoMergeInput,
  UndoMergeResult,
} from '@/lib/contract';

import { listWords } from '@/lib/text';

import { BoardContext, type Column } from './board-context';
import { BoardHeader, HeaderActions } from './board-header';
import { BoardRemarks } from './board-remarks';
import { ColumnSwitch } from './column-switch';
import { DecideColumn } from './decide/decide-column';
import { DiscardDialog } from './dialogs/discard-dialog';
import { Meters } from './meters';
import { ResultColumn } from './result/result-column';
import { SourceColumn } from './sources/source-column';
import { BOARD_SPLIT } from './split';
import { useBoardCommands } from './use-board-commands';
import { type Overlay, useBoardState } from './use-board-state';
import { useLights } from './use-lights';

const RowMenu = lazy(async () => ({ default: (await import('./row-menu')).RowMenu }));
const DropDialog = lazy(async () => ({ default: (await import('./dialogs/drop-dialog')).DropDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('./dialogs/move-dialog')).MoveDialog }));
const HelpDialog = lazy(async () => ({ default: (await import('./dialogs/help-dialog')).HelpDialog }));
const FinishDialog = lazy(async () => ({ default: (await import('./dialogs/finish-dialog')).FinishDialog }));

export interface MergeBoardProps {
  workspace: string;
  board: MergeBoardData;
  /** Why the board could not be fetched anew; null when it could. */
  loadError: string | null;
  onReload: () => void;
  /** The remembered shares of the columns. */
  sizes: readonly number[];
  saveMerge: Action<SaveMergeInput, SaveMergeResult>;
  rebaseMerge: Action<RebaseMergeInput, RebaseMergeResult>;
  finishMerge: Action<FinishMergeInput, FinishMergeResult>;
  undoMerge: Action<UndoMergeInput, UndoMergeResult>;
  discardMerge: Action<DiscardMergeInput, unknown>;
}

export function MergeBoard(props: MergeBoardProps) {
  const { workspace, board, sizes } = props;
  const root = useRef<HTMLElement>(null);
  const { value, data, said, overlay, setOverlay } = useBoardState(
    { workspace, board, saveMerge: props.saveMerge, onReload: props.onReload },
    root,
  );
  const { session, state } = data;
  const [asked, setAsked] = useState<'discard' | 'undo' | null>(null);
  useLights(root, value.lights);
  useBoardCommands(root, value, setOverlay);
  const whole = useWholeMerge(props);
  // The menu closes after it has opened a dialog: that one stays.
  const closing = (kind: Overlay['kind']) => () => setOverlay((now) => (now?.kind === kind ? null : now));
  const header = {
    canUndo: state.canUndo,
    canRedo: state.canRedo,
    onFinish: () => setOverlay({ kind: 'finish' }),
    onHelp: () => setOverlay({ kind: 'help' }),
    onDiscard: () => setAsked('discard'),
    onUndoMerge: () => setAsked('undo'),
  };

  return (
    <BoardContext value={value}>
      <main ref={root} className="flex min-h-0 flex-1 flex-col">
        <BoardHeader {...header} />
        <Meters phase={state.phase} />
        <BoardRemarks
          saveError={state.phase === 'failed' ? state.error : null}
          onRetry={session.retry}
          loadError={props.loadError}
          onReload={props.onReload}
          movedBy={state.movedBy}
          onMoveSeen={session.acknowledgeMove}
          rebasing={whole.rebase.busy}
          rebaseError={whole.rebase.error}
          onRebase={() => whole.rebase.run({ workspace, mergeId: board.mergeId })}
        />
        <ColumnSwitch />
        <SplitPane
          id={BOARD_SPLIT.id}
          sizes={sizes}
          defaultSizes={BOARD_SPLIT.sizes}
          minimums={[260, 340, 280]}
          labels={['Sources', 'Result', 'Decide']}
          className={`flex-1 ${COLUMN_SHOWN[value.column]}`}
        >
          <SourceColumn />
          <ResultColumn />
          <DecideColumn />
        </SplitPane>
        <div className="order-last flex shrink-0 flex-wrap items-center justify-end gap-x-2 gap-y-1 border-t border-line bg-surface py-1 pr-3 pl-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] md:hidden">
          <ColumnSwitch phone />
          <HeaderActions {...header} />
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
      </main>
      <OnceWanted wanted={overlay?.kind === 'menu'}>
        <RowMenu
          target={overlay?.kind === 'menu' ? overlay.target : null}
          anchor={overlay?.kind === 'menu' ? overlay.anchor : null}
          onClose={closing('menu')}
        />
      </OnceWanted>
      <OnceWanted wanted={overlay?.kind === 'drop'}>
        <DropDialog units={overlay?.kind === 'drop' ? overlay.units : null} onClose={closing('drop')} />
      </OnceWanted>
      <OnceWanted wanted={overlay?.kind === 'move'}>
        <MoveDialog block={overlay?.kind === 'move' ? overlay.block : null} onClose={closing('move')} />
      </OnceWanted>
      <OnceWanted wanted={overlay?.kind === 'help'}>
        <HelpDialog open={overlay?.kind === 'help'} canEdit={value.canEdit} onClose={closing('help')} />
      </OnceWanted>
      <OnceWanted wanted={overlay?.kind === 'finish'}>
        <FinishDialog
          open={overlay?.kind === 'finish'}
          onClose={closing('finish')}
          revision={state.revision}
          finishMerge={props.finishMerge}
          onChanged={props.onReload}
        />
      </OnceWanted>
      <DiscardDialog
        open={asked === 'discard'}
        onClose={() => setAsked(null)}
        workspace={workspace}
        mergeId={board.mergeId}
        discardMerge={props.discardMerge}
      />
      <AlertDialog
        open={asked === 'undo'}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Undo this merge?"
        confirm="Undo merge"
        busy={whole.undo.busy}
        onConfirm={() => whole.undo.run({ workspace, mergeId: board.mergeId })}
      >
        All {board.sources.length} sources come back as they were before. What was changed in{' '}
        {board.result?.title ?? 'the result'} since then stays in its history.
        {whole.undo.error && <p className="mt-2 text-bad">{whole.undo.error.message}</p>}
      </AlertDialog>
    </BoardContext>
  );
}

// The row has five children: sources, divider, result, divider, decide. Which of them show is the width's affair,
// so that the server's page is right at once on every screen.
const COLUMN_SHOWN: Record<Column, string> = {
  sources: 'max-wide:*:nth-2:hidden max-wide:*:nth-3:hidden max-wide:*:nth-4:hidden max-wide:*:nth-5:hidden',
  result: 'max-wide:*:nth-1:hidden max-wide:*:nth-2:hidden max-wide:*:nth-4:hidden max-wide:*:nth-5:hidden',
  decide: 'max-wide:*:nth-1:hidden max-wide:*:nth-2:hidden max-wide:*:nth-3:hidden max-wide:*:nth-4:hidden',
};

/** What is done with the merge as a whole, and where one is afterwards. */
function useWholeMerge(props: MergeBoardProps) {
  const router = useRouter();
  const { workspace } = props;
  const { refresh } = useAgentLists(workspace);
  const rebase = useAction(props.rebaseMerge, ({ changed, gone }) => {
    props.onReload();
    const out = gone.length > 0 ? ` ${listWords(gone, 3)} left the merge.` : '';
    const now = changed.length > 0 ? `${listWords(changed, 3)} taken as now.` : '';
    showToast({ text: `${now}${out}`.trim() || 'The sources are as they were pinned', tone: 'good' });
  });
  const undo = useAction(props.undoMerge, ({ edited }) => {
    void refresh();
    const kept = edited ? '; what was changed in the result since is kept in its history' : '';
    showToast({ text: `The merge is undone: the sources are back in the list${kept}`, tone: 'good' });
    router.push(`/w/${workspace}/agents`);
  });
  return { rebase, undo };
}
