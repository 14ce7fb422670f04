import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNotifications } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import type { Decision } from '@/lib/merge';
import { findAccess } from '../access';
import { action } from '../action';
import { requireAgent } from '../reads/agents';
import { pageOfHistory } from '../reads/history';
import { act, type MergeTeam, NEW, openMergeTeam } from '../testing/merge-team';
import { dataOf } from '../testing/team';
import { agentText, as, type Person } from '../testing/world';
import { deleteAgents } from './delete-agents';
import { purgeAgents } from './purge-agents';

for (const engine of TEST_ENGINES) {
  describe(`merges on ${engine.name}`, () => {
    let team: MergeTeam;
    beforeAll(async () => {
      team = await openMergeTeam(await engine.open());
    }, 60_000);
    afterAll(() => team.world.dispose());

    it('say when one of their agents was deleted for good, and do not finish', async () => {
      const { agentIds, mergeId } = await team.draft();
      const { workspace, ada } = team;
      const choice = { ids: agentIds.slice(0, 1) };
      await dataOf(as(ada, () => action(deleteAgents)({ workspace, choice })));
      await dataOf(as(ada, () => action(purgeAgents)({ workspace, choice })));
      expect((await team.board(mergeId)).blockers).toEqual([
        `1 of its ${agentIds.length} agents was deleted for good. Begin a new merge without.`,
      ]);
      expect(await team.finish(mergeId, NEW)).toMatchObject({
        ok: true,
        data: { kind: 'changed', agentIds: choice.ids },
      });
    });

    it('say when all of their agents were deleted for good, also to whoever saw the result before', async () => {
      const { agentIds, mergeId } = await team.draft();
      const { workspace, ada } = team;
      const remove = async (ids: string[]) => {
        await dataOf(as(ada, () => action(deleteAgents)({ workspace, choice: { ids } })));
        await dataOf(as(ada, () => action(purgeAgents)({ workspace, choice: { ids } })));
      };
      expect((await team.board(mergeId)).proposal.sources).toHaveLength(2);
      await remove(agentIds.slice(0, 1));
      expect((await team.board(mergeId)).proposal.sources).toHaveLength(1);
      await remove(agentIds.slice(1));
      await expect(team.board(mergeId)).rejects.toThrow(
        'All 2 agents of this merge were deleted for good, so nothing is left to merge.',
      );
      expect(await team.finish(mergeId, NEW)).toMatchObject({ data: { kind: 'changed', agentIds } });
      expect(await as(ada, () => act.discard({ workspace, mergeId }))).toMatchObject({ ok: true });
    });

    it('tell whoever made their sources what became of them', async () => {
      const { sources, mergeId } = await team.draft();
      const [into] = sources;
      await team.finished(mergeId, { kind: 'source', agentId: into?.agentId ?? '' });
      const { world, workspaceId, ada, bob } = team;
      const page = { workspaceId, offset: 0, limit: 10 };
      const told = await listNotifications(world.store.read, { ...page, userId: ada.userId });
      expect(told[0]).toMatchObject({
        ...{ kind: 'merge', by: bob.name, agentId: into?.agentId, subjectId: mergeId },
        summary: expect.stringMatching(/^merged agent-\d+ into agent-\d+$/),
      });
      expect(told).toHaveLength(1);
      expect(await listNotifications(world.store.read, { ...page, userId: bob.userId })).toEqual([]);
    });

    it('begin with what their sources say now, and take two different ones', async () => {
      const { agentIds, mergeId, sources } = await team.draft();
      const now = await team.board(mergeId);
      expect(now).toMatchObject({ status: 'draft', revision: 0, decisions: [], canEdit: true, result: null });
      expect(now.sources.map(({ agentId, text }) => [agentId, text])).toEqual(
        sources.map(({ agentId, text }) => [agentId, text]),
      );
      expect(now.blockers).toEqual([]);
      expect(now.proposal.ledger.length).toBeGreaterThan(0);
      const [first = ''] = agentIds;
      for (const ids of [
        [first, first],
        [first, 'unknown'],
      ]) {
        expect((await as(team.ada, () => act.begin({ workspace: team.workspace, agentIds: ids }))).ok).toBe(
          false,
        );
      }
    });

    it('do not begin with more text than a merge takes, and say what to do', async () => {
      const agentIds: string[] = [];
      for (let i = 0; i < 3; i++) {
        const text = agentText(`vast-${i}`, `${'x'.repeat(400_000)}\n`);
        agentIds.push(
          (await dataOf(as(team.ada, () => act.create({ workspace: team.workspace, text })))).agentId,
        );
      }
      const refused = await as(team.ada, () => act.begin({ workspace: team.workspace, agentIds }));
      expect(refused).toMatchObject({ error: { message: expect.stringContaining('merge fewer') } });
      await dataOf(as(team.ada, () => act.begin({ workspace: team.workspace, agentIds: agentIds.slice(1) })));
    }, 60_000);

    it('keep decisions on the revision that they were made on, and say who was faster', async () => {
      const { mergeId } = await team.draft();
      const decisions: Decision[] = [{ kind: 'set', key: 'model', value: 'opus' }];
      const decide = (person: Person) =>
        as(person, () => act.decide({ workspace: team.workspace, mergeId, revision: 0, decisions }));
      const answers = await Promise.all([
        dataOf(decide(team.ada)),
        dataOf(decide(team.bob)),
        dataOf(decide(team.ada)),
      ]);
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['moved', 'moved', 'saved']);
      expect(answers.find(({ kind }) => kind === 'moved')).toMatchObject({ revision: 1, decisions });
      expect(await team.board(mergeId)).toMatchObject({ revision: 1, decisions });
      expect((await team.board(mergeId)).proposal.text).toContain('model: opus');
      expect(await dataOf(team.finish(mergeId))).toMatchObject({ kind: 'moved', revision: 1 });
    });

    it('end in a new agent with all sources as parents; the sources are archived for it', async () => {
      const { agentIds, sources, mergeId } = await team.draft(3);
      const { proposal } = await team.board(mergeId);
      const { agentId, versionId } = await team.finished(mergeId);
      const result = await team.look(agentId);
      expect(result).toMatchObject({ text: proposal.text, version: { versionId, number: 1 } });
      const [version] = await team.history(agentId);
      expect(version).toMatchObject({ parents: sources.map((source) => source.versionId) });
      expect(new Set(version?.authors)).toEqual(new Set([team.ada.userId, team.bob.userId]));
      for (const source of agentIds) {
        expect(await team.look(source)).toMatchObject({
          mergedInto: agentId,
          archivedAt: expect.any(Number),
        });
        expect(await team.edit(source)).toMatchObject({
          ok: false,
          error: { code: 'conflict', message: expect.stringContaining(`merged into "${result.title}"`) },
        });
      }
      const archived = await as(team.ada, () => requireAgent(team.workspace, agentIds[0] ?? ''));
      const into = { agentId, title: result.title, mergeId };
      expect(archived).toMatchObject({ canEdit: false, archived: into, text: sources[0]?.text });
      const listed = await team.inUse();
      expect(listed).toContain(agentId);
      expect(listed.filter((id) => agentIds.includes(id))).toEqual([]);
      expect(await team.lastEvent('merge.finished')).toMatchObject({
        ...{ outcome: 'done', actorId: team.bob.userId, subjectId: mergeId },
        details: { agentId, versionId, sources: agentIds },
      });
      const later = await team.board(mergeId);
      expect(later).toMatchObject({ status: 'finished', result: { agentId, versionId }, blockers: [] });
      expect(later.proposal).toEqual(proposal);
      expect(later.sources.every(({ changed, gone }) => !changed && !gone)).toBe(true);
      expect(await team.finish(mergeId)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    });

    it('end in one of the sources, whose head is the first parent; the history tells', async () => {
      const { agentIds, sources, mergeId } = await team.draft(3);
      const [, target, third] = sources;
      if (!target || !third) throw new Error('too few');
      const { agentId } = await team.finished(mergeId, { kind: 'source', agentId: target.agentId });
      expect(agentId).toBe(target.agentId);
      const page = await as(team.ada, async () => {
        const access = await findAccess(team.workspace, 'agent:read');
        return access.ok ? pageOfHistory(access.scope, agentId, {}) : null;
      });
      expect(page?.versions).toMatchObject([
        { number: 2, mergeId, savedBy: 'editor', parents: [{ agentId, number: 1 }, {}, {}] },
        { number: 1, mergeId: null, parents: [] },
      ]);
      const parents = page?.versions[0]?.parents.map((parent) => parent.agentId);
      expect(new Set(parents)).toEqual(new Set(agentIds));
      expect(await team.inUse()).toContain(agentId);
      expect(await team.look(third.agentId)).toMatchObject({ mergedInto: agentId });
    });

    it('write nothing when a source has changed, say so, and go on from its present version', async () => {
      const { agentIds, mergeId } = await team.draft();
      const [first = '', second = ''] = agentIds;
      await team.edit(first, 'A new rule.\n');
      const now = await team.board(mergeId);
      expect(now.sources.map(({ changed }) => changed)).toEqual([true, false]);
      expect(now.blockers.join()).toMatch(/changed since this merge began/);
      expect(await dataOf(team.finish(mergeId))).toEqual({ kind: 'changed', agentIds: [first] });
      expect(await team.inUse()).toEqual(expect.arrayContaining(agentIds));
      const { title } = await team.look(first);
      const rebased = await dataOf(as(team.bob, () => act.rebase({ workspace: team.workspace, mergeId })));
      expect(rebased).toEqual({ revision: 1, changed: [title], gone: [] });
      expect(
        await dataOf(as(team.bob, () => act.rebase({ workspace: team.workspace, mergeId }))),
      ).toMatchObject({ revision: 1 });
      expect((await team.board(mergeId)).sources[0]?.text).toContain('A new rule.');
      expect(await dataOf(team.finish(mergeId, NEW, 1))).toMatchObject({ kind: 'finished' });
      expect((await team.look(second)).archivedAt).not.toBeNull();
    });

    it('go on without a source that is gone, as long as two are left', async () => {
      const { agentIds, mergeId } = await team.draft(3);
      const [first = '', second = ''] = agentIds;
      await as(team.ada, () => act.remove({ workspace: team.workspace, choice: { ids: [first] } }));
      expect((await team.board(mergeId)).sources[0]).toMatchObject({ gone: true, changed: true });
      expect(await dataOf(team.finish(mergeId))).toEqual({ kind: 'changed', agentIds: [first] });
      const { gone } = await dataOf(as(team.ada, () => act.rebase({ workspace: team.workspace, mergeId })));
      expect(gone).toHaveLength(1);
      await as(team.ada, () => act.remove({ workspace: team.workspace, choice: { ids: [second] } }));
      expect(await as(team.ada, () => act.rebase({ workspace: team.workspace, mergeId }))).toMatchObject({
        ok: false,
        error: { code: 'conflict', message: expect.stringContaining('Fewer than two') },
      });
    });

    it('say whose name the result would share', async () => {
      const { mergeId } = await team.draft();
      const taken = (await team.look((await team.agent()).agentId)).name ?? '';
      const decisions: Decision[] = [{ kind: 'set', key: 'name', value: taken }];
      await as(team.ada, () => act.decide({ workspace: team.workspace, mergeId, revision: 0, decisions }));
      expect((await team.board(mergeId)).notices.join()).toContain(`"${taken}"`);
    });

    it('are thrown away without a trace in their sources', async () => {
      const { agentIds, mergeId } = await team.draft();
      expect((await as(team.bob, () => act.discard({ workspace: team.workspace, mergeId }))).ok).toBe(true);
      expect(await team.inUse()).toEqual(expect.arrayContaining(agentIds));
      for (const answer of [
        team.finish(mergeId),
        as(team.ada, () => act.discard({ workspace: team.workspace, mergeId })),
        as(team.ada, () => act.decide({ workspace: team.workspace, mergeId, revision: 1, decisions: [] })),
        team.undo(mergeId),
      ]) {
        expect(await answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
      }
    });
  });
}
