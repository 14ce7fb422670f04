/** What can be pressed, how weighty is it, and is it at work? */

import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';
import { Spinner } from './spinner';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'regular' | 'dense';

const shape =
  'relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border text-ui font-medium transition-colors disabled:cursor-not-allowed aria-disabled:cursor-not-allowed';
const tones: Record<ButtonTone, string> = {
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-strong disabled:border-line disabled:bg-sunken disabled:text-soft',
  plain: 'border-line bg-surface text-ink hover:bg-hover disabled:bg-sunken disabled:text-soft',
  quiet: 'border-transparent text-ink hover:bg-hover disabled:bg-transparent disabled:text-soft',
  danger:
    'border-line bg-surface text-bad hover:border-bad hover:bg-bad-soft disabled:bg-sunken disabled:text-soft',
};
const sizes: Record<ButtonSize, string> = { regular: 'h-8 px-3', dense: 'h-7 px-2' };

/** The classes of a button, for elements that look like one. */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'regular', more?: string): string {
  return classNames(shape, tones[tone], sizes[size], more);
}

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** The action runs: a spinner stands over the label, the width stays, and presses do nothing. */
  busy?: boolean;
  icon?: ReactNode;
}

export function Button({
  tone,
  size,
  busy = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy && type === 'submit' ? 'button' : type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? undefined : onClick}
      className={buttonClass(tone, size, className)}
    >
      <span className={classNames('inline-flex items-center gap-1.5', busy && 'opacity-0')}>
        {icon}
        {children}
      </span>
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}

export interface ButtonLinkProps extends ComponentProps<typeof Link> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ tone, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass(tone, size, className)}>
      {icon}
      {children}
    </Link>
  );
}
