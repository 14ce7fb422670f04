'use client';
/** What are the files that were brought, which of them are wanted, and what became of each? */

import { useCallback, useMemo, useRef, useState } from 'react';

import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/status';
import type { PickedFile } from '@/lib/client/dropped-files';
import type { ImportLimits, SameName } from '@/lib/contract';

import { descriptionOf, titleOf } from './dialog-words';
import { ImportFilters } from './import-filters';
import { ImportFooter } from './import-footer';
import { ImportRows } from './import-rows';
import { filterRows, type ImportRow, isOffer, type RowState } from './model/import-rows';
import type { ImportSession, ImportState } from './model/import-session';
import { SameNameBar } from './same-name-bar';
import { useImport } from './use-import';

export interface ImportDialogProps {
  workspace: string;
  limits: ImportLimits;
  /** Null when there is no import. */
  files: readonly PickedFile[] | null;
  onWritten: () => void;
  onClose: () => void;
}

export function ImportDialog({ onClose, ...options }: ImportDialogProps) {
  const running = useImport(options);
  const primary = useRef<HTMLButtonElement>(null);
  const state = running?.state;
  const isBusy = state?.stage === 'reading' || state?.stage === 'writing';
  const close = () => {
    running?.session.stop();
    onClose();
  };
  return (
    <Dialog
      open={options.files !== null && running !== null}
      onOpenChange={(open) => !open && close()}
      initialFocus={primary}
      persistent
      closable={!isBusy}
      size="full"
      title={state ? titleOf(state) : 'Import'}
      description={state ? descriptionOf(state) : undefined}
      footer={running && <ImportFooter {...running} primary={primary} onClose={close} />}
    >
      {running && <Content {...running} workspace={options.workspace} />}
    </Dialog>
  );
}

interface ContentProps {
  session: ImportSession;
  state: ImportState;
  workspace: string;
}

function Content({ session, state, workspace }: ContentProps) {
  const { stage, rows, notices, failure, sameName } = state;
  const [filter, setFilter] = useState<RowState | null>(null);
  const [words, setWords] = useState('');
  const isShown = filter !== null && rows.some((row) => row.state === filter);
  const shown = useMemo(
    () => filterRows(rows, isShown && filter ? new Set([filter]) : null, words),
    [rows, isShown, filter, words],
  );
  const onTick = useCallback((id: number, ticked: boolean) => session.tick(new Set([id]), ticked), [session]);
  const onAnswer = useCallback((id: number, choice: SameName) => session.answer(id, choice), [session]);
  const namesakes = rows.filter((row) => row.state === 'same-name').length;
  return (
    <>
      {(stage === 'reading' || stage === 'writing') && <Progress state={state} />}
      {failure && (
        <div className="mb-2">
          <Notice tone="bad">{failure}</Notice>
        </div>
      )}
      {notices.map((notice) => (
        <div key={notice} className="mb-2">
          <Notice tone="attention">{notice}</Notice>
        </div>
      ))}
      {stage === 'preview' && namesakes > 0 && (
        <SameNameBar count={namesakes} value={sameName} onValueChange={(value) => session.answerAll(value)} />
      )}
      <ImportFilters
        rows={rows}
        state={isShown ? filter : null}
        onState={setFilter}
        words={words}
        onWords={setWords}
      />
      {stage === 'preview' && <TickAll session={session} shown={shown} />}
      {shown.length === 0 && rows.length > 0 && (
        <p className="py-6 text-center text-soft">No file matches.</p>
      )}
      {shown.length > 0 && (
        <ImportRows
          rows={shown}
          workspace={workspace}
          sameName={sameName}
          choosing={stage === 'preview'}
          onTick={onTick}
          onAnswer={onAnswer}
        />
      )}
    </>
  );
}

function TickAll({ session, shown }: { session: ImportSession; shown: readonly ImportRow[] }) {
  const offers = shown.filter(isOffer);
  const ticked = offers.filter((row) => row.ticked).length;
  if (offers.length === 0) return null;
  return (
    <div className="px-3 py-1.5">
      <Checkbox
        label={`${ticked.toLocaleString('en-US')} of ${offers.length.toLocaleString('en-US')} chosen`}
        checked={ticked === offers.length}
        indeterminate={ticked > 0 && ticked < offers.length}
        onChange={(event) => session.tick(new Set(offers.map(({ id }) => id)), event.target.checked)}
      />
    </div>
  );
}

function Progress({ state: { stage, sent, total } }: { state: ImportState }) {
  const share = total === 0 ? 0 : Math.min(100, Math.round((100 * sent) / total));
  return (
    <div
      role="progressbar"
      aria-label={stage === 'reading' ? 'Files read' : 'Files imported'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      className="mb-3 h-1 overflow-hidden rounded-full bg-line"
    >
      <div className="h-full bg-accent transition-[width]" style={{ width: `${share}%` }} />
    </div>
  );
}
