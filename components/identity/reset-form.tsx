'use client';
/** What is the new password, for whoever holds the link? */

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Action, ResetPasswordInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export interface ResetFormProps {
  action: Action<ResetPasswordInput, never>;
  token: string;
  email: string;
}

export function ResetForm({ action, token, email }: ResetFormProps) {
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => ({ token, password: textOf(data, 'password') }),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="New password" help="At least 8 characters." problem={problem('password')}>
        <Input name="password" type="password" autoComplete="new-password" required autoFocus />
      </Field>
      <Button type="submit" tone="primary" busy={busy}>
        Set password and sign in
      </Button>
    </form>
  );
}
