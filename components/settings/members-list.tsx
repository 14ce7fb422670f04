'use client';
/** Who belongs to the workspace, as what, and who may change that? */

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Initials } from '@/components/ui/initials';
import { Select } from '@/components/ui/select';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { formatDay } from '@/lib/client/time';
import { useAction } from '@/lib/client/use-action';
import type { Action, ChangeMemberRoleInput, MemberRow, RemoveMemberInput } from '@/lib/contract';
import { canManage, ROLES, type Role } from '@/lib/policy';

import { ROLE_WORDS } from './role-words';

export interface MembersListProps {
  workspace: string;
  members: readonly MemberRow[];
  me: { id: string; role: Role };
  canChange: boolean;
  canRemove: boolean;
  changeMemberRole: Action<ChangeMemberRoleInput, unknown>;
  removeMember: Action<RemoveMemberInput, unknown>;
}

export function MembersList(props: MembersListProps) {
  const { workspace, members, me, canChange, canRemove } = props;
  const router = useRouter();
  const [leaving, setLeaving] = useState<MemberRow | null>(null);
  const changing = useAction(props.changeMemberRole, () => {
    showToast({ text: 'Role changed', tone: 'good' });
    router.refresh();
  });
  const removing = useAction(props.removeMember, () => {
    showToast({ text: `${leaving?.name ?? 'The member'} removed`, tone: 'good' });
    setLeaving(null);
    router.refresh();
  });
  const error = changing.error ?? removing.error;

  return (
    <>
      {error && (
        <div className="mb-3">
          <Notice tone="bad">{error.message}</Notice>
        </div>
      )}
      <ul className="divide-y divide-line border-t border-line">
        {members.map((member) => {
          const mine = member.userId === me.id;
          const manages = canManage(me.role, member.role, null);
          return (
            <li key={member.userId} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Initials name={member.name} />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">
                  {member.name}
                  {mine && <span className="font-normal text-soft"> (you)</span>}
                </p>
                <p className="truncate text-small text-soft">
                  {member.email} · since {formatDay(member.joinedAt)}
                </p>
              </div>
              {canChange && manages ? (
                <div className="w-32">
                  <Select<Role>
                    dense
                    aria-label={`Role of ${member.name}`}
                    value={member.role}
                    disabled={changing.busy}
                    options={ROLES.filter((role) => canManage(me.role, member.role, role)).map((role) => ({
                      value: role,
                      ...ROLE_WORDS[role],
                    }))}
                    onValueChange={(role) => {
                      if (role !== member.role) changing.run({ workspace, userId: member.userId, role });
                    }}
                  />
                </div>
              ) : (
                <span className="text-soft">{ROLE_WORDS[member.role].label}</span>
              )}
              {canRemove && manages && !mine && (
                <Button size="dense" tone="quiet" onClick={() => setLeaving(member)}>
                  Remove
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <AlertDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={`Remove ${leaving?.name ?? ''}?`}
        confirm="Remove"
        busy={removing.busy}
        onConfirm={() => leaving && removing.run({ workspace, userId: leaving.userId })}
      >
        Access ends at once. The agents and versions that {leaving?.name} wrote stay.
      </AlertDialog>
    </>
  );
}
