'use client';
/** The merge board: sources, result and questions side by side, lit together. */

import { useRef } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { useReadOnlyPage } from '@/components/shortcuts/read-only-page';
import { SplitPane } from '@/components/ui/split-pane';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
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
import { Meters } from './meters';
import { Overlays } from './overlays';
import { ResultColumn } from './result/result-column';
import { SourceColumn } from './sources/source-column';
import { BOARD_SPLIT } from './split';
import { useBoardCommands } from './use-board-commands';
import { useBoardState } from './use-board-state';
import { useLights } from './use-lights';

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
  const { openKeys } = useShell();
  const { value, data, said, overlay, setOverlay } = useBoardState(
    { workspace, board, saveMerge: props.saveMerge, onReload: props.onReload },
    root,
  );
  const { session, state } = data;
  useLights(root, value.lights);
  useBoardCommands(root, value, setOverlay);
  useReadOnlyPage(!value.canEdit);
  const rebase = useRebase(props);
  const header = {
    canUndo: state.canUndo,
    canRedo: state.canRedo,
    onFinish: () => setOverlay({ kind: 'finish' }),
    onHelp: openKeys,
    onDiscard: () => setOverlay({ kind: 'discard' }),
    onUndoMerge: () => setOverlay({ kind: 'undo' }),
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
          rebasing={rebase.busy}
          rebaseError={rebase.error}
          onRebase={() => rebase.run({ workspace, mergeId: board.mergeId })}
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
      <Overlays
        overlay={overlay}
        setOverlay={setOverlay}
        revision={state.revision}
        onReload={props.onReload}
        finishMerge={props.finishMerge}
        undoMerge={props.undoMerge}
        discardMerge={props.discardMerge}
      />
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

/** Takes the sources as they are now, and says what that changed. */
function useRebase({ rebaseMerge, onReload }: MergeBoardProps) {
  return useAction(rebaseMerge, ({ changed, gone }) => {
    onReload();
    const out = gone.length > 0 ? ` ${listWords(gone, 3)} left the merge.` : '';
    const now = changed.length > 0 ? `${listWords(changed, 3)} taken as now.` : '';
    showToast({ text: `${now}${out}`.trim() || 'The sources are as they were pinned', tone: 'good' });
  });
}
