'use client';
/** What does the provider say? The answer is in the address; it is sent on once, and leaves no trace there. */

import { useEffect, useRef, useState } from 'react';

import { ButtonLink } from '@/components/ui/button';
import { callAction } from '@/lib/client/use-action';
import type { Action, ActionError, FinishProviderSignInInput, ProviderButton } from '@/lib/contract';

import { FormProblem } from './form-problem';

export interface ProviderReturnProps {
  action: Action<FinishProviderSignInInput, { next: string }>;
  provider: ProviderButton;
  /** Where to start again when it fails. */
  back: { href: string; label: string };
}

export function ProviderReturn({ action, provider, back }: ProviderReturnProps) {
  const sent = useRef(false);
  const [error, setError] = useState<ActionError | null>(null);

  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const answer = window.location.search.slice(1);
    void callAction(action, { provider: provider.id, answer }).then((result) => {
      // A full load: nothing that was fetched for somebody else stays in memory.
      if (result.ok) return window.location.replace(result.data.next);
      setError(result.error);
      // Not before: the router would put back the address that it has started with.
      window.history.replaceState(null, '', window.location.pathname);
    });
  }, [action, provider.id]);

  return (
    <div className="flex flex-col items-start gap-4">
      <FormProblem error={error} />
      {error ? (
        <ButtonLink href={back.href} tone="primary">
          {back.label}
        </ButtonLink>
      ) : (
        <p role="status" className="text-prose text-soft">
          Asking {provider.name} who you are…
        </p>
      )}
    </div>
  );
}
