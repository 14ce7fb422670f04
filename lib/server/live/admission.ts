/** Of what several sent, what may be stored? Judged in the order in which it came: each may build on those before it. */

import 'server-only';

import type * as Y from 'yjs';

import { MAX_FILE_BYTES } from '@/lib/contract';
import { Admitted, checkUpdate, type UpdateCheck } from '@/lib/live';

import type { ClientOwners } from './client-owners';

/** What one tab sent. */
export interface Given {
  userId: string;
  tab: string | null;
  update: Uint8Array;
}

/** What became of something sent; `replaced`: the document is another one by now, and has to be opened anew. */
export type Taken = UpdateCheck | { ok: false; code: 'replaced'; message: string };

export const REPLACED: Taken = {
  ok: false,
  code: 'replaced',
  message: 'The document was made anew. It is joined again.',
};

const FOREIGN: UpdateCheck = {
  ok: false,
  code: 'invalid',
  message: 'This was not written by this page. Reload it; your text is kept on this device.',
};

/** Something sent, and whom to tell what became of it. */
export interface Waiting {
  given: Given;
  done: (taken: Taken) => void;
  failed: (cause: unknown) => void;
}

/** Tells those who are refused, and returns the others. `catchUp` brings in what is missing, if it can. */
export async function admit(
  batch: readonly Waiting[],
  { doc, owners }: { doc: Y.Doc; owners: ClientOwners },
  catchUp: () => Promise<boolean>,
): Promise<Waiting[]> {
  const good: Waiting[] = [];
  const admitted = new Admitted();
  const endOf = (client: number) => admitted.endOf(doc, client);
  for (const { given, ...answer } of batch) {
    const { userId, update } = given;
    const judge = () =>
      owners.mayWrite(userId, update, endOf) ? checkUpdate(doc, update, MAX_FILE_BYTES, admitted) : FOREIGN;
    let check = judge();
    // Another process may have stored what is missing here.
    const isPerhapsThere = !check.ok && (check.code === 'behind' || check === FOREIGN);
    if (isPerhapsThere && (await catchUp())) check = judge();
    if (!check.ok) {
      answer.done(check);
      continue;
    }
    owners.note(userId, update);
    // What is stored is what was judged: without what was there already.
    good.push({ ...answer, given: { ...given, update: admitted.newest ?? update } });
  }
  return good;
}
