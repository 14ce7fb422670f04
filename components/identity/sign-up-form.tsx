'use client';
/** Who comes without an invitation? */

import { Button } from '@/components/ui/button';
import type { Action, SignUpInput } from '@/lib/contract';

import { AccountFields } from './account-fields';
import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export function SignUpForm({ action }: { action: Action<SignUpInput, never> }) {
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => ({
      name: textOf(data, 'name'),
      email: textOf(data, 'email'),
      password: textOf(data, 'password'),
    }),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      <AccountFields problem={problem} />
      <Button type="submit" tone="primary" busy={busy}>
        Create account
      </Button>
    </form>
  );
}
