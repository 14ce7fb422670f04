/** Who? Initials on a colour of their own, the whole name on hover and for readers. */

import { classNames } from '@/components/ui/class-names';
import { initialsOf } from '@/components/ui/initials';

/** The eight hues of Okabe and Ito, each with the ink that can be read on it (at least 4.5 : 1). */
export const PERSON_HUES = [
  'bg-[#0072b2] text-[#fff]',
  'bg-[#e69f00] text-[#000]',
  'bg-[#009e73] text-[#000]',
  'bg-[#cc79a7] text-[#000]',
  'bg-[#56b4e9] text-[#000]',
  'bg-[#d55e00] text-[#000]',
  'bg-[#f0e442] text-[#000]',
  'bg-[#000] text-[#fff] outline outline-line -outline-offset-1',
] as const;

/** Which of the eight hues a person has, everywhere and for good: 0 to 7, by the person's id. */
export function hueOf(personId: string): number {
  let sum = 0;
  for (let at = 0; at < personId.length; at++) sum = (sum * 31 + personId.charCodeAt(at)) >>> 0;
  return sum % PERSON_HUES.length;
}

const SIZES = { small: 'size-5.5 text-[0.625rem]', regular: 'size-8 text-ui', large: 'size-12 text-heading' };

export interface AvatarProps {
  /** The person's id; null for nobody: grey. */
  id: string | null;
  name: string;
  size?: keyof typeof SIZES;
  /** The name stands beside it: readers need not hear it twice. */
  decorative?: boolean;
  className?: string;
}

export function Avatar({ id, name, size = 'small', decorative = false, className }: AvatarProps) {
  return (
    <span
      title={name}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold select-none',
        SIZES[size],
        id === null ? 'bg-hover text-soft' : PERSON_HUES[hueOf(id)],
        className,
      )}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      {!decorative && <span className="sr-only">{name}</span>}
    </span>
  );
}
