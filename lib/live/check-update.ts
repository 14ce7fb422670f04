/** May this update go into a document that everybody reads? Only text that can be kept, on what is there already. */

import * as Y from 'yjs';

import { loneSurrogateAt } from '@/lib/text';

import { isInOrder, orderOf } from './check-order';
import { openDocument, sharedText, textOf } from './document';
import { cutsCharacter, finderOf, type Piece, type Place, pieceOf } from './pieces';

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
const TOO_LARGE = refuse(
  'too_large',
  'The text is larger than 1 MiB. Take something out; your text is still here.',
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

  /** Of an update what is neither here nor in `doc`: nobody says anew, in other words perhaps, what is there. */
  newOf(doc: Y.Doc, update: Uint8Array): Uint8Array {
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc));
    for (const client of this.ends.keys()) vector.set(client, this.endOf(doc, client));
    return Y.diffUpdate(update, Y.encodeStateVector(vector));
  }

  /** What is to be stored of the update that was added last. */
  get newest(): Uint8Array | undefined {
    return this.updates.at(-1);
  }

  add(update: Uint8Array, ends: ReadonlyMap<number, number>, inserted: number): void {
    for (const [client, end] of ends) this.ends.set(client, Math.max(end, this.ends.get(client) ?? 0));
    this.updates.push(update);
    this.inserted += inserted;
  }

  /** Says whether the text might get larger: a UTF-16 code unit takes at most three bytes. */
  mayExceed(doc: Y.Doc, inserted: number, maxBytes: number): boolean {
    return 3 * (sharedText(doc).length + this.inserted + inserted) > maxBytes;
  }

  /** Puts the update into a copy of all that is there. */
  tryOut(doc: Y.Doc, update: Uint8Array): Y.Doc {
    return openDocument(Y.encodeStateAsUpdate(doc), [...this.updates, update]);
  }
}

/**
 * Says whether an update can be stored: it is text only, of whole characters and without NUL, stands where it says, leaves
 * the text within `maxBytes` of UTF-8, and needs nothing that neither `doc` has nor what is `admitted`, to which a good one
 * is added. The document stays as it was.
 */
export function checkUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  maxBytes: number,
  admitted = new Admitted(),
): UpdateCheck {
  const read = readNew(doc, admitted, update);
  if (!read) return NO_TEXT;
  const { structs, ds, fresh } = read;
  const fault = faultOfStructs(structs);
  if (fault) return fault;
  const pieces = (structs as Y.Item[]).map(pieceOf);
  const { known, ends } = knownAfter(doc, admitted, pieces);
  if (!known(null) || pieces.some(({ left, right }) => !known(left) || !known(right))) return BEHIND;
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (len === 0) return NO_TEXT;
      if (!known({ client, clock: clock + len - 1 })) return BEHIND;
    }
  }
  const find = finderOf(pieces);
  if (cutsCharacter(doc, pieces, find, ds)) return UNSTORABLE;
  const order = orderOf(doc, pieces, find);
  if (order === 'wrong') return NO_TEXT;
  const inserted = pieces.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  if (order === 'unsure' || admitted.mayExceed(doc, inserted, maxBytes)) {
    const found = faultOnCopy(() => admitted.tryOut(doc, fresh), pieces, maxBytes);
    if (found) return found;
  }
  admitted.add(fresh, ends, inserted);
  return { ok: true };
}

function readNew(doc: Y.Doc, admitted: Admitted, update: Uint8Array) {
  try {
    const fresh = admitted.newOf(doc, update);
    return { ...Y.decodeUpdate(fresh), fresh };
  } catch {
    return null;
  }
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** What no editor of a text sends, wherever it would go. */
function faultOfStructs(structs: readonly Struct[]): UpdateCheck | null {
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return BEHIND;
    if (!(struct instanceof Y.Item) || struct.length === 0) return NO_TEXT;
    const { content, parent, parentSub } = struct;
    if (parentSub !== null || parent instanceof Y.ID) return NO_TEXT;
    if (typeof parent === 'string' && parent !== 'text') return NO_TEXT;
    if (content instanceof Y.ContentDeleted) continue;
    if (!(content instanceof Y.ContentString)) return NO_TEXT;
    if (content.str.includes('\0') || loneSurrogateAt(content.str) !== -1) return UNSTORABLE;
  }
  return null;
}

/** What is seen only when the update is in. */
function faultOnCopy(tryOut: () => Y.Doc, pieces: readonly Piece[], maxBytes: number): UpdateCheck | null {
  try {
    const copy = tryOut();
    const isRight = isInOrder(copy, pieces);
    const bytes = new TextEncoder().encode(textOf(copy)).length;
    copy.destroy();
    if (!isRight) return NO_TEXT;
    return bytes > maxBytes ? TOO_LARGE : null;
  } catch {
    // Yjs fails on pieces that name each other in a circle.
    return NO_TEXT;
  }
}

/** Which characters are there once the update is: those that were, and those of the update that go on from them. */
function knownAfter(doc: Y.Doc, admitted: Admitted, pieces: readonly Piece[]) {
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? admitted.endOf(doc, client);
  let isWhole = true;
  for (const { client, clock, length } of pieces) {
    if (clock !== endOf(client)) isWhole = false;
    ends.set(client, clock + length);
  }
  const known = (place: Place | null) => isWhole && (place === null || place.clock < endOf(place.client));
  return { known, ends };
}
