/** Who? Two letters for a person, the whole name on hover and for readers. */

/** The first letters of the first and the last word: "Ada Lovelace" → "AL"; at most two, upper case. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en');
}

export function Initials({ name, className }: { name: string; className?: string }) {
  return (
    <span
      title={name}
      className={`inline-grid size-5.5 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.625rem] leading-none font-semibold text-accent ${className ?? ''}`}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
