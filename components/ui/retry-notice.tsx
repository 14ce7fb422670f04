'use client';
/** What went wrong, and how is it tried again? */

import type { ReactNode } from 'react';

import { Button } from './button';
import { Notice } from './status';

export interface RetryNoticeProps {
  onRetry: () => void;
  busy?: boolean;
  /** What failed, in words, and why. */
  children: ReactNode;
  /** Other ways on, after "Try again". */
  actions?: ReactNode;
}

export function RetryNotice({ onRetry, busy, children, actions }: RetryNoticeProps) {
  return (
    <Notice
      tone="bad"
      actions={
        <>
          <Button size="dense" busy={busy} onClick={onRetry}>
            Try again
          </Button>
          {actions}
        </>
      }
    >
      {children}
    </Notice>
  );
}
