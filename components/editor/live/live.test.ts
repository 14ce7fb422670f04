import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';

import type { AgentRoom } from '@/lib/client/live/agent-room';
import type { LiveSync, LiveUpdateInput, VersionStamp } from '@/lib/contract';
import { checkUpdate, fromBase64, openDocument, seedState, textOf, toBase64 } from '@/lib/live';

import { SaveSession } from '../save/save-session';
import { TextStore } from '../text/text-store';
import { type Joined, joinLive } from './join-live';
import { Live } from './live';

const CRLF = '---\r\nname: a\r\ndescription: Does 😀 things\r\nmodel: opus # why\r\n---\r\n\r\nBody 😀\r\n';
const VERSION: VersionStamp = { versionId: 'v1', number: 1, savedAt: 0, savedBy: 'Ada' };
const bytes = (text: string) => fromBase64(text) ?? new Uint8Array();

/** The server's part, without a server: what it would refuse is refused, and what it has stored it tells. */
class Server {
  readonly doc = openDocument(seedState(CRLF));
  readonly joined = new Map<string, Joined>();
  isReachable = true;
  isSignedOut = false;
  /** Only reads from now on. */
  lowered = '';
  /** Whose updates were refused because they may only read. */
  readonly refused: string[] = [];
  /** Tabs that wanted their stream again. */
  readonly woken: string[] = [];

  sync = async ({ vector }: { vector: string | null }): Promise<LiveSync> => {
    if (!this.isReachable) throw new TypeError('Failed to fetch');
    return {
      generation: 'v1',
      update: toBase64(Y.encodeStateAsUpdate(this.doc, vector ? bytes(vector) : undefined)),
      vector: toBase64(Y.encodeStateVector(this.doc)),
      version: VERSION,
      text: CRLF,
    };
  };

  fetch = async (_: string, { body }: RequestInit): Promise<Response> => {
    if (!this.isReachable) throw new TypeError('Failed to fetch');
    if (this.isSignedOut) {
      const error = { code: 'unauthenticated', message: 'You are signed out.' };
      return Response.json({ error }, { status: 401 });
    }
    const { tab, update } = JSON.parse(String(body)) as LiveUpdateInput;
    if (tab === this.lowered) {
      this.refused.push(tab);
      const error = { code: 'forbidden', message: 'Your role does not allow this.' };
      return Response.json({ error }, { status: 403 });
    }
    const check = checkUpdate(this.doc, bytes(update), 1_000_000);
    if (!check.ok) return Response.json({ kind: 'behind' });
    Y.applyUpdate(this.doc, bytes(update));
    for (const [other, { document }] of this.joined) {
      if (other !== tab && this.isReachable) {
        document.take({ type: 'update', agent: 'a', generation: 'v1', update, tab });
      }
    }
    return Response.json({ kind: 'stored' });
  };
}

function person(server: Server, tab: string, canEdit = true) {
  const store = new TextStore(CRLF);
  const live = new Live();
  live.allow(canEdit);
  const session = new SaveSession({
    ...{ store, shared: live, workspace: 'w', agentId: 'a', userId: 'u', version: VERSION },
    saveAgent: async () => ({ ok: false, error: { code: 'internal', message: 'not in this test' } }),
    onMerged: () => undefined,
  });
  const room = {
    ask: ({ vector }: { vector: string | null }) => server.sync({ vector }),
    move: () => undefined,
    wake: () => server.woken.push(tab),
  } as unknown as AgentRoom;
  const document = { id: 'a', workspace: 'w' };
  async function join(): Promise<Joined> {
    const joined = joinLive(
      {
        ...{ live, store, session, document, userId: 'u', tab, workspaceName: 'W' },
        ...{ onCameIn: () => undefined, onRole: () => undefined },
      },
      room,
    );
    server.joined.set(tab, joined);
    await joined.document.sync();
    live.use(joined.document);
    return joined;
  }
  return { store, live, session, join, text: () => store.getFile().text };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

let server: Server;
beforeEach(() => {
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('window', { document: { addEventListener: () => {}, removeEventListener: () => {} } });
});
afterEach(() => {
  for (const { document } of server.joined.values()) document.close();
  vi.unstubAllGlobals();
});

describe('the text of several', () => {
  it('has what each typed before the other came, to the character', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    ada.store.edit({ kind: 'set', key: 'model', value: 'haiku' });
    bob.store.dispatch({ changes: { from: CRLF.length, insert: 'Bob.' } });
    await ada.join();
    await bob.join();
    await settled();
    const both = `${CRLF.replace('opus', 'haiku')}Bob.`;
    expect([ada.text(), bob.text(), textOf(server.doc)]).toEqual([both, both, both]);
  });

  it('takes changes of the front matter while only the body is shown, and keeps every line end', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    await ada.join();
    await bob.join();
    expect(ada.store.edit({ kind: 'set', key: 'description', value: 'Does\nmore' })).toBeNull();
    await settled();
    expect(bob.text()).toBe(ada.text());
    expect(bob.store.getFile().effective.description).toBe('Does\nmore');
    expect(bob.text().replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('gives back by undo only what one typed oneself', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    await ada.join();
    await bob.join();
    ada.store.dispatch({ changes: { from: CRLF.length, insert: 'Ada.' }, userEvent: 'input.type' });
    await settled();
    bob.store.dispatch({ changes: { from: CRLF.length, insert: 'Bob.' }, userEvent: 'input.type' });
    await settled();
    ada.store.undo();
    await settled();
    expect([ada.text(), bob.text()]).toEqual([`${CRLF}Bob.`, `${CRLF}Bob.`]);
    expect(ada.store.canUndo()).toBe(false);
    ada.store.redo();
    await settled();
    expect(bob.text()).toContain('Ada.');
  });

  it('says where what was typed is, and has it all after an hour without a network', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    const hers = await ada.join();
    await bob.join();
    expect(ada.live.getState().phase).toBe('stored');
    server.isReachable = false;
    ada.store.dispatch({ changes: { from: 0, insert: 'Hers. ' } });
    await settled();
    expect(ada.live.getState().phase).toBe('offline');
    expect(await ada.live.flush()).toBe(false);
    const { unstored } = ada.live;
    expect(unstored).not.toBeNull();
    server.isReachable = true;
    bob.store.dispatch({ changes: { from: CRLF.length, insert: 'His.' } });
    await settled();
    await hers.document.sync();
    await settled();
    const both = `Hers. ${CRLF}His.`;
    expect([ada.text(), bob.text(), textOf(server.doc)]).toEqual([both, both, both]);
    expect(ada.live.getState().phase).toBe('stored');
    expect(ada.live.unstored).toBeNull();
    // The tab crashed instead, and its draft comes back in another: once more, with the same result.
    const again = person(server, 'ada again');
    await again.join();
    expect(await again.live.bringIn(unstored ?? { generation: '', update: '' })).toBe(true);
    await settled();
    expect(textOf(server.doc)).toBe(both);
    expect(await again.live.bringIn({ generation: 'another', update: '' })).toBe(false);
  });

  it('waits for who is signed out, sends what they typed when they are back, and hears the others again', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    const hers = await ada.join();
    await bob.join();
    server.isSignedOut = true;
    ada.store.dispatch({ changes: { from: 0, insert: 'Hers. ' } });
    await settled();
    ada.store.dispatch({ changes: { from: 0, insert: 'Also. ' } });
    await settled();
    expect(ada.live.getState()).toMatchObject({ phase: 'refused', refusal: { code: 'unauthenticated' } });
    expect(await ada.live.flush()).toBe(false);
    await ada.session.save();
    expect(ada.session.getState()).toMatchObject({ phase: 'failed', error: { code: 'unauthenticated' } });
    expect(server.woken).toEqual([]);
    server.isSignedOut = false;
    expect(await ada.live.flush()).toBe(true);
    expect(server.woken).toEqual(['ada']);
    await hers.document.sync();
    await settled();
    expect([ada.text(), bob.text()]).toEqual([`Also. Hers. ${CRLF}`, `Also. Hers. ${CRLF}`]);
    expect(ada.live.getState()).toMatchObject({ phase: 'stored', refusal: null });
  });

  it('keeps what somebody typed who may only read by now, asks for nothing again, and sends it when they may', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    const hers = await ada.join();
    await bob.join();
    server.lowered = 'ada';
    ada.store.dispatch({ changes: { from: 0, insert: 'Hers. ' } });
    await settled();
    expect(ada.live.getState()).toMatchObject({ phase: 'refused', lost: { code: 'forbidden' } });
    // What an input held back comes after it was refused.
    ada.store.dispatch({ changes: { from: 0, insert: 'Also. ' } });
    bob.store.dispatch({ changes: { from: CRLF.length, insert: 'His.' } });
    await hers.document.sync();
    await settled();
    expect(await ada.live.flush()).toBe(false);
    await ada.session.save();
    expect(ada.session.getState().phase).toBe('idle');
    expect(server.refused).toEqual(['ada']);
    expect(ada.live.unstored).not.toBeNull();
    expect(ada.text()).toBe(`Also. Hers. ${CRLF}His.`);
    expect(textOf(server.doc)).toBe(`${CRLF}His.`);
    server.lowered = '';
    ada.live.regain();
    await settled();
    expect(textOf(server.doc)).toBe(`Also. Hers. ${CRLF}His.`);
    expect(ada.live.getState()).toMatchObject({ phase: 'stored', lost: null });
  });

  it('joins what somebody typed alone who may only read by now, and sends it when they may', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    await bob.join();
    ada.store.dispatch({ changes: { from: 0, insert: 'Hers. ' } });
    server.lowered = 'ada';
    ada.live.lose({ code: 'forbidden', message: 'You can only read.' });
    bob.store.dispatch({ changes: { from: CRLF.length, insert: 'His.' } });
    await settled();
    await ada.join();
    await settled();
    expect(ada.text()).toBe(`Hers. ${CRLF}His.`);
    expect([server.refused, textOf(server.doc)]).toEqual([[], `${CRLF}His.`]);
    server.lowered = '';
    ada.live.regain();
    await settled();
    expect(textOf(server.doc)).toBe(`Hers. ${CRLF}His.`);
  });

  it('shows a viewer everything and takes nothing of them', async () => {
    const [ada, eve] = [person(server, 'ada'), person(server, 'eve', false)];
    await ada.join();
    await eve.join();
    eve.store.dispatch({ changes: { from: 0, insert: 'not allowed' } });
    ada.store.dispatch({ changes: { from: CRLF.length, insert: 'Ada.' } });
    await settled();
    expect(textOf(server.doc)).toBe(`${CRLF}Ada.`);
    expect(eve.text()).toContain('Ada.');
  });

  it('changes no character by halves: half of one is a replacement character on every screen', async () => {
    const [ada, bob] = [person(server, 'ada'), person(server, 'bob')];
    await ada.join();
    const his = await bob.join();
    const half = CRLF.lastIndexOf('😀') + 1;
    ada.store.dispatch({ changes: { from: half, to: half + 1 } });
    await settled();
    await his.document.sync();
    const torn = `${CRLF.slice(0, half - 1)}\ufffd${CRLF.slice(half + 1)}`;
    expect([ada.text(), bob.text(), textOf(server.doc)]).toEqual([torn, torn, torn]);
    bob.store.dispatch({ changes: { from: torn.length, insert: '😁' } });
    bob.store.dispatch({ changes: { from: torn.length + 1, insert: 'x' } });
    await settled();
    const both = `${torn}\ufffdx\ufffd`;
    expect([ada.text(), bob.text(), textOf(server.doc)]).toEqual([both, both, both]);
  });

  it('is the same on every screen, whatever is typed, by form and source, on and off the network', async () => {
    const words = fc.constantFrom('a', 'b c', '\n', '\r\n', '😀', '- x');
    const step = fc.oneof(
      fc.record({ who: fc.nat(2), kind: fc.constant('type' as const), at: fc.nat(200), words }),
      fc.record({ who: fc.nat(2), kind: fc.constant('delete' as const), at: fc.nat(200), words }),
      fc.record({ who: fc.nat(2), kind: fc.constant('form' as const), at: fc.nat(200), words }),
      fc.record({ who: fc.nat(2), kind: fc.constant('undo' as const), at: fc.nat(200), words }),
      fc.record({ who: fc.nat(2), kind: fc.constant('network' as const), at: fc.nat(1), words }),
      fc.record({ who: fc.nat(2), kind: fc.constant('wait' as const), at: fc.nat(1), words }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        server = new Server();
        vi.stubGlobal('fetch', server.fetch);
        const people = ['ada', 'bob', 'eve'].map((tab) => person(server, tab));
        const joined = await Promise.all(people.map(({ join }) => join()));
        for (const { who, kind, at, words: inserted } of steps) {
          const { store } = people[who] as (typeof people)[number];
          const { length } = store.current.doc;
          const from = Math.min(at, length);
          if (kind === 'type')
            store.dispatch({ changes: { from, insert: inserted }, userEvent: 'input.type' });
          if (kind === 'delete') store.dispatch({ changes: { from, to: Math.min(from + 3, length) } });
          if (kind === 'form') store.edit({ kind: 'set', key: 'description', value: `Says ${at}` });
          if (kind === 'undo') store.undo();
          if (kind === 'network') server.isReachable = at === 1;
          if (kind === 'wait') await settled();
        }
        server.isReachable = true;
        for (let round = 0; round < 3; round++) {
          for (const { document } of joined) await document.sync();
          await settled();
        }
        for (const { text, store } of people) {
          expect(text()).toBe(textOf(server.doc));
          expect(store.getFile().text).toBe(store.current.doc.toString());
        }
        for (const { document } of joined) document.close();
      }),
      { numRuns: 25 },
    );
  });
});
