import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { TEST_ENGINES } from '@/db/testing/engines';
import type { Action, ActivityPage, AuditRows } from '@/lib/contract';
import { textOf } from '@/lib/records';

import { dataOf, openTeam } from './testing/team';
import { agentText, as, ask, makeMember, type Person } from './testing/world';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
type Handler = Parameters<typeof ask>[1];
const handlerOf = async (file: string, method = 'GET'): Promise<Handler> => {
  const handlers = (await import(path.join(ROOT, file))) as Record<string, Handler>;
  if (!handlers[method]) throw new Error(`${file} has no ${method}`);
  return handlers[method];
};
const actions = () =>
  import(path.join(ROOT, 'app/w/[workspace]/actions.ts')) as Promise<Record<string, Action<unknown, never>>>;

const API = 'app/api/w/[workspace]';

/** What an address may say that no filter of ours does. */
const HOSTILE = [
  ...['by=%00', `by=${'a'.repeat(5000)}`, 'by=a&by=b', "event=agent.saved'--", 'event=constructor'],
  ...['outcome=DONE', 'from=2024-02-30', 'from=0000-01-01&to=9999-12-31', 'to=275760-09-13'],
  ...['q=%25_%5C%27%22', 'q=%00', 'q=%ED%A0%80', 'q=%E2%80%AE', `q=${'x'.repeat(5000)}`, 'agent=../..'],
  ...['before=999999999999999-zzzz', 'before=0-0', 'before=-1-a', 'before=1e3-a', 'about=toString'],
];

for (const engine of TEST_ENGINES) {
  describe(`what happened, on ${engine.name}`, () => {
    it('is told to members without what was denied, and to admins with it; and exports are told, too', async () => {
      const { world, ada, bob, workspace, workspaceId } = await openTeam(await engine.open());
      const viewer = await makeMember(world.store, workspaceId, 'viewer');
      const { createAgent, renameWorkspace } = await actions();
      const make = (person: Person, name: string) =>
        as(person, async () => createAgent?.({ workspace, text: agentText(name) }) as never, {
          address: '192.0.2.77',
        });
      const { agentId } = await dataOf<{ agentId: string }>(make(bob, 'first'));
      await dataOf(make(ada, '=cmd()'));
      await as(viewer, async () => renameWorkspace?.({ workspace, name: 'Mine' }));

      const get = async (person: Person, file: string, query = '', params = {}) =>
        ask(person, await handlerOf(file), { workspace, ...params }, { url: `/?${query}` });
      const activity = async (person: Person, query = '') =>
        (await (await get(person, `${API}/activity/route.ts`, query)).json()) as ActivityPage;
      const seen = await activity(viewer);
      expect(seen.rows.map(({ actor, said }) => `${actor?.name} ${textOf(said)}`)).toEqual([
        'Ada created =cmd()',
        'editor created first',
      ]);
      expect(JSON.stringify(seen)).not.toContain('192.0.2.77');
      expect((await activity(viewer, `by=${bob.userId}`)).rows).toHaveLength(1);
      expect((await activity(viewer, `agent=${agentId}`)).rows).toHaveLength(1);
      expect((await activity(viewer, 'about=merges')).rows).toEqual([]);

      await get(viewer, `${API}/agents/[agent]/download/route.ts`, '', { agent: agentId });
      await (await get(viewer, `${API}/export/route.ts`)).arrayBuffer();
      const audit = async (query = '') =>
        (await (await get(ada, `${API}/audit/route.ts`, query)).json()) as AuditRows;
      const told = ({ rows }: AuditRows) =>
        rows.map(({ actor, said, outcome }) => `${actor?.name} ${textOf(said)}, ${outcome}`);
      expect(told(await audit())).toEqual([
        'viewer exported all 2 agents, done',
        'viewer exported first, done',
        'viewer tried to rename a workspace, denied',
        'Ada created =cmd(), done',
        'editor created first, done',
      ]);
      expect(told(await audit('outcome=denied'))).toHaveLength(1);
      expect(told(await audit('event=agent.exported'))).toHaveLength(2);
      expect(told(await audit('q=FIRST'))).toHaveLength(2);
      expect(told(await audit('q=nothing'))).toEqual([]);
      const today = new Date().toISOString().slice(0, 10);
      expect(told(await audit(`from=${today}&to=${today}`))).toHaveLength(5);
      expect(told(await audit('from=2001-01-01&to=2001-01-02'))).toEqual([]);

      const file = `${API}/audit/export/route.ts`;
      const csv = await (await get(ada, file, 'format=csv&event=agent.created')).text();
      expect(csv.split('\r\n')).toHaveLength(4);
      expect(csv).toContain(',created =cmd(),agent.created,done,192.0.2.77,');
      const jsonl = await (await get(ada, file, 'format=jsonl&outcome=denied')).text();
      expect(
        jsonl
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).what),
      ).toEqual(['tried to rename a workspace']);
      expect(told(await audit('event=audit.exported'))).toEqual([
        'Ada exported the audit as JSON Lines, filtered, done',
        'Ada exported the audit as CSV, filtered, done',
      ]);
      for (const query of HOSTILE) {
        expect([query, (await get(ada, `${API}/audit/route.ts`, query)).status]).toEqual([query, 200]);
        expect([query, (await get(bob, `${API}/activity/route.ts`, query)).status]).toEqual([query, 200]);
      }
      expect((await get(ada, file, 'format=xml')).status).toBe(400);
      expect((await get(bob, file, 'format=csv')).status).toBe(403);
      await world.dispose();
    });

    it('is found from an agent, also where it was done to several at once', async () => {
      const { world, bob, workspace } = await openTeam(await engine.open());
      const { createAgent, archiveAgents } = await actions();
      const ids: string[] = [];
      for (const name of ['a', 'b', 'c']) {
        const made = await as(bob, async () => createAgent?.({ workspace, text: agentText(name) }) as never);
        ids.push((await dataOf<{ agentId: string }>(Promise.resolve(made))).agentId);
      }
      await as(bob, async () => archiveAgents?.({ workspace, choice: { ids: ids.slice(0, 2) } }));
      const of = async (agent = '') => {
        const handler = await handlerOf(`${API}/activity/route.ts`);
        const { rows } = (await (
          await ask(bob, handler, { workspace }, { url: `/?agent=${agent}` })
        ).json()) as ActivityPage;
        return rows.map(({ said }) => textOf(said));
      };
      expect(await of(ids[0])).toEqual(['archived a and b', 'created a']);
      expect(await of(ids[2])).toEqual(['created c']);
      await world.dispose();
    });
  });
}
