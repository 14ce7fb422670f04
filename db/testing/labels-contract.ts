/** Do labels move over versions, is each move told, and are versions found by number, label and from one down? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { listAgentsForExport } from '../queries/agent-exports';
import { countLabels, getLabel, listLabelMoves, listLabels, moveLabel } from '../queries/labels';
import { getVersionByNumber, listVersions, listVersionsById, listVersionsDown } from '../queries/versions';
import { textToBytes } from '../text-bytes';
import { facts, makeAgent, makeWorkspace, NOW } from './rows';

export function labelsContract(open: () => Store): void {
  /** An agent with versions 1 to `count`, which say "v1\n", "v2\n" … */
  async function furnish(count = 3) {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    const { agentId, versionId } = await makeAgent(store, workspace, { text: 'v1\n' });
    const versionIds = [versionId];
    for (let number = 2; number <= count; number++) {
      const saved = await store.write((tx) =>
        saveVersion(tx, {
          ...{ workspaceId, agentId, userId, text: `v${number}\n`, facts: facts(), now: NOW + number },
          baseVersionId: versionIds.at(-1) ?? '',
        }),
      );
      versionIds.push(saved?.versionId ?? '');
    }
    const key = { workspaceId, agentId };
    let now = NOW + 100;
    const move = (name: string, to: string | null, of = key) =>
      store.write((tx) => moveLabel(tx, { ...of, name, versionId: to, userId, now: now++ }));
    return { store, workspace, workspaceId, key, versionIds, move };
  }

  test('a label is put, moved and taken away, and each move is told', async () => {
    const { store, key, versionIds, move } = await furnish();
    const [first = '', second = ''] = versionIds;
    expect(await move('published', first)).toEqual({ moved: true, fromVersionId: null });
    expect(await move('published', first)).toEqual({ moved: false, fromVersionId: first });
    expect(await move('published', second)).toEqual({ moved: true, fromVersionId: first });
    await move('candidate', second);
    expect(await listLabels(store.read, key)).toMatchObject([
      { name: 'candidate', number: 2, movedBy: 'Ada' },
      { name: 'published', number: 2, versionId: second },
    ]);
    expect(await countLabels(store.read, key)).toBe(2);
    expect(await move('published', null)).toEqual({ moved: true, fromVersionId: second });
    expect(await move('published', null)).toEqual({ moved: false, fromVersionId: null });
    expect(await getLabel(store.read, { ...key, name: 'published' })).toBeNull();
    const moves = await listLabelMoves(store.read, { ...key, limit: 10 });
    expect(moves.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['published', 2, null],
      ['candidate', null, 2],
      ['published', 1, 2],
      ['published', null, 1],
    ]);
    expect(await listLabelMoves(store.read, { ...key, limit: 1 })).toHaveLength(1);
  });

  test('another workspace neither sees nor moves a label', async () => {
    const { store, key, versionIds, move } = await furnish();
    await move('published', versionIds[0] ?? '');
    const foreign = { ...key, workspaceId: (await makeWorkspace(store)).id };
    expect(await listLabels(store.read, foreign)).toEqual([]);
    expect(await getLabel(store.read, { ...foreign, name: 'published' })).toBeNull();
    expect(await listLabelMoves(store.read, { ...foreign, limit: 9 })).toEqual([]);
    expect(await move('published', null, foreign)).toEqual({ moved: false, fromVersionId: null });
    expect(await getVersionByNumber(store.read, { ...foreign, number: 1 })).toBeNull();
    expect(await listVersionsDown(store.read, { ...foreign, number: 9, limit: 9 })).toEqual([]);
    const { workspaceId } = foreign;
    expect(await listVersionsById(store.read, { workspaceId, versionIds })).toEqual([]);
    expect(await listAgentsForExport(store.read, { workspaceId, label: 'published' })).toEqual([]);
  });

  test('of two who put a label at once, the later move begins where the former ended', async () => {
    const { store, key, versionIds, move } = await furnish();
    await Promise.all(versionIds.map((versionId) => move('stable', versionId)));
    const moves = await listLabelMoves(store.read, { ...key, limit: 9 });
    expect(moves).toHaveLength(3);
    // Who asked first need not be first: the chain tells the order.
    const chain: (number | null)[] = [null];
    for (const _ of moves) chain.push(moves.find(({ from }) => from === chain.at(-1))?.to ?? null);
    expect(chain.slice(1).toSorted()).toEqual([1, 2, 3]);
    expect((await getLabel(store.read, { ...key, name: 'stable' }))?.number).toBe(chain.at(-1));
  });

  test('versions come by number, from one down, below one, and by their ids', async () => {
    const { store, workspaceId, key, versionIds } = await furnish(5);
    expect(await getVersionByNumber(store.read, { ...key, number: 3 })).toMatchObject({
      ...{ versionId: versionIds[2], text: 'v3\n', number: 3, parents: [versionIds[1]] },
    });
    expect(await getVersionByNumber(store.read, { ...key, number: 6 })).toBeNull();
    const down = await listVersionsDown(store.read, { ...key, number: 4, limit: 2 });
    expect(down.map(({ number, parents, title }) => [number, parents, title])).toEqual([
      [4, [versionIds[2]], 'reviewer'],
      [3, [versionIds[1]], 'reviewer'],
    ]);
    const below = await listVersions(store.read, { ...key, before: 3, limit: 9 });
    expect(below.map(({ number }) => number)).toEqual([2, 1]);
    const some = { workspaceId, versionIds: versionIds.slice(0, 2) };
    expect((await listVersionsById(store.read, some)).map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  test('an export by label holds who carries it, as it stands there', async () => {
    const { store, workspace, workspaceId, key, versionIds, move } = await furnish();
    const other = await makeAgent(store, workspace, { text: 'other\n' });
    const labelled = () => listAgentsForExport(store.read, { workspaceId, label: 'published' });
    expect(await labelled()).toEqual([]);
    await move('published', versionIds[1] ?? '');
    const { sha256: textSha } = textToBytes('v2\n');
    expect(await labelled()).toMatchObject([{ id: key.agentId, textSha, isHead: false }]);
    await move('published', versionIds[2] ?? '');
    await move('published', other.versionId, { workspaceId, agentId: other.agentId });
    expect((await labelled()).map(({ isHead }) => isHead)).toEqual([true, true]);
    const agentIds = [other.agentId];
    expect(await listAgentsForExport(store.read, { workspaceId, agentIds, label: 'published' })).toHaveLength(
      1,
    );
  });
}
