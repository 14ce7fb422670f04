'use client';
/** Why is this instruction not to be in the result? The ledger keeps the reason. */

import { type FormEvent, useId, useRef } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Decision } from '@/lib/merge';

import { useBoard } from '../board-context';
import { Letter } from '../letter';

export interface DropDialogProps {
  units: readonly string[] | null;
  onClose: () => void;
}

const USUAL = ['Out of date', 'Said better elsewhere', 'Not for this agent'];
const MOST_SHOWN = 6;

export function DropDialog({ units, onClose }: DropDialogProps) {
  const { acts } = useBoard();
  const form = useId();
  const input = useRef<HTMLInputElement>(null);
  const last = useRef<readonly string[]>([]);
  if (units) last.current = units;
  const shown = last.current;
  const one = shown.length === 1;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    if (reason === '') return;
    onClose();
    acts.decide(
      one ? 'Dropped' : `${shown.length} dropped`,
      ...shown.map((unit): Decision => ({ kind: 'drop', unit, reason })),
    );
    acts.clearSelection();
  }

  return (
    <Dialog
      open={units !== null}
      onOpenChange={(open) => !open && onClose()}
      size="narrow"
      title={one ? 'Drop this instruction?' : `Drop these ${shown.length} instructions?`}
      description="The result will not say it. The ledger keeps it with your reason, and undo brings it back."
      initialFocus={input}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={form} tone="danger">
            Drop
          </Button>
        </>
      }
    >
      <DroppedList units={shown} />
      <form id={form} onSubmit={submit} className="flex flex-col gap-2">
        <Field label="Reason">
          <Input ref={input} name="reason" required maxLength={500} autoComplete="off" />
        </Field>
        <UsualReasons
          onChoose={(reason) => {
            if (input.current) input.current.value = reason;
            input.current?.focus();
          }}
        />
      </form>
    </Dialog>
  );
}

function DroppedList({ units }: { units: readonly string[] }) {
  const { entries, sources } = useBoard();
  const shown = units.slice(0, MOST_SHOWN).flatMap((unit) => entries.get(unit) ?? []);
  return (
    <ul className="mb-3 flex flex-col gap-1">
      {shown.map(({ unit, source, text }) => (
        <li key={unit} className="flex gap-2">
          <Letter letter={sources.get(source)?.letter ?? '?'} className="mt-0.5" />
          <span className="line-clamp-2 wrap-anywhere">{text}</span>
        </li>
      ))}
      {units.length > MOST_SHOWN && <li className="text-soft">and {units.length - MOST_SHOWN} more</li>}
    </ul>
  );
}

function UsualReasons({ onChoose }: { onChoose: (reason: string) => void }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {USUAL.map((reason) => (
        <Button key={reason} size="dense" onClick={() => onChoose(reason)}>
          {reason}
        </Button>
      ))}
    </div>
  );
}
