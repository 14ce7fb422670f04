'use client';
/** Which fates are shown? Their numbers, as buttons that filter. */

import { formatCount } from '@/components/ui/numbers';
import type { Fate } from '@/lib/merge';

import { FateSign } from './fate-sign';
import { FATE_ORDER } from './model/board-words';

export interface FateFilterProps {
  counts: ReadonlyMap<Fate, number>;
  value: Fate | null;
  onValueChange: (fate: Fate | null) => void;
}

export function FateFilter({ counts, value, onValueChange }: FateFilterProps) {
  return (
    <div role="group" aria-label="Show only" className="flex flex-wrap gap-1">
      {FATE_ORDER.filter((fate) => counts.has(fate)).map((fate) => (
        <button
          key={fate}
          type="button"
          aria-pressed={value === fate}
          onClick={() => onValueChange(value === fate ? null : fate)}
          className="inline-flex h-6 items-center gap-1 rounded-md border border-line px-1.5 text-small text-soft hover:bg-hover hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink max-md:h-9"
        >
          <FateSign fate={fate} className="size-3" />
          {formatCount(counts.get(fate) ?? 0)} {fate}
        </button>
      ))}
    </div>
  );
}
