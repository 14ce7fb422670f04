'use client';
/** Who owns this installation? The first account, by the token that the terminal shows. */

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Action, CreateFirstAccountInput } from '@/lib/contract';

import { AccountFields } from './account-fields';
import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export interface SetupFormProps {
  action: Action<CreateFirstAccountInput, never>;
  /** The token of the link; null when it has to be asked for. */
  token: string | null;
}

export function SetupForm({ action, token }: SetupFormProps) {
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => ({
      token: textOf(data, 'token').trim(),
      name: textOf(data, 'name'),
      email: textOf(data, 'email'),
      password: textOf(data, 'password'),
      workspaceName: textOf(data, 'workspaceName'),
    }),
  });
  const tokenProblem = problem('token');
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      {token && !tokenProblem ? (
        <input type="hidden" name="token" value={token} />
      ) : (
        <Field label="Token" help="The terminal where Muster was started shows it." problem={tokenProblem}>
          <Input name="token" mono autoComplete="off" spellCheck={false} required />
        </Field>
      )}
      <AccountFields problem={problem} />
      <Field
        label="Workspace"
        help="Where your team's agents live. You can rename it and add more later."
        problem={problem('workspaceName')}
      >
        <Input name="workspaceName" defaultValue="My agents" required maxLength={80} />
      </Field>
      <Button type="submit" tone="primary" busy={busy}>
        Create account
      </Button>
    </form>
  );
}
