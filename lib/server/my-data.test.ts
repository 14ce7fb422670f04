import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import {
  appendAuditEvent,
  createAgent,
  createMembership,
  deleteSession,
  listAuditEvents,
  removeMember,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { recheckAccess } from './access-watch';
import { agentFacts } from './agent-facts';
import { openTeam } from './testing/team';
import { agentText, ask, makeWorkspace, type Person } from './testing/world';

const [sqlite] = TEST_ENGINES as [(typeof TEST_ENGINES)[number]];
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function download(person: Person | null): Promise<Response> {
  const { GET } = (await import(path.join(ROOT, 'app/api/account/export/route.ts'))) as {
    GET: Parameters<typeof ask>[1];
  };
  return ask(person, GET, {});
}

for (const engine of TEST_ENGINES) {
  describe(`the data of a person, on ${engine.name}`, () => {
    it('are theirs alone, with texts only of workspaces that they are still in', async () => {
      const { world, ada, bob, workspaceId } = await openTeam(await engine.open());
      const left = await makeWorkspace(world.store, ada);
      let now = Date.now() - 10;
      await world.store.write(async (tx) => {
        await createMembership(tx, { workspaceId: left.id, userId: bob.userId, role: 'editor', now });
        for (const [place, person, word] of [
          [workspaceId, bob, 'mine'],
          [workspaceId, ada, 'hers'],
          [left.id, bob, 'former'],
        ] as const) {
          now += 1;
          const text = agentText(word, `\uFEFFsecret-${word}\n`);
          const base = { workspaceId: place, userId: person.userId, now };
          await createAgent(tx, { ...base, text, facts: agentFacts(text, null) });
          await appendAuditEvent(tx, {
            ...{ event: 'agent.created', workspaceId: place, actorId: person.userId, now },
            details: { title: word },
          });
        }
        await removeMember(tx, { workspaceId: left.id, userId: bob.userId, now });
      });

      const answer = await download(bob);
      expect(answer.headers.get('content-disposition')).toContain('my-data.zip');
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      const file = (name: string) => strFromU8(files[name] ?? new Uint8Array());
      const lines = (name: string): Record<string, unknown>[] =>
        file(name)
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line));
      expect(JSON.parse(file('account.json'))).toMatchObject({ id: bob.userId, email: bob.email });
      expect(JSON.parse(file('memberships.json'))).toHaveLength(1);
      expect(JSON.parse(file('sessions.json'))).toHaveLength(1);
      expect(lines('versions.jsonl').map(({ text }) => text)).toEqual([
        agentText('mine', '\uFEFFsecret-mine\n'),
        undefined,
      ]);
      const audit = lines('audit.jsonl');
      expect(audit.map(({ event, details }) => [event, details])).toEqual([
        ['agent.created', { title: 'mine' }],
        ['agent.created', undefined],
        ['user.exported', {}],
      ]);
      const all = Object.keys(files).map(file).join('');
      for (const word of ['hers', 'secret-former', ada.email, bob.sessionId, 'passwordHash']) {
        expect(all).not.toContain(word);
      }
      const [told] = await listAuditEvents(world.store.read, { workspaceId: null, offset: 0, limit: 1 });
      expect(told).toMatchObject({ event: 'user.exported', actorId: bob.userId });
      await world.dispose();
    }, 60_000);

    it('are taken by one download at a time, by whoever is signed in', async () => {
      const { world, bob } = await openTeam(await engine.open());
      expect((await download(null)).status).toBe(401);
      const first = await download(bob);
      expect((await download(bob)).status).toBe(409);
      await first.body?.cancel();
      const again = await download(bob);
      expect(again.status).toBe(200);
      await again.arrayBuffer();
      await world.dispose();
    }, 60_000);
  });
}

describe('a download of the own data', () => {
  it.each(['signs out', 'is removed from a workspace'])('breaks off when the person %s', async (ending) => {
    const { world, bob, workspaceId } = await openTeam(await sqlite.open());
    const reader = (await download(bob)).body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    // Both as another process does it, of which this one hears when it looks the next time.
    await world.store.write(async (tx) => {
      if (ending === 'signs out') await deleteSession(tx, { sessionId: bob.sessionId });
      else await removeMember(tx, { workspaceId, userId: bob.userId, now: Date.now() });
    });
    await recheckAccess();
    await expect(reader?.read()).rejects.toThrow(
      ending === 'signs out' ? 'signed out' : 'no longer a member',
    );
    if (ending !== 'signs out') expect((await download(bob)).status).toBe(200);
    await world.dispose();
  });
});
