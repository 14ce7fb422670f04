'use client';
/** What is the new password? */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Action, ChangePasswordInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export interface ChangePasswordFormProps {
  action: Action<ChangePasswordInput, { endedSessions: number }>;
  email: string;
  /** False for somebody who has signed in by a provider only: then this is the first one. */
  hasPassword: boolean;
}

export function ChangePasswordForm({ action, email, hasPassword }: ChangePasswordFormProps) {
  const [done, setDone] = useState<string | null>(null);
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => {
      setDone(null);
      return {
        currentPassword: textOf(data, 'currentPassword'),
        newPassword: textOf(data, 'newPassword'),
      };
    },
    onDone: ({ endedSessions }, element) => {
      element?.reset();
      const said = hasPassword ? 'Password changed.' : 'Password set.';
      setDone(
        endedSessions === 0
          ? said
          : `${said} ${endedSessions} other ${endedSessions === 1 ? 'session was' : 'sessions were'} signed out.`,
      );
    },
  });
  return (
    <form {...form} className="flex max-w-92 flex-col gap-4">
      <FormProblem error={error} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {hasPassword && (
        <Field label="Current password" problem={problem('currentPassword')}>
          <Input name="currentPassword" type="password" autoComplete="current-password" required />
        </Field>
      )}
      <Field label="New password" help="At least 8 characters." problem={problem('newPassword')}>
        <Input name="newPassword" type="password" autoComplete="new-password" required />
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" busy={busy}>
          {hasPassword ? 'Change password' : 'Set password'}
        </Button>
        <p role="status" className="text-ui text-good">
          {done}
        </p>
      </div>
    </form>
  );
}
