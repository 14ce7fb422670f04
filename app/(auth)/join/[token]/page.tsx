/** Does whoever holds this link want to join? */

import type { Metadata } from 'next';
import Link from 'next/link';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { JoinForm } from '@/components/identity/join-form';
import { OrRule, ProviderButtons } from '@/components/identity/provider-buttons';
import { ButtonLink } from '@/components/ui/button';
import { ROLE_DEEDS } from '@/lib/policy';
import { getInvitation, listProviderButtons } from '@/lib/server/reads/joining';
import { getUser } from '@/lib/server/reads/people';

import { acceptInvitation, startProviderSignIn } from '../../actions';

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ proof?: string | string[] }>;
}

export default async function JoinPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { proof: given } = await searchParams;
  const proof = typeof given === 'string' ? given : undefined;
  const offer = await getInvitation(token);
  const user = await getUser();
  if (!offer) {
    return (
      <IdentityFrame
        title="This invitation is no longer open"
        lead="It has expired, was used, or was taken back. Ask whoever sent it for a new link."
      >
        <ButtonLink href={user ? '/' : '/sign-in'}>{user ? 'Go to my workspace' : 'Sign in'}</ButtonLink>
      </IdentityFrame>
    );
  }
  const providers = user ? [] : listProviderButtons();
  const { workspaceName, workspaceSlug, role, invitedBy, alreadyMember } = offer;
  if (alreadyMember) {
    return (
      <IdentityFrame
        title={`You are in ${workspaceName} already`}
        lead="The invitation stays open for others."
      >
        <ButtonLink href={`/w/${workspaceSlug}/agents`} tone="primary">
          Open {workspaceName}
        </ButtonLink>
      </IdentityFrame>
    );
  }
  return (
    <IdentityFrame
      title={`Join ${workspaceName}`}
      lead={`${invitedBy} invites you as ${role === 'viewer' ? 'a' : 'an'} ${role}: you can ${ROLE_DEEDS[role]}.`}
      footer={
        user ? (
          'Not you? Sign out on your account page, then open the link again.'
        ) : (
          <>
            Already have an account?{' '}
            <Link href={signInTo(token, proof)} className="text-accent underline">
              Sign in
            </Link>{' '}
            and join with it.
          </>
        )
      }
    >
      <JoinForm
        action={acceptInvitation}
        token={token}
        workspaceName={workspaceName}
        email={user?.email ?? null}
        proposed={offer.email}
        proof={proof}
      />
      {providers.length > 0 && (
        <>
          <OrRule />
          <ProviderButtons
            providers={providers}
            action={startProviderSignIn}
            verb="Join with"
            purpose={{ invitation: token }}
          />
        </>
      )}
    </IdentityFrame>
  );
}

/** The sign-in, and back here with all that the link carried. */
function signInTo(token: string, proof: string | undefined): string {
  const back = `/join/${token}${proof ? `?${new URLSearchParams({ proof })}` : ''}`;
  return `/sign-in?${new URLSearchParams({ next: back })}`;
}
