'use client';
/** Which keys work in the history? */

import { useShell } from '@/components/shell/shell-context';
import { Kbd, KeyHint } from '@/components/ui/kbd';

const HINTS = [
  ['j k', 'move'],
  ['Enter', 'open'],
  ['c', 'compare with the one before'],
  ['x', 'pick'],
] as const;

export function HistoryHints() {
  const { openKeys } = useShell();
  return (
    <footer className="flex h-7 shrink-0 items-center gap-4 border-t border-line px-4 text-small text-soft max-md:hidden">
      {HINTS.map(([keys, word]) => (
        <KeyHint key={word} keys={keys} word={word} />
      ))}
      <button
        type="button"
        onClick={openKeys}
        className="flex items-center gap-1.5 rounded-sm hover:text-ink"
        aria-keyshortcuts="?"
      >
        <Kbd keys="?" />
        all keys
      </button>
    </footer>
  );
}
