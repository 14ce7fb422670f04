/** Are changes of many kept, extended, listed and undone as promised? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import {
  createBulkChange,
  extendBulkChange,
  getBulkChange,
  listBulkChanges,
  listVersionTexts,
  markBulkUndone,
} from '../queries/bulk-changes';
import { makeAgent, makeWorkspace, NOW } from './rows';

const item = (at: number) => ({ agentId: `agent-${at}`, before: `b${at}`, after: `a${at}` });

export function bulkContract(open: () => Store): void {
  test('keeps the agents of a change of many in their order, however often it goes on', async () => {
    const store = open();
    const { id: workspaceId, ownerId: userId } = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const first = { workspaceId, kind: 'set-field' as const, summary: 'Set "model"', userId, now: NOW };
    const { bulkId } = await store.write((tx) => createBulkChange(tx, { ...first, items: [item(0)] }));
    const key = { workspaceId, bulkId };
    const extend = (of: typeof key, items: ReturnType<typeof item>[]) =>
      store.write((tx) => extendBulkChange(tx, { ...of, items }));
    expect(await extend(key, [item(1), item(2)])).toBe(true);
    expect(await extend(key, [item(3)])).toBe(true);
    expect(await extend({ ...key, workspaceId: other.id }, [item(9)])).toBe(false);
    expect(await getBulkChange(store.read, { ...key, workspaceId: other.id })).toBeNull();
    expect(await getBulkChange(store.read, key)).toEqual({
      ...{ bulkId, kind: 'set-field', summary: 'Set "model"', createdById: userId, undoneAt: null },
      items: [0, 1, 2, 3].map(item),
    });
    const next = { ...first, kind: 'replace' as const, summary: 'Replace', now: NOW + 1, items: [item(7)] };
    await store.write((tx) => createBulkChange(tx, next));
    const undo = (of: typeof key) => store.write((tx) => markBulkUndone(tx, { ...of, now: NOW + 2 }));
    expect(await undo({ ...key, workspaceId: other.id })).toBe(false);
    expect(await undo(key)).toBe(true);
    expect(await undo(key)).toBe(false);
    expect(await extend(key, [item(4)])).toBe(false);
    const rows = await listBulkChanges(store.read, { workspaceId, offset: 0, limit: 10 });
    expect(rows.map(({ kind, agents, undoneAt }) => [kind, agents, undoneAt])).toEqual([
      ['replace', 1, null],
      ['set-field', 4, NOW + 2],
    ]);
    expect(await listBulkChanges(store.read, { workspaceId, offset: 1, limit: 1 })).toHaveLength(1);
  });

  test('tells what versions say, of the own workspace only', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const mine = await makeAgent(store, workspace, { text: '\ufeffmine\r\n', fileName: 'a.md' });
    const foreign = await makeAgent(store, await makeWorkspace(store), { text: 'foreign' });
    const versionIds = [mine.versionId, foreign.versionId];
    expect(await listVersionTexts(store.read, { workspaceId: workspace.id, versionIds })).toEqual([
      { agentId: mine.agentId, versionId: mine.versionId, fileName: 'a.md', text: '\ufeffmine\r\n' },
    ]);
  });
}
