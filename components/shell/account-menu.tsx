'use client';
/** Who am I, and how do I leave? */

import { useEffect } from 'react';

import { useSignOut } from '@/components/drafts/use-sign-out';
import { Avatar } from '@/components/people/avatar';
import { showToast } from '@/components/ui/toaster';
import type { Action, CurrentUser } from '@/lib/contract';

import { AccountPanel, RailMenu } from './rail-menu';
import { railRow } from './rail-row';

export type SignOut = Action<unknown, unknown>;

export interface AccountMenuProps {
  user: CurrentUser;
  signOut: SignOut;
  collapsed: boolean;
}

export function AccountMenu({ user, signOut, collapsed }: AccountMenuProps) {
  const { start, busy, error, question } = useSignOut(signOut, user.id);
  useEffect(() => {
    if (error) showToast({ text: error.message, tone: 'bad' });
  }, [error]);
  return (
    <>
      <RailMenu
        label={`Account of ${user.name}`}
        busy={busy}
        className={railRow(collapsed, 'h-10! hover:bg-hover')}
        panel={(row) => <AccountPanel {...row} email={user.email} onSignOut={start} />}
      >
        <Avatar id={user.id} name={user.name} />
        {!collapsed && <span className="min-w-0 flex-1 truncate">{user.name}</span>}
      </RailMenu>
      {question}
    </>
  );
}
