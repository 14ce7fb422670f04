'use client';
/** What do others call you? */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Action, ChangeNameInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { textOf, useActionForm } from './use-action-form';

export interface NameFormProps {
  action: Action<ChangeNameInput, { name: string }>;
  name: string;
}

export function NameForm({ action, name }: NameFormProps) {
  const [done, setDone] = useState<string | null>(null);
  const { form, error, problem, busy } = useActionForm({
    action,
    read: (data) => {
      setDone(null);
      return { name: textOf(data, 'name') };
    },
    onDone: (saved) => setDone(`You are ${saved.name} now.`),
  });
  return (
    <form {...form} className="flex max-w-92 flex-col gap-4">
      <FormProblem error={error} />
      <Field label="Your name" help="Members of your workspaces see it." problem={problem('name')}>
        <Input name="name" autoComplete="name" required maxLength={100} defaultValue={name} />
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" busy={busy}>
          Change name
        </Button>
        <p role="status" className="min-w-0 text-ui break-words text-good">
          {done}
        </p>
      </div>
    </form>
  );
}
