import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBulkChange, listAuditEvents, listVersions } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import type { BulkChange, ReplaceChange, SetFieldChange } from '@/lib/bulk';
import type { BulkPreviewLine, ChangedBatch } from '@/lib/contract';
import { findAccess } from '../access';
import { action } from '../action';
import { Failure } from '../failure';
import { detailOfBulk, headsToChange, listBulkChanges, streamBulkPreview } from '../reads/bulk';
import { dataOf, openTeam, requireStored, type Team } from '../testing/team';
import { agentText, as, type Person } from '../testing/world';
import { archiveAgents } from './archive-agents';
import { changeAgents } from './change-agents';
import { createAgent } from './create-agent';
import { saveAgent } from './save-agent';
import { undoBulk } from './undo-bulk';

const act = {
  create: action(createAgent),
  save: action(saveAgent),
  archive: action(archiveAgents),
  change: action(changeAgents),
  undo: action(undoBulk),
};
const MODEL: SetFieldChange = { kind: 'set-field', key: 'model', how: 'set', values: ['opus'] };
const replace = (some: Partial<ReplaceChange>): ReplaceChange => ({
  ...{ kind: 'replace', scope: 'body', find: '', insert: '', isPattern: false },
  ...{ matchCase: true, wholeWord: false, ...some },
});
/** A pattern that never ends, on a text of ours. */
const HOSTILE = replace({ find: '(a+)+$', isPattern: true });
const PATIENCE_MS = 120_000;

for (const engine of TEST_ENGINES) {
  describe(`changes of many on ${engine.name}`, () => {
    let team: Team;
    let made = 0;
    beforeAll(async () => {
      team = await openTeam(await engine.open());
    }, PATIENCE_MS);
    afterAll(() => team.world.dispose());

    const look = (agentId: string) =>
      requireStored(team.world.store, { workspaceId: team.workspaceId, agentId });
    async function begin(texts: readonly string[]) {
      const { workspace, ada } = team;
      const ids: string[] = [];
      for (const text of texts)
        ids.push((await dataOf(as(ada, () => act.create({ workspace, text })))).agentId);
      return ids;
    }
    const some = (count: number, body?: string) =>
      begin(Array.from({ length: count }, () => agentText(`agent-${++made}`, body)));
    async function change(
      wanted: BulkChange,
      ids: readonly string[],
      { bulkId = null, by = team.ada }: { bulkId?: string | null; by?: Person } = {},
    ): Promise<ChangedBatch> {
      const heads = await Promise.all(ids.map(look));
      const items = heads.map(({ id, version }) => ({ agentId: id, versionId: version.versionId }));
      const input = { workspace: team.workspace, bulkId, change: wanted, items };
      return dataOf(as(by, () => act.change(input)));
    }
    const undo = (bulkId: string | null, from = 0, by = team.bob) =>
      as(by, () => act.undo({ workspace: team.workspace, bulkId: bulkId ?? '', from }));
    async function preview(
      wanted: BulkChange,
      ids: string[],
      { by = team.ada, signal = new AbortController().signal } = {},
    ): Promise<BulkPreviewLine[]> {
      return as(by, async () => {
        const access = await findAccess(team.workspace, 'agent:save');
        if (!access.ok) throw new Error(access.code);
        const heads = await headsToChange(access.scope, { choice: { ids }, change: wanted });
        const lines: BulkPreviewLine[] = [];
        const send = async (line: BulkPreviewLine) => void lines.push(line);
        await streamBulkPreview(access.scope, { heads, change: wanted }, { send, signal });
        return lines;
      });
    }
    const agentsOf = (lines: readonly BulkPreviewLine[]) =>
      lines.flatMap((line) => (line.kind === 'agents' ? line.agents : []));

    it('are seen before they are done, by title, with who may do more', async () => {
      const base = (name: string, more: string) => agentText(name).replace('---\n\n', `${more}---\n\n`);
      const ids = await begin([
        base('p-c', 'tools: Read\n'),
        base('p-a', 'tools: Read, Bash\n'),
        base('p-b', ''),
      ]);
      const add: SetFieldChange = { kind: 'set-field', key: 'tools', how: 'add', values: ['Bash'] };
      const lines = await preview(add, ids);
      expect([lines[0], lines.at(-1)]).toEqual([{ kind: 'total', total: 3 }, { kind: 'done' }]);
      expect(agentsOf(lines).map(({ title, outcome, gains }) => [title, outcome, gains])).toEqual([
        ['p-a', 'unchanged', []],
        ['p-b', 'unchanged', []],
        ['p-c', 'changed', ['gains Bash']],
      ]);
      expect(agentsOf(lines)[2]?.diff).toEqual([
        { kind: 'removed', text: 'tools: Read' },
        { kind: 'added', text: 'tools: Read, Bash' },
      ]);
      const detail = await as(team.ada, async () => {
        const access = await findAccess(team.workspace, 'agent:save');
        if (!access.ok) throw new Error(access.code);
        const { id: agentId, version } = await look(ids[0] ?? '');
        const asked = { agentId, versionId: version.versionId, change: replace({ find: 'help' }), skip: [] };
        return detailOfBulk(access.scope, asked, new AbortController().signal);
      });
      expect(detail).toMatchObject({ total: 1, matches: [{ found: 'help', before: 'You ', after: '.' }] });
    });

    it('make one version each, told in its message and audited, and are one change', async () => {
      const ids = await some(3);
      const first = await change(MODEL, ids.slice(0, 2));
      const second = await change(MODEL, ids.slice(2), { bulkId: first.bulkId });
      expect([first.changed, second.changed, second.bulkId]).toEqual([2, 1, first.bulkId]);
      for (const agentId of ids) {
        expect((await look(agentId)).text).toContain('model: opus\n');
        const key = { workspaceId: team.workspaceId, agentId, offset: 0, limit: 9 };
        const versions = await listVersions(team.world.store.read, key);
        expect(versions.map(({ message }) => message)).toEqual(['Set model to opus', null]);
      }
      const { changes } = await as(team.ada, () => listBulkChanges(team.workspace));
      expect(changes[0]).toMatchObject({ bulkId: first.bulkId, agents: 3, summary: 'Set model to opus' });
      const event = { workspaceId: team.workspaceId, event: 'agents.changed', offset: 0, limit: 1 };
      const [audit] = await listAuditEvents(team.world.store.read, event);
      expect(audit).toMatchObject({ outcome: 'done', details: { agents: ids.slice(2), bulk: first.bulkId } });
      const again = await change(MODEL, ids);
      expect(again).toMatchObject({ bulkId: null, changed: 0, left: [{}, {}, {}] });
    });

    it('leave alone who has moved, is put away, or cannot take it, and say so', async () => {
      const [moved = '', archived = '', unreadable = '', fine = ''] = [
        ...(await some(2)),
        ...(await begin(['---\nname: "a\n---\n'])),
        ...(await some(1)),
      ];
      const heads = await Promise.all([moved, archived, unreadable, fine].map(look));
      const { workspace, ada } = team;
      const base = { workspace, agentId: moved, baseVersionId: heads[0]?.version.versionId ?? '' };
      await dataOf(as(ada, () => act.save({ ...base, text: agentText('faster') })));
      await dataOf(as(ada, () => act.archive({ workspace, choice: { ids: [archived] } })));
      const items = heads.map(({ id, version }) => ({ agentId: id, versionId: version.versionId }));
      const input = { workspace, bulkId: null, change: MODEL, items };
      const result = await dataOf(as(ada, () => act.change(input)));
      expect(result.changed).toBe(1);
      expect(new Map(result.left.map(({ agentId, message }) => [agentId, message]))).toEqual(
        new Map([
          [moved, 'Somebody changed it in the meantime.'],
          [archived, 'It is archived.'],
          [unreadable, expect.stringContaining('cannot be read')],
        ]),
      );
      expect((await look(moved)).text).toBe(agentText('faster'));
    });

    it('are undone as one: as before, with what others wrote since, or left alone', async () => {
      const body = 'one\n\ntwo\n\nthree\n\nfour\n';
      const [same = '', joined = '', clash = '', archived = ''] = await some(4, body);
      const before = new Map(
        await Promise.all(
          [same, joined, clash, archived].map(async (id) => [id, (await look(id)).text] as const),
        ),
      );
      const done = await change(replace({ find: 'one', insert: '1' }), [same, joined, clash, archived]);
      const { workspace, ada } = team;
      for (const [agentId, from, to] of [
        [joined, 'four', '4'],
        [clash, '1', 'I'],
      ] as const) {
        const { text, version } = await look(agentId);
        const input = { workspace, agentId, baseVersionId: version.versionId, text: text.replace(from, to) };
        await dataOf(as(ada, () => act.save(input)));
      }
      await dataOf(as(ada, () => act.archive({ workspace, choice: { ids: [archived] } })));
      const result = await dataOf(undo(done.bulkId));
      expect(result).toMatchObject({ undone: 2, next: null });
      expect(result.left.map(({ agentId }) => agentId).sort()).toEqual([archived, clash].sort());
      expect((await look(same)).text).toBe(before.get(same));
      expect((await look(joined)).text).toBe(before.get(joined)?.replace('four', '4'));
      expect((await look(clash)).text).toContain('I\n');
      expect(await undo(done.bulkId)).toMatchObject({ error: { code: 'conflict' } });
    });

    it('give every file back byte by byte when they are undone', async () => {
      const texts = [
        '\ufeff---\r\nname: with-bom\r\ndescription: "one: two"\r\n---\r\n\r\none\r\ntwo',
        '---\nname: odd   # why\ndescription: >-\n  one\n  two\ntools: [Read,Bash]\n---\none\n\n\n',
        "---\n'name': quoted\ndescription: 'it''s one'\nx: {one: 1}\n---",
        'one, and no front matter at all\r\n\n',
      ];
      const ids = await begin(texts);
      const setting: SetFieldChange = { kind: 'set-field', key: 'maxTurns', how: 'set', values: ['7'] };
      for (const wanted of [setting, replace({ scope: 'file', find: 'one', insert: 'anyone' })]) {
        const done = await change(wanted, ids);
        expect(done.changed).toBeGreaterThan(2);
        expect(await dataOf(undo(done.bulkId))).toEqual({ undone: done.changed, left: [], next: null });
        expect(await Promise.all(ids.map(async (id) => (await look(id)).text))).toEqual(texts);
      }
    });

    // The batches are the same on every engine, and sixty agents take long on the slow one.
    it.skipIf(engine.name === 'PGlite')(
      'are undone in batches, and an undoing that was stopped goes on where it was',
      async () => {
        const ids = await some(60);
        const first = await change(MODEL, ids.slice(0, 50));
        await change(MODEL, ids.slice(50), { bulkId: first.bulkId });
        expect(await dataOf(undo(first.bulkId))).toEqual({ undone: 50, left: [], next: 50 });
        expect(await dataOf(undo(first.bulkId))).toEqual({ undone: 0, left: [], next: 50 });
        expect(await dataOf(undo(first.bulkId, 50))).toEqual({ undone: 10, left: [], next: null });
        for (const agentId of ids) expect((await look(agentId)).text).not.toContain('model');
        const key = { workspaceId: team.workspaceId, bulkId: first.bulkId ?? '' };
        expect((await getBulkChange(team.world.store.read, key))?.undoneAt).not.toBeNull();
      },
      PATIENCE_MS,
    );

    it('go on only for whoever began them, and not after they were undone', async () => {
      const [a = '', b = ''] = await some(2);
      const { bulkId } = await change(MODEL, [a]);
      await expect(change(MODEL, [b], { bulkId, by: team.bob })).rejects.toThrow('not_found');
      await dataOf(undo(bulkId));
      await expect(change(MODEL, [b], { bulkId })).rejects.toThrow('undone');
      expect((await look(b)).text).not.toContain('model');
    });

    it(
      'are refused in words when they can be done nowhere, and by a pattern that never ends',
      async () => {
        const [id = ''] = await some(1, `${'a'.repeat(40)}!\n`);
        const refusal = async (wanted: BulkChange) => {
          const error = await preview(wanted, [id]).catch((thrown: unknown) => thrown);
          expect(error).toBeInstanceOf(Failure);
          return (error as Failure).message;
        };
        expect(await refusal(replace({ find: '(', isPattern: true }))).toMatch(/no regular expression/);
        expect(await refusal({ ...MODEL, key: 'hooks' })).toMatch(/Choose another field/);
        // No engine hears of the pattern: the seconds until the thread is stopped are waited once.
        if (engine === TEST_ENGINES[0]) expect(await refusal(HOSTILE)).toMatch(/takes too long/);
        // The thread was stopped, and the next question finds a new one.
        expect(agentsOf(await preview(replace({ find: 'a+', isPattern: true }), [id]))[0]?.matches).toBe(1);
      },
      PATIENCE_MS,
    );

    it('are undone also where somebody saves at that very moment, with what they wrote', async () => {
      const [id = ''] = await some(1);
      const { bulkId } = await change(MODEL, [id]);
      const { workspace, ada, bob } = team;
      let isSaved = false;
      const prepare: typeof undoBulk.prepare = async (input, context) => {
        const prepared = await undoBulk.prepare(input, context);
        const { text, version } = await look(id);
        const saving = { workspace, agentId: id, baseVersionId: version.versionId, text: `${text}More.\n` };
        if (!isSaved) await dataOf(as(bob, () => act.save(saving)));
        isSaved = true;
        return prepared;
      };
      const late = action({ ...undoBulk, prepare });
      const undone = await dataOf(as(ada, () => late({ workspace, bulkId: bulkId ?? '', from: 0 })));
      expect(undone).toEqual({ undone: 1, left: [], next: null });
      const { text } = await look(id);
      expect(text).not.toContain('model:');
      expect(text.endsWith('More.\n')).toBe(true);
    });

    it('of one person with patterns that never end keep nobody else waiting', async () => {
      const [id = ''] = await some(1, `${'a'.repeat(40)}!\n`);
      const leaving = new AbortController();
      const { signal } = leaving;
      const busy = Array.from({ length: 5 }, () => preview(HOSTILE, [id], { signal }).catch(() => 'stopped'));
      const found = replace({ find: 'a+', isPattern: true });
      const seen = await preview(found, [id], { by: team.bob });
      expect(agentsOf(seen)[0]?.matches).toBe(1);
      leaving.abort();
      expect(await Promise.all(busy)).toEqual(Array(5).fill('stopped'));
    });
  });
}
