'use client';
/** By which provider does somebody come in, join, or want to come in from now on? */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { callAction } from '@/lib/client/use-action';
import type {
  Action,
  ActionError,
  ProviderButton,
  ProviderId,
  StartProviderSignInInput,
} from '@/lib/contract';

import { FormProblem } from './form-problem';

export interface ProviderButtonsProps {
  providers: readonly ProviderButton[];
  action: Action<StartProviderSignInInput, { url: string }>;
  /** What the buttons say before the name: "Continue with". */
  verb: string;
  /** What it is for: where to go on to, an invitation, or to connect the provider. */
  purpose: Omit<StartProviderSignInInput, 'provider'>;
}

export function ProviderButtons({ providers, action, verb, purpose }: ProviderButtonsProps) {
  const [asked, setAsked] = useState<ProviderId | null>(null);
  const [error, setError] = useState<ActionError | null>(null);

  async function go(provider: ProviderId) {
    setAsked(provider);
    setError(null);
    const result = await callAction(action, { provider, ...purpose });
    // The button stays busy until the other site is there.
    if (result.ok) return window.location.assign(result.data.url);
    setAsked(null);
    setError(result.error);
  }

  return (
    <div className="flex flex-col gap-2">
      <FormProblem error={error} />
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          busy={asked === id}
          disabled={asked !== null && asked !== id}
          onClick={() => void go(id)}
          className="w-full"
        >
          <span className="truncate">
            {verb} {name}
          </span>
        </Button>
      ))}
    </div>
  );
}

/** Stands between the providers and the password. */
export function OrRule() {
  return (
    <p className="my-5 flex items-center gap-3 text-small text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      or
    </p>
  );
}
