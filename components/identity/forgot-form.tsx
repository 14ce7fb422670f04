'use client';
/** Which account has lost its password? Whoever asks learns nothing of it; the e-mail says more. */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/status';
import type { Action, AskPasswordResetInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export function ForgotForm({ action }: { action: Action<AskPasswordResetInput, unknown> }) {
  const [asked, setAsked] = useState<string | null>(null);
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => {
      setAsked(null);
      return { email: textOf(data, 'email') };
    },
    onDone: (_, element) => setAsked(element ? textOf(new FormData(element), 'email').trim() : ''),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      <Field label="E-mail" problem={problem('email')}>
        <Input name="email" type="email" autoComplete="username" required autoFocus inputMode="email" />
      </Field>
      <Button type="submit" tone="primary" busy={busy}>
        Send the link
      </Button>
      <div role="status">
        {asked !== null && (
          <Notice tone="good">
            If there is an account of {asked}, an e-mail is on its way that says how to go on. A link in it
            works once, for one hour. Nothing there after some minutes? Look among the junk, or ask again.
          </Notice>
        )}
      </div>
    </form>
  );
}
