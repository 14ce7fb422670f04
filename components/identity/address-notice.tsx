'use client';
/** Is the address known to be mine? Until then nothing is sent to it, and a link to it makes it so. */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import type { Action, AskAddressLinkInput } from '@/lib/contract';

import { FormProblem } from './form-problem';
import { useActionForm } from './use-action-form';

export interface AddressNoticeProps {
  email: string;
  askLink: Action<AskAddressLinkInput, { unsent: string | null }>;
}

export function AddressNotice({ email, askLink }: AddressNoticeProps) {
  const [answer, setAnswer] = useState<{ unsent: string | null } | null>(null);
  const { form, error, busy } = useActionForm({
    action: askLink,
    read: () => {
      setAnswer(null);
      return {};
    },
    onDone: setAnswer,
  });
  return (
    <form {...form} className="mb-4 flex flex-col items-start gap-3">
      <Notice tone="attention">
        Nobody has confirmed yet that {email} is your address. Until you do, nothing is sent to it: none of
        these, and no link if you forget your password.
      </Notice>
      <FormProblem error={error} />
      <Button type="submit" busy={busy}>
        Send me a link to confirm it
      </Button>
      <div role="status">
        {answer?.unsent === null && (
          <Notice tone="good">
            The link is on its way to {email}. Open it in this browser within a day.
          </Notice>
        )}
        {answer?.unsent && (
          <Notice tone="bad">The e-mail did not go out. {answer.unsent} Try again later.</Notice>
        )}
      </div>
    </form>
  );
}
