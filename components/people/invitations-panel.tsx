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

/** How long a link may stay open, and for how many people, as the select boxes hold it. */
const DAYS = { '1': 1, '7': 7, '30': 30 } as const;
const USES = { '1': 1, '5': 5, '25': 25 } as const;
const DAY_OPTIONS = (Object.keys(DAYS) as (keyof typeof DAYS)[]).map((value) => ({
  value,
  label: value === '1' ? '1 day' : `${value} days`,
}));
const USE_OPTIONS = (Object.keys(USES) as (keyof typeof USES)[]).map((value) => ({
  value,
  label: value === '1' ? '1 person' : `${value} people`,
}));

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
  const [days, setDays] = useState<keyof typeof DAYS>('7');
  const [uses, setUses] = useState<keyof typeof USES>('1');
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
        <Field label="Role" className="w-44">
          <Select<InvitedRole>
            value={role}
            onValueChange={setRole}
            options={roles.map((each) => ({ value: each, ...ROLE_WORDS[each] }))}
          />
        </Field>
        <Field label="Open for" className="w-28">
          <Select value={days} onValueChange={setDays} options={DAY_OPTIONS} />
        </Field>
        <Field label="Lets in" className="w-28">
          <Select value={uses} onValueChange={setUses} options={USE_OPTIONS} />
        </Field>
        <Button
          busy={creating.busy}
          icon={<Link2 className="size-4" />}
          onClick={() => creating.run({ workspace, role, days: DAYS[days], uses: USES[uses] })}
        >
          Create link
        </Button>
      </div>
      {made && (
        <div className="mt-4 max-w-xl">
          <p className="mb-1.5">
            {made.invitation.maxUses === 1
              ? 'Send this link to one person.'
              : `Send this link to up to ${made.invitation.maxUses} people.`}{' '}
            It is shown only now and makes whoever joins {made.invitation.role === 'viewer' ? 'a' : 'an'}{' '}
            {made.invitation.role}.
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
  const { role, createdBy, createdAt, expiresAt, maxUses, uses } = invitation;
  return (
    <li className="flex min-h-11 items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <span className="font-medium">{ROLE_WORDS[role].label}</span>, by {createdBy}
        </p>
        <p className="truncate text-small text-soft">
          {uses} of {maxUses} used · {endWords(expiresAt, Math.max(now, createdAt))} · made{' '}
          {formatMinute(createdAt)}
        </p>
      </div>
      <Button size="dense" tone="quiet" disabled={busy} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}

function endWords(expiresAt: number, now: number): string {
  const until = formatUntil(expiresAt, now);
  return /^\d{4}-/.test(until) ? `ends on ${until}` : `ends in ${until}`;
}
