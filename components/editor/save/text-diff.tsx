/** How does one text become another? Lines that go and lines that come, with a little of what surrounds them. */

import { Minus, Plus } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';

import { hunksOf, splitLines } from './line-diff';

/** Equal lines shown before and after a change. */
const AROUND = 3;

interface Row {
  kind: 'same' | 'removed' | 'added' | 'gap';
  text: string;
}

const LOOKS: Record<Row['kind'], string> = {
  same: 'text-soft',
  removed: 'bg-bad-soft',
  added: 'bg-good-soft',
  gap: 'bg-sunken text-soft',
};

export function TextDiff({ before, after, label }: { before: string; after: string; label: string }) {
  const rows = rowsOf(before, after);
  return (
    <ul
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
      tabIndex={0}
      className="max-h-[50dvh] overflow-auto rounded-md border border-line font-mono text-code"
    >
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
        <li key={at} className={classNames('flex gap-2 px-2 py-px', LOOKS[row.kind])}>
          <span className="mt-1 w-3.5 shrink-0">
            {row.kind === 'removed' && <Minus className="size-3.5 text-bad" aria-label="goes" />}
            {row.kind === 'added' && <Plus className="size-3.5 text-good" aria-label="comes" />}
          </span>
          <span className="min-w-0 flex-1 break-words whitespace-pre-wrap">{row.text || ' '}</span>
        </li>
      ))}
    </ul>
  );
}

function rowsOf(before: string, after: string): Row[] {
  // A last line that only gets a line end reads the same.
  const hunks = hunksOf(withEnd(before), withEnd(after));
  return hunks.flatMap((hunk, at): Row[] => {
    if (!hunk.same) {
      const removed = linesOf(hunk.before).map((text): Row => ({ kind: 'removed', text }));
      return [...removed, ...linesOf(hunk.after).map((text): Row => ({ kind: 'added', text }))];
    }
    const lines = linesOf(hunk.before);
    const head = at === 0 ? 0 : AROUND;
    const tail = at === hunks.length - 1 ? 0 : AROUND;
    const left = lines.length - head - tail;
    const same = (texts: string[]) => texts.map((text): Row => ({ kind: 'same', text }));
    if (left <= 1) return same(lines);
    const gap: Row = { kind: 'gap', text: `${left} lines that stay` };
    return [...same(lines.slice(0, head)), gap, ...same(lines.slice(lines.length - tail))];
  });
}

const linesOf = (text: string) => splitLines(text).map((line) => line.replace(/\r?\n$/, ''));
const withEnd = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
