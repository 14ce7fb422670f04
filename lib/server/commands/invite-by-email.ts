/** How are people invited by e-mail? Each by a link of their own, which is sent after all of them are kept. */

import 'server-only';

import { createInvitation, listMembers, revokeInvitationsTo, type Tx } from '@/db';
import { inviteByEmailInput } from '@/lib/contract';
import { canManage } from '@/lib/policy';

import { workspaceCommand } from '../command';
import { Failure } from '../failure';
import type { Unsent } from '../identity/send-invitations';
import { isMailOn } from '../mail';
import { hashToken, newToken } from '../secrets';

const DAY_MS = 24 * 60 * 60 * 1000;

export const inviteByEmail = workspaceCommand({
  event: 'invitation.created',
  permission: 'member:invite',
  input: inviteByEmailInput,
  limit: 'invitation-mail',
  async prepare() {
    if (!isMailOn()) throw noMail();
    return null;
  },
  async commit(tx, _prepared, { role, days, emails }, { scope, now }) {
    if (!canManage(scope.role, role, role)) {
      throw new Failure('forbidden', 'You can invite people up to your own role.');
    }
    const { workspaceId, user } = scope;
    await requireNoMembers(tx, workspaceId, emails);
    // Whoever is invited anew has one invitation: the last.
    await revokeInvitationsTo(tx, { workspaceId, emails, now });
    const output: Unsent[] = [];
    for (const email of emails) {
      const token = newToken();
      const row = { email, role, expiresAt: now + days * DAY_MS, maxUses: 1 };
      const { id } = await createInvitation(tx, {
        ...row,
        ...{ workspaceId, tokenHash: hashToken(token), createdBy: user.id, now },
      });
      output.push({
        invitation: { id, ...row, createdBy: user.name, createdAt: now, uses: 0 },
        token,
        workspace: { id: workspaceId, name: scope.workspaceName },
        inviter: user,
      });
    }
    const [only] = output;
    return {
      output,
      subjectId: output.length === 1 ? only?.invitation.id : undefined,
      details: { role, days, emails },
    };
  },
});

async function requireNoMembers(tx: Tx, workspaceId: string, emails: readonly string[]): Promise<void> {
  const members = new Set((await listMembers(tx, { workspaceId })).map(({ email }) => email));
  const already = emails.filter((email) => members.has(email));
  if (already.length === 0) return;
  const message =
    already.length === 1
      ? `${already[0]} is a member already.`
      : `${already.join(', ')} are members already. Leave them out.`;
  throw new Failure('conflict', message, { emails: [message] });
}

/** The refusal where no e-mail can be sent. */
export function noMail(): Failure {
  return new Failure('conflict', 'This server sends no e-mail. Create a link and send it yourself.');
}
