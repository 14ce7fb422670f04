import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getVersion, listAuditEvents, listVersions } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { action } from '../action';
import { dataOf, openTeam, requireStored } from '../testing/team';
import { agentText, as, type Person, type World } from '../testing/world';
import { createAgent } from './create-agent';
import { deleteAgents } from './delete-agents';
import { duplicateAgent } from './duplicate-agent';
import { restoreAgents } from './restore-agents';
import { saveAgent } from './save-agent';

const create = action(createAgent);
const save = action(saveAgent);
const duplicate = action(duplicateAgent);
const remove = action(deleteAgents);
const restore = action(restoreAgents);

for (const engine of TEST_ENGINES) {
  describe(`agents on ${engine.name}`, () => {
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
    async function begin(text = agentText(`agent-${++made}`)) {
      const { agentId } = await dataOf(as(ada, () => create({ workspace, text })));
      const agent = await look(agentId);
      return { agentId, text, baseVersionId: agent.version.versionId };
    }
    const write = (person: Person, agentId: string, baseVersionId: string, text: string, message?: string) =>
      as(person, () => save({ workspace, agentId, baseVersionId, text, ...(message && { message }) }));
    const count = async (agentId: string) =>
      (await listVersions(world.store.read, { workspaceId, agentId, offset: 0, limit: 100 })).length;

    it('are saved as new versions, exactly as they are', async () => {
      const { agentId, baseVersionId } = await begin();
      const text = '\uFEFF---\r\nname: x\r\ndescription: "y"\r\n---\r\n\r\nno newline at the end  ';
      const result = await write(bob, agentId, baseVersionId, text, ' better ');
      expect(result).toMatchObject({
        ok: true,
        data: { kind: 'saved', version: { number: 2, savedBy: 'editor' } },
      });
      expect((await look(agentId)).text).toBe(text);
      const [version] = await listVersions(world.store.read, { workspaceId, agentId, offset: 0, limit: 1 });
      expect(version).toMatchObject({ message: 'better', parents: [baseVersionId], authors: [bob.userId] });
      const [event] = await listAuditEvents(world.store.read, {
        workspaceId,
        event: 'agent.saved',
        offset: 0,
        limit: 1,
      });
      expect(event).toMatchObject({ subjectId: agentId, actorId: bob.userId });
    });

    it('are not saved again when nothing changed', async () => {
      const { agentId, baseVersionId, text } = await begin();
      const result = await write(ada, agentId, baseVersionId, text);
      expect(result).toMatchObject({ ok: true, data: { kind: 'unchanged', version: { number: 1 } } });
      expect(await count(agentId)).toBe(1);
    });

    it('join two changes that do not touch', async () => {
      const text = agentText('joined', 'One.\n\nTwo.\n\nThree.\n');
      const { agentId, baseVersionId } = await begin(text);
      await write(bob, agentId, baseVersionId, text.replace('Three.', 'Drei.'));
      const head = (await look(agentId)).version.versionId;
      const result = await write(ada, agentId, baseVersionId, text.replace('Helps with', 'Assists'));
      expect(result).toMatchObject({ ok: true, data: { kind: 'merged', version: { number: 3 } } });
      const after = await look(agentId);
      expect(after.text).toBe(text.replace('Three.', 'Drei.').replace('Helps with', 'Assists'));
      if (result.ok && result.data.kind === 'merged') {
        expect(result.data.text).toBe(after.text);
        expect(result.data.summary).not.toBe('');
      }
      const version = await getVersion(world.store.read, {
        workspaceId,
        agentId,
        versionId: after.version.versionId,
      });
      expect(version?.parents).toEqual([head, baseVersionId]);
      expect(new Set(version?.authors)).toEqual(new Set([ada.userId, bob.userId]));
    });

    it('keep both texts when two changes touch', async () => {
      const text = agentText('disputed', 'One.\n');
      const { agentId, baseVersionId } = await begin(text);
      const theirs = text.replace('One.', 'Theirs.');
      await write(bob, agentId, baseVersionId, theirs);
      const result = await write(ada, agentId, baseVersionId, text.replace('One.', 'Mine.'));
      expect(result).toMatchObject({
        ok: true,
        data: { kind: 'conflict', headText: theirs, baseText: text, head: { number: 2 } },
      });
      expect((await look(agentId)).text).toBe(theirs);
      expect(await count(agentId)).toBe(2);
    });

    it('lose nothing when many save at once', async () => {
      const lines = Array.from({ length: 12 }, (_, i) => `Line ${i}.\n\nfiller ${i}\n`);
      const text = agentText('busy', lines.join('\n'));
      const { agentId, baseVersionId } = await begin(text);
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          write(i % 2 ? ada : bob, agentId, baseVersionId, text.replace(`Line ${2 * i}.`, `Changed ${i}.`)),
        ),
      );
      const kept = results.map((result) => result.ok && result.data.kind !== 'conflict');
      const final = (await look(agentId)).text;
      for (const [i, was] of kept.entries()) expect(final.includes(`Changed ${i}.`)).toBe(was);
      expect(kept.filter(Boolean).length).toBeGreaterThanOrEqual(2);
      expect(await count(agentId)).toBe(1 + kept.filter(Boolean).length);
    });

    it.each([
      ['NUL', '---\nname: a\u0000b\n---\n', 'invalid_input', /offset 11/],
      ['half a character', `${agentText('a')}\ud83d`, 'invalid_input', /half a character at offset/],
      ['much front matter', `---\nname: a\ndescription: ${'x'.repeat(66_000)}\n---\n`, 'too_large', /64 KiB/],
      ['more than 1 MiB', agentText('a', 'ü'.repeat(600_000)), 'too_large', /1 MiB/],
    ] as const)('with %s are refused with the place', async (_what, text, code, words) => {
      const { agentId, baseVersionId } = await begin();
      const saved = await write(ada, agentId, baseVersionId, text);
      expect(saved).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(words) } });
      const created = await as(ada, () => create({ workspace, text }));
      expect(created).toMatchObject({ ok: false, error: { code } });
      expect(await count(agentId)).toBe(1);
    });

    it('are duplicated under a name of their own', async () => {
      const { agentId, text } = await begin(agentText('original'));
      const names: (string | null)[] = [];
      for (let i = 0; i < 3; i++) {
        const result = await as(bob, () => duplicate({ workspace, agentId }));
        if (result.ok) {
          const copy = await look(result.data.agentId);
          names.push(copy.name);
          expect(copy.text).toBe(text.replace('name: original', `name: ${copy.name}`));
        }
      }
      expect(names).toEqual(['original-copy', 'original-copy-2', 'original-copy-3']);
    });

    it('go to the bin and come back as they were', async () => {
      const { agentId, baseVersionId, text } = await begin();
      expect(await as(bob, () => remove({ workspace, choice: { ids: [agentId] } }))).toEqual({
        ok: true,
        data: { ids: [agentId] },
      });
      expect(await write(ada, agentId, baseVersionId, `${text}more`)).toMatchObject({
        error: { code: 'conflict' },
      });
      expect(await as(ada, () => remove({ workspace, choice: { ids: [agentId] } }))).toMatchObject({
        error: { code: 'not_found' },
      });
      expect(await as(bob, () => restore({ workspace, choice: { ids: [agentId] } }))).toEqual({
        ok: true,
        data: { ids: [agentId] },
      });
      expect((await look(agentId)).text).toBe(text);
      expect((await write(ada, agentId, baseVersionId, `${text}more`)).ok).toBe(true);
    });
  });
}
