/** Does whoever holds this link want to confirm the address of their account? */

import type { Metadata } from 'next';

import { ConfirmForm } from '@/components/identity/confirm-form';
import { IdentityFrame } from '@/components/identity/identity-frame';
import { PageOf } from '@/components/shell/page-of';
import { ButtonLink } from '@/components/ui/button';
import { isMyAddressToken, requireUser } from '@/lib/server/reads/people';

import { confirmAddress } from '../../actions';

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' };

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const user = await requireUser();
  const { token } = await params;
  if (!(await isMyAddressToken(token))) {
    return (
      <IdentityFrame
        title="This link confirms nothing"
        lead={`It is older than a day, or was sent for another account. You are signed in as ${user.email}.`}
      >
        <ButtonLink href="/account#notifications">Ask for a new link</ButtonLink>
      </IdentityFrame>
    );
  }
  return (
    <IdentityFrame
      title="Confirm your address"
      lead={`${user.email} is the address of your account, and the link was sent there.`}
    >
      <PageOf userId={user.id} />
      <ConfirmForm action={confirmAddress} token={token} />
    </IdentityFrame>
  );
}
