/** Are versions restored as new ones, do labels move as they may, and is what is read of the past right? */

import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { getVersion, listAuditEvents, listVersions, saveVersion } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { DEFAULT_PUBLISHING, MAX_LABELS } from '@/lib/contract';

import { findAccess, type Scope } from '../access';
import { action } from '../action';
import { agentFacts } from '../agent-facts';
import { blameVersion, compareVersions } from '../reads/comparisons';
import { exportOutlook, openFile, openZip } from '../reads/exports';
import { labelsOfAgent, openVersion, pageOfHistory } from '../reads/history';
import { dataOf, openTeam, requireStored } from '../testing/team';
import { agentText, as, type Person, type World } from '../testing/world';
import { createAgent } from './create-agent';
import { putLabel } from './put-label';
import { removeLabel } from './remove-label';
import { restoreVersion } from './restore-version';
import { saveAgent } from './save-agent';

const act = {
  create: action(createAgent),
  save: action(saveAgent),
  restore: action(restoreVersion),
  put: action(putLabel),
  remove: action(removeLabel),
};

for (const engine of TEST_ENGINES) {
  describe(`the past on ${engine.name}`, () => {
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
    /** An agent of as many versions as there are bodies, all of Ada but the second. */
    async function begin(...bodies: string[]) {
      const name = `past-${++made}`;
      const texts = bodies.map((body) => agentText(name, body));
      const { agentId } = await dataOf(as(ada, () => act.create({ workspace, text: texts[0] ?? '' })));
      const ids = [(await look(agentId)).version.versionId];
      for (const [at, text] of texts.entries()) {
        if (at === 0) continue;
        const input = { workspace, agentId, baseVersionId: ids.at(-1) ?? '', text };
        const saved = await dataOf(as(at === 1 ? bob : ada, () => act.save(input)));
        if (saved.kind === 'saved') ids.push(saved.version.versionId);
      }
      return { agentId, name, texts, ids };
    }
    async function withScope<T>(person: Person, answer: (scope: Scope) => Promise<T>): Promise<T> {
      return as(person, async () => {
        const access = await findAccess(workspace, 'agent:read');
        if (!access.ok) throw new Error(access.code);
        return answer(access.scope);
      });
    }

    it('comes back as a new version on top of the last, and restoring the former undoes it', async () => {
      const { agentId, texts, ids } = await begin('One.\n', 'Two.\n', 'Three.\n');
      const [, second = '', third = ''] = ids;
      const input = { workspace, agentId, versionId: second, headId: third };
      const done = await dataOf(as(ada, () => act.restore(input)));
      expect(done).toMatchObject({ kind: 'restored', version: { number: 4 }, formerId: third });
      expect((await look(agentId)).text).toBe(texts[1]);
      const versionId = done.version.versionId;
      expect(await getVersion(world.store.read, { workspaceId, agentId, versionId })).toMatchObject({
        ...{ message: 'Restored v2', parents: [third] },
        authors: expect.arrayContaining([ada.userId, bob.userId]),
      });
      const page = await withScope(bob, (scope) => pageOfHistory(scope, agentId, {}));
      expect(page?.versions.map(({ others }) => others)).toEqual([
        [{ id: bob.userId, name: 'editor' }],
        [],
        [],
        [],
      ]);
      const [event] = await listAuditEvents(world.store.read, {
        ...{ workspaceId, event: 'version.restored', offset: 0, limit: 1 },
      });
      expect(event).toMatchObject({ subjectId: agentId, details: { restored: 2, number: 4 } });
      const undo = { workspace, agentId, versionId: done.formerId, headId: versionId };
      expect(await as(ada, () => act.restore(undo))).toMatchObject({ data: { version: { number: 5 } } });
      expect((await look(agentId)).text).toBe(texts[2]);
    });

    it('is not written again when the last version says the same, nor over what nobody saw', async () => {
      const { agentId, texts, ids } = await begin('One.\n', 'Two.\n', 'One.\n');
      const [first = '', second = '', third = ''] = ids;
      const same = { workspace, agentId, versionId: first, headId: third };
      expect(await as(ada, () => act.restore(same))).toMatchObject({ data: { kind: 'unchanged' } });
      const stale = { workspace, agentId, versionId: first, headId: second };
      expect(await as(bob, () => act.restore(stale))).toMatchObject({
        error: { code: 'conflict', message: expect.stringMatching(/^Meanwhile Ada saved v3\./) },
      });
      expect((await look(agentId)).text).toBe(texts[2]);
      const all = await listVersions(world.store.read, { workspaceId, agentId, limit: 9 });
      expect(all).toHaveLength(3);
    });

    it('carries labels, which each member of a team who may moves', async () => {
      const { agentId, ids } = await begin('One.\n', 'Two.\n');
      const [first = '', second = ''] = ids;
      const put = (who: Person, versionId: string, name: string) =>
        as(who, () => act.put({ workspace, agentId, versionId, name }));
      expect(await put(bob, first, '  Ready  to SHIP ')).toMatchObject({
        data: { name: 'ready to ship', number: 1 },
      });
      await put(bob, second, 'ready to ship');
      expect(await put(bob, second, 'v12')).toMatchObject({ error: { code: 'invalid_input' } });
      expect(await put(bob, first, 'published')).toMatchObject({ error: { code: 'forbidden' } });
      expect(await put(ada, first, 'published')).toMatchObject({ ok: true });
      const { labels, moves } = (await withScope(bob, (scope) => labelsOfAgent(scope, agentId))) ?? {};
      expect(labels?.map(({ name, number }) => [name, number])).toEqual([
        ['published', 1],
        ['ready to ship', 2],
      ]);
      expect(moves?.map(({ name, from, to, movedBy }) => [name, from, to, movedBy])).toEqual([
        ['published', null, 1, 'Ada'],
        ['ready to ship', 1, 2, 'editor'],
        ['ready to ship', null, 1, 'editor'],
      ]);
      const remove = (who: Person, name: string) => as(who, () => act.remove({ workspace, agentId, name }));
      expect(await remove(bob, 'published')).toMatchObject({ error: { code: 'forbidden' } });
      expect(await remove(bob, 'ready to ship')).toMatchObject({ ok: true });
      const page = await withScope(bob, (scope) => pageOfHistory(scope, agentId, {}));
      expect(page?.versions.map((version) => version.labels)).toEqual([[], ['published']]);
    });

    it('is published by a review alone where the workspace wants that', async () => {
      const { agentId, ids } = await begin('One.\n');
      const publishing = { ...DEFAULT_PUBLISHING, enabled: true };
      const set = (value: typeof publishing | null) =>
        world.store.write(async ({ q, t }) => q.update(t.workspaces).set({ publishing: value }));
      await set(publishing);
      const input = { workspace, agentId, versionId: ids[0] ?? '', name: 'published' };
      expect(await as(ada, () => act.put(input))).toMatchObject({ error: { code: 'forbidden' } });
      const document = await withScope(ada, (scope) => openVersion(scope, agentId, '1'));
      expect(document?.agent.rights).toEqual({ restore: true, label: true, publish: false });
      await set(null);
    });

    it('has no more labels than anybody can tell apart', async () => {
      const { agentId, ids } = await begin('One.\n');
      const put = (name: string) =>
        as(ada, () => act.put({ workspace, agentId, versionId: ids[0] ?? '', name }));
      for (let at = 0; at < MAX_LABELS; at++) expect((await put(`label ${at}`)).ok).toBe(true);
      expect(await put('one more')).toMatchObject({ error: { code: 'invalid_input' } });
      expect((await put('label 1')).ok).toBe(true);
    });

    it('leaves by number and by label, alone and in a zip, with the name that it had', async () => {
      const { agentId, name, texts, ids } = await begin('One.\n', 'Two.\n');
      const renamed = agentText('renamed', 'Three.\n');
      await as(ada, () => act.save({ workspace, agentId, baseVersionId: ids.at(-1) ?? '', text: renamed }));
      await as(ada, () => act.put({ workspace, agentId, versionId: ids[1] ?? '', name: 'stable' }));
      const file = (ref: Parameters<typeof openFile>[2]) =>
        withScope(bob, (scope) => openFile(scope, agentId, ref));
      expect(await file({ number: 1 })).toEqual({ fileName: `${name}.md`, text: texts[0] });
      expect(await file({ label: 'stable' })).toEqual({ fileName: `${name}.md`, text: texts[1] });
      expect(await file(undefined)).toEqual({ fileName: 'renamed.md', text: renamed });
      expect([await file({ number: 9 }), await file({ label: 'none' })]).toEqual([null, null]);
      const zip = await withScope(bob, (scope) => openZip(scope, { label: 'stable' }));
      const bytes = Buffer.from(await new Response(zip?.stream).arrayBuffer()).toString('latin1');
      expect(zip?.fileName).toBe(`${workspace}-stable.zip`);
      expect([bytes.includes(`.claude/agents/${name}.md`), bytes.includes('renamed.md')]).toEqual([
        true,
        false,
      ]);
      expect(await withScope(bob, (scope) => openZip(scope, { label: 'none' }))).toBeNull();
      expect(await withScope(bob, (scope) => exportOutlook(scope, { label: 'stable' }))).toMatchObject({
        ...{ meant: 1, published: null, unpublished: [], notices: [] },
      });
    });

    it('is compared by number and label, and blamed line by line', async () => {
      const { agentId, ids } = await begin(
        '- One.\n- Two.\n',
        '- One.\n- Two.\n- Three.\n',
        '- One!\n- Two.\n- Three.\n',
      );
      await as(ada, () => act.put({ workspace, agentId, versionId: ids[0] ?? '', name: 'stable' }));
      const compared = await withScope(bob, (scope) =>
        compareVersions(scope, agentId, { from: 'stable', to: '2' }),
      );
      expect(compared?.comparison.sentences.map(({ words }) => words)).toEqual(['1 instruction added']);
      expect([compared?.before.version.number, compared?.after.version.number]).toEqual([1, 2]);
      const blame = await withScope(bob, (scope) => blameVersion(scope, agentId, '3'));
      const numbers = blame?.lines.map((at) => blame.versions[at]?.number);
      expect(numbers).toEqual([1, 1, 1, 1, 1, 3, 1, 2]);
      expect(blame?.versions.find(({ number }) => number === 2)?.savedBy).toBe('editor');
      expect(blame?.bound).toEqual([]);
      expect(await withScope(bob, (scope) => blameVersion(scope, agentId, '4'))).toBeNull();
    });

    it('of long texts is compared on a thread', async () => {
      const long = Array.from({ length: 2_000 }, (_, at) => `- Rule ${at} about part ${at}.\n`).join('');
      const { agentId } = await begin(long, `${long}- One more about ships.\n`);
      const compared = await withScope(bob, (scope) =>
        compareVersions(scope, agentId, { from: '1', to: '2' }),
      );
      expect(compared?.comparison.sentences.map(({ words }) => words)).toEqual(['1 instruction added']);
      const blame = await withScope(bob, (scope) => blameVersion(scope, agentId, '2'));
      expect(blame?.lines).toHaveLength(2_006);
      expect(blame?.lines.map((at) => blame.versions[at]?.number).lastIndexOf(1)).toBe(2_004);
    });

    it('is blamed through what was merged in, and no further than there is', async () => {
      const other = await begin('- Ropes.\n', '- Ropes.\n- Vests.\n');
      const { agentId, name, ids } = await begin('- One.\n');
      const parents = [ids[0] ?? '', other.ids[1] ?? '', 'gone'];
      const text = agentText(name, '- One.\n- Vests.\n- Ropes.\n- New.\n');
      const saved = { agentId, text, parents, baseVersionId: ids[0] ?? '', facts: agentFacts(text, null) };
      await world.store.write((tx) =>
        saveVersion(tx, { workspaceId, userId: ada.userId, now: Date.now(), ...saved }),
      );
      const blame = await withScope(bob, (scope) => blameVersion(scope, agentId, '2'));
      const origins = blame?.lines.map((at) => {
        const version = blame.versions[at];
        return `${version?.title} ${version?.number}`;
      });
      expect(origins?.slice(-4)).toEqual([`${name} 1`, `${other.name} 2`, `${name} 2`, `${name} 2`]);
      expect(blame).toMatchObject({ looked: 4, bound: [7, 8] });
    });

    it('is found by number, message, name and label, the number that is meant first', async () => {
      const { agentId, ids } = await begin(...Array.from({ length: 12 }, (_, at) => `Text ${at}.\n`));
      await as(ada, () => act.put({ workspace, agentId, versionId: ids[2] ?? '', name: 'stable' }));
      const restore = { workspace, agentId, versionId: ids[0] ?? '', headId: ids.at(-1) ?? '' };
      await as(ada, () => act.restore(restore));
      const found = async (query: string, before?: number) => {
        const asked = { query, ...(before !== undefined && { before }) };
        const page = await withScope(bob, (scope) => pageOfHistory(scope, agentId, asked));
        return page?.versions.map(({ number }) => number);
      };
      expect(await found('1')).toEqual([1, 13, 12, 11, 10]);
      expect(await found('1', 13)).toEqual([12, 11, 10]);
      expect([await found('RESTORED'), await found('stable'), await found('editor')]).toEqual([
        [13],
        [3],
        [2],
      ]);
      expect([await found('nothing like it'), await found('99')]).toEqual([[], []]);
    });
  });
}
