'use client';
/** Two people changed the same lines: how do the two texts become one? Loaded on demand. */

import { useMemo, useState, useSyncExternalStore } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/status';
import { readAgentFile } from '@/lib/agent-file';

import { clock } from '../clock';
import { useEditor } from '../context';
import { type Choice, conflictHunks, joined } from './join-texts';

export function ConflictView({ onClose }: { onClose: () => void }) {
  const { session, store } = useEditor();
  const { conflict } = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const mine = store.getFile().text;
  const hunks = useMemo(
    () => (conflict ? conflictHunks(conflict.baseText, mine, conflict.headText) : []),
    [conflict, mine],
  );
  const [choices, setChoices] = useState<Record<number, Choice>>({});
  const [edited, setEdited] = useState<string | null>(null);
  if (!conflict) return null;
  const { head } = conflict;
  const open = hunks.filter((hunk, at) => !hunk.same && (choices[at] ?? hunk.proposal) === null).length;
  const result = edited ?? joined(hunks, choices);
  const { verdict } = readAgentFile(result);
  const finish = (text: string) => {
    onClose();
    void session.join(text);
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      persistent
      size="wide"
      title="Two texts, one agent"
      description={`${head.savedBy} saved v${head.number} at ${clock(head.savedAt)}, while you were changing the same lines. Nothing is overwritten: choose line by line, or edit the joined text. Both versions stay in the history.`}
      footer={
        <>
          <Button onClick={() => finish(conflict.headText)}>Take theirs</Button>
          <Button onClick={() => finish(mine)}>Take mine</Button>
          <Button tone="primary" disabled={open > 0 && edited === null} onClick={() => finish(result)}>
            {open > 0 && edited === null ? `${open} still to choose` : 'Save the joined text'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-x-px overflow-hidden rounded-md border border-line bg-line text-code">
          <p className="bg-sunken px-3 py-1.5 font-medium">Mine</p>
          <p className="bg-sunken px-3 py-1.5 font-medium">
            Theirs, v{head.number} by {head.savedBy}
          </p>
          {hunks.map((hunk, at) => (
            <HunkRows
              // biome-ignore lint/suspicious/noArrayIndexKey: hunks do not move
              key={at}
              mine={hunk.before}
              theirs={hunk.after}
              same={hunk.same}
              choice={choices[at] ?? hunk.proposal}
              onChoose={(choice) => {
                setEdited(null);
                setChoices({ ...choices, [at]: choice });
              }}
            />
          ))}
        </div>
        <label className="flex flex-col gap-1">
          <span className="font-medium">Joined text</span>
          <textarea
            value={result.replace(/\r\n/g, '\n')}
            rows={12}
            spellCheck={false}
            onChange={(event) =>
              setEdited(/\r\n/.test(mine) ? event.target.value.replace(/\n/g, '\r\n') : event.target.value)
            }
            className="control-box max-h-96 w-full resize-y p-2.5 font-mono text-code!"
          />
        </label>
        {!verdict.loads && (
          <Notice tone="attention">
            Claude Code would not load the joined text: {verdict.reasons[0]?.message}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

interface HunkRowsProps {
  mine: string;
  theirs: string;
  same: boolean;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
}

const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'mine', label: 'Mine' },
  { value: 'theirs', label: 'Theirs' },
  { value: 'both', label: 'Both' },
];

function HunkRows({ mine, theirs, same, choice, onChoose }: HunkRowsProps) {
  if (same) {
    const lines = mine.split('\n');
    const text = lines.length > 7 ? [...lines.slice(0, 3), '…', ...lines.slice(-4)].join('\n') : mine;
    return (
      <>
        <Lines text={text} className="text-soft" />
        <Lines text={text} className="text-soft" />
      </>
    );
  }
  const isIn = (side: Choice) => choice === side || choice === 'both';
  return (
    <>
      <Lines text={mine} className={isIn('mine') ? 'bg-accent-soft!' : 'bg-attention-soft!'} />
      <Lines text={theirs} className={isIn('theirs') ? 'bg-accent-soft!' : 'bg-attention-soft!'} />
      <div role="group" aria-label="Which lines" className="col-span-2 flex gap-1 bg-surface px-2 py-1.5">
        {CHOICES.map(({ value, label }) => (
          <Button
            key={value}
            size="dense"
            tone={choice === value ? 'primary' : 'plain'}
            aria-pressed={choice === value}
            onClick={() => onChoose(value)}
          >
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}

function Lines({ text, className }: { text: string; className: string }) {
  return (
    <pre className={`min-w-0 bg-surface px-3 py-1 font-mono break-words whitespace-pre-wrap ${className}`}>
      {text === '' ? <span className="text-faint">(nothing)</span> : text.replace(/\r?\n$/, '')}
    </pre>
  );
}
