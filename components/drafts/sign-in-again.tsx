'use client';
/** The session has ended while somebody was writing: how do they go on where they are? Loaded on demand. */

import { useRef } from 'react';

import { FormProblem } from '@/components/identity/form-problem';
import { textOf, useActionForm } from '@/components/identity/use-action-form';
import type { SignIn } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export interface SignInAgainProps {
  email: string;
  signIn: SignIn;
  onClose: () => void;
  onSignedIn: () => void;
}

export function SignInAgain({ email, signIn, onClose, onSignedIn }: SignInAgainProps) {
  const password = useRef<HTMLInputElement>(null);
  const { form, error, problem, busy } = useActionForm({
    action: signIn,
    read: (data) => ({ email, password: textOf(data, 'password') }),
    onDone: onSignedIn,
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="narrow"
      persistent
      initialFocus={password}
      title="You are signed out"
      description="Nothing is lost: your text is still on the page, and kept on this device. Sign in, and it is saved."
    >
      <form {...form} className="flex flex-col gap-4">
        <FormProblem error={error} />
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="username" value={email} readOnly />
        </Field>
        <Field label="Password" problem={problem('password')}>
          <Input ref={password} name="password" type="password" autoComplete="current-password" required />
        </Field>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
          <a href="/sign-in" target="_blank" rel="noreferrer" className="text-accent underline">
            Another way, in a new tab
          </a>
          <Button type="submit" tone="primary" busy={busy}>
            Sign in and save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
