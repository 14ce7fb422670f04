import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMerge } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { act, type MergeTeam, NEW, openMergeTeam } from '../testing/merge-team';
import { dataOf } from '../testing/team';
import { as } from '../testing/world';

for (const engine of TEST_ENGINES) {
  describe(`merges on ${engine.name}`, () => {
    let team: MergeTeam;
    beforeAll(async () => {
      team = await openMergeTeam(await engine.open());
    }, 60_000);
    afterAll(() => team.world.dispose());

    describe('are undone', () => {
      it('from a new agent: it goes to the bin, the sources are as before', async () => {
        const { agentIds, sources, mergeId } = await team.draft(3);
        const { agentId } = await team.finished(mergeId);
        expect(await dataOf(team.undo(mergeId))).toEqual({ agentIds, edited: false });
        for (const { agentId: id, text, versionId } of sources) {
          expect(await team.look(id)).toMatchObject({
            ...{ text, archivedAt: null, mergedInto: null, deletedAt: null },
            version: { versionId },
          });
          expect((await team.edit(id)).ok).toBe(true);
        }
        expect((await team.look(agentId)).deletedAt).not.toBeNull();
        expect(await team.board(mergeId)).toMatchObject({ status: 'undone', result: { agentId } });
        expect(await team.lastEvent('merge.undone')).toMatchObject({ subjectId: mergeId, outcome: 'done' });
        expect(await team.undo(mergeId)).toMatchObject({
          error: { code: 'conflict', message: expect.stringContaining('already') },
        });
      });

      it('from a source: it says again what it said, in a version more', async () => {
        const { agentIds, sources, mergeId } = await team.draft();
        const [target, other] = sources;
        if (!target || !other) throw new Error('too few');
        await team.finished(mergeId, { kind: 'source', agentId: target.agentId });
        await team.edit(target.agentId, 'Written after the merge.\n');
        expect(await dataOf(team.undo(mergeId))).toEqual({ agentIds, edited: true });
        expect((await team.look(target.agentId)).text).toBe(target.text);
        expect(await team.look(other.agentId)).toMatchObject({ text: other.text, archivedAt: null });
        const versions = await team.history(target.agentId);
        expect(versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
        expect(versions[0]?.message).toContain('undone');
      });

      it('also when the result has been put into the bin, or is there already', async () => {
        for (const into of [null, 'source'] as const) {
          const { agentIds, mergeId } = await team.draft();
          const [target = ''] = agentIds;
          const { agentId } = await team.finished(mergeId, into ? { kind: into, agentId: target } : NEW);
          await as(team.ada, () => act.remove({ workspace: team.workspace, choice: { ids: [agentId] } }));
          await dataOf(team.undo(mergeId));
          expect(await team.inUse()).toEqual(expect.arrayContaining(agentIds));
          if (!into) expect(await team.inUse()).not.toContain(agentId);
        }
      });

      it('in the reverse order only', async () => {
        const first = await team.draft();
        const { agentId: middle } = await team.finished(first.mergeId);
        const third = await team.agent();
        const agentIds = [middle, third.agentId];
        const { mergeId } = await dataOf(
          as(team.ada, () => act.begin({ workspace: team.workspace, agentIds })),
        );
        await team.finished(mergeId, { kind: 'source', agentId: middle });
        expect(await team.undo(first.mergeId)).toMatchObject({
          error: { code: 'conflict', message: expect.stringContaining('merged onward') },
        });
        expect((await team.look(first.agentIds[0] ?? '')).archivedAt).not.toBeNull();
        await dataOf(team.undo(mergeId));
        expect((await dataOf(team.undo(first.mergeId))).edited).toBe(true);
        expect(await team.inUse()).toEqual(expect.arrayContaining([...first.agentIds, third.agentId]));
      });
    });

    describe('in a race', () => {
      it('with a save of a source, one of the two wins, and the other says so', async () => {
        for (let round = 0; round < 4; round++) {
          const { agentIds, mergeId } = await team.draft();
          const [first = ''] = agentIds;
          const [merged, saved] = await Promise.all([
            team.finish(mergeId),
            team.edit(first, `Round ${round}.\n`),
          ]);
          if (!merged.ok) throw new Error(merged.error.message);
          const won = merged.data.kind === 'finished';
          expect(saved.ok).toBe(!won);
          expect(((await team.look(first)).archivedAt !== null) === won).toBe(true);
          if (!won) expect(merged.data).toEqual({ kind: 'changed', agentIds: [first] });
          expect((await team.look(first)).text.includes(`Round ${round}.`)).toBe(!won);
        }
      });

      it('with itself, or with another merge of the same source, one is finished', async () => {
        const { agentIds, mergeId } = await team.draft();
        const more = await team.agent();
        const other = await dataOf(
          as(team.bob, () =>
            act.begin({ workspace: team.workspace, agentIds: [agentIds[0] ?? '', more.agentId] }),
          ),
        );
        const before = (await team.inUse()).length;
        const answers = await Promise.all([
          team.finish(mergeId),
          team.finish(mergeId),
          team.finish(other.mergeId),
          team.finish(other.mergeId, { kind: 'source', agentId: agentIds[0] ?? '' }),
        ]);
        const kinds = answers.map((answer) => (answer.ok ? answer.data.kind : answer.error.code));
        expect(kinds.filter((kind) => kind === 'finished')).toHaveLength(1);
        expect(kinds.every((kind) => ['finished', 'changed', 'conflict'].includes(kind))).toBe(true);
        const all = [mergeId, other.mergeId].map((id) =>
          getMerge(team.world.store.read, { workspaceId: team.workspaceId, mergeId: id }),
        );
        const statuses = (await Promise.all(all)).map((merge) => merge?.status);
        expect(statuses.filter((status) => status === 'finished')).toHaveLength(1);
        // Two agents became one; of a merge into a source, too.
        expect(await team.inUse()).toHaveLength(before - 1);
      });

      it('of undoing with merging onward, no agent is lost', async () => {
        for (const into of ['new', 'source'] as const) {
          const { agentIds, mergeId } = await team.draft();
          const { agentId: result } = await team.finished(mergeId);
          const third = await team.agent();
          const begin = { workspace: team.workspace, agentIds: [result, third.agentId] };
          const onward = await dataOf(as(team.ada, () => act.begin(begin)));
          const target = into === 'new' ? NEW : { kind: into, agentId: result };
          const [undone, merged] = await Promise.all([
            team.undo(mergeId),
            team.finish(onward.mergeId, target),
          ]);
          const listed = await team.inUse();
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
