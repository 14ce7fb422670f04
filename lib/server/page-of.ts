/** Does the page that asks belong to the person who is signed in? Another may have signed in since it was opened. */

import { otherPersonFailure } from './failure';
import type { Session } from './session';

/** Throws a failure when the page says that it is another's; one that says nothing is taken for theirs. */
export function requirePageOf(session: Session | null, person: unknown): void {
  if (!session || typeof person !== 'string' || person === session.user.id) return;
  throw otherPersonFailure(session.user.name);
}
