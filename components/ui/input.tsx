'use client';
/** What is the answer, in one line? */

import type { ComponentProps } from 'react';

import { classNames } from './class-names';
import { useFieldWiring } from './field';

export interface InputProps extends ComponentProps<'input'> {
  /** Names and source are monospaced. */
  mono?: boolean;
  size?: never;
  dense?: boolean;
}

export function Input({ mono, dense, className, ...rest }: InputProps) {
  return (
    <input
      {...useFieldWiring()}
      {...rest}
      className={classNames(
        'control-box w-full min-w-0 px-2.5',
        dense ? 'h-7' : 'h-8',
        mono && 'font-mono',
        className,
      )}
    />
  );
}
