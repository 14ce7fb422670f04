/** Who are you? */

import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { SignInForm } from '@/components/identity/sign-in-form';
import { needsSetup } from '@/lib/server/reads/joining';
import { getUser } from '@/lib/server/reads/people';
import { safePath } from '@/lib/server/safe-path';

import { signIn } from '../actions';

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
        ) : (
          'No account? Ask for an invitation link in a workspace you want to join.'
        )
      }
    >
      <SignInForm action={signIn} next={next} />
    </IdentityFrame>
  );
}
