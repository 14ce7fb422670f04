/** Does an import find what the workspace has already? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { deleteAgents } from '../queries/agent-places';
import { listAgentsLike } from '../queries/imports';
import { textToBytes } from '../text-bytes';
import { facts, makeAgent, makeWorkspace, NOW } from './rows';

const shaOf = (text: string) => textToBytes(text).sha256;

export function importsContract(open: () => Store): void {
  test('finds agents by what their head says, and by their name, each once', async () => {
    const store = open();
    const [mine, other] = [await makeWorkspace(store), await makeWorkspace(store)];
    const one = await makeAgent(store, mine, { text: 'one', facts: { name: 'one' }, fileName: 'one.md' });
    const two = await makeAgent(store, mine, { text: 'two', facts: { name: 'two' } });
    await makeAgent(store, other, { text: 'one', facts: { name: 'one' } });
    const workspaceId = mine.id;
    const like = async (shas: string[], names: string[]) =>
      (await listAgentsLike(store.read, { workspaceId, shas, names })).map(({ agentId }) => agentId).sort();
    expect(await like([shaOf('one')], ['one'])).toEqual([one.agentId]);
    expect(await like([shaOf('one')], ['two'])).toEqual([one.agentId, two.agentId].sort());
    expect(await like([shaOf('none')], ['One', 'none'])).toEqual([]);
    expect(await like([], [])).toEqual([]);
    const [found] = await listAgentsLike(store.read, { workspaceId, shas: [], names: ['one'] });
    expect(found).toMatchObject({ headId: one.versionId, textSha: shaOf('one'), fileName: 'one.md' });
  });

  test('knows the head only, and nothing of the bin', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const workspaceId = workspace.id;
    const { agentId, versionId } = await makeAgent(store, workspace, { text: 'old', facts: { name: 'n' } });
    const shas = [shaOf('old')];
    await store.write((tx) =>
      saveVersion(tx, {
        workspaceId,
        agentId,
        baseVersionId: versionId,
        userId: workspace.ownerId,
        text: 'new',
        facts: facts({ name: 'n' }),
        now: NOW,
      }),
    );
    expect(await listAgentsLike(store.read, { workspaceId, shas, names: [] })).toEqual([]);
    const input = { workspaceId, agentIds: [agentId], userId: workspace.ownerId, now: NOW };
    await store.write((tx) => deleteAgents(tx, input));
    expect(await listAgentsLike(store.read, { workspaceId, shas: [shaOf('new')], names: ['n'] })).toEqual([]);
  });

  test('takes thousands of hashes and names at once', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId } = await makeAgent(store, workspace, { text: 'this', facts: { name: 'this' } });
    const many = Array.from({ length: 2_000 }, (_, index) => `other ${index}`);
    const input = { workspaceId: workspace.id, shas: [...many.map(shaOf), shaOf('this')], names: many };
    expect(await listAgentsLike(store.read, input)).toMatchObject([{ agentId }]);
  });
}
