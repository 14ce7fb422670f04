/** How does somebody show that an address is theirs? By a link that was sent to it, opened while signed in to the account. */

import 'server-only';

import { publicUrl } from '../environment';
import { isProofOf, proofOf } from '../secrets';

/** A day: nobody gets into an account by it. */
const LINK_MS = 24 * 60 * 60 * 1000;

interface Whose {
  id: string;
  email: string;
}

/** Returns the link to send: it is good for this account with this address alone, until it ends. */
export function addressUrl(person: Whose, now: number): string {
  const until = String(now + LINK_MS);
  return `${publicUrl()}/confirm/${until}.${proofOf(...wordsOf(person, until))}`;
}

/** Says whether the link with this token was sent to the address of this account, and has not ended. */
export function isAddressToken(token: string, person: Whose, now: number): boolean {
  const [until = '', proof] = token.split('.');
  return Number(until) > now && isProofOf(proof, ...wordsOf(person, until));
}

const wordsOf = ({ id, email }: Whose, until: string) => ['address of an account', id, email, until];
