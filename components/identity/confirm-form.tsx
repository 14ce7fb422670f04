'use client';
/** Is this address mine? One button: what only opens links must confirm nothing. */

import { Button } from '@/components/ui/button';
import type { Action, ConfirmAddressInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { useActionForm } from './use-action-form';

export function ConfirmForm({
  action,
  token,
}: {
  action: Action<ConfirmAddressInput, never>;
  token: string;
}) {
  const { form, error, busy } = useActionForm({ action, read: () => ({ token }) });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      <Button type="submit" tone="primary" busy={busy} autoFocus>
        Confirm the address
      </Button>
    </form>
  );
}
