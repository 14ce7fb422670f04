/** Which keys do it? */

export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-small text-soft">
      {keys}
    </kbd>
  );
}
