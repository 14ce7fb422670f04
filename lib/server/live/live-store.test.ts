import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { getLiveDocument, type LiveHead, listLiveHeads, openStore, type Store } from '@/db';
import { buildChild, type ChildProgram } from '@/db/testing/processes';
import { makeAgent, makeUser, makeWorkspace } from '@/db/testing/rows';
import { openDocument, sharedText, textOf } from '@/lib/live';

import { LiveDocument } from './live-document';

const folder = mkdtempSync(join(tmpdir(), 'muster-live-'));
let program: ChildProgram;
let store: Store;
const dataDir = join(folder, 'data');
beforeAll(async () => {
  program = await buildChild('lib/server/testing/live-child.ts');
  store = await openStore({ dataDir });
});
afterAll(async () => {
  program.remove();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begin() {
  const workspace = await makeWorkspace(store);
  const { agentId } = await makeAgent(store, workspace, {});
  return { key: { workspaceId: workspace.id, agentId }, userId: workspace.ownerId };
}

async function open(key: { workspaceId: string; agentId: string }): Promise<LiveDocument> {
  const document = await LiveDocument.open(store, key);
  if (!document) throw new Error('no such agent');
  return document;
}

async function headOf({ workspaceId, agentId }: { workspaceId: string; agentId: string }): Promise<LiveHead> {
  const [head] = await listLiveHeads(store.read, { workspaceId, agentIds: [agentId] });
  if (!head) throw new Error('no such agent');
  return head;
}

const CLIENTS = 10;
const OPERATIONS = 1000;

describe('what several write', () => {
  it(`is the same for ${CLIENTS} people after ${OPERATIONS} edits each, on and off the network, and is all there`, async () => {
    const { key, userId } = await begin();
    // Two servers on one database: half of the people at each.
    const servers = [await open(key), await open(key)] as const;
    const people = Array.from({ length: CLIENTS }, (_, at) => ({
      server: servers[at % 2 === 0 ? 0 : 1],
      doc: openDocument(servers[0].since(null).update),
      marks: [] as string[],
      isOnline: true,
    }));
    const exchange = async ({ server, doc }: (typeof people)[number]) => {
      await server.refresh();
      const { update, vector } = server.since(Y.encodeStateVector(doc));
      Y.applyUpdate(doc, update);
      const own = Y.encodeStateAsUpdate(doc, vector);
      expect(await server.take({ userId, tab: null, update: own })).toEqual({ ok: true });
    };
    for (let at = 0; at < CLIENTS * OPERATIONS; at++) {
      const person = people[at % CLIENTS] as (typeof people)[number];
      const text = sharedText(person.doc);
      const length = text.length;
      if (Math.random() < 0.6) {
        const mark = `<${at}😀>`;
        text.insert(Math.random() < 0.5 ? 0 : length, mark);
        person.marks.push(mark);
      } else if (Math.random() < 0.5 || length === 0) {
        text.insert(textOf(person.doc).indexOf('Review') + 1, 'x');
      } else {
        const place = textOf(person.doc).indexOf('x');
        if (place !== -1) text.delete(place, 1);
      }
      if (Math.random() < 0.01) person.isOnline = !person.isOnline;
      if (person.isOnline && Math.random() < 0.03) void exchange(person);
      if (at % 200 === 0) await setTimeout(0);
    }
    for (let round = 0; round < 2; round++) for (const person of people) await exchange(person);
    const anew = await open(key);
    for (const server of servers) {
      await server.refresh();
      expect(server.text).toBe(anew.text);
    }
    for (const { doc, marks } of people) {
      Y.applyUpdate(doc, anew.since(Y.encodeStateVector(doc)).update);
      expect(textOf(doc)).toBe(anew.text);
      for (const mark of marks) expect(anew.text).toContain(mark);
    }
  });

  it('goes on at two servers of one database, which tell each other by it', async () => {
    const { key, userId } = await begin();
    const [one, other] = [await open(key), await open(key)];
    const own = openDocument(one.since(null).update);
    const typed = (line: string) => {
      const before = Y.encodeStateVector(own);
      sharedText(own).insert(0, line);
      return Y.encodeStateAsUpdate(own, before);
    };
    // Seeded at both, stored by one: still one document.
    expect(await one.take({ userId, tab: null, update: typed('first ') })).toEqual({ ok: true });
    expect(await other.take({ userId, tab: null, update: typed('second ') })).toEqual({ ok: true });
    const heard: (string | null)[] = [];
    one.listen({ update: (_, tab) => heard.push(tab), base: () => undefined });
    expect(await one.follow(await headOf(key))).toBe(true);
    expect(heard).toHaveLength(1);
    expect(one.text).toBe(other.text);
    expect(one.text).toContain('second first ');
  });

  it('of many who write at once is stored together, in few transactions', async () => {
    const { key } = await begin();
    const writers = await Promise.all(Array.from({ length: 50 }, (_, at) => makeUser(store, `Writer ${at}`)));
    const document = await open(key);
    let transactions = 0;
    const counting: Store = {
      ...store,
      write: (fn) => {
        transactions += 1;
        return store.write(fn);
      },
    };
    const counted = await LiveDocument.open(counting, key);
    const docs = writers.map(() => openDocument(document.since(null).update));
    const taken = await Promise.all(
      docs.map((doc, at) => {
        const before = Y.encodeStateVector(doc);
        sharedText(doc).insert(0, `<${at}>`);
        const update = Y.encodeStateAsUpdate(doc, before);
        return counted?.take({ userId: writers[at]?.id ?? '', tab: null, update });
      }),
    );
    expect(taken.every((each) => each?.ok)).toBe(true);
    expect(transactions).toBeLessThan(5);
    expect((await getLiveDocument(store.read, key))?.typists).toHaveLength(50);
  });

  it('is there after the process was killed, all that was acknowledged, 5 times', async () => {
    const { key, userId } = await begin();
    const said: string[] = [];
    for (let round = 0; round < 5; round++) {
      const child = program.start('write', { dataDir, ...key, userId });
      while (child.lines().length < 5 + round) {
        if (child.process.exitCode !== null) await child.ended;
        await setTimeout(2);
      }
      await setTimeout(Math.random() * 20);
      child.process.kill('SIGKILL');
      await child.ended;
      said.push(...child.lines());
      const { text } = await open(key);
      for (const line of said) expect(text).toContain(line);
    }
    expect(said.length).toBeGreaterThan(25);
  });
});
