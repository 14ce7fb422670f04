/** May anybody make an account here? Where MUSTER_SIGNUP says so. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { OrRule, ProviderButtons } from '@/components/identity/provider-buttons';
import { SignUpForm } from '@/components/identity/sign-up-form';
import { isSignUpOpen, listProviderButtons, needsSetup } from '@/lib/server/reads/joining';
import { getUser } from '@/lib/server/reads/people';

import { signUp, startProviderSignIn } from '../actions';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage() {
  if (!isSignUpOpen()) notFound();
  if (await getUser()) redirect('/');
  if (await needsSetup()) redirect('/setup');
  const providers = listProviderButtons();
  return (
    <IdentityFrame
      title="Create an account"
      lead="Then you make a workspace of your own, or join one by its link."
      footer={
        <>
          Already have an account?{' '}
          <Link href="/sign-in" className="text-accent underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm action={signUp} />
      {providers.length > 0 && (
        <>
          <OrRule />
          <ProviderButtons
            providers={providers}
            action={startProviderSignIn}
            verb="Continue with"
            purpose={{ next: '/w/new' }}
          />
        </>
      )}
    </IdentityFrame>
  );
}
