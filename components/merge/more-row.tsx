'use client';

/** Is there more of a long list? The row at its end that shows it. */

import { Button } from '@/components/ui/button';
import { formatCount } from '@/components/ui/numbers';

export interface MoreRowProps {
  /** How many there are in all. */
  of: number;
  /** As `usePaged` gives it: null when all are shown. */
  onMore: (() => void) | null;
}

export function MoreRow({ of, onMore }: MoreRowProps) {
  if (!onMore) return null;
  return (
    <li className="p-3 text-center">
      <Button size="dense" onClick={onMore}>
        Show more of {formatCount(of)}
      </Button>
    </li>
  );
}
