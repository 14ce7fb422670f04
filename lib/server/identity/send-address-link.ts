/** How does somebody get the link that shows that an address is theirs? By e-mail to it. */

import 'server-only';

import { getUser } from '@/db';
import type { CurrentUser } from '@/lib/contract';

import { afterwards, composeLetter, deliver, isMailOn } from '../mail';
import { getStore } from '../store';
import { addressUrl } from './address-links';

/** Sends it and says how that went; nothing is kept of it. */
export async function sendAddressLink({ user }: { user: CurrentUser }): Promise<{ unsent: string | null }> {
  const { id, name, email } = user;
  const letter = composeLetter({
    subject: 'Confirm your address for Muster',
    paragraphs: [
      `${name}, confirm that ${email} is your address.`,
      'Muster then sends you what you chose to hear of by e-mail, and a link if you forget your password.',
    ],
    link: { label: 'Confirm the address', url: addressUrl(user, Date.now()) },
    closing: [
      'The link works for one day, in a browser that is signed in to the account. You have no account there? Then ignore it: nothing happens.',
    ],
  });
  const outcome = await deliver({ to: email, letter, kind: 'address', subjectId: id, actorId: id });
  return { unsent: outcome.sent ? null : outcome.reason };
}

/** As `sendAddressLink`, for an account that was just made; nothing where its address is confirmed already. Nobody waits for it. */
export function sendAddressLinkAfterwards(userId: string): void {
  if (!isMailOn()) return;
  afterwards(async () => {
    const { read } = await getStore();
    const user = await getUser(read, { userId });
    if (user?.emailVerifiedAt === null) await sendAddressLink({ user });
  });
}
