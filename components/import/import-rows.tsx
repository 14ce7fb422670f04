'use client';
/** How are thousands of files shown? Only those that are in sight; the arrow keys walk through all. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';

import type { SameName } from '@/lib/contract';

import { ImportRowView, type RowActions } from './import-row';
import type { ImportRow } from './model/import-rows';

export interface ImportRowsProps extends RowActions {
  rows: readonly ImportRow[];
  workspace: string;
  sameName: SameName;
  choosing: boolean;
}

const GUESSED_HEIGHT = 57;
const FOCUSABLE = 'input, a[href], button';
const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

export function ImportRows({ rows, ...rest }: ImportRowsProps) {
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });

  function walk(event: KeyboardEvent<HTMLElement>) {
    const step = STEPS[event.key];
    const target = event.target as HTMLElement;
    if (!step || target.closest('button[aria-haspopup]')) return;
    event.preventDefault();
    const here = target.closest<HTMLElement>('[data-index]');
    const next = step(here ? Number(here.dataset.index) : -1, rows.length - 1);
    virtualizer.scrollToIndex(next);
    // After the row was drawn, if it was out of sight.
    requestAnimationFrame(() => {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`);
      (row?.querySelector<HTMLElement>(FOCUSABLE) ?? row)?.focus({ preventScroll: true });
    });
  }

  return (
    <section
      ref={scroller}
      aria-label="Files"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      onKeyDown={walk}
      className="h-[min(30rem,50dvh)] overflow-y-auto rounded-md border border-line focus-visible:-outline-offset-2"
    >
      <ul
        aria-label={`Files, ${rows.length} in all`}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
                tabIndex={-1}
                className="absolute inset-x-0 top-0 focus-visible:-outline-offset-2"
                style={{ transform: `translateY(${start}px)` }}
              >
                <ImportRowView row={row} {...rest} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
