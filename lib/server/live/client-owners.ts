/** By which Yjs client does who write? Nobody goes on where another's client will: what that one writes would be taken for known. */

import 'server-only';

import * as Y from 'yjs';

import { SEED_CLIENT } from '@/lib/live';

export class ClientOwners {
  /** User ids. A client of which nothing is known belongs to whoever writes by it first. */
  private readonly owners = new Map<number, string>();

  /** Says whether what the update brings, beyond `endOf` each client, is this person's to write. */
  mayWrite(userId: string, update: Uint8Array, endOf: (client: number) => number): boolean {
    return endsOf(update).every(([client, end]) => {
      if (end <= endOf(client)) return true;
      return client !== SEED_CLIENT && (this.owners.get(client) ?? userId) === userId;
    });
  }

  /** Notes that this person wrote the update. */
  note(userId: string, update: Uint8Array): void {
    for (const [client] of endsOf(update)) if (!this.owners.has(client)) this.owners.set(client, userId);
  }
}

/** None of what is no update: that is turned away by itself. */
function endsOf(update: Uint8Array): [client: number, end: number][] {
  try {
    return [...Y.parseUpdateMeta(update).to];
  } catch {
    return [];
  }
}
