'use client';
/** How are many agents changed at once? Say what, look at each, do it, and take it back as one. */

import Link from 'next/link';
import { useEffect, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { formatCount, formatMany } from '@/components/ui/numbers';
import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { type BulkChange, changeFault, type ReplaceChange, type SetFieldChange } from '@/lib/bulk';
import type { AgentChoice } from '@/lib/contract';

import { BatchProgress } from './batch-progress';
import { FieldForm } from './field-form';
import { PreviewPane } from './preview-pane';
import { ReplaceForm } from './replace-form';
import { ALL_TICKED, itemsToChange } from './ticks';
import { type ChangeAction, useChange } from './use-change';
import { usePreview } from './use-preview';
import { type UndoAction, useUndo } from './use-undo';

export interface BulkRequest {
  choice: AgentChoice;
  count: number;
  /** What is shown first. */
  kind: BulkChange['kind'];
}

export interface BulkDialogProps {
  workspace: string;
  request: BulkRequest | null;
  onClose: () => void;
  /** Called whenever agents have changed. */
  onChanged: () => void;
  change: ChangeAction;
  undo: UndoAction;
}

export function BulkDialog(props: BulkDialogProps) {
  const { request, onClose } = props;
  const [stage, setStage] = useState<Stage>('choosing');
  const { title, description, isBusy } = STAGES[stage];
  return (
    <Dialog
      open={request !== null}
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={title ?? (request ? `Change ${formatMany(request.count, 'agent')}` : '')}
      description={description}
      size="full"
      persistent
      closable={!isBusy}
    >
      {request && <Work {...props} request={request} onStage={setStage} />}
    </Dialog>
  );
}

type Stage = 'choosing' | 'changing' | 'changed' | 'undoing' | 'undone';

/** What the window is about by then; while something is done it does not close. */
const STAGES: Record<Stage, { title?: string; description: string; isBusy: boolean }> = {
  choosing: { description: 'Nothing is changed before you have seen it.', isBusy: false },
  changing: {
    title: 'Changing agents',
    description: 'What is done stays, also when you stop it.',
    isBusy: true,
  },
  changed: {
    title: 'What was changed',
    description: 'Each agent that changed has a new version. All of it can be undone as one.',
    isBusy: false,
  },
  undoing: { title: 'Undoing the change', description: 'What others wrote since stays.', isBusy: true },
  undone: { title: 'What was undone', description: 'What others wrote since stays.', isBusy: false },
};

const SET_MODEL: SetFieldChange = { kind: 'set-field', key: 'model', how: 'set', values: [] };
const FIND: ReplaceChange = {
  ...{ kind: 'replace', scope: 'file', find: '', insert: '' },
  ...{ isPattern: false, matchCase: false, wholeWord: false },
};

interface WorkProps extends BulkDialogProps {
  request: BulkRequest;
  onStage: (stage: Stage) => void;
}

function Work({ workspace, request, onClose, onChanged, onStage, ...actions }: WorkProps) {
  const [kind, setKind] = useState(request.kind);
  const [field, setField] = useState(SET_MODEL);
  const [replace, setReplace] = useState(FIND);
  const [ticks, setTicks] = useState(ALL_TICKED);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => onStage('choosing'), [onStage]);
  const wanted = kind === 'replace' ? replace : field;
  const fault = changeFault(wanted);
  const preview = usePreview(workspace, request.choice, fault ? null : wanted, attempt);
  const changing = useChange(workspace, actions.change);
  const undoing = useUndo(workspace, actions.undo);
  const put =
    <Change,>(set: (change: Change) => void) =>
    (change: Change) => {
      setTicks(ALL_TICKED);
      set(change);
    };
  const items = preview ? itemsToChange(preview.agents, ticks) : [];
  // What is done is what is seen: while typing goes on, the preview is of what was typed before.
  const isSeen = preview?.isWhole === true && JSON.stringify(preview.change) === JSON.stringify(wanted);
  const isReady = isSeen && items.length > 0;

  async function during(work: Promise<void>, stage: 'changing' | 'undoing') {
    onStage(stage);
    await work;
    onStage(stage === 'changing' ? 'changed' : 'undone');
    onChanged();
  }
  const confirm = () => preview && void during(changing.begin(preview.change, items), 'changing');
  if (changing.batches.state !== 'idle')
    return (
      <Done
        {...{ workspace, changing, undoing, onClose }}
        onUndo={(bulkId) => void during(undoing.begin(bulkId, changing.batches.changed), 'undoing')}
      />
    );
  return (
    <div className="flex flex-col gap-3 md:h-[62dvh] md:flex-row">
      <div className="flex shrink-0 flex-col gap-3 md:w-76 md:overflow-y-auto md:pr-1">
        <Tabs value={kind} onValueChange={put(setKind)}>
          <TabList
            label="What to do"
            tabs={[
              { value: 'set-field', label: 'Set a field' },
              { value: 'replace', label: 'Find and replace' },
            ]}
          />
          <TabPanel value="set-field" className="flex flex-col gap-3 px-1 pt-3">
            <FieldForm change={field} onChange={put(setField)} />
          </TabPanel>
          <TabPanel value="replace" className="flex flex-col gap-3 px-1 pt-3">
            <ReplaceForm change={replace} fault={fault} onChange={put(setReplace)} />
          </TabPanel>
        </Tabs>
        <div className="flex gap-2 px-1 max-md:hidden">
          <Confirm count={items.length} isReady={isReady} onConfirm={confirm} />
        </div>
      </div>
      {preview ? (
        <PreviewPane
          {...{ workspace, preview, ticks }}
          onTicks={setTicks}
          onRetry={() => setAttempt((now) => now + 1)}
        />
      ) : (
        <p className="grid flex-1 place-items-center rounded-md border border-line p-6 text-center text-soft">
          {fault}
        </p>
      )}
      <div className="flex gap-2 md:hidden">
        <Confirm count={items.length} isReady={isReady} onConfirm={confirm} />
      </div>
    </div>
  );
}

function Confirm({ count, isReady, onConfirm }: { count: number; isReady: boolean; onConfirm: () => void }) {
  return (
    <>
      <Button tone="primary" disabled={!isReady} onClick={onConfirm}>
        {isReady ? `Change ${formatMany(count, 'agent')}` : 'Change'}
      </Button>
      <DialogClose render={<Button>Cancel</Button>} />
    </>
  );
}

interface DoneProps {
  workspace: string;
  changing: ReturnType<typeof useChange>;
  undoing: ReturnType<typeof useUndo>;
  onClose: () => void;
  onUndo: (bulkId: string) => void;
}

function Done({ workspace, changing, undoing, onClose, onUndo }: DoneProps) {
  const { bulkId, batches } = changing;
  const isUndone = undoing.batches.state !== 'idle';
  const isBusy = batches.state === 'running' || undoing.batches.state === 'running';
  return (
    <div className="flex flex-col gap-4">
      {isUndone ? (
        <BatchProgress
          workspace={workspace}
          batches={undoing.batches}
          verb="taken back"
          onStop={undoing.stop}
        />
      ) : (
        <BatchProgress workspace={workspace} batches={batches} verb="changed" onStop={changing.stop} />
      )}
      {!isBusy && (
        <div className="flex flex-wrap items-center gap-2">
          <Button tone="primary" onClick={onClose}>
            Close
          </Button>
          {bulkId && undoing.batches.state !== 'done' && (
            <Button onClick={() => onUndo(bulkId)}>
              {isUndone ? 'Go on undoing' : `Undo ${formatCount(batches.changed)} as one`}
            </Button>
          )}
          {bulkId && (
            <Link href={`/w/${workspace}/changes`} className="rounded-sm px-1 text-accent hover:underline">
              Changes of many
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
