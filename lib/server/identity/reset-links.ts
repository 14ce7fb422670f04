/** Where does a link for a new password lead, and how long? */

import 'server-only';

import { publicUrl } from '../environment';

/** One hour: long enough for a slow mail server, short for a letter that lies about. */
export const RESET_MS = 60 * 60 * 1000;

export function resetUrl(token: string): string {
  return `${publicUrl()}/reset/${token}`;
}
