/** Which lines go, and which come? */

import { Minus, Plus } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';
import type { LineChange } from '@/lib/text';

const LOOKS: Record<LineChange['kind'], string> = {
  same: 'text-soft',
  removed: 'bg-bad-soft',
  added: 'bg-good-soft',
};

export function DiffLines({ lines, label }: { lines: readonly LineChange[]; label: string }) {
  return (
    <ul aria-label={label} className="overflow-hidden rounded-md border border-line font-mono text-code">
      {lines.map(({ kind, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines do not move
        <li key={at} className={classNames('flex gap-2 px-2 py-px', LOOKS[kind])}>
          <span className="mt-1 w-3.5 shrink-0">
            {kind === 'removed' && <Minus className="size-3.5 text-bad" aria-label="goes" />}
            {kind === 'added' && <Plus className="size-3.5 text-good" aria-label="comes" />}
          </span>
          <span className="min-w-0 flex-1 break-words whitespace-pre-wrap">{text || ' '}</span>
        </li>
      ))}
    </ul>
  );
}
