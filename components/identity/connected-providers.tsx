'use client';
/** By which providers may this person come in, and which could be added? */

import { useRouter } from 'next/navigation';

import { Button } from '@/components/ui/button';
import { formatDay } from '@/lib/client/time';
import { useAction } from '@/lib/client/use-action';
import type {
  Action,
  ConnectedProvider,
  DisconnectProviderInput,
  ProviderButton,
  StartProviderSignInInput,
} from '@/lib/contract';

import { FormProblem } from './form-problem';
import { ProviderButtons } from './provider-buttons';

export interface ConnectedProvidersProps {
  connected: readonly ConnectedProvider[];
  open: readonly ProviderButton[];
  email: string;
  connect: Action<StartProviderSignInInput, { url: string }>;
  disconnect: Action<DisconnectProviderInput, unknown>;
}

export function ConnectedProviders({ connected, open, email, connect, disconnect }: ConnectedProvidersProps) {
  const router = useRouter();
  const { run, busy, error } = useAction(disconnect, () => router.refresh());
  return (
    <div className="flex flex-col gap-4">
      <FormProblem error={error} />
      {connected.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {connected.map(({ key, name, email: address, connectedAt, works, lastWayIn }) => (
            <li key={key} className="flex min-h-12 items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{name}</p>
                <p className="text-small break-words text-soft">
                  {works ? `${address} · since ${formatDay(connectedAt)}` : 'Switched off on this server'}
                  {lastWayIn && ' · your only way in: set a password before you disconnect it'}
                </p>
              </div>
              <Button
                size="dense"
                tone="quiet"
                disabled={busy || lastWayIn}
                aria-label={`Disconnect ${name}`}
                onClick={() => run({ key })}
              >
                Disconnect
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <div className="max-w-92">
          <ProviderButtons providers={open} action={connect} verb="Connect" purpose={{ connect: true }} />
          <p className="mt-1.5 text-small text-soft">It has to know you as {email}, verified.</p>
        </div>
      )}
    </div>
  );
}
