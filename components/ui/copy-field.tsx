'use client';
/** What is to be copied? It stands there, selects itself, and says when it lies in the clipboard. */

import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';

import { Button } from './button';
import { Input } from './input';

export interface CopyFieldProps {
  value: string;
  label: string;
}

export function CopyField({ value, label }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'by-hand'>('idle');

  async function copy() {
    field.current?.select();
    // There is no clipboard outside of https and localhost: then the text is selected, and the keys do it.
    const copied = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    setOutcome(copied ? 'copied' : 'by-hand');
  }

  return (
    <div>
      <div className="flex gap-2">
        <Input
          ref={field}
          readOnly
          mono
          aria-label={label}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          onClick={() => void copy()}
          icon={outcome === 'copied' ? <Check className="size-4 text-good" /> : <Copy className="size-4" />}
        >
          {outcome === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p aria-live="polite" className="text-small text-soft">
        {outcome === 'by-hand' && 'It is selected: press Ctrl+C or ⌘C.'}
      </p>
    </div>
  );
}
