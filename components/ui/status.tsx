/** How does it stand? An icon and a word; the colour only repeats them. */

import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from './class-names';

export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

const icons = { good: CircleCheck, attention: TriangleAlert, bad: CircleAlert, neutral: CircleDashed };
const texts: Record<Tone, string> = {
  good: 'text-good',
  attention: 'text-attention',
  bad: 'text-bad',
  neutral: 'text-soft',
};
const grounds: Record<Tone, string> = {
  good: 'bg-good-soft',
  attention: 'bg-attention-soft',
  bad: 'bg-bad-soft',
  neutral: 'bg-sunken',
};

export interface StatusProps {
  tone: Tone;
  children: ReactNode;
  className?: string;
}

export function Status({ tone, children, className }: StatusProps) {
  const Icon = icons[tone];
  return (
    <span
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', texts[tone], className)}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      {children}
    </span>
  );
}

/** A remark that concerns the page or a whole form: an icon, words, and what to do about it. */
export function Notice({ tone, children, actions }: StatusProps & { actions?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      className={classNames('flex flex-wrap items-start gap-x-2 gap-y-2 rounded-md px-3 py-2', grounds[tone])}
    >
      <Icon className={classNames('mt-0.5 size-4 shrink-0', texts[tone])} aria-hidden="true" />
      <div className="min-w-0 flex-1 text-ink">{children}</div>
      {actions}
    </div>
  );
}
