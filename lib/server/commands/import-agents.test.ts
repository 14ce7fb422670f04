import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listAuditEvents, listVersions } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import type { SameName } from '@/lib/contract';

import { action } from '../action';
import { dataOf, openTeam, requireStored, type Team } from '../testing/team';
import { agentText, as } from '../testing/world';
import { FILES_PER_BATCH, importAgents } from './import-agents';

const bringIn = action(importAgents);
const bytesOf = (text: string) => new TextEncoder().encode(text);

for (const engine of TEST_ENGINES) {
  describe(`files are imported on ${engine.name}`, () => {
    let team: Team;
    beforeAll(async () => {
      team = await openTeam(await engine.open());
    }, 60_000);
    afterAll(() => team.world.dispose());

    const look = (agentId: string | undefined) =>
      requireStored(team.world.store, { workspaceId: team.workspaceId, agentId: agentId ?? '' });
    const send = (
      files: readonly { path: string; text: string | Uint8Array }[],
      sameName: SameName = 'keep',
    ) =>
      as(team.bob, () =>
        bringIn({
          workspace: team.workspace,
          files: files.map(({ path, text }, index) => ({
            key: String(index),
            path,
            bytes: typeof text === 'string' ? bytesOf(text) : text,
            sameName,
            remark: null,
          })),
        }),
      );
    const drop = async (path: string, text: string | Uint8Array, sameName?: SameName) => {
      const [line] = await dataOf(send([{ path, text }], sameName));
      if (!line) throw new Error('no line');
      return line;
    };

    it('byte for byte, whatever they are like', async () => {
      const bytes = bytesOf('\uFEFF---\r\nname: crlf\r\ndescription: d\r\n---\r\nbody\r\n\r\n');
      const line = await drop('agents/crlf.md', bytes);
      expect(line).toMatchObject({ state: 'imported', name: 'crlf', loads: true, message: '' });
      const agent = await look(line.agent?.id);
      expect(bytesOf(agent.text)).toEqual(bytes);
      expect(agent).toMatchObject({ fileName: 'crlf.md', originPath: 'agents/crlf.md', title: 'crlf' });
    });

    it('once: the same bytes again lead to the agent that is there, within a batch too', async () => {
      const text = agentText('only-once');
      const lines = await dataOf(
        send([
          { path: 'a.md', text },
          { path: 'b.md', text },
        ]),
      );
      expect(lines.map(({ state }) => state)).toEqual(['imported', 'identical']);
      const again = await drop('c.md', text);
      expect(again).toMatchObject({ state: 'identical', agent: lines[0]?.agent });
      expect(lines[1]?.agent).toEqual(lines[0]?.agent);
    });

    it('also when two windows drop the same file at once', async () => {
      const text = agentText('twice');
      const lines = await Promise.all([drop('a.md', text), drop('a.md', text)]);
      if (!engine.concurrent || engine.name === 'SQLite') {
        expect(lines.map(({ state }) => state).sort()).toEqual(['identical', 'imported']);
      }
    });

    it('with a name that no index holds', async () => {
      const name = Array.from({ length: 6_000 }, (_, i) => ((i * i * 7919) % 36).toString(36)).join('');
      const line = await drop('long.md', agentText(name));
      expect(line.state).toBe('imported');
      expect((await look(line.agent?.id)).text).toContain(name);
      expect((await drop('long.md', agentText(name, 'Other.\n'), 'replace')).agent).toEqual(line.agent);
    });

    it('beside a namesake, in its place as a new version, or not: as was asked', async () => {
      const first = await drop('team/shared.md', agentText('shared'));
      const kept = await drop('other/shared.md', agentText('shared', 'Second.\n'));
      expect(kept).toMatchObject({ state: 'imported', message: expect.stringContaining('"shared"') });
      expect(kept.agent?.id).not.toBe(first.agent?.id);

      const skipped = await drop('x.md', agentText('shared', 'Third.\n'), 'skip');
      expect(skipped).toMatchObject({ state: 'skipped', agent: { title: 'shared' } });

      const text = agentText('shared', 'Fourth.\n');
      const replaced = await drop('team/shared.md', text, 'replace');
      expect(replaced).toMatchObject({ state: 'replaced', agent: first.agent });
      const agentId = first.agent?.id ?? '';
      expect((await look(agentId)).text).toBe(text);
      const { workspaceId } = team;
      const page = { workspaceId, agentId, offset: 0, limit: 10 };
      const [version] = await listVersions(team.world.store.read, page);
      expect(version).toMatchObject({ number: 2, message: 'Imported from team/shared.md' });
    });

    it('one after the other: of two namesakes in a batch the second is the next version of the first', async () => {
      const files = ['One.\n', 'Two.\n'].map((body) => ({
        path: `${body}.md`,
        text: agentText('in-turn', body),
      }));
      const lines = await dataOf(send(files, 'replace'));
      expect(lines.map(({ state }) => state)).toEqual(['imported', 'replaced']);
      const agent = await look(lines[0]?.agent?.id);
      expect([agent.version.number, agent.text]).toEqual([2, files[1]?.text]);
    });

    it('with one row in the audit that names them all, and none when nothing was written', async () => {
      const event = 'agent.imported';
      const audit = { workspaceId: team.workspaceId, event, offset: 0, limit: 100 };
      const before = await listAuditEvents(team.world.store.read, audit);
      const files = ['a', 'b', 'c'].map((name) => ({
        path: `${name}.md`,
        text: agentText(`audited-${name}`),
      }));
      const lines = await dataOf(send([...files, { path: 'readme.md', text: '# No agent\n' }]));
      await dataOf(send(files));
      const after = await listAuditEvents(team.world.store.read, audit);
      expect(after.length - before.length).toBe(1);
      const ids = lines.flatMap(({ agent }) => (agent ? [agent.id] : []));
      expect(after[0]).toMatchObject({ actorId: team.bob.userId, details: { agents: ids, replaced: 0 } });
    });

    it.each([
      ['README.md', '# Hello\n\nname: not an agent\n', 'not-agent'],
      ['notes.md', '---\ntitle: Notes\n---\nText', 'not-agent'],
      ['notes.txt', agentText('text'), 'not-agent'],
      ['empty.md', '  \n', 'not-agent'],
      ['rule.md', '---\n\nA horizontal rule.\nname is nothing\n', 'not-agent'],
      ['link.md', '../shared/agents/real.md', 'not-agent'],
      ['__MACOSX/agents/._a.md', agentText('mac'), 'not-agent'],
      ['latin.md', new Uint8Array([...bytesOf('---\nname: caf'), 0xff, 0x0a]), 'refused'],
      ['no-description.md', '---\nname: half\n---\n', 'imported'],
      ['unclosed.md', '---\nname: open\ndescription: never closed\n', 'imported'],
      ['broken.md', '---\nname: "open\ndescription: [x\n---\nbody', 'imported'],
    ] as const)('or not: %s', async (path, text, state) => {
      const line = await drop(path, text);
      expect(line).toMatchObject({ state, path, loads: false });
      expect(line.message.length).toBeGreaterThan(10);
      if (state !== 'imported') expect(line.agent).toBeNull();
      else expect((await look(line.agent?.id)).text).toBe(text);
    });

    it('in batches of a bounded size', async () => {
      const files = Array.from({ length: FILES_PER_BATCH + 1 }, (_, i) => ({ path: `${i}.md`, text: '' }));
      expect(await send(files)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    });
  });
}
