/** Which keys work in the list of clusters? */

import { Kbd, KeyHint } from '@/components/ui/kbd';

export interface KeyHintsProps {
  canMerge: boolean;
  canDismiss: boolean;
  onHelp: () => void;
}

export function KeyHints({ canMerge, canDismiss, onHelp }: KeyHintsProps) {
  const hints = [
    ['j k', 'move'],
    ['Enter', 'members'],
    ['c', 'compare'],
    canMerge && ['m', 'merge'],
    canDismiss && ['n', 'not duplicates'],
    ['/', 'search'],
  ].filter((hint): hint is [string, string] => Array.isArray(hint));
  return (
    <footer className="flex h-7 shrink-0 items-center gap-4 border-t border-line px-4 text-small text-soft max-md:hidden">
      {hints.map(([keys, word]) => (
        <KeyHint key={word} keys={keys} word={word} />
      ))}
      <button
        type="button"
        onClick={onHelp}
        className="flex items-center gap-1.5 rounded-sm hover:text-ink"
        aria-keyshortcuts="?"
      >
        <Kbd keys="?" />
        all keys
      </button>
      {!canMerge && (
        <span className="ml-auto">You are a viewer here: you can compare, an editor can merge</span>
      )}
    </footer>
  );
}
