'use client';
/** Who may join, and what became of it? Inviting, the links that are left to be sent by hand, and what is open. */

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { CopyField } from '@/components/ui/copy-field';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import type {
  Action,
  CreateInvitationInput,
  InvitationRow,
  InviteByEmailInput,
  ResendInvitationInput,
  RevokeInvitationInput,
  SentInvitation,
} from '@/lib/contract';
import type { Role } from '@/lib/policy';

import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';

export interface InvitationsPanelProps {
  workspace: string;
  myRole: Role;
  canMail: boolean;
  invitations: readonly InvitationRow[];
  createInvitation: Action<CreateInvitationInput, { url: string; invitation: InvitationRow }>;
  inviteByEmail: Action<InviteByEmailInput, SentInvitation[]>;
  resendInvitation: Action<ResendInvitationInput, SentInvitation[]>;
  revokeInvitation: Action<RevokeInvitationInput, unknown>;
}

/** A link that is shown once: a new one, or one whose e-mail did not go out. */
interface ShownLink {
  invitation: InvitationRow;
  url: string;
  reason: string | null;
}

export function InvitationsPanel(props: InvitationsPanelProps) {
  const { workspace, myRole, canMail, invitations } = props;
  const panel = usePanel(props);
  return (
    <>
      {panel.error && (
        <div className="mb-3">
          <Notice tone="bad">{panel.error.message}</Notice>
        </div>
      )}
      <InviteForm
        {...{ workspace, myRole, canMail }}
        linking={panel.linking}
        mailing={panel.mailing}
        addresses={panel.addresses}
        onAddresses={panel.setAddresses}
      />
      {panel.links.map((link) => (
        <LinkToSend key={link.invitation.id} {...link} />
      ))}
      <InvitationList
        invitations={invitations}
        canMail={canMail}
        busy={panel.busy}
        onResend={({ id }) => panel.resend(id)}
        onRevoke={({ id }) => panel.revoke(id)}
      />
    </>
  );
}

function usePanel(props: InvitationsPanelProps) {
  const { workspace } = props;
  const router = useRouter();
  const [addresses, setAddresses] = useState('');
  const [links, setLinks] = useState<ShownLink[]>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const show = (sent: readonly SentInvitation[]) => {
    setLinks(sent.flatMap(({ invitation, unsent }) => (unsent ? [{ invitation, ...unsent }] : [])));
    const [first, ...others] = sent.filter(({ unsent }) => !unsent);
    if (first) {
      const whom = others.length > 0 ? `${others.length + 1} people` : first.invitation.email;
      showToast({ text: `Invitation sent to ${whom}`, tone: 'good' });
    }
    router.refresh();
  };
  const linking = useAction(props.createInvitation, ({ url, invitation }) => {
    setLinks([{ url, invitation, reason: null }]);
    router.refresh();
  });
  const mailing = useAction(props.inviteByEmail, (sent) => {
    setAddresses('');
    show(sent);
  });
  const resending = useAction(props.resendInvitation, show);
  const revoking = useAction(props.revokeInvitation, (_, { invitationId }) => {
    setLinks((shown) => shown.filter(({ invitation }) => invitation.id !== invitationId));
    showToast({ text: 'The link no longer works', tone: 'good' });
    router.refresh();
  });
  return {
    linking,
    mailing,
    addresses,
    setAddresses,
    links,
    error: resending.error ?? revoking.error,
    busy: resending.busy || revoking.busy ? busy : null,
    resend: (invitationId: string) => {
      setBusy(`resend ${invitationId}`);
      resending.run({ workspace, invitationId });
    },
    revoke: (invitationId: string) => {
      setBusy(`revoke ${invitationId}`);
      revoking.run({ workspace, invitationId });
    },
  };
}

function LinkToSend({ invitation, url, reason }: ShownLink) {
  const { email, maxUses, role } = invitation;
  const whom = email ?? (maxUses === 1 ? 'one person' : `up to ${maxUses} people`);
  return (
    <div className="mt-4 flex max-w-xl flex-col gap-1.5">
      {reason && (
        <Notice tone="attention">
          The invitation of {email} is made, but its e-mail was not sent. {reason} Send the link yourself, or
          try again later.
        </Notice>
      )}
      <p>
        Send this link to {whom}. It is shown only now and makes whoever joins{' '}
        {role === 'viewer' ? 'a' : 'an'} {role}.
      </p>
      <CopyField value={url} label={email ? `Invitation link for ${email}` : 'Invitation link'} />
    </div>
  );
}
