/** Who are you? */

import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { OrRule, ProviderButtons } from '@/components/identity/provider-buttons';
import { SignInForm } from '@/components/identity/sign-in-form';
import { isMailOn, isSignUpOpen, listProviderButtons, needsSetup } from '@/lib/server/reads/joining';
import { getUser } from '@/lib/server/reads/people';
import { safePath } from '@/lib/server/safe-path';

import { signIn, startProviderSignIn } from '../actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next: asked } = await searchParams;
  const next = safePath(typeof asked === 'string' ? asked : null);
  if (await getUser()) redirect(next);
  const empty = await needsSetup();
  const providers = empty ? [] : listProviderButtons();
  return (
    <IdentityFrame
      title="Sign in"
      footer={
        empty ? (
          <>
            There is no account yet. Open the link that the terminal shows, or{' '}
            <Link href="/setup" className="text-accent underline">
              paste its token
            </Link>
            .
          </>
        ) : isSignUpOpen() ? (
          <>
            No account?{' '}
            <Link href="/sign-up" className="text-accent underline">
              Create one
            </Link>
          </>
        ) : (
          'No account? Ask an owner or admin of the workspace for an invitation.'
        )
      }
    >
      <SignInForm action={signIn} next={next} />
      {!empty && (
        <p className="mt-4 text-ui">
          {isMailOn() ? (
            <Link href="/forgot" className="text-accent underline">
              Forgot your password?
            </Link>
          ) : (
            <span className="text-soft">
              Forgot your password? An owner of your workspace can make you a link for a new one.
            </span>
          )}
        </p>
      )}
      {providers.length > 0 && (
        <>
          <OrRule />
          <ProviderButtons
            providers={providers}
            action={startProviderSignIn}
            verb="Continue with"
            purpose={{ next }}
          />
        </>
      )}
    </IdentityFrame>
  );
}
