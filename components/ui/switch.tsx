/** On or off, at once? */

import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> {
  label: ReactNode;
  detail?: ReactNode;
}

export function Switch({ label, detail, className, ...rest }: SwitchProps) {
  return (
    <label
      className={classNames(
        'flex items-start gap-3',
        rest.disabled ? 'cursor-not-allowed text-soft' : 'cursor-pointer',
        className,
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="font-medium">{label}</span>
        {detail && <span className="block text-small text-soft">{detail}</span>}
      </span>
      <span className="relative mt-px inline-flex h-4.5 w-8 shrink-0">
        <input
          {...rest}
          type="checkbox"
          role="switch"
          className="peer h-4.5 w-8 appearance-none rounded-full border border-control bg-sunken transition-colors checked:border-accent checked:bg-accent disabled:border-line"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-0.75 size-3 -translate-y-1/2 rounded-full bg-control transition-[translate,background-color] peer-checked:translate-x-3.5 peer-checked:bg-on-accent"
        />
      </span>
    </label>
  );
}
