/** What do the tests of merges do again and again? Drafts of agents of their own, looked at, finished and undone. */

import { listAgents, listAuditEvents, listVersions, type Store } from '@/db';
import type { FinishMergeInput } from '@/lib/contract';

import { findAccess } from '../access';
import { action } from '../action';
import { createAgent } from '../commands/create-agent';
import { createMerge } from '../commands/create-merge';
import { deleteAgents } from '../commands/delete-agents';
import { discardMerge } from '../commands/discard-merge';
import { finishMerge } from '../commands/finish-merge';
import { rebaseMerge } from '../commands/rebase-merge';
import { saveAgent } from '../commands/save-agent';
import { saveMerge } from '../commands/save-merge';
import { undoMerge } from '../commands/undo-merge';
import { openMerge } from '../reads/merges';
import { dataOf, openTeam, requireStored } from './team';
import { agentText, as } from './world';

export const act = {
  create: action(createAgent),
  save: action(saveAgent),
  remove: action(deleteAgents),
  begin: action(createMerge),
  decide: action(saveMerge),
  rebase: action(rebaseMerge),
  discard: action(discardMerge),
  finish: action(finishMerge),
  undo: action(undoMerge),
};

/** Into a new agent. */
export const NEW = { kind: 'new' } as const;

export type MergeTeam = Awaited<ReturnType<typeof openMergeTeam>>;

/** As `openTeam`, and what its people do: Ada makes, looks and undoes; Bob finishes. */
export async function openMergeTeam(given: { store: Store; dispose(): Promise<void> }) {
  const team = await openTeam(given);
  const { world, ada, bob, workspace, workspaceId } = team;
  let made = 0;

  const look = (agentId: string) => requireStored(world.store, { workspaceId, agentId });
  const inUse = async () => {
    const { rows } = await listAgents(world.store.read, { workspaceId, offset: 0, limit: 200 });
    return rows.map(({ id }) => id);
  };
  async function agent(name = `agent-${++made}`) {
    const text = agentText(name, `You help with ${name}.\n\n- Never drop tables in ${name}.\n`);
    const { agentId } = await dataOf(as(ada, () => act.create({ workspace, text })));
    return { agentId, text, versionId: (await look(agentId)).version.versionId };
  }
  async function draft(count = 2) {
    const sources = [];
    for (let i = 0; i < count; i++) sources.push(await agent());
    const agentIds = sources.map(({ agentId }) => agentId);
    const { mergeId } = await dataOf(as(ada, () => act.begin({ workspace, agentIds })));
    return { sources, agentIds, mergeId };
  }
  const finish = (mergeId: string, into: FinishMergeInput['into'] = NEW, revision = 0) =>
    as(bob, () => act.finish({ workspace, mergeId, revision, into }));
  async function finished(mergeId: string, into: FinishMergeInput['into'] = NEW) {
    const result = await dataOf(finish(mergeId, into));
    if (result.kind !== 'finished') throw new Error(result.kind);
    return result;
  }
  async function edit(agentId: string, addition = 'More.\n') {
    const { text, version } = await look(agentId);
    const input = { workspace, agentId, baseVersionId: version.versionId, text: text + addition };
    return as(ada, () => act.save(input));
  }
  const board = (mergeId: string, person = ada) =>
    as(person, async () => {
      const access = await findAccess(workspace, 'merge:read');
      const found = access.ok ? await openMerge(access.scope, mergeId) : null;
      if (!found) throw new Error('no board');
      return found;
    });
  const undo = (mergeId: string) => as(ada, () => act.undo({ workspace, mergeId }));
  const history = (agentId: string) =>
    listVersions(world.store.read, { workspaceId, agentId, offset: 0, limit: 100 });
  const lastEvent = async (event: string) =>
    (await listAuditEvents(world.store.read, { workspaceId, event, offset: 0, limit: 1 }))[0];

  return {
    ...team,
    ...{ look, inUse, agent, draft, finish, finished, edit, board, undo, history, lastEvent },
  };
}
