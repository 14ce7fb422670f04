'use client';
/** What lies over the board? A menu or a window, each loaded when it is wanted first. */

import { type Dispatch, lazy, type SetStateAction } from 'react';

import { OnceWanted } from '@/components/ui/once-wanted';
import type {
  Action,
  DiscardMergeInput,
  FinishMergeInput,
  FinishMergeResult,
  UndoMergeInput,
  UndoMergeResult,
} from '@/lib/contract';

import { type RowTarget, useBoard } from './board-context';

/** What lies over the board, and what it is about. */
export type Overlay =
  | { kind: 'menu'; target: RowTarget; anchor: HTMLElement }
  | { kind: 'drop'; units: readonly string[] }
  | { kind: 'move'; block: string }
  | { kind: 'finish' | 'discard' | 'undo' };

type Kind = Overlay['kind'];

const RowMenu = lazy(async () => ({ default: (await import('./row-menu')).RowMenu }));
const DropDialog = lazy(async () => ({ default: (await import('./dialogs/drop-dialog')).DropDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('./dialogs/move-dialog')).MoveDialog }));
const FinishDialog = lazy(async () => ({ default: (await import('./dialogs/finish-dialog')).FinishDialog }));
const DiscardDialog = lazy(async () => ({
  default: (await import('./dialogs/discard-dialog')).DiscardDialog,
}));
const UndoDialog = lazy(async () => ({ default: (await import('./dialogs/undo-dialog')).UndoDialog }));

export interface OverlaysProps {
  overlay: Overlay | null;
  setOverlay: Dispatch<SetStateAction<Overlay | null>>;
  /** That of the decisions, to finish with. */
  revision: number;
  onReload: () => void;
  finishMerge: Action<FinishMergeInput, FinishMergeResult>;
  undoMerge: Action<UndoMergeInput, UndoMergeResult>;
  discardMerge: Action<DiscardMergeInput, unknown>;
}

export function Overlays({ overlay, setOverlay, revision, onReload, ...actions }: OverlaysProps) {
  const { workspace, board } = useBoard();
  const shows = (kind: Kind) => overlay?.kind === kind;
  // The menu closes after it has opened a dialog: that one stays.
  const closing = (kind: Kind) => () => setOverlay((now) => (now?.kind === kind ? null : now));
  const window = (kind: Kind) => ({ open: shows(kind), onClose: closing(kind) });
  return (
    <>
      <OnceWanted wanted={shows('menu')}>
        <RowMenu
          target={overlay?.kind === 'menu' ? overlay.target : null}
          anchor={overlay?.kind === 'menu' ? overlay.anchor : null}
          onClose={closing('menu')}
        />
      </OnceWanted>
      <OnceWanted wanted={shows('drop')}>
        <DropDialog units={overlay?.kind === 'drop' ? overlay.units : null} onClose={closing('drop')} />
      </OnceWanted>
      <OnceWanted wanted={shows('move')}>
        <MoveDialog block={overlay?.kind === 'move' ? overlay.block : null} onClose={closing('move')} />
      </OnceWanted>
      <OnceWanted wanted={shows('finish')}>
        <FinishDialog
          {...window('finish')}
          revision={revision}
          finishMerge={actions.finishMerge}
          onChanged={onReload}
        />
      </OnceWanted>
      <OnceWanted wanted={shows('discard')}>
        <DiscardDialog
          {...window('discard')}
          workspace={workspace}
          mergeId={board.mergeId}
          discardMerge={actions.discardMerge}
        />
      </OnceWanted>
      <OnceWanted wanted={shows('undo')}>
        <UndoDialog {...window('undo')} undoMerge={actions.undoMerge} />
      </OnceWanted>
    </>
  );
}
