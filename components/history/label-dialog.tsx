'use client';
/** Which name shall a version carry? One that another version carries moves here. */

import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

import { PUBLISHED } from './published';

export interface LabelDialogProps {
  number: number;
  /** Whether `published` is this person's to move. */
  canPublish: boolean;
  /** Resolves to an error in words, or null. */
  onPut: (name: string) => Promise<string | null>;
  onClose: () => void;
}

export function LabelDialog({ number, canPublish, onPut, onClose }: LabelDialogProps) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function put(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const refusal = await onPut(name);
    setBusy(false);
    setProblem(refusal);
    if (refusal === null) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="narrow"
      title={`Put a label on v${number}`}
      description="A label is a name that moves from version to version. Downloads and exports can follow it."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button tone="primary" type="submit" form="put-label" busy={busy}>
            Put label
          </Button>
        </>
      }
    >
      <form id="put-label" onSubmit={put} className="flex flex-col gap-3">
        <Field label="Label" problem={problem} help="Such as stable, or candidate for March.">
          <Input
            name="name"
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {canPublish && (
          <p>
            <button
              type="button"
              className="rounded-sm text-accent hover:underline"
              onClick={() => setName(PUBLISHED)}
            >
              Use "{PUBLISHED}"
            </button>{' '}
            <span className="text-soft">for the version that others are to use.</span>
          </p>
        )}
      </form>
    </Dialog>
  );
}
