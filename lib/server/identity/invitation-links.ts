/** Where does an invitation lead, and has whoever follows it read the e-mail? */

import 'server-only';

import { publicUrl } from '../environment';
import { hashToken, isProofOf, proofOf } from '../secrets';

/** Returns the link that is handed over by hand. Whoever made the invitation may know it, so that it proves nothing. */
export function invitationUrl(token: string): string {
  return `${publicUrl()}/join/${token}`;
}

/** Returns the link of the e-mail. It carries what nobody else is shown: a proof that its reader reads this address. */
export function mailedInvitationUrl(token: string, email: string): string {
  return `${invitationUrl(token)}?${new URLSearchParams({ proof: proofOf(...wordsOf(token, email)) })}`;
}

/** Says whether this came with the e-mail to the address. */
export function isInvitationProof(
  proof: string | undefined,
  { token, email }: { token: string; email: string },
): boolean {
  return isProofOf(proof, ...wordsOf(token, email));
}

const wordsOf = (token: string, email: string) => ['invitation by e-mail', hashToken(token), email];
