/** Who forgot the password? Where this server sends e-mail, a link for a new one goes to the address. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';

import { ForgotForm } from '@/components/identity/forgot-form';
import { IdentityFrame } from '@/components/identity/identity-frame';
import { isMailOn } from '@/lib/server/reads/joining';

import { askPasswordReset } from '../actions';

export const metadata: Metadata = { title: 'Set a new password' };

export default async function ForgotPage() {
  if (!isMailOn()) notFound();
  return (
    <IdentityFrame
      title="Set a new password"
      lead="We send a link to the address of your account."
      footer={
        <Link href="/sign-in" className="text-accent underline">
          Back to the sign-in
        </Link>
      }
    >
      <ForgotForm action={askPasswordReset} />
    </IdentityFrame>
  );
}
