/** Yes, no, or some of them? A native check box, so that a list of thousands stays light. */

import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  indeterminate?: boolean;
  /** Beside the box; without it give `aria-label`. */
  label?: ReactNode;
  /** A line under the label. */
  detail?: ReactNode;
}

const box =
  'peer size-4 shrink-0 appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:border-line disabled:bg-sunken';

export function Checkbox({ indeterminate = false, label, detail, className, ...rest }: CheckboxProps) {
  const control = (
    <span
      className={classNames('relative inline-grid size-4 shrink-0 place-items-center', !label && className)}
    >
      <input
        {...rest}
        type="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
        }}
        className={box}
      />
      <svg
        viewBox="0 0 16 16"
        className="pointer-events-none absolute hidden size-4 text-on-accent peer-checked:block peer-indeterminate:hidden peer-disabled:text-soft"
        aria-hidden="true"
      >
        <path d="m4 8.2 2.6 2.6L12 5.4" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <svg
        viewBox="0 0 16 16"
        className="pointer-events-none absolute hidden size-4 text-on-accent peer-indeterminate:block peer-disabled:text-soft"
        aria-hidden="true"
      >
        <path d="M4 8h8" stroke="currentColor" strokeWidth="2" />
      </svg>
    </span>
  );
  if (!label) return control;
  return (
    <label
      className={classNames(
        'flex gap-2',
        rest.disabled ? 'cursor-not-allowed text-soft' : 'cursor-pointer',
        className,
      )}
    >
      <span className="flex h-5 items-center">{control}</span>
      <span className="min-w-0">
        {label}
        {detail && <span className="block text-small text-soft">{detail}</span>}
      </span>
    </label>
  );
}
