/** Which source is it? A letter on one of the eight hues of Okabe and Ito; the letter says it, the hue repeats it. */

import { classNames } from '@/components/ui/class-names';

/** Each hue with the ink that can be read on it (at least 4.5 : 1). */
const HUES: Record<string, string> = {
  A: 'bg-[#0072b2] text-[#fff]',
  B: 'bg-[#e69f00] text-[#000]',
  C: 'bg-[#009e73] text-[#000]',
  D: 'bg-[#cc79a7] text-[#000]',
  E: 'bg-[#56b4e9] text-[#000]',
  F: 'bg-[#d55e00] text-[#000]',
  G: 'bg-[#f0e442] text-[#000]',
  H: 'bg-[#000] text-[#fff] outline outline-line -outline-offset-1',
};

export interface LetterProps {
  /** A to H, then A1, B1 …: those share the hue of their letter. */
  letter: string;
  /** What it stands for, on hover. */
  title?: string;
  className?: string;
}

export function Letter({ letter, title, className }: LetterProps) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-grid h-4 min-w-4 shrink-0 place-items-center rounded-sm px-0.5 font-mono text-[0.6875rem] leading-none font-semibold',
        HUES[letter.charAt(0)] ?? HUES.H,
        className,
      )}
    >
      {letter}
    </span>
  );
}

export interface LettersProps {
  letters: readonly string[];
  /** How many are shown before the rest is counted. */
  most?: number;
  className?: string;
}

/** A to H come before A1, B1 … */
export const compareLetters = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** Several sources side by side; readers hear "Sources A, C". */
export function Letters({ letters, most = 3, className }: LettersProps) {
  if (letters.length === 0) return null;
  const sorted = [...letters].sort(compareLetters);
  const shown = sorted.length > most + 1 ? sorted.slice(0, most) : sorted;
  const rest = letters.length - shown.length;
  return (
    <span className={classNames('inline-flex items-center gap-px', className)}>
      <span className="sr-only">
        {letters.length === 1 ? 'Source' : 'Sources'} {sorted.join(', ')}
      </span>
      <span aria-hidden="true" title={sorted.join(', ')} className="inline-flex items-center gap-px">
        {shown.map((letter) => (
          <Letter key={letter} letter={letter} />
        ))}
        {rest > 0 && <span className="pl-0.5 text-small text-soft">+{rest}</span>}
      </span>
    </span>
  );
}
