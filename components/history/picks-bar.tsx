/** Which versions are picked, and what is done with two of them? */

import { Button } from '@/components/ui/button';

export interface PicksBarProps {
  picks: readonly number[];
  onCompare: () => void;
  onClear: () => void;
}

export function PicksBar({ picks, onCompare, onClear }: PicksBarProps) {
  const words = [...picks].sort((a, b) => a - b).map((number) => `v${number}`);
  return (
    <section
      aria-label="Picked versions"
      className="flex shrink-0 items-center gap-2 border-t border-line bg-raised px-4 py-2"
    >
      <span role="status">
        {words.join(' and ')} picked{picks.length < 2 && '. Pick another one to compare.'}
      </span>
      <Button size="dense" onClick={onClear} className="ml-auto max-md:h-10">
        Let go
      </Button>
      <Button
        size="dense"
        tone="primary"
        disabled={picks.length < 2}
        onClick={onCompare}
        className="max-md:h-10"
      >
        Compare
      </Button>
    </section>
  );
}
