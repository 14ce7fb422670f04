/** Is every event found, once, in its order, by whatever it is asked for? */

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Store } from '../database';
import { type AuditEvent, type AuditQuery, appendAuditEvent, pageOfAudit } from '../queries/audit';
import { listAuditActors, listAuditNames, listIdsNamed } from '../queries/audit-names';
import { makeAgent, makeUser, makeWorkspace, NOW } from './rows';

async function all(store: Store, query: AuditQuery, limit: number): Promise<AuditEvent[]> {
  const rows: AuditEvent[] = [];
  for (let before: { at: number; id: string } | null = null; ; ) {
    const page = await pageOfAudit(store.read, query, { before, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    if (!page.next) return rows;
    before = page.next;
  }
}

const OUTCOMES = ['done', 'denied', 'failed'] as const;
const EVENTS = ['agent.saved', 'agent.deleted', 'session.started'];

export function auditContract(open: () => Store): void {
  test('pages hold what a filter lets through, each row once, the newest first', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const elsewhere = await makeWorkspace(store);
    const people = [workspace.ownerId, elsewhere.ownerId];
    const things = ['thing-1', 'thing-2', 'thing-3'];
    await store.write(async (tx) => {
      for (let i = 0; i < 1300; i++) {
        await appendAuditEvent(tx, {
          workspaceId: i % 7 === 0 ? elsewhere.id : workspace.id,
          event: EVENTS[i % 3] ?? '',
          outcome: OUTCOMES[i % 11 === 0 ? 1 : i % 13 === 0 ? 2 : 0] as 'done',
          actorId: people[i % 2] ?? null,
          subjectId: i % 5 === 0 ? null : (things[i % 3] ?? null),
          details: i % 5 === 0 ? { agents: things.slice(0, (i % 3) + 1) } : {},
          // Several in one millisecond, so that their ids have to tell them apart.
          now: NOW + Math.floor(i / 4),
        });
      }
    });
    const { q, t } = store.read;
    const rows = (await q.select().from(t.auditEvents)).filter(
      ({ workspaceId }) => workspaceId === workspace.id,
    );
    rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    const about = ({ subjectId, details }: AuditEvent, id: string) =>
      subjectId === id || (subjectId === null && ((details.agents ?? []) as string[]).includes(id));
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          actorId: maybe(fc.constantFrom(...people, 'nobody')),
          subjectId: maybe(fc.constantFrom(...things, 'nothing')),
          events: maybe(fc.subarray(EVENTS, { minLength: 1 })),
          outcome: maybe(fc.constantFrom(...OUTCOMES)),
          named: maybe(fc.subarray([...things, ...people], { minLength: 1 })),
          since: maybe(fc.integer({ min: NOW, max: NOW + 400 })),
          until: maybe(fc.integer({ min: NOW, max: NOW + 400 })),
        }),
        fc.constantFrom(7, 50, 2000),
        async (query, limit) => {
          const { actorId, subjectId, events, outcome, named, since = 0, until = Infinity } = query;
          const expected = rows.filter(
            (row) =>
              (actorId === undefined || row.actorId === actorId) &&
              (subjectId === undefined || about(row, subjectId)) &&
              (events === undefined || events.includes(row.event)) &&
              (outcome === undefined || row.outcome === outcome) &&
              (named === undefined ||
                named.includes(row.actorId ?? '') ||
                named.includes(row.subjectId ?? '')) &&
              row.at >= since &&
              row.at < until,
          );
          const found = await all(store, { workspaceId: workspace.id, ...query }, limit);
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('names are those of the workspace, and a search finds by them', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const elsewhere = await makeWorkspace(store);
    const { agentId } = await makeAgent(store, workspace, { facts: { name: 'Query-Doctor_50%' } });
    const { agentId: foreign } = await makeAgent(store, elsewhere, { facts: { name: 'query-doctor_50%' } });
    const stranger = await makeUser(store, 'Query Person');
    const of = { workspaceId: workspace.id };
    const ids = [agentId, foreign, workspace.ownerId, 'nothing'];
    const names = await listAuditNames(store.read, { ...of, ids });
    expect(Object.fromEntries(names)).toEqual({
      [agentId]: { kind: 'agent', text: 'Query-Doctor_50%' },
      [workspace.ownerId]: { kind: 'person', text: 'Ada' },
    });
    expect(await listIdsNamed(store.read, { ...of, text: 'query' })).toEqual([agentId]);
    expect(await listIdsNamed(store.read, { ...of, text: 'R_5' })).toEqual([agentId]);
    expect(await listIdsNamed(store.read, { ...of, text: 'r-5' })).toEqual([]);
    expect(await listIdsNamed(store.read, { ...of, text: '50%' })).toEqual([agentId]);
    expect(await listIdsNamed(store.read, { ...of, text: 'ada' })).toEqual([workspace.ownerId]);
    const actors = await listAuditActors(store.read, of);
    expect(actors.map(({ userId }) => userId)).not.toContain(stranger.id);
  });
}
