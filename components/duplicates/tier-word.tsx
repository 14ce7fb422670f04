/** How are they alike: one file, copied text, or the same role? A sign and a word; what it means on hover. */

import { Copy, Equal, Shapes } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';
import type { PairScore, Tier } from '@/lib/similarity';

import { formatScore, TIER_WORDS } from './model/score-words';

const SIGNS: Record<Tier, typeof Equal> = { same: Equal, copy: Copy, role: Shapes };

export interface TierWordProps {
  tier: Tier;
  /** With it the figure of the tier follows the word. */
  score?: PairScore['score'];
  className?: string;
}

export function TierWord({ tier, score, className }: TierWordProps) {
  const Sign = SIGNS[tier];
  const { label, meaning } = TIER_WORDS[tier];
  return (
    <span title={meaning} className={classNames('flex items-center gap-1.5 whitespace-nowrap', className)}>
      <Sign className="size-3.5 shrink-0 text-soft" aria-hidden="true" />
      {score === undefined ? label : formatScore({ tier, score })}
    </span>
  );
}
