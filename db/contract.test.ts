import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Store } from './database';
import { deleteAgents, restoreAgents, saveVersion } from './queries/agent-changes';
import { findAgentByText, getAgent, listAgentNames, listAgents, listAgentsForExport } from './queries/agents';
import { getText, putText, streamTexts } from './queries/texts';
import { getVersion, listVersions } from './queries/versions';
import { TEST_ENGINES } from './testing/engines';
import { facts, makeAgent, makeUser, makeWorkspace, NOW } from './testing/rows';
import { bytesToText } from './text-bytes';

/** What a decoder, a column or a driver could alter. */
const TEXTS = {
  'a BOM and CRLF': '\uFEFF---\r\nname: a\r\n---\r\n\r\nbody',
  'emoji, CJK and combining marks': '---\nname: 校閲\n---\n👩‍👩‍👧 e\u0301 한국어 ﬁ',
  'trailing blanks, tabs, control characters': 'a  \n\t\n\u0001\u0085\u2028\u2029 \v\f \n\n',
  'quotes, backslashes, placeholders': `'' "" \\ \\n $1 ? ?1 :name @x --  /* */ %`,
  nothing: '',
  'a NUL and a BOM within': 'a\0b\uFEFFc',
  'a megabyte': '日本\r\n'.repeat(120_000),
};

describe.each(TEST_ENGINES)('agents on $name', ({ open }) => {
  let store: Store;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    ({ store, dispose } = await open());
  });
  afterAll(() => dispose());

  test.each(Object.entries(TEXTS))('keeps %s exactly', async (_, text) => {
    const workspace = await makeWorkspace(store);
    const { agentId, versionId } = await makeAgent(store, workspace, { text });
    const key = { workspaceId: workspace.id, agentId };
    expect((await getAgent(store.read, key))?.text).toBe(text);
    expect((await getVersion(store.read, { ...key, versionId }))?.text).toBe(text);
    const [row] = await listAgentsForExport(store.read, { workspaceId: workspace.id });
    const shas = [row?.textSha ?? ''];
    for await (const { bytes } of streamTexts(store.read, { workspaceId: workspace.id, shas })) {
      expect(bytesToText(bytes)).toBe(text);
    }
  });

  test('lists agents with what was extracted, and finds them by their words', async () => {
    const workspace = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    await makeAgent(store, other, { facts: { name: 'reviewer' } });
    const first = await makeAgent(store, workspace, {
      text: 'Finds deadlocks in 並行処理.',
      facts: { name: 'Zoë', tools: { kind: 'list', list: ['Read', 'Grep'] }, model: 'opus' },
      now: NOW + 1,
    });
    await makeAgent(store, workspace, { facts: { name: 'apple' } });
    const find = (query: string) =>
      listAgents(store.read, { workspaceId: workspace.id, query, offset: 0, limit: 10 });
    const all = await find(' ');
    expect(all.rows.map(({ title }) => title)).toEqual(['apple', 'Zoë']);
    expect(all.total).toBe(2);
    expect(all.rows[1]).toEqual({
      ...facts({ name: 'Zoë', tools: { kind: 'list', list: ['Read', 'Grep'] }, model: 'opus' }),
      id: first.agentId,
      hidden: false,
      versionNumber: 1,
      updatedAt: NOW + 1,
      updatedBy: 'Ada',
    });
    for (const query of ['deadl', 'DEADLOCKS finds', '並行', '行', 'zoë', 'in 処理']) {
      expect(
        (await find(query)).rows.map(({ id }) => id),
        query,
      ).toEqual([first.agentId]);
    }
    for (const query of ['eadlocks', 'deadl finds', '行並', '!!!', '👍']) {
      expect((await find(query)).total, query).toBe(0);
    }
  });
});
