/** What is mine: name, password, and where am I signed in? */

import type { Metadata } from 'next';
import Link from 'next/link';

import { ActionButton } from '@/components/identity/action-button';
import { ChangePasswordForm } from '@/components/identity/change-password-form';
import { SessionList } from '@/components/identity/session-list';
import { listMySessions, requireUser } from '@/lib/server/reads/people';

import { changePassword, endOtherSessions, signOut } from '../actions';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const user = await requireUser();
  const sessions = await listMySessions();
  return (
    <main className="mx-auto flex w-full max-w-140 flex-col gap-10 px-5 py-12">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <p className="text-ui">
            <Link href="/" className="text-accent underline">
              Back to my workspace
            </Link>
          </p>
          <h1 className="mt-3 text-title">{user.name}</h1>
          <p className="text-prose break-words text-soft">{user.email}</p>
        </div>
        <ActionButton action={signOut} then="/sign-in">
          Sign out
        </ActionButton>
      </header>
      <section aria-labelledby="password">
        <h2 id="password" className="mb-4 text-heading">
          Password
        </h2>
        <ChangePasswordForm action={changePassword} email={user.email} />
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions" className="mb-4 text-heading">
          Where you are signed in
        </h2>
        <SessionList sessions={sessions} />
        {sessions.length > 1 && (
          <div className="mt-4">
            <ActionButton action={endOtherSessions} then="/account">
              Sign out everywhere else
            </ActionButton>
          </div>
        )}
      </section>
    </main>
  );
}
