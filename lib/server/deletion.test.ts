import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { createAgent, createTemplate, deleteAgents, listAuditEvents, listMembers, saveVersion } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { type Action, DELETION_DAYS } from '@/lib/contract';

import { agentFacts } from './agent-facts';
import { deleteDueWorkspaces } from './deletion';
import { dataOf, openTeam, type Team } from './testing/team';
import { agentText, as, ask, makeWorkspace, type Person } from './testing/world';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DAY_MS = 86_400_000;
type Handler = Parameters<typeof ask>[1];
const load = <T>(file: string) => import(path.join(ROOT, file)) as Promise<Record<string, T>>;

async function act(person: Person, name: string, input: unknown) {
  const run = (await load<Action<unknown, unknown>>('app/w/[workspace]/actions.ts'))[name];
  if (!run) throw new Error(`no action ${name}`);
  return as(person, () => run(input));
}

async function get(person: Person, file: string, workspace: string): Promise<Response> {
  const { GET } = await load<Handler>(`app/api/w/[workspace]/${file}/route.ts`);
  if (!GET) throw new Error('no GET');
  return ask(person, GET, { workspace });
}

/** An agent with two versions, one in the bin, and a template. */
async function fill({ world, ada, workspaceId }: Team) {
  const base = { workspaceId, userId: ada.userId, now: Date.now() };
  return world.store.write(async (tx) => {
    const first = agentText('first');
    const made = await createAgent(tx, { ...base, text: first, facts: agentFacts(first, null) });
    const next = agentText('first', 'You help more.\n');
    await saveVersion(tx, {
      ...{ ...base, agentId: made.agentId, baseVersionId: made.versionId, text: next },
      facts: agentFacts(next, null),
    });
    const binned = agentText('binned');
    const gone = await createAgent(tx, { ...base, text: binned, facts: agentFacts(binned, null) });
    await deleteAgents(tx, { ...base, agentIds: [gone.agentId] });
    const text = agentText('start');
    const templateId = await createTemplate(tx, { ...base, title: 'Start', purpose: 'To begin', text });
    return { agentId: made.agentId, first, next, binned, templateId, template: text };
  });
}

for (const engine of TEST_ENGINES) {
  describe(`giving a workspace up, on ${engine.name}`, () => {
    it('takes everything along first, then waits, refuses changes, and can be called off', async () => {
      const team = await openTeam(await engine.open());
      const { world, ada, bob, workspace, workspaceId } = team;
      const made = await fill(team);

      const wrong = await act(ada, 'askWorkspaceDeletion', { workspace, name: 'Another' });
      expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      const early = await act(ada, 'askWorkspaceDeletion', { workspace, name: workspace });
      expect(early).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect((await get(bob, 'archive', workspace)).status).toBe(403);

      // Given up before its first byte was read, it does not stand in the way of the next.
      await (await get(ada, 'archive', workspace)).body?.cancel();
      expect(await (await get(ada, 'archive/progress', workspace)).json()).toMatchObject({
        state: 'stopped',
      });
      const zip = await get(ada, 'archive', workspace);
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      const file = (name: string) => strFromU8(files[name] ?? new Uint8Array());
      expect(file('.claude/agents/first.md')).toBe(made.next);
      expect(file('versions/first/v1.md')).toBe(made.first);
      expect(file('versions/first/v2.md')).toBe(made.next);
      expect(file('versions/binned/v1.md')).toBe(made.binned);
      expect(file(`templates/${made.templateId}.md`)).toBe(made.template);
      const lines = (name: string) =>
        file(name)
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
      expect(
        lines('versions.jsonl')
          .map(({ number }) => number)
          .sort(),
      ).toEqual([1, 1, 2]);
      expect(
        lines('people.jsonl')
          .map(({ email }) => email)
          .sort(),
      ).toEqual([ada.email, bob.email].sort());
      expect(lines('audit.jsonl').map(({ what }) => what)).toContain('could not delete a workspace');
      const { state, written, total } = await (await get(ada, 'archive/progress', workspace)).json();
      expect([state, written]).toEqual(['done', total]);

      const asked = await dataOf(act(ada, 'askWorkspaceDeletion', { workspace, name: workspace }) as never);
      expect(asked).toMatchObject({ dueAt: expect.any(Number) });
      const save = { workspace, text: agentText('new') };
      const refused = await act(bob, 'createAgent', save);
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(JSON.stringify(refused)).toContain('going to be deleted');
      expect((await get(bob, 'export', workspace)).status).toBe(200);
      const page = await as(bob, async () =>
        (await import('./reads/workspaces')).requireWorkspace(workspace),
      );
      expect([page.can('agent:read'), page.can('agent:save')]).toEqual([true, false]);
      const twice = await act(ada, 'askWorkspaceDeletion', { workspace, name: workspace });
      expect(twice).toMatchObject({ ok: false, error: { code: 'conflict' } });
      // Before its time nothing goes.
      await deleteDueWorkspaces(world.store, Date.now() + (DELETION_DAYS - 1) * DAY_MS);
      expect(await act(bob, 'callOffWorkspaceDeletion', { workspace })).toMatchObject({ ok: false });
      await dataOf(act(ada, 'callOffWorkspaceDeletion', { workspace }) as never);
      expect(await act(bob, 'createAgent', save)).toMatchObject({ ok: true });
      await deleteDueWorkspaces(world.store, Date.now() + (DELETION_DAYS + 1) * DAY_MS);
      expect(await listMembers(world.store.read, { workspaceId })).toHaveLength(2);
      await world.dispose();
    });

    it('ends with nothing but the audit, and touches no other workspace', async () => {
      const team = await openTeam(await engine.open());
      const { world, ada, bob, workspace, workspaceId } = team;
      const other = await makeWorkspace(world.store, bob);
      const kept = await fill({ ...team, ada: bob, workspaceId: other.id });
      await fill(team);
      await (await get(ada, 'archive', workspace)).arrayBuffer();
      await dataOf(act(ada, 'askWorkspaceDeletion', { workspace, name: workspace }) as never);
      const later = Date.now() + DELETION_DAYS * DAY_MS + 1;
      // Broken off after the first step, and gone on with.
      const stop = new AbortController();
      const work = deleteDueWorkspaces(world.store, later, { signal: stop.signal, workMs: 0 });
      stop.abort();
      await work;
      await deleteDueWorkspaces(world.store, later);

      const { q, t } = world.store.read;
      for (const [name, table] of Object.entries(t)) {
        if (!('workspaceId' in table) || name.startsWith('audit')) continue;
        const rows: Record<string, unknown>[] = await q.select().from(table as typeof t.agents);
        expect([name, rows.filter((row) => row.workspaceId === workspaceId)]).toEqual([name, []]);
      }
      const events = await listAuditEvents(world.store.read, { workspaceId, offset: 0, limit: 50 });
      expect(events.filter(({ event }) => event === 'workspace.deleted')).toHaveLength(1);
      expect(events.find(({ event }) => event === 'workspace.deleted')).toMatchObject({
        ...{ event: 'workspace.deleted', actorId: null },
        details: { name: workspace, slug: workspace, agents: 2, askedBy: ada.userId },
      });
      expect(events.map(({ event }) => event)).toContain('workspace.deletion-asked');
      expect((await get(ada, 'agents', workspace)).status).toBe(404);
      const text = await world.store.read.q.select().from(t.versions);
      expect(text.filter(({ agentId }) => agentId === kept.agentId)).toHaveLength(2);
      await world.dispose();
    });
  });
}
