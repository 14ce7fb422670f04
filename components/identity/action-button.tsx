'use client';
/** How does one press ask the server for something that needs no words? */

import type { ReactNode } from 'react';

import { Button, type ButtonTone } from '@/components/ui/button';
import type { Action } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { useActionForm } from './use-action-form';

export interface ActionButtonProps {
  action: Action<Record<string, never>, unknown>;
  /** The path to load afterwards. */
  then: string;
  tone?: ButtonTone;
  children: ReactNode;
}

export function ActionButton({ action, then, tone, children }: ActionButtonProps) {
  const { form, error, busy } = useActionForm({
    action,
    read: () => ({}),
    onDone: () => window.location.assign(then),
  });
  return (
    <form {...form} className="flex flex-col items-start gap-2">
      <FormProblem error={error} />
      <Button type="submit" tone={tone} busy={busy}>
        {children}
      </Button>
    </form>
  );
}
