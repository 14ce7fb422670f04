'use client';
/** What is said in one example, and where does it stand among the others? */

import { ChevronDown, ChevronUp, GripVertical, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Textarea } from '@/components/ui/textarea';
import type { Example, Refusal } from '@/lib/agent-file';

import { useEditor } from '../context';
import { useDraft } from './use-draft';

const PARTS: readonly { part: keyof Example; label: string; placeholder: string }[] = [
  { part: 'context', label: 'Context', placeholder: 'What is going on' },
  { part: 'user', label: 'User', placeholder: 'What the user says' },
  { part: 'assistant', label: 'Assistant', placeholder: 'What Claude answers, calling this agent' },
  { part: 'commentary', label: 'Commentary', placeholder: 'Why this agent is the right one' },
];

/** The kind of data that an example carries while it is dragged. */
const DRAGGED = 'application/x-muster-example';

export interface ExampleItemProps {
  at: number;
  count: number;
  example: Example;
  isOpen: boolean;
  onToggle: () => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
  onPart: (part: keyof Example, text: string) => Refusal | null;
}

export function ExampleItem({
  at,
  count,
  example,
  isOpen,
  onToggle,
  onMove,
  onRemove,
  onPart,
}: ExampleItemProps) {
  const { readOnly } = useEditor();
  const [isTarget, setTarget] = useState(false);
  const panel = useId();
  const summary = example.user || example.context || example.assistant || 'Empty example';

  function press(event: KeyboardEvent) {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    onMove(at, at + step);
    const list = event.currentTarget.closest('ol');
    requestAnimationFrame(() => list?.querySelectorAll<HTMLElement>('[data-handle]')[at + step]?.focus());
  }

  return (
    <li
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setTarget(true);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(event) => {
        setTarget(false);
        const from = event.dataTransfer.getData(DRAGGED);
        if (from === '') return;
        event.preventDefault();
        onMove(Number(from), at);
      }}
      className={isTarget ? 'bg-accent-soft' : undefined}
    >
      <div className="flex h-9 items-center gap-0.5 pr-1 pl-0.5">
        {!readOnly && (
          <button
            type="button"
            data-handle
            draggable
            aria-label={`Move example ${at + 1} of ${count}: drag, or use the up and down arrow keys`}
            title="Drag, or use the arrow keys"
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(at))}
            onKeyDown={press}
            className="grid h-7 w-5 shrink-0 cursor-grab place-items-center rounded-sm text-faint hover:text-ink"
          >
            <GripVertical className="size-3.5" aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={onToggle}
          className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-sm px-1 text-left focus-visible:-outline-offset-2"
        >
          <span className="text-small text-soft tabular-nums">{at + 1}</span>
          <span className="min-w-0 flex-1 truncate">{summary}</span>
          {isOpen ? (
            <ChevronUp className="size-4 shrink-0 text-soft" aria-hidden="true" />
          ) : (
            <ChevronDown className="size-4 shrink-0 text-soft" aria-hidden="true" />
          )}
        </button>
        {!readOnly && (
          <IconButton
            size="dense"
            label={`Remove example ${at + 1}`}
            icon={<Trash2 className="size-3.5" aria-hidden="true" />}
            onClick={onRemove}
          />
        )}
      </div>
      <div id={panel} hidden={!isOpen} className="flex-col gap-2 px-2 pb-3 not-hidden:flex">
        {isOpen && PARTS.map((row) => <Part key={row.part} at={at} row={row} onPart={onPart} />)}
      </div>
    </li>
  );
}

interface PartProps {
  at: number;
  row: (typeof PARTS)[number];
  onPart: ExampleItemProps['onPart'];
}

function Part({ at, row, onPart }: PartProps) {
  const { store, readOnly } = useEditor();
  const draft = useDraft(
    () => store.getFile().examples[at]?.[row.part] ?? '',
    (text) => onPart(row.part, text),
  );
  return (
    <Field
      label={row.label}
      problem={draft.refusal ? `Not written to the file. ${draft.refusal.message}` : undefined}
    >
      <Textarea
        rows={1}
        readOnly={readOnly}
        placeholder={row.placeholder}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        className="min-h-8!"
      />
    </Field>
  );
}
