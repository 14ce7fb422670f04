/** Where does an invitation lead, and has whoever follows it read the e-mail? */

import 'server-only';

import { createHmac, timingSafeEqual } from 'node:crypto';

import { publicUrl } from '../environment';
import { authSecret, hashToken } from '../secrets';

/** Returns the link that is handed over by hand. Whoever made the invitation may know it, so that it proves nothing. */
export function invitationUrl(token: string): string {
  return `${publicUrl()}/join/${token}`;
}

/** Returns the link of the e-mail. It carries what nobody else is shown: a proof that its reader reads this address. */
export function mailedInvitationUrl(token: string, email: string): string {
  return `${invitationUrl(token)}?${new URLSearchParams({ proof: proofOf(token, email) })}`;
}

/** Says whether this came with the e-mail to the address. */
export function isInvitationProof(
  proof: string | undefined,
  { token, email }: { token: string; email: string },
): boolean {
  const bytes = new TextEncoder();
  const given = bytes.encode(proof ?? '');
  const right = bytes.encode(proofOf(token, email));
  return given.length === right.length && timingSafeEqual(given, right);
}

function proofOf(token: string, email: string): string {
  const about = ['invitation by e-mail', hashToken(token), email].join('\n');
  return createHmac('sha256', authSecret()).update(about).digest('base64url');
}
