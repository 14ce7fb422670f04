'use client';
/** Who is this member, as what, and what can be done about it? */

import { KeyRound, LogOut, MoreHorizontal, UserRoundCog } from 'lucide-react';
import Link from 'next/link';

import { ActionMenu } from '@/components/ui/action-menu';
import type { MenuAction } from '@/components/ui/action-panel';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { formatDay } from '@/lib/client/time';
import type { MemberRow as Member } from '@/lib/contract';
import { canManage, ROLES, type Role } from '@/lib/policy';

import { Avatar } from './avatar';
import { ROLE_WORDS } from './role-words';

/** What is asked about a member before it is done. */
export type Question = 'remove' | 'transfer' | 'leave' | 'reset';

export interface MemberRowProps {
  /** The slug. */
  workspace: string;
  member: Member;
  /** The one who looks. */
  me: { id: string; role: Role };
  canChange: boolean;
  canRemove: boolean;
  canTransfer: boolean;
  canReset: boolean;
  busy: boolean;
  onRole: (role: Role) => void;
  onAsk: (question: Question) => void;
}

export function MemberRow(props: MemberRowProps) {
  const { workspace, member, me, onAsk } = props;
  const mine = member.userId === me.id;
  const manages = canManage(me.role, member.role, null);
  const more = mine ? [] : moreOf(props);
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Avatar id={member.userId} name={member.name} size="regular" decorative />
      {/* On a phone what can be done stands below the name. */}
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">
          {member.name}
          {mine && <span className="font-normal text-soft"> (you)</span>}
        </p>
        <p className="flex gap-2 text-small text-soft">
          <span className="truncate">
            {member.email} · since {formatDay(member.joinedAt)}
          </span>
          <Link
            href={`/w/${workspace}/activity?by=${member.userId}`}
            prefetch={false}
            aria-label={`Activity of ${member.name}`}
            className="shrink-0 rounded-sm underline underline-offset-2 hover:text-accent"
          >
            Activity
          </Link>
        </p>
      </div>
      <RoleOf {...props} isOpen={props.canChange && manages} />
      <div className="flex min-w-29 items-center justify-end gap-1 max-md:ml-auto">
        {mine && (
          <Button
            size="dense"
            tone="quiet"
            icon={<LogOut className="size-3.5" />}
            onClick={() => onAsk('leave')}
          >
            Leave
          </Button>
        )}
        {!mine && props.canRemove && manages && (
          <Button size="dense" tone="quiet" onClick={() => onAsk('remove')}>
            Remove
          </Button>
        )}
        {more.length > 0 && (
          <ActionMenu
            size="dense"
            tone="quiet"
            aria-label={`More for ${member.name}`}
            icon={<MoreHorizontal className="size-4" />}
            actions={more}
          />
        )}
      </div>
    </li>
  );
}

function moreOf({ canTransfer, canReset, onAsk }: MemberRowProps): MenuAction[] {
  const actions: MenuAction[] = [];
  if (canTransfer) {
    actions.push({
      label: 'Make them the owner in my place…',
      icon: <UserRoundCog />,
      onSelect: () => onAsk('transfer'),
    });
  }
  if (canReset) {
    actions.push({
      label: 'Make a link for a new password…',
      icon: <KeyRound />,
      onSelect: () => onAsk('reset'),
    });
  }
  return actions;
}

function RoleOf({ member, me, isOpen, busy, onRole }: MemberRowProps & { isOpen: boolean }) {
  if (!isOpen) return <span className="w-32 text-soft max-md:ml-11">{ROLE_WORDS[member.role].label}</span>;
  return (
    <div className="w-32 max-md:ml-11">
      <Select<Role>
        dense
        aria-label={`Role of ${member.name}`}
        value={member.role}
        disabled={busy}
        options={ROLES.filter((role) => canManage(me.role, member.role, role)).map((role) => ({
          value: role,
          ...ROLE_WORDS[role],
        }))}
        onValueChange={(role) => {
          if (role !== member.role) onRole(role);
        }}
      />
    </div>
  );
}
