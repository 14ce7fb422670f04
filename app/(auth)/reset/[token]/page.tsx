/** Does whoever holds this link want to set a new password? */

import type { Metadata } from 'next';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { ResetForm } from '@/components/identity/reset-form';
import { ButtonLink } from '@/components/ui/button';
import { getResetOffer, isMailOn } from '@/lib/server/reads/joining';

import { resetPassword } from '../../actions';

export const metadata: Metadata = { title: 'Set a new password', referrer: 'no-referrer' };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const offer = await getResetOffer(token);
  if (!offer) {
    const canMail = isMailOn();
    return (
      <IdentityFrame
        title="This link no longer works"
        lead={`It was used, is older than an hour, another one took its place, or whoever made it may not do so any more.${canMail ? '' : ' An owner of your workspace can make a new one.'}`}
      >
        {canMail ? (
          <ButtonLink href="/forgot">Send a new link</ButtonLink>
        ) : (
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
        )}
      </IdentityFrame>
    );
  }
  return (
    <IdentityFrame
      title="Set a new password"
      lead={`For the account ${offer.email}. You are signed out everywhere else by this.`}
    >
      <ResetForm action={resetPassword} token={token} email={offer.email} />
    </IdentityFrame>
  );
}
