'use client';
/** How does one leave where there is no menu? */

import { FormProblem } from '@/components/identity/form-problem';
import { Button } from '@/components/ui/button';
import type { Action } from '@/lib/contract';

import { useSignOut } from './use-sign-out';

export interface SignOutButtonProps {
  userId: string;
  signOut: Action<unknown, unknown>;
}

export function SignOutButton({ userId, signOut }: SignOutButtonProps) {
  const { start, busy, error, question } = useSignOut(signOut, userId);
  return (
    <div className="flex flex-col items-start gap-2">
      <FormProblem error={error} />
      <Button busy={busy} onClick={start}>
        Sign out
      </Button>
      {question}
    </div>
  );
}
