/** What is mine: name, password, other ways in, what I hear of, and where am I signed in? */

import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { SignOutButton } from '@/components/drafts/sign-out-button';
import { AddressNotice } from '@/components/identity/address-notice';
import { ChangePasswordForm } from '@/components/identity/change-password-form';
import { ConnectedProviders } from '@/components/identity/connected-providers';
import { NameForm } from '@/components/identity/name-form';
import { NotificationForm } from '@/components/identity/notification-form';
import { ResetLinks } from '@/components/identity/reset-links';
import { SessionList } from '@/components/identity/session-list';
import { Avatar } from '@/components/people/avatar';
import { PageOf } from '@/components/shell/page-of';
import { buttonClass } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import { Toaster } from '@/components/ui/toaster';
import { NowProvider } from '@/lib/client/now';
import { isMailOn } from '@/lib/server/reads/joining';
import {
  getMyMail,
  listMyResetLinks,
  listMySessions,
  listMyWaysIn,
  requireUser,
} from '@/lib/server/reads/people';

import {
  askAddressLink,
  changeName,
  changeNotifications,
  changePassword,
  disconnectProvider,
  endOtherSessions,
  endSession,
  signOut,
  startProviderSignIn,
} from '../actions';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const user = await requireUser();
  const sessions = await listMySessions();
  const { hasPassword, connected, open } = await listMyWaysIn();
  const { settings, confirmed } = await getMyMail();
  const canMail = isMailOn();
  return (
    <NowProvider now={Date.now()}>
      <PageOf userId={user.id} />
      <main className="mx-auto flex w-full max-w-140 flex-col gap-10 px-5 py-12">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="min-w-0">
            <p className="text-ui">
              <Link href="/" className="text-accent underline">
                Back to my workspace
              </Link>
            </p>
            <div className="mt-3 flex items-center gap-3">
              <Avatar id={user.id} name={user.name} size="large" decorative />
              <div className="min-w-0">
                <h1 className="text-title break-words">{user.name}</h1>
                <p className="flex flex-wrap items-center gap-x-3 text-prose break-words text-soft">
                  <span className="min-w-0 break-words">{user.email}</span>
                  {canMail && confirmed && <Status tone="good">Confirmed</Status>}
                </p>
              </div>
            </div>
          </div>
          <SignOutButton userId={user.id} signOut={signOut} />
        </header>
        <Part id="name" title="Name">
          <NameForm action={changeName} name={user.name} />
        </Part>
        <Part id="password" title="Password">
          <ResetLinks links={await listMyResetLinks()} />
          <ChangePasswordForm action={changePassword} email={user.email} hasPassword={hasPassword} />
        </Part>
        {(connected.length > 0 || open.length > 0) && (
          <Part id="providers" title="Other ways to sign in">
            <ConnectedProviders
              connected={connected}
              open={open}
              email={user.email}
              connect={startProviderSignIn}
              disconnect={disconnectProvider}
            />
          </Part>
        )}
        <Part id="notifications" title="Notifications">
          {canMail && !confirmed && <AddressNotice email={user.email} askLink={askAddressLink} />}
          <NotificationForm
            action={changeNotifications}
            settings={settings}
            email={user.email}
            canMail={canMail}
          />
        </Part>
        <Part id="sessions" title="Where you are signed in">
          <SessionList sessions={sessions} endSession={endSession} endOthers={endOtherSessions} />
        </Part>
        <Part id="data" title="Your data">
          <p className="mb-3 text-prose text-soft">
            One zip of JSON: your account, sessions and memberships, what you wrote and did, and its texts as
            far as you are still a member of their workspace.
          </p>
          <a href="/api/account/export" download className={buttonClass()}>
            Download my data
          </a>
        </Part>
      </main>
      <Toaster />
    </NowProvider>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 text-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
