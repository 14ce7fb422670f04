import './testing/mocks';

import { describe, expect, it } from 'vitest';

import {
  createAgent,
  deleteAgents,
  getAgent,
  listAgentIds,
  listAgents,
  listAuditEvents,
  saveVersion,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { BIN_DAYS } from '@/lib/contract';

import { agentFacts, FACTS_RECIPE } from './agent-facts';
import { openTeam } from './testing/team';
import { agentText } from './testing/world';
import { emptyBin, readFactsAnew, startUpkeep, stopUpkeep } from './upkeep';

const DAY_MS = 86_400_000;

for (const engine of TEST_ENGINES) {
  describe(`upkeep on ${engine.name}`, () => {
    it('empties the bin after thirty days and not before, and says so in the audit', async () => {
      const { world, ada, workspaceId } = await openTeam(await engine.open());
      const { store } = world;
      const now = Date.now();
      const base = { workspaceId, userId: ada.userId, now };
      const made = await store.write(async (tx) => {
        const ids: string[] = [];
        for (let i = 0; i < 110; i++) {
          const text = agentText(`a-${i}`);
          ids.push((await createAgent(tx, { ...base, text, facts: agentFacts(text, null) })).agentId);
        }
        await deleteAgents(tx, { ...base, agentIds: ids.slice(0, 102), now: now - BIN_DAYS * DAY_MS - 1 });
        await deleteAgents(tx, {
          ...base,
          agentIds: ids.slice(102, 106),
          now: now - BIN_DAYS * DAY_MS + 60_000,
        });
        return ids;
      });
      await emptyBin(store, now);
      const left = await listAgentIds(store.read, { workspaceId, agentIds: made });
      expect(left.sort()).toEqual(made.slice(102).sort());
      const events = await listAuditEvents(store.read, {
        ...{ workspaceId, event: 'agent.purged', offset: 0, limit: 10 },
      });
      expect(events.flatMap(({ details }) => details.agents)).toHaveLength(102);
      expect(events.every(({ actorId }) => actorId === null)).toBe(true);
      await world.dispose();
    }, 60_000);

    it('reads anew what an older recipe read, and changes nothing else', async () => {
      const { world, ada, workspaceId } = await openTeam(await engine.open());
      const { store } = world;
      const base = { workspaceId, userId: ada.userId, now: 5 };
      const text = '---\nname: broken\ndescription: a: b\r\n---\n';
      const outdated = {
        ...agentFacts(text, null),
        name: 'outdated',
        problems: [],
        factsRecipe: FACTS_RECIPE - 1,
      };
      const ids: string[] = [];
      for (let i = 0; i < 23; i++) {
        const made = await store.write((tx) => createAgent(tx, { ...base, text, facts: outdated }));
        ids.push(made.agentId);
      }
      const [first = '', second = ''] = ids;
      const head = await getAgent(store.read, { workspaceId, agentId: second });
      const next = agentText('saved');
      const save = { ...base, agentId: second, baseVersionId: head?.version.versionId ?? '', text: next };
      await store.write((tx) => saveVersion(tx, { ...save, facts: agentFacts(next, null), now: 6 }));
      // As a server does at its start, and waited for as at its end.
      startUpkeep();
      await readFactsAnew(store);
      await stopUpkeep();
      const found = await getAgent(store.read, { workspaceId, agentId: first });
      expect(found).toMatchObject({ name: agentFacts(text, null).name, text });
      const others = agentFacts(next, null).problems;
      const only = agentFacts(text, null).problems.filter((code) => !others.includes(code));
      expect(only).not.toEqual([]);
      const { total } = await listAgents(store.read, {
        ...{ workspaceId, offset: 0, limit: 1, filter: { problems: only } },
      });
      expect(total).toBe(22);
      const { rows } = await listAgents(store.read, { workspaceId, offset: 0, limit: 100, sort: '-changed' });
      expect(rows[0]).toMatchObject({ updatedAt: 5 });
      expect(await getAgent(store.read, { workspaceId, agentId: second })).toMatchObject({ name: 'saved' });
      await world.dispose();
    }, 60_000);
  });
}
