'use client';
/** Who may join, by which link, and until when? */

import { Link2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { useNow } from '@/lib/client/now';
import { formatMinute, formatUntil } from '@/lib/client/time';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateInvitationInput, InvitationRow, RevokeInvitationInput } from '@/lib/contract';
import { canManage, type Role } from '@/lib/policy';

import { ROLE_WORDS } from './role-words';

type InvitedRole = CreateInvitationInput['role'];
const INVITED_ROLES: readonly InvitedRole[] = ['admin', 'editor', 'viewer'];

export interface InvitationsPanelProps {
  workspace: string;
  myRole: Role;
  invitations: readonly InvitationRow[];
  createInvitation: Action<CreateInvitationInput, { url: string; invitation: InvitationRow }>;
  revokeInvitation: Action<RevokeInvitationInput, unknown>;
}

export function InvitationsPanel(props: InvitationsPanelProps) {
  const { workspace, myRole, invitations } = props;
  const router = useRouter();
  const [role, setRole] = useState<InvitedRole>('editor');
  const [made, setMade] = useState<{ url: string; invitation: InvitationRow } | null>(null);
  const creating = useAction(props.createInvitation, (answer) => {
    setMade(answer);
    router.refresh();
  });
  const revoking = useAction(props.revokeInvitation, (_, { invitationId }) => {
    if (made?.invitation.id === invitationId) setMade(null);
    showToast({ text: 'The link no longer works', tone: 'good' });
    router.refresh();
  });
  const error = creating.error ?? revoking.error;
  const roles = INVITED_ROLES.filter((each) => canManage(myRole, each, each));

  return (
    <>
      {error && (
        <div className="mb-3">
          <Notice tone="bad">{error.message}</Notice>
        </div>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Role" className="w-56">
          <Select<InvitedRole>
            value={role}
            onValueChange={setRole}
            options={roles.map((each) => ({ value: each, ...ROLE_WORDS[each] }))}
          />
        </Field>
        <Button
          busy={creating.busy}
          icon={<Link2 className="size-4" />}
          onClick={() => creating.run({ workspace, role })}
        >
          Create link
        </Button>
      </div>
      {made && (
        <div className="mt-4 max-w-xl">
          <p className="mb-1.5">
            Send this link to one person. It is shown only now and makes them{' '}
            {made.invitation.role === 'viewer' ? 'a' : 'an'} {made.invitation.role}.
          </p>
          <CopyField value={made.url} label="Invitation link" />
        </div>
      )}
      {invitations.length > 0 && (
        <ul className="mt-5 divide-y divide-line border-t border-line">
          {invitations.map((invitation) => (
            <InvitationLine
              key={invitation.id}
              invitation={invitation}
              busy={revoking.busy}
              onRevoke={() => revoking.run({ workspace, invitationId: invitation.id })}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface InvitationLineProps {
  invitation: InvitationRow;
  busy: boolean;
  onRevoke: () => void;
}

function InvitationLine({ invitation, busy, onRevoke }: InvitationLineProps) {
  const now = useNow();
  const { role, createdBy, createdAt, expiresAt } = invitation;
  return (
    <li className="flex min-h-11 items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <span className="font-medium">{ROLE_WORDS[role].label}</span>, by {createdBy}
        </p>
        <p className="truncate text-small text-soft">
          Made {formatMinute(createdAt)} · ends in {formatUntil(expiresAt, now)}
        </p>
      </div>
      <Button size="dense" tone="quiet" disabled={busy} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}
