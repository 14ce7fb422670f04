/** Of what several sent, what may be stored? Judged in the order in which it came: each may build on those before it. */

import 'server-only';

import type * as Y from 'yjs';

import { MAX_FILE_BYTES } from '@/lib/contract';
import { Admitted, checkUpdate, type UpdateCheck } from '@/lib/live';

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

/** Something sent, and whom to tell what became of it. */
export interface Waiting {
  given: Given;
  done: (taken: Taken) => void;
  failed: (cause: unknown) => void;
}

/** Tells those who are refused, and returns the others. `catchUp` brings in what is missing, if it can. */
export async function admit(
  batch: readonly Waiting[],
  doc: Y.Doc,
  catchUp: () => Promise<boolean>,
): Promise<Waiting[]> {
  const good: Waiting[] = [];
  const admitted = new Admitted();
  for (const waiting of batch) {
    const judge = () => checkUpdate(doc, waiting.given.update, MAX_FILE_BYTES, admitted);
    let check = judge();
    // Another process may have stored what is missing here.
    if (!check.ok && check.code === 'behind' && (await catchUp())) check = judge();
    // What is stored is what was judged: without what was there already.
    if (check.ok)
      good.push({ ...waiting, given: { ...waiting.given, update: admitted.newest ?? waiting.given.update } });
    else waiting.done(check);
  }
  return good;
}
