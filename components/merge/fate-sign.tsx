/** What became of an instruction, as a sign? The word always stands beside it. */

import { Check, CircleSlash2, Flag, Merge, X } from 'lucide-react';
import type { ComponentType } from 'react';

import { classNames } from '@/components/ui/class-names';
import type { Fate } from '@/lib/merge';

type Icon = ComponentType<{ className?: string; 'aria-hidden'?: 'true' }>;

/** The sign of "is a part of": no icon set has it. */
function Subset({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden="true">
      <path
        d="M19 5h-7a7 7 0 0 0 0 14h7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

const SIGNS: Record<Fate, { Icon: Icon; tone: string }> = {
  kept: { Icon: Check, tone: 'text-good' },
  fused: { Icon: Merge, tone: 'text-accent' },
  contained: { Icon: Subset, tone: 'text-accent' },
  quarantined: { Icon: CircleSlash2, tone: 'text-attention' },
  conflict: { Icon: Flag, tone: 'text-attention' },
  dropped: { Icon: X, tone: 'text-bad' },
};

export function FateSign({ fate, className }: { fate: Fate; className?: string }) {
  const { Icon, tone } = SIGNS[fate];
  return <Icon aria-hidden="true" className={classNames('size-3.5 shrink-0', tone, className)} />;
}
