import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMerge, listAgents, listAuditEvents, listVersions } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import type { Decision } from '@/lib/merge';
import { findAccess } from '../access';
import { action } from '../action';
import { requireAgent } from '../reads/agents';
import { pageOfHistory } from '../reads/history';
import { openMerge } from '../reads/merges';
import { dataOf, openTeam, requireStored } from '../testing/team';
import { agentText, as, type Person, type World } from '../testing/world';
import { createAgent } from './create-agent';
import { createMerge } from './create-merge';
import { deleteAgents } from './delete-agents';
import { discardMerge } from './discard-merge';
import { finishMerge } from './finish-merge';
import { rebaseMerge } from './rebase-merge';
import { restoreAgents } from './restore-agents';
import { saveAgent } from './save-agent';
import { saveMerge } from './save-merge';
import { undoMerge } from './undo-merge';

const act = {
  create: action(createAgent),
  save: action(saveAgent),
  remove: action(deleteAgents),
  restore: action(restoreAgents),
  begin: action(createMerge),
  decide: action(saveMerge),
  rebase: action(rebaseMerge),
  discard: action(discardMerge),
  finish: action(finishMerge),
  undo: action(undoMerge),
};

const NEW = { kind: 'new' } as const;

for (const engine of TEST_ENGINES) {
  describe(`merges on ${engine.name}`, () => {
    let world: World;
    let ada: Person;
    let bob: Person;
    let workspace: string;
    let workspaceId: string;
    let made = 0;

    beforeAll(async () => {
      ({ world, ada, bob, workspace, workspaceId } = await openTeam(await engine.open()));
    }, 60_000);
    afterAll(() => world.dispose());

    const look = (agentId: string) => requireStored(world.store, { workspaceId, agentId });
    const inUse = async () => {
      const { rows } = await listAgents(world.store.read, { workspaceId, offset: 0, limit: 200 });
      return rows.map(({ id }) => id);
    };
    async function agent(name = `agent-${++made}`) {
      const text = agentText(name, `You help with ${name}.\n\n- Never drop tables in ${name}.\n`);
      const { agentId } = await dataOf(as(ada, () => act.create({ workspace, text })));
      return { agentId, text, versionId: (await look(agentId)).version.versionId };
    }
    async function draft(count = 2) {
      const sources = [];
      for (let i = 0; i < count; i++) sources.push(await agent());
      const agentIds = sources.map(({ agentId }) => agentId);
      const { mergeId } = await dataOf(as(ada, () => act.begin({ workspace, agentIds })));
      return { sources, agentIds, mergeId };
    }
    const finish = (
      mergeId: string,
      into: typeof NEW | { kind: 'source'; agentId: string } = NEW,
      revision = 0,
    ) => as(bob, () => act.finish({ workspace, mergeId, revision, into }));
    async function finished(mergeId: string, into: typeof NEW | { kind: 'source'; agentId: string } = NEW) {
      const result = await dataOf(finish(mergeId, into));
      if (result.kind !== 'finished') throw new Error(result.kind);
      return result;
    }
    async function edit(agentId: string, addition = 'More.\n') {
      const { text, version } = await look(agentId);
      const input = { workspace, agentId, baseVersionId: version.versionId, text: text + addition };
      return as(ada, () => act.save(input));
    }
    const board = (mergeId: string, person = ada) =>
      as(person, async () => {
        const access = await findAccess(workspace, 'merge:read');
        const found = access.ok ? await openMerge(access.scope, mergeId) : null;
        if (!found) throw new Error('no board');
        return found;
      });
    const undo = (mergeId: string) => as(ada, () => act.undo({ workspace, mergeId }));
    const history = (agentId: string) =>
      listVersions(world.store.read, { workspaceId, agentId, offset: 0, limit: 100 });
    const lastEvent = async (event: string) =>
      (await listAuditEvents(world.store.read, { workspaceId, event, offset: 0, limit: 1 }))[0];

    it('begin with what their sources say now, and take two different ones', async () => {
      const { agentIds, mergeId, sources } = await draft();
      const now = await board(mergeId);
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
        expect((await as(ada, () => act.begin({ workspace, agentIds: ids }))).ok).toBe(false);
      }
    });

    it('do not begin with more text than a merge takes, and say what to do', async () => {
      const agentIds: string[] = [];
      for (let i = 0; i < 3; i++) {
        const text = agentText(`vast-${i}`, `${'x'.repeat(400_000)}\n`);
        agentIds.push((await dataOf(as(ada, () => act.create({ workspace, text })))).agentId);
      }
      const refused = await as(ada, () => act.begin({ workspace, agentIds }));
      expect(refused).toMatchObject({ error: { message: expect.stringContaining('merge fewer') } });
      await dataOf(as(ada, () => act.begin({ workspace, agentIds: agentIds.slice(1) })));
    }, 60_000);

    it('keep decisions on the revision that they were made on, and say who was faster', async () => {
      const { mergeId } = await draft();
      const decisions: Decision[] = [{ kind: 'set', key: 'model', value: 'opus' }];
      const decide = (person: Person) =>
        as(person, () => act.decide({ workspace, mergeId, revision: 0, decisions }));
      const answers = await Promise.all([dataOf(decide(ada)), dataOf(decide(bob)), dataOf(decide(ada))]);
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['moved', 'moved', 'saved']);
      expect(answers.find(({ kind }) => kind === 'moved')).toMatchObject({ revision: 1, decisions });
      expect(await board(mergeId)).toMatchObject({ revision: 1, decisions });
      expect((await board(mergeId)).proposal.text).toContain('model: opus');
      expect(await dataOf(finish(mergeId))).toMatchObject({ kind: 'moved', revision: 1 });
    });

    it('end in a new agent with all sources as parents; the sources are archived for it', async () => {
      const { agentIds, sources, mergeId } = await draft(3);
      const { proposal } = await board(mergeId);
      const { agentId, versionId } = await finished(mergeId);
      const result = await look(agentId);
      expect(result).toMatchObject({ text: proposal.text, version: { versionId, number: 1 } });
      const [version] = await history(agentId);
      expect(version).toMatchObject({ parents: sources.map((source) => source.versionId) });
      expect(new Set(version?.authors)).toEqual(new Set([ada.userId, bob.userId]));
      for (const source of agentIds) {
        expect(await look(source)).toMatchObject({ mergedInto: agentId, archivedAt: expect.any(Number) });
        expect(await edit(source)).toMatchObject({
          ok: false,
          error: { code: 'conflict', message: expect.stringContaining(`merged into "${result.title}"`) },
        });
      }
      const archived = await as(ada, () => requireAgent(workspace, agentIds[0] ?? ''));
      const into = { agentId, title: result.title, mergeId };
      expect(archived).toMatchObject({ canEdit: false, archived: into, text: sources[0]?.text });
      const listed = await inUse();
      expect(listed).toContain(agentId);
      expect(listed.filter((id) => agentIds.includes(id))).toEqual([]);
      expect(await lastEvent('merge.finished')).toMatchObject({
        ...{ outcome: 'done', actorId: bob.userId, subjectId: mergeId },
        details: { agentId, versionId, sources: agentIds },
      });
      const later = await board(mergeId);
      expect(later).toMatchObject({ status: 'finished', result: { agentId, versionId }, blockers: [] });
      expect(later.proposal).toEqual(proposal);
      expect(later.sources.every(({ changed, gone }) => !changed && !gone)).toBe(true);
      expect(await finish(mergeId)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    });

    it('end in one of the sources, whose head is the first parent; the history tells', async () => {
      const { agentIds, sources, mergeId } = await draft(3);
      const [, target, third] = sources;
      if (!target || !third) throw new Error('too few');
      const { agentId } = await finished(mergeId, { kind: 'source', agentId: target.agentId });
      expect(agentId).toBe(target.agentId);
      const page = await as(ada, async () => {
        const access = await findAccess(workspace, 'agent:read');
        return access.ok ? pageOfHistory(access.scope, agentId, { offset: 0 }) : null;
      });
      expect(page?.versions).toMatchObject([
        { number: 2, mergeId, savedBy: 'editor', parents: [{ agentId, number: 1 }, {}, {}] },
        { number: 1, mergeId: null, parents: [] },
      ]);
      const parents = page?.versions[0]?.parents.map((parent) => parent.agentId);
      expect(new Set(parents)).toEqual(new Set(agentIds));
      expect(await inUse()).toContain(agentId);
      expect(await look(third.agentId)).toMatchObject({ mergedInto: agentId });
    });

    it('write nothing when a source has changed, say so, and go on from its present version', async () => {
      const { agentIds, mergeId } = await draft();
      const [first = '', second = ''] = agentIds;
      await edit(first, 'A new rule.\n');
      const now = await board(mergeId);
      expect(now.sources.map(({ changed }) => changed)).toEqual([true, false]);
      expect(now.blockers.join()).toMatch(/changed since this merge began/);
      expect(await dataOf(finish(mergeId))).toEqual({ kind: 'changed', agentIds: [first] });
      expect(await inUse()).toEqual(expect.arrayContaining(agentIds));
      const { title } = await look(first);
      const rebased = await dataOf(as(bob, () => act.rebase({ workspace, mergeId })));
      expect(rebased).toEqual({ revision: 1, changed: [title], gone: [] });
      expect(await dataOf(as(bob, () => act.rebase({ workspace, mergeId })))).toMatchObject({ revision: 1 });
      expect((await board(mergeId)).sources[0]?.text).toContain('A new rule.');
      expect(await dataOf(finish(mergeId, NEW, 1))).toMatchObject({ kind: 'finished' });
      expect((await look(second)).archivedAt).not.toBeNull();
    });

    it('go on without a source that is gone, as long as two are left', async () => {
      const { agentIds, mergeId } = await draft(3);
      const [first = '', second = ''] = agentIds;
      await as(ada, () => act.remove({ workspace, agentIds: [first] }));
      expect((await board(mergeId)).sources[0]).toMatchObject({ gone: true, changed: true });
      expect(await dataOf(finish(mergeId))).toEqual({ kind: 'changed', agentIds: [first] });
      const { gone } = await dataOf(as(ada, () => act.rebase({ workspace, mergeId })));
      expect(gone).toHaveLength(1);
      await as(ada, () => act.remove({ workspace, agentIds: [second] }));
      expect(await as(ada, () => act.rebase({ workspace, mergeId }))).toMatchObject({
        ok: false,
        error: { code: 'conflict', message: expect.stringContaining('Fewer than two') },
      });
    });

    it('say whose name the result would share', async () => {
      const { mergeId } = await draft();
      const taken = (await look((await agent()).agentId)).name ?? '';
      const decisions: Decision[] = [{ kind: 'set', key: 'name', value: taken }];
      await as(ada, () => act.decide({ workspace, mergeId, revision: 0, decisions }));
      expect((await board(mergeId)).notices.join()).toContain(`"${taken}"`);
    });

    it('are thrown away without a trace in their sources', async () => {
      const { agentIds, mergeId } = await draft();
      expect((await as(bob, () => act.discard({ workspace, mergeId }))).ok).toBe(true);
      expect(await inUse()).toEqual(expect.arrayContaining(agentIds));
      for (const answer of [
        finish(mergeId),
        as(ada, () => act.discard({ workspace, mergeId })),
        as(ada, () => act.decide({ workspace, mergeId, revision: 1, decisions: [] })),
        undo(mergeId),
      ]) {
        expect(await answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
      }
    });

    describe('are undone', () => {
      it('from a new agent: it goes to the bin, the sources are as before', async () => {
        const { agentIds, sources, mergeId } = await draft(3);
        const { agentId } = await finished(mergeId);
        expect(await dataOf(undo(mergeId))).toEqual({ agentIds, edited: false });
        for (const { agentId: id, text, versionId } of sources) {
          expect(await look(id)).toMatchObject({
            ...{ text, archivedAt: null, mergedInto: null, deletedAt: null },
            version: { versionId },
          });
          expect((await edit(id)).ok).toBe(true);
        }
        expect((await look(agentId)).deletedAt).not.toBeNull();
        expect(await board(mergeId)).toMatchObject({ status: 'undone', result: { agentId } });
        expect(await lastEvent('merge.undone')).toMatchObject({ subjectId: mergeId, outcome: 'done' });
        expect(await undo(mergeId)).toMatchObject({
          error: { code: 'conflict', message: expect.stringContaining('already') },
        });
      });

      it('from a source: it says again what it said, in a version more', async () => {
        const { agentIds, sources, mergeId } = await draft();
        const [target, other] = sources;
        if (!target || !other) throw new Error('too few');
        await finished(mergeId, { kind: 'source', agentId: target.agentId });
        await edit(target.agentId, 'Written after the merge.\n');
        expect(await dataOf(undo(mergeId))).toEqual({ agentIds, edited: true });
        expect((await look(target.agentId)).text).toBe(target.text);
        expect(await look(other.agentId)).toMatchObject({ text: other.text, archivedAt: null });
        const versions = await history(target.agentId);
        expect(versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
        expect(versions[0]?.message).toContain('undone');
      });

      it('also when the result has been put into the bin, or is there already', async () => {
        for (const into of [null, 'source'] as const) {
          const { agentIds, mergeId } = await draft();
          const [target = ''] = agentIds;
          const { agentId } = await finished(mergeId, into ? { kind: into, agentId: target } : NEW);
          await as(ada, () => act.remove({ workspace, agentIds: [agentId] }));
          await dataOf(undo(mergeId));
          expect(await inUse()).toEqual(expect.arrayContaining(agentIds));
          if (!into) expect(await inUse()).not.toContain(agentId);
        }
      });

      it('in the reverse order only', async () => {
        const first = await draft();
        const { agentId: middle } = await finished(first.mergeId);
        const third = await agent();
        const agentIds = [middle, third.agentId];
        const { mergeId } = await dataOf(as(ada, () => act.begin({ workspace, agentIds })));
        await finished(mergeId, { kind: 'source', agentId: middle });
        expect(await undo(first.mergeId)).toMatchObject({
          error: { code: 'conflict', message: expect.stringContaining('merged onward') },
        });
        expect((await look(first.agentIds[0] ?? '')).archivedAt).not.toBeNull();
        await dataOf(undo(mergeId));
        expect((await dataOf(undo(first.mergeId))).edited).toBe(true);
        expect(await inUse()).toEqual(expect.arrayContaining([...first.agentIds, third.agentId]));
      });
    });

    describe('in a race', () => {
      it('with a save of a source, one of the two wins, and the other says so', async () => {
        for (let round = 0; round < 4; round++) {
          const { agentIds, mergeId } = await draft();
          const [first = ''] = agentIds;
          const [merged, saved] = await Promise.all([finish(mergeId), edit(first, `Round ${round}.\n`)]);
          if (!merged.ok) throw new Error(merged.error.message);
          const won = merged.data.kind === 'finished';
          expect(saved.ok).toBe(!won);
          expect(((await look(first)).archivedAt !== null) === won).toBe(true);
          if (!won) expect(merged.data).toEqual({ kind: 'changed', agentIds: [first] });
          expect((await look(first)).text.includes(`Round ${round}.`)).toBe(!won);
        }
      });

      it('with itself, or with another merge of the same source, one is finished', async () => {
        const { agentIds, mergeId } = await draft();
        const more = await agent();
        const other = await dataOf(
          as(bob, () => act.begin({ workspace, agentIds: [agentIds[0] ?? '', more.agentId] })),
        );
        const before = (await inUse()).length;
        const answers = await Promise.all([
          finish(mergeId),
          finish(mergeId),
          finish(other.mergeId),
          finish(other.mergeId, { kind: 'source', agentId: agentIds[0] ?? '' }),
        ]);
        const kinds = answers.map((answer) => (answer.ok ? answer.data.kind : answer.error.code));
        expect(kinds.filter((kind) => kind === 'finished')).toHaveLength(1);
        expect(kinds.every((kind) => ['finished', 'changed', 'conflict'].includes(kind))).toBe(true);
        const all = [mergeId, other.mergeId].map((id) =>
          getMerge(world.store.read, { workspaceId, mergeId: id }),
        );
        const statuses = (await Promise.all(all)).map((merge) => merge?.status);
        expect(statuses.filter((status) => status === 'finished')).toHaveLength(1);
        // Two agents became one; of a merge into a source, too.
        expect(await inUse()).toHaveLength(before - 1);
      });

      it('of undoing with merging onward, no agent is lost', async () => {
        for (const into of ['new', 'source'] as const) {
          const { agentIds, mergeId } = await draft();
          const { agentId: result } = await finished(mergeId);
          const third = await agent();
          const begin = { workspace, agentIds: [result, third.agentId] };
          const onward = await dataOf(as(ada, () => act.begin(begin)));
          const target = into === 'new' ? NEW : { kind: into, agentId: result };
          const [undone, merged] = await Promise.all([undo(mergeId), finish(onward.mergeId, target)]);
          const listed = await inUse();
          if (undone.ok) {
            expect(merged).toMatchObject({ ok: true, data: { kind: 'changed' } });
            expect(listed).toEqual(expect.arrayContaining([...agentIds, third.agentId]));
          } else {
            expect(undone.error.message).toContain('merged onward');
            if (!merged.ok || merged.data.kind !== 'finished') throw new Error('neither');
            expect(listed).toContain(merged.data.agentId);
          }
        }
      });
    });
  });
}
