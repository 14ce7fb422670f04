'use client';
/** Who are you? */

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Action, SignInInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export interface SignInFormProps {
  action: Action<SignInInput, { signedIn: true }>;
  /** Where to go afterwards: a path of this site. */
  next: string;
}

export function SignInForm({ action, next }: SignInFormProps) {
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => ({ email: textOf(data, 'email'), password: textOf(data, 'password') }),
    // A full load: nothing that was fetched for somebody else stays in memory.
    onDone: () => window.location.assign(next),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      <Field label="E-mail" problem={problem('email')}>
        <Input name="email" type="email" autoComplete="username" required autoFocus inputMode="email" />
      </Field>
      <Field label="Password" problem={problem('password')}>
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" tone="primary" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
