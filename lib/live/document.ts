/** What is the text that several people write at the same time? A Yjs document that holds one text. */

import * as Y from 'yjs';

import { type Replacement, wellFormed } from '@/lib/text';

import { fromBase64 } from './base64';

const TEXT = 'text';
/** Whoever seeds a text makes the same document of it, so that two servers that do have one, not two. */
export const SEED_CLIENT = 1;

/** Returns the shared text of a document. */
export function sharedText(doc: Y.Doc): Y.Text {
  return doc.getText(TEXT);
}

/** Returns what the document says. */
export function textOf(doc: Y.Doc): string {
  return sharedText(doc).toJSON();
}

/** Makes the document of a text; the same bytes of the same text, wherever it is made. */
export function seedState(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  sharedText(doc).insert(0, text);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** Opens a document as it was stored: its state, and what came after it, in any order. */
export function openDocument(state: Uint8Array, updates: readonly Uint8Array[] = []): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    Y.applyUpdate(doc, state);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** Reads what somebody says to have of a document, written as base64; null when it says nothing. */
export function readVector(text: string): Uint8Array | null {
  const bytes = fromBase64(text);
  try {
    return bytes && Y.decodeStateVector(bytes) && bytes;
  } catch {
    return null;
  }
}

/** Does the document wait for something that has not come? Then what it has is not all of what it was given. */
export function isWaiting(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/**
 * Makes replacements, whose offsets all refer to the present text, as one transaction. None may begin or end within
 * a character of it: Yjs would change its halves and tell nobody. What is put in goes in well-formed.
 */
export function editDocument(doc: Y.Doc, replacements: readonly Replacement[], origin: unknown): void {
  const text = sharedText(doc);
  const fromTheEnd = [...replacements].sort((a, b) => b.from - a.from || b.to - a.to);
  doc.transact(() => {
    for (const { from, to, insert } of fromTheEnd) {
      if (to > from) text.delete(from, to - from);
      if (insert !== '') text.insert(from, wellFormed(insert));
    }
  }, origin);
}

/** Returns the update that an edit of a copy would be, for whoever has to store it before it is made. */
export function updateOf(doc: Y.Doc, replacements: readonly Replacement[]): Uint8Array {
  const copy = openDocument(Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  editDocument(copy, replacements, null);
  const update = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return update;
}

/** What happened to a text, from its beginning on. */
type Delta = { insert?: unknown; delete?: number; retain?: number }[];

/** Returns what happened to a text, as Yjs tells it, as replacements of the text before. */
export function replacementsOf(delta: Delta): Replacement[] {
  const replacements: Replacement[] = [];
  let at = 0;
  for (const { insert, delete: count = 0, retain = 0 } of delta) {
    if (typeof insert === 'string') replacements.push({ from: at, to: at, insert });
    if (count > 0) replacements.push({ from: at, to: at + count, insert: '' });
    at += count + retain;
  }
  return replacements;
}
