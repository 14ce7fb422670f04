/** Which keys do it? */

export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-small text-soft">
      {keys}
    </kbd>
  );
}

/** Keys, one after the other in `keys`, and what they do. */
export function KeyHint({ keys, word }: { keys: string; word: string }) {
  return (
    <span className="flex items-center gap-1.5">
      {keys.split(' ').map((key) => (
        <Kbd key={key} keys={key} />
      ))}
      {word}
    </span>
  );
}
