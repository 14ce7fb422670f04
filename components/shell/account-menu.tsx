'use client';
/** Who am I, and how do I leave? */

import { LogOut, UserRound } from 'lucide-react';

import { Initials } from '@/components/ui/initials';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toaster';
import { callAction, useAction } from '@/lib/client/use-action';
import type { Action, CurrentUser } from '@/lib/contract';

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
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${user.name}`}
          aria-busy={leaving.busy || undefined}
          className={railRow(collapsed, 'h-10! hover:bg-hover')}
        >
          <Initials name={user.name} />
          {!collapsed && <span className="min-w-0 flex-1 truncate">{user.name}</span>}
        </button>
      }
    >
      <p className="max-w-64 truncate px-2 pt-1.5 pb-1 text-small text-soft">{user.email}</p>
      <MenuLink href="/account" icon={<UserRound />}>
        Account
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => leaving.run(null)}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
