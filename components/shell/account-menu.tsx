'use client';
/** Who am I, and how do I leave? */

import { Initials } from '@/components/ui/initials';
import { showToast } from '@/components/ui/toaster';
import { callAction, useAction } from '@/lib/client/use-action';
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
  const leaving = useAction(
    async (input: null) => {
      const result = await callAction(signOut, input);
      if (!result.ok) showToast({ text: result.error.message, tone: 'bad' });
      return result;
    },
    // A full load: nothing that this account fetched stays in memory.
    () => window.location.assign('/sign-in'),
  );
  return (
    <RailMenu
      label={`Account of ${user.name}`}
      busy={leaving.busy}
      className={railRow(collapsed, 'h-10! hover:bg-hover')}
      panel={(row) => <AccountPanel {...row} email={user.email} onSignOut={() => leaving.run(null)} />}
    >
      <Initials name={user.name} />
      {!collapsed && <span className="min-w-0 flex-1 truncate">{user.name}</span>}
    </RailMenu>
  );
}
