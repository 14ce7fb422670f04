/** How does the first account come into being? By the link that the terminal shows. */

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { SetupForm } from '@/components/identity/setup-form';
import { isSetupToken, needsSetup } from '@/lib/server/reads/joining';
import { getUser } from '@/lib/server/reads/people';

import { createFirstAccount } from '../actions';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  if (!(await needsSetup())) redirect((await getUser()) ? '/' : '/sign-in');
  const { token } = await searchParams;
  const given = typeof token === 'string' && token !== '' ? token : null;
  const valid = given !== null && (await isSetupToken(given));
  return (
    <IdentityFrame
      title="Make the first account"
      lead={
        given && !valid
          ? 'This link is from an earlier start. Paste the token of the present one.'
          : 'It owns this installation’s first workspace, and can invite everybody else.'
      }
    >
      <SetupForm action={createFirstAccount} token={valid ? given : null} />
    </IdentityFrame>
  );
}
