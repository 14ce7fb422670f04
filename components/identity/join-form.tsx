'use client';
/** Does the invited person join, and as whom? With the present account, or with a new one. */

import { Button } from '@/components/ui/button';
import type { AcceptInvitationInput, Action } from '@/lib/contract';

import { AccountFields } from './account-fields';
import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export interface JoinFormProps {
  action: Action<AcceptInvitationInput, never>;
  token: string;
  workspaceName: string;
  /** The signed-in person's e-mail; null asks for a new account. */
  email: string | null;
  /** The address that was invited by e-mail; a new account may have another. */
  proposed: string | null;
  /** Says that the link came with that e-mail. */
  proof: string | undefined;
}

export function JoinForm({ action, token, workspaceName, email, proposed, proof }: JoinFormProps) {
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => ({
      token,
      ...(proof && { proof }),
      ...(!email && {
        account: {
          name: textOf(data, 'name'),
          email: textOf(data, 'email'),
          password: textOf(data, 'password'),
        },
      }),
    }),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      {email ? (
        <p className="text-prose">
          You join as <strong className="font-medium">{email}</strong>
          {proposed && proposed !== email && `, although the invitation was sent to ${proposed}`}.
        </p>
      ) : (
        <AccountFields problem={problem} prefix="account." email={proposed ?? undefined} />
      )}
      <Button type="submit" tone="primary" busy={busy}>
        Join {workspaceName}
      </Button>
    </form>
  );
}
