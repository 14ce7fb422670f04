/** How does an invitation get to the invited? By e-mail, after it is kept; a link is left where that fails. */

import 'server-only';

import type { InvitationRow, SentInvitation } from '@/lib/contract';
import { ROLE_DEEDS } from '@/lib/policy';

import { composeLetter, deliver, type Letter } from '../mail';
import { invitationUrl, mailedInvitationUrl } from './invitation-links';

/** An invitation that waits to be sent. Its token never reaches the browser of whoever invites, unless the e-mail fails. */
export interface Unsent {
  invitation: InvitationRow & { email: string };
  token: string;
  workspace: { id: string; name: string };
  inviter: { id: string; name: string; email: string };
}

/** Sends all at once, and says of each what became of it. */
export function sendInvitations(unsent: readonly Unsent[]): Promise<SentInvitation[]> {
  return Promise.all(unsent.map(sendOne));
}

async function sendOne(unsent: Unsent): Promise<SentInvitation> {
  const { invitation, token, workspace, inviter } = unsent;
  const outcome = await deliver({
    to: invitation.email,
    letter: invitationLetter(unsent),
    kind: 'invitation',
    subjectId: invitation.id,
    workspaceId: workspace.id,
    actorId: inviter.id,
  });
  return {
    invitation,
    unsent: outcome.sent ? null : { reason: outcome.reason, url: invitationUrl(token) },
  };
}

function invitationLetter({ invitation, token, workspace, inviter }: Unsent): Letter {
  const { email, role, expiresAt } = invitation;
  const until = new Date(expiresAt).toISOString().slice(0, 10);
  return composeLetter({
    subject: `${inviter.name} invites you to ${workspace.name}`,
    paragraphs: [
      `${inviter.name} (${inviter.email}) invites you to the workspace ${workspace.name} on Muster, where a team keeps the definitions of its AI agents.`,
      `You join as ${role}: you can ${ROLE_DEEDS[role]}.`,
    ],
    link: { label: `Join ${workspace.name}`, url: mailedInvitationUrl(token, email) },
    closing: [
      `The link works once, until ${until}. It was sent to ${email}; if you did not expect it, ignore it.`,
    ],
  });
}
