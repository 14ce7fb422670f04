import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { applyReplacements } from '@/lib/text';

import {
  Admitted,
  checkUpdate,
  editDocument,
  editsBetween,
  fromBase64,
  joinTexts,
  openDocument,
  seedState,
  sharedText,
  textOf,
  toBase64,
  updateOf,
} from './index';

const MAX = 1024 * 1024;
const BASE = '---\nname: a\nmodel: opus\n---\n\nOne.\nTwo 😀.\nThree.\n';
const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '😀', '😁', 'é', ' ') });

/** What somebody types into a document, as the update that is sent. */
function typed(doc: Y.Doc, edit: (text: Y.Text) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => edit(sharedText(doc)));
  return Y.encodeStateAsUpdate(doc, before);
}

describe('the document', () => {
  it('is the same bytes of the same text, and another of another', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(seedState(text)).toEqual(seedState(text));
        expect(textOf(openDocument(seedState(text)))).toBe(text);
      }),
    );
    expect(seedState('a')).not.toEqual(seedState('b'));
  });

  it('keeps every line end and character of an edit', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const doc = openDocument(seedState(before));
        editDocument(doc, editsBetween(before, after), null);
        expect(textOf(doc)).toBe(after);
      }),
    );
  });

  it('is edited by an update that was made before the edit', () => {
    const doc = openDocument(seedState(BASE));
    const update = updateOf(doc, editsBetween(BASE, BASE.replace('Two', 'Zwei')));
    expect(textOf(doc)).toBe(BASE);
    Y.applyUpdate(doc, update);
    expect(textOf(doc)).toBe(BASE.replace('Two', 'Zwei'));
  });
});

describe('base64', () => {
  it('gives back every byte, and null for what is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    const long = new Uint8Array(100_000).map((_, at) => at % 251);
    expect(fromBase64(toBase64(long))).toEqual(long);
    expect(fromBase64('no base64!')).toBeNull();
  });
});

describe('checkUpdate', () => {
  const server = () => openDocument(seedState(BASE));

  it('lets through what an editor sends', () => {
    const client = server();
    expect(
      checkUpdate(
        server(),
        typed(client, (text) => text.insert(5, 'new 😀')),
        MAX,
      ),
    ).toEqual({ ok: true });
    expect(checkUpdate(server(), Y.encodeStateAsUpdate(client), MAX)).toEqual({ ok: true });
    const doc = server();
    const inserted = typed(client, (text) => text.insert(5, 'gone'));
    expect(checkUpdate(doc, Y.mergeUpdates([Y.encodeStateAsUpdate(client), inserted]), MAX)).toEqual({
      ok: true,
    });
  });

  it.each([
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00a'],
  ])('turns away %s', (_, bad) => {
    // The client's own document takes it; only what is sent is judged.
    const update = typed(server(), (text) => text.insert(0, bad));
    const check = checkUpdate(server(), update, MAX);
    // An encoder may stand in U+FFFD for half a character: then there is nothing to turn away.
    if (check.ok) expect(textOf(openDocument(seedState(BASE), [update]))).toContain('\ufffd');
    else expect(check.code).toBe('invalid');
  });

  it('turns away what is no text, and what is no update', () => {
    const odd: ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap('other').set('a', 1),
      (doc) => doc.getText('other').insert(0, 'hidden'),
      (doc) => sharedText(doc).insertEmbed(0, { image: 'x' }),
      (doc) => sharedText(doc).insert(0, 'bold', { bold: true }),
      (doc) => sharedText(doc).setAttribute('a', 'b'),
    ];
    for (const change of odd) {
      const client = server();
      expect(
        checkUpdate(
          server(),
          typed(client, () => change(client)),
          MAX,
        ),
      ).toMatchObject({ code: 'invalid' });
    }
    for (const bytes of [new Uint8Array(), new Uint8Array([9, 9, 9, 9]), new Uint8Array(50).fill(255)]) {
      expect(checkUpdate(server(), bytes, MAX).ok).toBe(false);
    }
  });

  it('turns away a text that would be too large, and lets through one that is replaced', () => {
    const client = openDocument(seedState('x'.repeat(900)));
    const doc = openDocument(seedState('x'.repeat(900)));
    const more = typed(client, (text) => text.insert(0, 'y'.repeat(200)));
    expect(checkUpdate(doc, more, 1000)).toMatchObject({ code: 'too_large' });
    expect(textOf(doc)).toHaveLength(900);
    const other = openDocument(seedState('x'.repeat(900)));
    const instead = typed(other, (text) => {
      text.delete(0, 900);
      text.insert(0, 'z'.repeat(1000));
    });
    expect(checkUpdate(doc, instead, 1000)).toEqual({ ok: true });
  });

  it('asks for what is missing, and never waits for it', () => {
    const client = server();
    const first = typed(client, (text) => text.insert(0, 'first '));
    const second = typed(client, (text) => text.insert(6, 'second '));
    const third = typed(client, (text) => text.delete(0, 3));
    for (const update of [second, third])
      expect(checkUpdate(server(), update, MAX)).toMatchObject({ code: 'behind' });
    const doc = server();
    Y.applyUpdate(doc, first);
    expect(checkUpdate(doc, second, MAX)).toEqual({ ok: true });
    expect(checkUpdate(doc, third, MAX)).toEqual({ ok: true });
    expect(checkUpdate(server(), Y.mergeUpdates([first, second, third]), MAX)).toEqual({ ok: true });
  });
});

describe('updates that are judged together', () => {
  it('are as good as one after the other, and none gets in by standing on a refused one', () => {
    const insert = fc.record({
      who: fc.nat(2),
      at: fc.nat(30),
      words: fc.constantFrom('a', 'b😀', 'NUL\0', '\r\n'),
      isHeard: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(insert, { maxLength: 20 }), (inserts) => {
        const server = openDocument(seedState(BASE));
        const apart = openDocument(seedState(BASE));
        const people = [0, 1, 2].map(() => openDocument(seedState(BASE)));
        const admitted = new Admitted();
        const good: Uint8Array[] = [];
        for (const { who, at, words, isHeard } of inserts) {
          const doc = people[who] as Y.Doc;
          const place = [...textOf(doc)].slice(0, at).join('').length;
          const update = typed(doc, (text) => text.insert(place, words));
          if (isHeard) for (const other of people) Y.applyUpdate(other, update);
          const alone = checkUpdate(apart, update, MAX);
          expect(checkUpdate(server, update, MAX, admitted)).toEqual(alone);
          if (!alone.ok) continue;
          Y.applyUpdate(apart, update);
          good.push(update);
        }
        expect(textOf(server)).toBe(BASE);
        if (good.length > 0) Y.applyUpdate(server, Y.mergeUpdates(good));
        expect(textOf(server)).toBe(textOf(apart));
        expect(server.store.pendingStructs).toBeNull();
      }),
    );
  });

  it('are too large where they are so together', () => {
    const server = openDocument(seedState('x'.repeat(500)));
    const admitted = new Admitted();
    const people = [0, 1].map(() => openDocument(seedState('x'.repeat(500))));
    const [first, second] = people.map((doc) => typed(doc, (text) => text.insert(0, 'y'.repeat(300))));
    expect(checkUpdate(server, first as Uint8Array, 1000, admitted)).toEqual({ ok: true });
    expect(checkUpdate(server, second as Uint8Array, 1000, admitted)).toMatchObject({ code: 'too_large' });
  });
});

describe('editsBetween', () => {
  it('leads from one text to the other, and never splits a character', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edits = editsBetween(before, after);
        expect(applyReplacements(before, edits)).toBe(after);
        for (const { from, to, insert } of edits) {
          for (const piece of [before.slice(0, from), before.slice(from, to), insert])
            expect(piece).toBe(piece.toWellFormed());
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('narrows a line to what differs in it', () => {
    expect(editsBetween('one\ntwo 😀\n', 'one\ntwo 😁\n')).toEqual([{ from: 8, to: 10, insert: '😁' }]);
  });
});

describe('joinTexts', () => {
  it('gives the one that changed', () => {
    fc.assert(
      fc.property(texts, texts, (base, other) => {
        expect(joinTexts(base, other, base)).toBe(other);
        expect(joinTexts(base, base, other)).toBe(other);
        expect(joinTexts(base, other, other)).toBe(other);
      }),
    );
  });

  it('joins what goes together, and keeps both where it does not', () => {
    const mine = BASE.replace('opus', 'sonnet');
    expect(joinTexts(BASE, mine, BASE.replace('Two', 'Zwei'))).toBe(mine.replace('Two', 'Zwei'));
    const both = joinTexts(BASE, BASE.replace('Two', 'Zwei'), BASE.replace('Two', 'Deux'));
    expect(both).toContain('Zwei');
    expect(both).toContain('Deux');
    expect(both).toContain('One.\n');
  });

  it('never loses a character that either inserted', () => {
    const place = fc.nat({ max: BASE.length });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const put = (at: number, what: string) => {
          const from = /[\udc00-\udfff]/.test(BASE.charAt(at)) ? at - 1 : at;
          return BASE.slice(0, from) + what + BASE.slice(from);
        };
        const joined = joinTexts(BASE, put(a, 'ÄÄ'), put(b, 'ÖÖ'));
        expect(joined).toContain('ÄÄ');
        expect(joined).toContain('ÖÖ');
        expect(joined.length).toBeGreaterThanOrEqual(BASE.length + 4);
      }),
    );
  });
});

interface Client {
  doc: Y.Doc;
  isOnline: boolean;
  /** What this one typed and nobody deletes. */
  marks: string[];
}

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const CLIENTS = 10;
const OPERATIONS = 1000;

/** The same numbers of the same seed: what fails can be told again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647 || 1;
    return state % below;
  };
}

describe('ten people', () => {
  it('who type a thousand times each, on and off the network, end with the same bytes and lose nothing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const next = numbers(seed);
        const server = openDocument(seedState(BASE));
        const clients = Array.from({ length: CLIENTS }, (): Client => {
          return { doc: openDocument(seedState(BASE)), isOnline: true, marks: [] };
        });
        const exchange = (client: Client) => {
          const update = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(server));
          expect(checkUpdate(server, update, MAX)).toEqual({ ok: true });
          Y.applyUpdate(server, update);
          Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(client.doc)));
        };
        for (let at = 0; at < CLIENTS * OPERATIONS; at++) {
          const client = clients[at % CLIENTS] as Client;
          act(client, at, next);
          if (next(100) === 0) client.isOnline = !client.isOnline;
          if (client.isOnline && next(5) === 0) exchange(client);
        }
        for (let round = 0; round < 2; round++) for (const client of clients) exchange(client);
        const text = textOf(server);
        for (const { doc, marks } of clients) {
          expect(textOf(doc)).toBe(text);
          expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(server));
          for (const mark of marks) expect(text).toContain(mark);
        }
        expect(text).toBe(text.toWellFormed());
      }),
      { numRuns: 1 },
    );
  });
});

/** Types a mark that nobody deletes, or a word, or takes a word away. */
function act({ doc, marks }: Client, at: number, next: (below: number) => number): void {
  const text = sharedText(doc);
  const length = text.length;
  const kind = next(10);
  if (kind < 6) {
    // A mark goes to a place that is within no other: to the very start or the very end.
    const mark = `<${at}😀>`;
    text.insert(next(2) === 0 ? 0 : length, mark);
    marks.push(mark);
  } else {
    const said = textOf(doc);
    const places = [...said.matchAll(/ word/g)];
    const place = places[next(places.length || 1)];
    if (kind < 8 || !place) text.insert(said.indexOf('One.') === -1 ? 0 : said.indexOf('One.'), ' word');
    else text.delete(place.index, 5);
  }
}
