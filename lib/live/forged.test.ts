import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { Admitted, checkUpdate } from './check-update';
import { isWaiting, openDocument, seedState, sharedText, textOf } from './document';

const MAX = 1024 * 1024;
/** The two halves of the sign are its characters 4 and 5. */
const SEED = seedState('One 😀.\nTwo.\n');
const server = () => openDocument(SEED);

type Place = [client: number, clock: number];
const ASIDE = 7;

/** One piece of text as Yjs writes it, standing between any two; all numbers below 128 are a byte each. */
function forged(at: Place, left: Place, right: Place, text: string): Uint8Array {
  return Uint8Array.from([1, 1, ...at, 0xc4, ...left, ...right, text.length, ...Buffer.from(text), 0]);
}

describe('checkUpdate turns away', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'what stands behind the one that it names as the next',
      forged([ASIDE, 0], [1, 3], [1, 1], 'x'),
      'invalid',
    ],
    ['what stands behind itself', forged([ASIDE, 0], [1, 3], [ASIDE, 1], 'xy'), 'invalid'],
    ['what names a place that is not there', forged([ASIDE, 0], [1, 1], [9, 1], 'x'), 'behind'],
    ['what comes between the halves of a character', forged([ASIDE, 0], [1, 4], [1, 5], 'x'), 'invalid'],
    ['what takes half a character', Uint8Array.from([0, 1, 1, 1, 5, 1]), 'invalid'],
    ['what takes nothing', Uint8Array.from([0, 1, 1, 1, 5, 0]), 'invalid'],
    ['what is no piece of a text', Uint8Array.from([1, 1, ASIDE, 0, 0, 3, 0]), 'invalid'],
    [
      'two that stand behind each other',
      Y.mergeUpdates([forged([ASIDE, 0], [8, 0], [1, 3], 'x'), forged([8, 0], [ASIDE, 0], [1, 3], 'y')]),
      'invalid',
    ],
  ])('%s', (_, update, code) => {
    expect(checkUpdate(server(), update, MAX)).toMatchObject({ ok: false, code });
  });

  it('nothing of what is typed in the middle of what was just typed', () => {
    const client = server();
    const before = Y.encodeStateVector(client);
    const text = sharedText(client);
    for (const word of ['one', 'two', 'three']) {
      text.insert(9, word);
      text.insert(10, '|');
      text.insert(9, '-');
      text.delete(10, 1);
    }
    expect(checkUpdate(server(), Y.encodeStateAsUpdate(client, before), MAX)).toEqual({ ok: true });
  });
});

describe('what is stored of an update', () => {
  it('is what was not there: nobody says in other words what somebody else said, or hides something behind it', () => {
    const doc = server();
    const admitted = new Admitted();
    const other = forged([1, 0], [1, 3], [1, 4], 'Zero');
    expect(checkUpdate(doc, Uint8Array.from([...other, 1, 2, 3]), MAX, admitted)).toEqual({ ok: true });
    expect(admitted.newest).toEqual(Uint8Array.from([0, 0]));
  });

  it('reads the same at once, out of the log, compacted and joined, whatever is sent', () => {
    const typing = fc.record({
      at: fc.nat(9),
      words: fc.constantFrom('x', 'ab', '\n', '😀'),
      take: fc.nat(2),
    });
    const change = fc.tuple(fc.constantFrom('set', 'add'), fc.nat(200), fc.nat(45));
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(typing, { minLength: 1, maxLength: 3 }),
        fc.array(change, { maxLength: 3 }),
        (typed, changes) => {
          const doc = server();
          const client = server();
          client.clientID = ASIDE;
          let update: Uint8Array = new Uint8Array();
          for (const { at, words, take } of typed) {
            Y.applyUpdate(doc, update.length > 0 ? update : SEED);
            const before = Y.encodeStateVector(client);
            sharedText(client).insert(at % 3, words);
            sharedText(client).delete(0, Math.min(take, 1));
            update = Y.encodeStateAsUpdate(client, before);
          }
          const bytes = [...update];
          for (const [kind, at, byte] of changes)
            bytes.splice(at % bytes.length, kind === 'set' ? 1 : 0, byte);
          const admitted = new Admitted();
          if (!checkUpdate(doc, Uint8Array.from(bytes), MAX, admitted).ok) return;
          taken += 1;
          const state = Y.encodeStateAsUpdate(doc);
          const stored = admitted.newest ?? new Uint8Array();
          Y.applyUpdate(doc, stored);
          const said = textOf(doc);
          expect(isWaiting(doc)).toBe(false);
          expect(textOf(openDocument(state, [stored]))).toBe(said);
          expect(textOf(openDocument(Y.encodeStateAsUpdate(doc)))).toBe(said);
          expect(textOf(openDocument(Y.mergeUpdates([state, stored])))).toBe(said);
        },
      ),
      { numRuns: 800 },
    );
    // Otherwise it would have proved nothing.
    expect(taken).toBeGreaterThan(50);
  });
});
