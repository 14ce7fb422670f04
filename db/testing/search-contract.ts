/** Does search find what is there, nothing else, and never choke on what a person types? */

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Store } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { listAgents } from '../queries/agents';
import { facts, makeAgent, makeWorkspace, NOW } from './rows';

export function searchContract(open: () => Store): void {
  const find = async (workspaceId: string, query: string) => {
    const { rows, total } = await listAgents(open().read, {
      workspaceId,
      filter: { query },
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(rows.length);
    return rows.map(({ id }) => id);
  };

  test('finds by title, file name and text; all words, the last one by its beginning', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const text = 'Finds deadlocks in 並行処理, per naïve ＦＵＬＬ width snake_case.';
    const { agentId } = await makeAgent(store, workspace, {
      text,
      facts: { name: 'Zoë' },
      fileName: 'lock-finder.md',
    });
    await makeAgent(store, workspace, { facts: { name: 'apple' } });
    await makeAgent(store, await makeWorkspace(store), { text });
    const found = [
      'deadl',
      'DEADLOCKS finds',
      '並行',
      '行',
      'zoë',
      'in 処理',
      'naïve',
      'full wid',
      'snake',
      'finder',
    ];
    for (const query of [...found, 'deadlocks deadlocks', '"deadlocks"', 'finds*', ' -deadlocks ']) {
      expect(await find(workspace.id, query), query).toEqual([agentId]);
    }
    for (const query of [
      'eadlocks',
      'deadl finds',
      '行並',
      '!!!',
      '👍',
      'deadlocks nowhere',
      'deadlocks OR apple',
    ]) {
      expect(await find(workspace.id, query), query).toEqual([]);
    }
    expect(await find(workspace.id, ' ')).toHaveLength(2);
  });

  test('follows the text when it changes', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId, versionId } = await makeAgent(store, workspace, { text: 'ancient words' });
    const save = { workspaceId: workspace.id, agentId, baseVersionId: versionId, userId: workspace.ownerId };
    await store.write((tx) => saveVersion(tx, { ...save, text: 'modern words', facts: facts(), now: NOW }));
    expect(await find(workspace.id, 'ancient')).toEqual([]);
    expect(await find(workspace.id, 'modern words')).toEqual([agentId]);
  });

  test('takes any query, and finds a text by its own beginning', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const hostile = [
      `'`,
      `"`,
      `a'b`,
      '\\',
      'a:*b',
      '(',
      'a & | !',
      'NEAR(a b)',
      'title:x',
      '^a',
      '{x}',
      '\0',
      `';--`,
    ];
    for (const query of hostile) await find(workspace.id, query);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (query) => {
        await find(workspace.id, query);
      }),
      { numRuns: 100 },
    );
    const letters = fc.string({ unit: fc.constantFrom(...'aBß9éあ校한ﬁΣσς㎏'), minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 4 }), async (words) => {
        const text = words.join(' ');
        const { agentId } = await makeAgent(store, workspace, { text });
        const { rows } = await listAgents(store.read, {
          workspaceId: workspace.id,
          filter: { query: text },
          offset: 0,
          limit: 1000,
        });
        expect(rows.map(({ id }) => id)).toContain(agentId);
      }),
      { numRuns: 40 },
    );
  });

  test('holds the words of a very large text', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const text = Array.from(
      { length: 60_000 },
      (_, i) => `${i.toString(36)}語${String.fromCodePoint(0x4e00 + (i % 20_000))}`,
    ).join(' ');
    const { agentId } = await makeAgent(store, workspace, { text, facts: { name: 'very-large' } });
    expect(await find(workspace.id, 'very large')).toEqual([agentId]);
  });
}
