/** May this update go into a document that everybody reads? Only text that can be kept, on what is there already. */

import * as Y from 'yjs';

import { loneSurrogateAt } from '@/lib/text';

import { openDocument, sharedText, textOf } from './document';

export type UpdateFault =
  /** It is not what an editor of ours sends. */
  | 'invalid'
  /** The text would be larger than a file may be. */
  | 'too_large'
  /** It builds on something that is not there: the sender has to send all that is missing. */
  | 'behind';

export type UpdateCheck = { ok: true } | { ok: false; code: UpdateFault; message: string };

const refuse = (code: UpdateFault, message: string): UpdateCheck => ({ ok: false, code, message });

const NO_TEXT = refuse(
  'invalid',
  'This is no edit of a text. Reload the page; your text is kept on this device.',
);
const UNSTORABLE = refuse(
  'invalid',
  'The text holds a NUL or half a character, which cannot be kept. Take it out; your text is still here.',
);
const BEHIND = refuse('behind', 'Something that came before this edit is missing. It is sent again.');

/** Updates that were found good and are not in the document yet: the next one may build on them. */
export class Admitted {
  private readonly ends = new Map<number, number>();
  private readonly updates: Uint8Array[] = [];
  private inserted = 0;

  /** The number of the first character of this client that is neither here nor in `doc`. */
  endOf(doc: Y.Doc, client: number): number {
    return Math.max(this.ends.get(client) ?? 0, Y.getState(doc.store, client));
  }

  add(update: Uint8Array, ends: ReadonlyMap<number, number>, inserted: number): void {
    for (const [client, end] of ends) this.ends.set(client, Math.max(end, this.ends.get(client) ?? 0));
    this.updates.push(update);
    this.inserted += inserted;
  }

  /**
   * Says whether the text stays within `maxBytes`. A UTF-16 code unit takes at most three bytes; only where that might be
   * too much, all is tried on a copy.
   */
  fits(doc: Y.Doc, update: Uint8Array, inserted: number, maxBytes: number): boolean {
    if (3 * (sharedText(doc).length + this.inserted + inserted) <= maxBytes) return true;
    const copy = openDocument(Y.encodeStateAsUpdate(doc), [...this.updates, update]);
    const bytes = new TextEncoder().encode(textOf(copy)).length;
    copy.destroy();
    return bytes <= maxBytes;
  }
}

/**
 * Says whether an update can be stored: it is text only, without NUL and half characters, leaves the text within
 * `maxBytes` of UTF-8, and needs nothing that neither `doc` has nor what is `admitted`, to which a good one is added. The
 * document stays as it was.
 */
export function checkUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  maxBytes: number,
  admitted = new Admitted(),
): UpdateCheck {
  const read = readUpdate(update);
  if (!read) return NO_TEXT;
  const { structs, ds } = read;
  const { known, ends } = knownAfter(doc, admitted, structs);
  let inserted = 0;
  for (const struct of structs) {
    if (struct instanceof Y.GC) continue;
    if (!(struct instanceof Y.Item)) return BEHIND;
    if (struct.parentSub !== null) return NO_TEXT;
    if (typeof struct.parent === 'string' && struct.parent !== 'text') return NO_TEXT;
    if (struct.content instanceof Y.ContentString) {
      const { str } = struct.content;
      if (str.includes('\0') || loneSurrogateAt(str) !== -1) return UNSTORABLE;
      inserted += str.length;
    } else if (!(struct.content instanceof Y.ContentDeleted)) return NO_TEXT;
    if (!known(struct.origin) || !known(struct.rightOrigin)) return BEHIND;
    if (struct.parent instanceof Y.ID) return NO_TEXT;
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) if (!known({ client, clock: clock + len - 1 })) return BEHIND;
  }
  if (!admitted.fits(doc, update, inserted, maxBytes))
    return refuse('too_large', 'The text is larger than 1 MiB. Take something out; your text is still here.');
  admitted.add(update, ends, inserted);
  return { ok: true };
}

function readUpdate(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

type Place = { client: number; clock: number } | null;

/** Which characters are there once the update is: those that were, and those of the update that go on from them. */
function knownAfter(doc: Y.Doc, admitted: Admitted, structs: ReturnType<typeof Y.decodeUpdate>['structs']) {
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? admitted.endOf(doc, client);
  let isWhole = true;
  for (const { id, length } of structs) {
    if (id.clock > endOf(id.client)) isWhole = false;
    else ends.set(id.client, Math.max(endOf(id.client), id.clock + length));
  }
  const known = (place: Place) => isWhole && (place === null || place.clock < endOf(place.client));
  return { known, ends };
}
