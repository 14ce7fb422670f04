'use client';
/** What is worth knowing here, the first time? One quiet line that goes for good. */

import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from '@/components/ui/class-names';
import type { HintId } from '@/lib/contract';

import { useHint } from './use-hint';

export interface HintProps {
  id: HintId;
  children: ReactNode;
  className?: string;
}

export function Hint({ id, children, className }: HintProps) {
  const { isOpen, done } = useHint(id);
  if (!isOpen) return null;
  return (
    <div
      role="note"
      aria-label="Hint"
      className={classNames('flex items-start gap-2 text-small text-soft', className)}
    >
      <Lightbulb className="mt-px size-3.5 shrink-0" aria-hidden="true" />
      <span className="min-w-0 flex-1">{children}</span>
      <button
        type="button"
        onClick={done}
        className="shrink-0 rounded-sm font-medium text-accent hover:underline max-md:py-1"
      >
        Got it
      </button>
    </div>
  );
}
