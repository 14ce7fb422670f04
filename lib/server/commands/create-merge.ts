/** How does a merge begin? With the agents that are to become one, each at what it says now. */

import 'server-only';

import { createMerge as insertMerge, listAgentHeads, listPinnedVersions } from '@/db';
import { createMergeInput } from '@/lib/contract';
import { refuseSources } from '@/lib/merge';

import { workspaceCommand } from '../command';
import { clusterTitle } from '../duplicate-clusters';
import { Failure, notFoundFailure } from '../failure';
import { isInUse } from '../merge-board';

export const createMerge = workspaceCommand({
  event: 'merge.created',
  permission: 'merge:edit',
  input: createMergeInput,
  async prepare({ agentIds }, { read, scope: { workspaceId } }) {
    const wanted = [...new Set(agentIds)];
    if (wanted.length < 2) throw new Failure('invalid_input', 'Choose at least two different agents.');
    const heads = await listAgentHeads(read, { workspaceId, agentIds: wanted });
    if (heads.length < wanted.length || !heads.every(isInUse)) throw notFoundFailure();
    const byId = new Map(heads.map((head) => [head.agentId, head]));
    const inOrder = wanted.flatMap((agentId) => byId.get(agentId) ?? []);
    const sources = inOrder.map(({ agentId, headId: versionId }) => ({ agentId, versionId }));
    const pinned = await listPinnedVersions(read, { workspaceId, sources });
    // What is too much at first sight is said now; the rest takes time, and the board shows how much.
    const refusal = refuseSources(pinned.map(({ agentId: id, text }) => ({ id, text })));
    if (refusal) throw new Failure('invalid_input', refusal.message);
    return { sources, title: clusterTitle(inOrder) };
  },
  async commit(tx, { sources, title }, _input, { scope, now }) {
    const { workspaceId, user } = scope;
    const { mergeId } = await insertMerge(tx, { workspaceId, title, sources, userId: user.id, now });
    const agents = sources.map(({ agentId }) => agentId);
    return { output: { mergeId }, subjectId: mergeId, details: { title, agents } };
  },
});
