/** Which keys work in the list, and what else can be done here? */

import { KeyHint } from '@/components/ui/kbd';

const hints = [
  ['j k', 'move'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['/', 'search'],
  ['f', 'filter'],
  ['?', 'all keys'],
] as const;

export function KeyHints({ canDrop }: { canDrop: boolean }) {
  return (
    <footer className="flex h-7 shrink-0 items-center gap-4 border-t border-line px-4 text-small text-soft max-md:hidden">
      {hints.map(([keys, word]) => (
        <KeyHint key={word} keys={keys} word={word} />
      ))}
      <span className="ml-auto">
        {canDrop
          ? 'Drop agent files anywhere on this page'
          : 'You are a viewer here: you can read and export'}
      </span>
    </footer>
  );
}
