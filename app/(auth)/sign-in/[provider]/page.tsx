/** Who comes back from a provider? The page asks by its action, so that this way in has the same door as all others. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { ProviderReturn } from '@/components/identity/provider-return';
import { listProviderButtons } from '@/lib/server/reads/joining';
import { getUser } from '@/lib/server/reads/people';

import { finishProviderSignIn } from '../../actions';

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };

export default async function ProviderReturnPage({ params }: { params: Promise<{ provider: string }> }) {
  const { provider: asked } = await params;
  const provider = listProviderButtons().find(({ id }) => id === asked);
  if (!provider) notFound();
  const back = (await getUser())
    ? { href: '/account', label: 'Go to my account' }
    : { href: '/sign-in', label: 'Back to sign-in' };
  return (
    <IdentityFrame title={`Sign in with ${provider.name}`}>
      <ProviderReturn action={finishProviderSignIn} provider={provider} back={back} />
    </IdentityFrame>
  );
}
