'use client';
/** What is the answer, in several lines? It grows with its text. */

import type { ComponentProps } from 'react';

import { classNames } from './class-names';
import { useFieldWiring } from './field';

export interface TextareaProps extends ComponentProps<'textarea'> {
  mono?: boolean;
}

export function Textarea({ mono, rows = 3, className, ...rest }: TextareaProps) {
  return (
    <textarea
      {...useFieldWiring()}
      rows={rows}
      {...rest}
      className={classNames(
        'control-box field-sizing-content min-h-16 w-full min-w-0 resize-y px-2.5 py-1.5',
        mono && 'font-mono',
        className,
      )}
    />
  );
}
