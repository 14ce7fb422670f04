/** Who works in the tests of commands? An owner and an editor of one workspace, on a store of their own. */

import { type AgentWithText, getAgent, type Store } from '@/db';

import { makeMember, makePerson, makeWorkspace, openWorld, type Person, type World } from './world';

export interface Team {
  world: World;
  /** The owner. */
  ada: Person;
  /** An editor. */
  bob: Person;
  /** The slug. */
  workspace: string;
  workspaceId: string;
}

export async function openTeam(given: { store: Store; dispose(): Promise<void> }): Promise<Team> {
  const world = await openWorld(given);
  const ada = await makePerson(world.store);
  const { slug: workspace, id: workspaceId } = await makeWorkspace(world.store, ada);
  const bob = await makeMember(world.store, workspaceId, 'editor');
  return { world, ada, bob, workspace, workspaceId };
}

/** The agent as it is stored; throws when the workspace has none of this id. */
export async function requireStored(
  store: Store,
  key: { workspaceId: string; agentId: string },
): Promise<AgentWithText> {
  const agent = await getAgent(store.read, key);
  if (!agent) throw new Error(`there is no agent ${key.agentId}`);
  return agent;
}

/** The data of an answer that has to be one; throws what a refusal says. */
export async function dataOf<T>(
  answer: Promise<{ ok: true; data: T } | { ok: false; error: unknown }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.data;
}
