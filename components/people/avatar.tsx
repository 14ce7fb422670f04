/** Who? Initials on a colour of their own, the whole name on hover and for readers. */

import { classNames } from '@/components/ui/class-names';
import { initialsOf } from '@/components/ui/initials';

import { hueOf } from './hues';

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
  const own = id === null ? null : hueOf(id);
  return (
    <span
      title={name}
      style={own ? { backgroundColor: own.hue, color: own.ink } : undefined}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold select-none',
        SIZES[size],
        !own && 'bg-hover text-soft',
        className,
      )}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      {!decorative && <span className="sr-only">{name}</span>}
    </span>
  );
}
