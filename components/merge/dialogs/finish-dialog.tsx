'use client';
/** Where does the result go, and what happens to the sources? Said before it is done. */

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import { useAgentLists } from '@/lib/client/use-agents';
import type { Action, FinishMergeInput, FinishMergeResult, MergeBoard } from '@/lib/contract';
import { listWords } from '@/lib/text';

import { useBoard } from '../board-context';
import { compareLetters } from '../letter';
import { subjectOf } from '../model/board-words';

export interface FinishDialogProps {
  open: boolean;
  onClose: () => void;
  revision: number;
  finishMerge: Action<FinishMergeInput, FinishMergeResult>;
  /** Sources have changed, or somebody else decided: nothing was written, and the board says what. */
  onChanged: () => void;
}

const NEW = 'new';

export function FinishDialog({ open, onClose, revision, finishMerge, onChanged }: FinishDialogProps) {
  const { workspace, board, sources, stale } = useBoard();
  const [into, setInto] = useState(NEW);
  const [message, setMessage] = useState('');
  const letterOf = (id: string) => sources.get(id)?.letter ?? '?';
  const agents = board.sources
    .filter(({ gone }) => !gone)
    .sort((a, b) => compareLetters(letterOf(a.agentId), letterOf(b.agentId)));
  const finish = useFinish({ finishMerge, onClose, onChanged });
  const others = into === NEW ? agents : agents.filter(({ agentId }) => agentId !== into);

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Make ${board.sources.length} agents one`}
      description="The result becomes a version whose parents are all the sources. Ledger and decisions are kept with it."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            tone="primary"
            busy={finish.busy}
            disabled={stale || board.blockers.length > 0}
            onClick={() =>
              finish.run({
                workspace,
                mergeId: board.mergeId,
                revision,
                into: into === NEW ? { kind: 'new' } : { kind: 'source', agentId: into },
                message: message.trim() || undefined,
              })
            }
          >
            Finish the merge
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Remarks />
        <Into agents={agents} value={into} onValueChange={setInto} />
        <p className="text-soft">
          {into === NEW ? `The ${others.length} sources are` : <OtherWords count={others.length} />} archived,
          with a note that says where they went. Nothing is deleted: “Undo merge” brings them back.
        </p>
        <Field label="What changed" help="Shown in the history; may stay empty.">
          <Input
            value={message}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setMessage(event.target.value)}
          />
        </Field>
        {finish.error && (
          <Notice tone="bad">
            The merge was not finished. {finish.error.message}{' '}
            {finish.error.ref && <span className="text-soft">Reference {finish.error.ref}.</span>}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

interface IntoProps {
  agents: readonly MergeBoard['sources'][number][];
  /** The id of a source, or `NEW`. */
  value: string;
  onValueChange: (value: string) => void;
}

/** Where the result goes. Of up to fifty sources one is chosen in a list, so that the question stays a short one. */
function Into({ agents, value, onValueChange }: IntoProps) {
  const { sources } = useBoard();
  const [last, setLast] = useState(agents[0]?.agentId ?? NEW);
  const choose = (source: string) => {
    setLast(source);
    onValueChange(source);
  };
  return (
    <Field label="The result goes into" as="group">
      <RadioGroup
        name="into"
        value={value === NEW ? 'new' : 'source'}
        onValueChange={(kind) => onValueChange(kind === 'new' ? NEW : last)}
        options={[
          {
            value: 'new',
            label: 'A new agent',
            detail: 'With a history of its own that begins with this merge.',
          },
          {
            value: 'source',
            label: 'One of the sources',
            detail: 'As its next version; its history goes on.',
            disabled: agents.length === 0,
          },
        ]}
      />
      {value !== NEW && (
        <div className="mt-2 pl-6">
          <Select
            aria-label="Which source"
            className="font-mono text-code!"
            value={value}
            onValueChange={choose}
            options={agents.map(({ agentId, title, versionNumber }) => ({
              value: agentId,
              label: `${sources.get(agentId)?.letter ?? '?'}  ${title}`,
              detail: `Becomes version ${versionNumber + 1}`,
            }))}
          />
        </div>
      )}
    </Field>
  );
}

/** Finishes, and leads to the result, or back to the board when it is not the one that was looked at. */
function useFinish(props: Pick<FinishDialogProps, 'finishMerge' | 'onClose' | 'onChanged'>) {
  const { workspace, board } = useBoard();
  const router = useRouter();
  const { refresh } = useAgentLists(workspace);
  return useAction(props.finishMerge, (result) => {
    props.onClose();
    if (result.kind !== 'finished') {
      props.onChanged();
      const why =
        result.kind === 'changed' ? 'a source has changed' : `${result.by} decided something meanwhile`;
      showToast({ text: `Nothing was written: ${why}. Look at the board again.`, tone: 'attention' });
      return;
    }
    void refresh();
    showToast({
      text: `${board.sources.length} agents are one now. The merge can be undone from its board.`,
      tone: 'good',
    });
    router.push(`/w/${workspace}/agents/${result.agentId}`);
  });
}

const OtherWords = ({ count }: { count: number }) =>
  count === 1 ? 'The other one is' : `The other ${count} are`;

/** What is to be known, what stands in the way, and what nobody decided. */
function Remarks() {
  const { board, sources, questions } = useBoard();
  const pending = questions.filter(({ decided }) => !decided);
  return (
    <>
      {board.notices.map((notice) => (
        <Notice key={notice} tone="attention">
          {notice}
        </Notice>
      ))}
      {board.blockers.length > 0 && (
        <Notice tone="bad">
          It cannot be finished yet.{' '}
          {board.blockers.map((blocker) => (
            <span key={blocker} className="block">
              {blocker}
            </span>
          ))}
        </Notice>
      )}
      {pending.length > 0 && (
        <Notice tone="attention">
          {pending.length === 1 ? '1 question is' : `${pending.length} questions are`} open. The safe default
          stands: {listWords(pending.map(defaultWords), 4)}.
        </Notice>
      )}
    </>
  );

  function defaultWords(question: (typeof questions)[number]): string {
    if (question.kind === 'project')
      return `what belongs to one project (${sources.get(question.source)?.letter}) is left out`;
    const option = question.conflict.options.find(({ id }) => id === question.chosen);
    const value = option?.value ?? 'not set';
    return `${subjectOf(question.conflict.key).toLowerCase()} ${value.length > 40 ? 'as proposed' : value}`;
  }
}
