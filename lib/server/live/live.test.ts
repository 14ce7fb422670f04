import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  changeMemberRole,
  deleteAgents,
  getLiveDocument,
  getVersion,
  listLiveUpdates,
  removeMember,
  type Store,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import type { LiveRoom } from '@/lib/contract';
import { openDocument, updateOf } from '@/lib/live';
import { action } from '../action';
import { createAgent } from '../commands/create-agent';
import { saveAgent } from '../commands/save-agent';
import { Listener } from '../testing/live-listener';
import { dataOf, openTeam, requireStored } from '../testing/team';
import { agentText, as, makeMember, type Person, type World } from '../testing/world';
import { LiveDocument } from './live-document';
import { keepNeighbours } from './neighbours';
import { getRoom } from './room';
import { letGoIdle } from './room-documents';
import { listStreams } from './streams';
import { look } from './watch';

/** PGlite starts in two seconds, on a busy machine in many more. */
const OPEN_TIMEOUT_MS = 120_000;

const create = action(createAgent);
const save = action(saveAgent);

for (const engine of TEST_ENGINES) {
  describe(`an agent that several have open, on ${engine.name}`, () => {
    let world: World;
    let ada: Person;
    let bob: Person;
    let workspace: string;
    let workspaceId: string;
    let made = 0;
    const open: Listener[] = [];

    beforeAll(async () => {
      ({ world, ada, bob, workspace, workspaceId } = await openTeam(await engine.open()));
    }, OPEN_TIMEOUT_MS);
    afterAll(async () => {
      for (const { left } of open) left.abort();
      await Promise.all(open.map(({ ended }) => ended));
      await world.dispose();
    });

    const store = (): Store => world.store;
    async function begin(text = agentText(`agent-${++made}`, 'One.\nTwo.\n')) {
      const { agentId } = await dataOf(as(ada, () => create({ workspace, text })));
      const { version } = await requireStored(world.store, { workspaceId, agentId });
      return { agentId, text, version, key: { workspaceId, agentId } };
    }
    function tab(person: Person, agentId: string): Listener {
      const listener = new Listener(person, { workspace, agent: agentId });
      open.push(listener);
      return listener;
    }
    /** Ada and Bob have it open and hold its document. */
    async function together(text?: string) {
      const agent = await begin(text);
      const [hers, his] = [tab(ada, agent.agentId), tab(bob, agent.agentId)];
      for (const each of [hers, his]) await each.open();
      for (const each of [hers, his]) await each.sync();
      return { ...agent, hers, his };
    }
    const saveLive = (
      person: Person,
      { agentId, version }: Awaited<ReturnType<typeof begin>>,
      generation: string,
    ) =>
      dataOf(
        as(person, () =>
          save({ workspace, agentId, baseVersionId: version.versionId, text: 'stale', live: { generation } }),
        ),
      );

    it('says who is there, and who comes and goes', async () => {
      const { agentId } = await begin();
      const [hers, his, alsoHers] = [tab(ada, agentId), tab(bob, agentId), tab(ada, agentId)];
      expect(await hers.open()).toMatchObject({ isShared: false, peers: [{ name: 'Ada' }] });
      expect((await his.open()).isShared).toBe(true);
      await alsoHers.open();
      const [room] = hers.of('room').slice(-1);
      expect(room?.peers.map(({ userId }) => userId)).toEqual([ada.userId, bob.userId, ada.userId]);
      const place = { caret: { anchor: 'AA==', head: 'AA==' }, field: 'model' };
      await his.ask({ kind: 'place', place });
      expect(hers.of('place').at(-1)).toMatchObject({ tab: his.tab, place });
      expect(his.of('place')).toEqual([]);
      his.left.abort();
      await his.ended;
      expect(
        hers
          .of('room')
          .at(-1)
          ?.peers.map(({ tab: id }) => id),
      ).toEqual([hers.tab, alsoHers.tab]);
      await alsoHers.ask({ kind: 'close' });
      expect(hers.of('room').at(-1)).toMatchObject({ isShared: false, peers: [{ tab: hers.tab }] });
    });

    it('is one document, whose updates are stored before anybody hears of them', async () => {
      const { hers, his, key, text } = await together();
      const write = store().write.bind(store());
      let heardBefore = -1;
      const slow = vi.spyOn(store(), 'write').mockImplementation(async (fn) => {
        const done = await write(fn);
        await new Promise((resolve) => setTimeout(resolve, 50));
        heardBefore = his.of('update').length;
        return done;
      });
      const answer = hers.type((shared) => shared.insert(text.length, 'Ada was here 😀.\n'));
      expect(await answer).toEqual({ kind: 'stored' });
      slow.mockRestore();
      expect(heardBefore).toBe(0);
      const rows = await listLiveUpdates(store().read, { ...key, after: 0 });
      expect(rows.map(({ userId }) => userId)).toEqual([ada.userId]);
      await vi.waitFor(() => expect(his.text).toBe(`${text}Ada was here 😀.\n`));
      expect(hers.of('update'), 'nobody hears what they wrote').toEqual([]);
      await his.type((shared) => shared.insert(0, '\ufeff'));
      await vi.waitFor(() => expect(hers.text).toBe(his.text));
      const again = tab(bob, key.agentId);
      await again.sync();
      expect(again.text).toBe(his.text);
    });

    it('tells of nothing that could not be stored', async () => {
      const { hers, his, text } = await together();
      const broken = vi.spyOn(store(), 'write').mockRejectedValue(new Error('the disk is gone'));
      expect((await hers.type((shared) => shared.insert(0, 'lost?'))).error?.code).toBe('internal');
      broken.mockRestore();
      expect(his.of('update')).toEqual([]);
      const fresh = tab(bob, hers.params.agent);
      await fresh.sync();
      expect(fresh.text).toBe(text);
    });

    it('turns away what cannot be kept, what is behind, and what is of another document', async () => {
      const { hers, his, text } = await together();
      expect((await hers.send(new Uint8Array([1, 2, 3]))).error?.code).toBe('invalid_input');
      expect((await his.type((shared) => shared.insert(0, 'a\0'))).error?.code).toBe('invalid_input');
      const large = 'x'.repeat(1024 * 1024);
      expect((await hers.type((shared) => shared.insert(0, large))).error?.code).toBe('too_large');
      // What came before it was refused, so it stands on nothing.
      expect(await hers.type((shared) => shared.insert(1, 'y'))).toEqual({ kind: 'behind' });
      his.generation = 'another';
      expect(await his.type((shared) => shared.insert(0, 'z'))).toEqual({ kind: 'replaced' });
      const fresh = tab(ada, hers.params.agent);
      await fresh.sync();
      expect(fresh.text).toBe(text);
    });

    it('shows a viewer everything and takes nothing of them', async () => {
      const { hers, agentId, text } = await together();
      const viewer = tab(await makeMember(world.store, workspaceId, 'viewer'), agentId);
      const { peers } = await viewer.open();
      expect(peers.map(({ canEdit }) => canEdit)).toEqual([true, true, false]);
      await viewer.sync();
      expect((await viewer.type((shared) => shared.insert(0, 'no'))).error?.code).toBe('forbidden');
      await hers.type((shared) => shared.insert(0, 'yes '));
      await vi.waitFor(() => expect(viewer.text).toContain('yes '));
      const fresh = tab(bob, agentId);
      await fresh.sync();
      expect(fresh.text).toBe(`yes ${text}`);
    });

    it('ends the stream of who was removed, and gives a changed role at once', async () => {
      const { hers, agentId } = await together();
      const eve = await makeMember(world.store, workspaceId, 'editor');
      const gone = tab(eve, agentId);
      await gone.open();
      const member = { workspaceId, userId: eve.userId };
      await store().write((tx) => changeMemberRole(tx, { ...member, role: 'viewer', now: 1 }));
      await look();
      expect(hers.of('room').at(-1)?.peers.at(-1)).toMatchObject({ userId: eve.userId, canEdit: false });
      await store().write((tx) => removeMember(tx, { ...member, now: Date.now() }));
      await look();
      await gone.ended;
      expect(gone.heard.at(-1)).toEqual({ type: 'bye', reason: 'removed' });
      expect(listStreams().some(({ userId }) => userId === eve.userId)).toBe(false);
      expect(
        hers
          .of('room')
          .at(-1)
          ?.peers.some(({ userId }) => userId === eve.userId),
      ).toBe(false);
    });

    it('makes a version of what all wrote, with all their names, and goes on from it', async () => {
      const agent = await together();
      const { hers, his, text, key } = agent;
      await hers.type((shared) => shared.insert(text.length, 'Hers.\n'));
      await vi.waitFor(() => expect(his.text).toContain('Hers.'));
      await his.type((shared) => shared.insert(his.text.length, 'His.\n'));
      const saved = await saveLive(ada, agent, hers.generation);
      expect(saved).toMatchObject({ kind: 'saved', text: `${text}Hers.\nHis.\n`, version: { number: 2 } });
      const { versionId } = saved.kind === 'saved' ? saved.version : agent.version;
      const version = await getVersion(store().read, { ...key, versionId });
      expect(version).toMatchObject({
        parents: [agent.version.versionId],
        authors: [ada.userId, bob.userId],
      });
      await look();
      expect(his.of('base').at(-1)).toMatchObject({
        version: { number: 2 },
        text: version?.text,
        summary: null,
      });
      expect((await saveLive(bob, agent, hers.generation)).kind).toBe('unchanged');
      await his.type((shared) => shared.insert(his.text.length, 'And on.\n'));
      const next = await saveLive(bob, agent, hers.generation);
      expect(next).toMatchObject({ kind: 'saved', text: `${version?.text}And on.\n` });
      const last = await getVersion(store().read, {
        ...key,
        versionId: next.kind === 'saved' ? next.version.versionId : '',
      });
      expect(last?.authors).toEqual([bob.userId]);
    });

    it('takes in what was saved apart, as an edit, and loses nothing of either', async () => {
      const agent = await together();
      const { hers, his, agentId, text, version } = agent;
      await hers.type((shared) => shared.insert(text.length, 'Typed together.\n'));
      const apart = text.replace('One.', 'Eins.');
      await dataOf(
        as(bob, () => save({ workspace, agentId, baseVersionId: version.versionId, text: apart })),
      );
      await look();
      await vi.waitFor(() => expect(his.text).toBe(`${apart}Typed together.\n`));
      await vi.waitFor(() => expect(hers.text).toBe(his.text));
      const news = hers.of('base').at(-1);
      expect(news).toMatchObject({ version: { number: 2 }, text: apart });
      expect(news?.summary).toBeTruthy();
      const saved = await saveLive(ada, agent, hers.generation);
      expect(saved).toMatchObject({ kind: 'saved', version: { number: 3 }, text: his.text });
    });

    it('takes in what was saved apart a moment before it is saved itself', async () => {
      const agent = await together();
      const { hers, agentId, text, version } = agent;
      await hers.type((shared) => shared.insert(text.length, 'Typed together.\n'));
      const apart = text.replace('Two.', 'Zwei.');
      await dataOf(
        as(bob, () => save({ workspace, agentId, baseVersionId: version.versionId, text: apart })),
      );
      const saved = await saveLive(ada, agent, hers.generation);
      expect(saved).toMatchObject({
        kind: 'saved',
        version: { number: 3 },
        text: `${apart}Typed together.\n`,
      });
    });

    it('says when it goes to the bin, and takes nothing then', async () => {
      const { hers, his, agentId } = await together();
      await store().write((tx) =>
        deleteAgents(tx, { workspaceId, agentIds: [agentId], userId: ada.userId, now: Date.now() }),
      );
      await look();
      expect(his.of('gone')).toHaveLength(1);
      expect((await hers.type((shared) => shared.insert(0, 'late'))).error?.code).toBe('conflict');
    });

    it('is left by a tab that died in silence, after a while', async () => {
      const { hers, his } = await together();
      const now = Date.now();
      const clock = vi.spyOn(Date, 'now');
      try {
        clock.mockReturnValue(now + 100_000);
        await hers.ask({ kind: 'open' });
        await look();
        expect(hers.of('room').at(-1)?.peers).toHaveLength(2);
        clock.mockReturnValue(now + 160_000);
        await look();
        expect(
          hers
            .of('room')
            .at(-1)
            ?.peers.map(({ tab: id }) => id),
        ).toEqual([hers.tab]);
        // It was only asleep, and says so.
        expect((await his.ask<LiveRoom>({ kind: 'open' })).peers).toHaveLength(2);
        expect(hers.of('room').at(-1)?.peers).toHaveLength(2);
      } finally {
        clock.mockRestore();
      }
    });

    it('is not held in memory while it rests, and nobody misses what came meanwhile', async () => {
      const { hers, his, key, text } = await together();
      await hers.type((shared) => shared.insert(0, 'before '));
      await vi.waitFor(() => expect(his.text).toBe(`before ${text}`));
      await letGoIdle(Date.now());
      expect(getRoom(key)?.held, 'in use a moment ago').not.toBeNull();
      await letGoIdle(Date.now() + 11 * 60_000);
      expect(getRoom(key)?.held).toBeNull();
      const stored = await getLiveDocument(store().read, key);
      expect(stored?.stateSequence, 'its log is short').toBe(stored?.sequence);
      await look();
      expect(his.of('replaced'), 'nothing happened').toHaveLength(0);
      // Another server writes into it.
      const other = await LiveDocument.open(store(), key);
      const update = updateOf(openDocument(other?.since(null).update ?? new Uint8Array()), [
        { from: 0, to: 0, insert: 'elsewhere ' },
      ]);
      expect(await other?.take({ userId: ada.userId, tab: null, update })).toEqual({ ok: true });
      other?.close();
      await look();
      expect(his.of('replaced')).toHaveLength(1);
      await his.sync();
      expect(his.text).toBe(`elsewhere before ${text}`);
      await hers.sync();
      await hers.type((shared) => shared.insert(0, 'after '));
      await vi.waitFor(() => expect(his.text).toBe(`after elsewhere before ${text}`));
    });

    it('hears of the others at another server, where the database can tell', async () => {
      const { signals } = store();
      const { hers, his, key } = await together();
      if (!signals) return;
      const peer = {
        ...{ tab: 'far away', userId: bob.userId, name: 'Bob', canEdit: true },
        place: { caret: null, field: 'model' },
      };
      const heard: string[] = [];
      const say = (word: object) =>
        signals.send(JSON.stringify({ server: 'another', words: [{ ...key, ...word }] }));
      await say({ kind: 'here', peer });
      const peers = () => hers.of('room').at(-1)?.peers ?? [];
      await vi.waitFor(() => expect(peers()).toContainEqual(peer));
      await say({ kind: 'here', peer: { ...peer, place: { caret: null, field: 'color' } } });
      await vi.waitFor(() => expect(hers.of('place').at(-1)?.place.field).toBe('color'));
      await say({ kind: 'left', tab: 'far away' });
      await vi.waitFor(() => expect(peers()).toHaveLength(2));
      // A server that died says nothing more.
      await say({ kind: 'here', peer });
      await vi.waitFor(() => expect(peers()).toHaveLength(3));
      keepNeighbours(Date.now() + 20_000);
      await vi.waitFor(() => expect(peers()).toHaveLength(2));
      // What is said here is heard there: who is where, that something was written, and who left.
      signals.listen((text) => heard.push(text));
      await say({ kind: 'who' });
      await his.ask({ kind: 'place', place: { caret: null, field: 'tools' } });
      await hers.type((shared) => shared.insert(0, 'Never said. '));
      his.left.abort();
      await vi.waitFor(() => {
        for (const part of ['"kind":"written"', `"kind":"left","tab":"${his.tab}"`, hers.tab])
          expect(heard.join()).toContain(part);
      });
      expect(heard.join()).not.toContain('Never said');
    });

    it('is there again when the server starts anew, and its log stays small', async () => {
      const { hers, key, text } = await together();
      const typed = Array.from({ length: 210 }, (_, at) => `line ${at}\n`);
      for (const line of typed) {
        expect(await hers.type((shared) => shared.insert(shared.length, line))).toEqual({ kind: 'stored' });
      }
      const stored = await getLiveDocument(store().read, key);
      expect(stored?.sequence).toBe(210);
      const rows = await listLiveUpdates(store().read, { ...key, after: 0 });
      expect(rows.length).toBe(10);
      const anew = await LiveDocument.open(store(), key);
      expect(anew?.text).toBe(text + typed.join(''));
      anew?.close();
    });
  });
}
