import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';

import { listLiveUpdates } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { openDocument, sharedText, textOf, toBase64 } from '@/lib/live';

import { action } from '../action';
import { createAgent } from '../commands/create-agent';
import { takePoint } from '../limits';
import { Listener } from '../testing/live-listener';
import { dataOf, openTeam } from '../testing/team';
import { agentText, as, makeMember, type Person, type World } from '../testing/world';

const create = action(createAgent);
/** What is judged here asks no database. */
const engine = TEST_ENGINES[0] as (typeof TEST_ENGINES)[number];

describe('somebody who sends by hand what no page sends', () => {
  let world: World;
  let ada: Person;
  let bob: Person;
  let workspace: string;
  let workspaceId: string;
  let made = 0;
  const open: Listener[] = [];

  beforeAll(async () => {
    ({ world, ada, bob, workspace, workspaceId } = await openTeam(await engine.open()));
  });
  afterAll(async () => {
    for (const { left } of open) left.abort();
    await Promise.all(open.map(({ ended }) => ended));
    await world.dispose();
  });

  async function begin(): Promise<string> {
    const text = agentText(`forged-${++made}`, 'One.\n');
    return (await dataOf(as(ada, () => create({ workspace, text })))).agentId;
  }
  async function tab(person: Person, agentId: string, name?: string): Promise<Listener> {
    const listener = new Listener(person, { workspace, agent: agentId }, name);
    open.push(listener);
    await listener.open();
    await listener.sync();
    return listener;
  }

  it('takes nobody their place in the room', async () => {
    const agentId = await begin();
    const hers = await tab(ada, agentId);
    const vera = await tab(await makeMember(world.store, workspaceId, 'viewer'), agentId, hers.tab);
    const his = await tab(bob, agentId);
    const { peers } = await his.ask<{ peers: { tab: string; userId: string }[] }>({ kind: 'open' });
    expect(peers.map(({ userId }) => userId).sort()).toEqual([ada.userId, bob.userId].sort());
    expect(await vera.ask({ kind: 'open' })).toMatchObject({ error: { code: 'conflict' } });
    await his.type((text) => text.insert(0, 'heard '));
    await vi.waitFor(() => expect(hers.text).toMatch(/^heard /));
  });

  it('keeps nothing from whose tab they name as their own', async () => {
    const agentId = await begin();
    const hers = await tab(ada, agentId);
    const his = await tab(bob, agentId);
    await his.type((text) => text.insert(0, 'hidden '), hers.tab);
    await vi.waitFor(() => expect(hers.text).toMatch(/^hidden /));
  });

  it('writes nothing where the client of somebody else will go on', async () => {
    const agentId = await begin();
    const hers = await tab(ada, agentId);
    const his = await tab(bob, agentId);
    await hers.type((text) => text.insert(text.length, 'Hers.'));
    await vi.waitFor(() => expect(his.text).toBe(hers.text));
    for (const client of [hers.doc.clientID, 1]) {
      const forged = openDocument(Y.encodeStateAsUpdate(his.doc));
      forged.clientID = client;
      const before = Y.encodeStateVector(forged);
      sharedText(forged).insert(0, 'F'.repeat(100));
      const answer = await his.send(Y.encodeStateAsUpdate(forged, before));
      expect(answer).toMatchObject({ error: { code: 'invalid_input' } });
    }
    expect(await hers.type((text) => text.insert(text.length, ' More.'))).toEqual({ kind: 'stored' });
    const fresh = await tab(ada, agentId);
    expect(fresh.text).toMatch(/Hers\. More\.$/);
  });

  it('makes a room of many tabs no longer than a person has', async () => {
    const agentId = await begin();
    const hers = await tab(ada, agentId);
    let peers: unknown[] = [];
    for (let at = 0; at < 60; at++)
      ({ peers } = await hers.ask<{ peers: unknown[] }>({ kind: 'open', tab: `many-${at}` }));
    expect(peers).toHaveLength(50);
  });

  it('is told that what they say to have is nothing that can be had', async () => {
    const agentId = await begin();
    const his = await tab(bob, agentId);
    for (const vector of ['////', 'AQ==', '', 'no base64!', toBase64(new Uint8Array(999).fill(255))]) {
      const answer = await his.ask({ kind: 'sync', generation: his.generation, vector });
      expect(answer).toMatchObject({ error: { code: 'invalid_input' } });
    }
  });

  it('fills neither the disk nor the memory', async () => {
    const agentId = await begin();
    const his = await tab(bob, agentId);
    const large = 'x'.repeat(900_000);
    const kept = () => listLiveUpdates(world.store.read, { workspaceId, agentId, after: 0 });
    let longest = 0;
    for (let round = 0; round < 6; round++) {
      expect(await his.type((text) => text.insert(0, large))).toEqual({ kind: 'stored' });
      expect(await his.type((text) => text.delete(0, large.length))).toEqual({ kind: 'stored' });
      const bytes = (await kept()).reduce((sum, { update }) => sum + update.length, 0);
      longest = Math.max(longest, bytes);
    }
    expect(longest).toBeLessThan(5_000_000);
    expect(textOf(his.doc)).not.toContain('xx');
  });

  it('is slowed down where they send file after file', async () => {
    const his = await tab(bob, await begin());
    await takePoint('live-volume', bob.userId, 256);
    const file = await his.type((text) => text.insert(0, 'x'.repeat(70_000)));
    expect(file).toMatchObject({ error: { code: 'rate_limited' } });
    await his.sync();
    expect(await his.type((text) => text.insert(0, 'typed'))).toEqual({ kind: 'stored' });
  });
});
