/** Which rows do the tests start from? */

import type { Store } from '../database';
import { type AgentFacts, createAgent } from '../queries/agent-changes';
import type { StoredProfile } from '../queries/profiles';
import { createUser } from '../queries/users';
import { createWorkspace } from '../queries/workspaces';

export const NOW = 1_700_000_000_000;

let made = 0;

/** Makes a person with an address of their own. */
export async function makeUser(store: Store, name = 'Ada'): Promise<{ id: string; name: string }> {
  const email = `person-${++made}@example.org`;
  const user = await store.write((tx) => createUser(tx, { email, name, passwordHash: null, now: NOW }));
  if (!user) throw new Error(`${email} is taken`);
  return user;
}

/** Makes a workspace with a slug of its own, and its owner. */
export async function makeWorkspace(store: Store): Promise<{ id: string; slug: string; ownerId: string }> {
  const owner = await makeUser(store);
  const slug = `workspace-${++made}`;
  const workspace = await store.write((tx) =>
    createWorkspace(tx, { slug, name: 'Analytical Engines', ownerId: owner.id, now: NOW }),
  );
  if (!workspace) throw new Error(`${slug} is taken`);
  return { id: workspace.id, slug, ownerId: owner.id };
}

export function facts(changes: Partial<AgentFacts> = {}): AgentFacts {
  return {
    name: 'reviewer',
    title: changes.name ?? 'reviewer',
    description: 'Reviews code.',
    model: null,
    color: null,
    tools: { kind: 'inherit' },
    loads: true,
    problem: null,
    descriptionTokens: 3,
    bodyTokens: 10,
    problems: [],
    factsRecipe: 1,
    ...changes,
  };
}

export interface MadeAgent {
  agentId: string;
  versionId: string;
  number: number;
}

/** Makes an agent of `workspace` that says `text`. */
export function makeAgent(
  store: Store,
  workspace: { id: string; ownerId: string },
  options: {
    text?: string;
    facts?: Partial<AgentFacts>;
    profile?: StoredProfile;
    fileName?: string;
    now?: number;
  } = {},
): Promise<MadeAgent> {
  return store.write((tx) =>
    createAgent(tx, {
      workspaceId: workspace.id,
      userId: workspace.ownerId,
      text: options.text ?? '---\nname: reviewer\n---\n\nReview.\n',
      facts: facts(options.facts),
      ...(options.profile && { profile: options.profile }),
      fileName: options.fileName ?? null,
      now: options.now ?? NOW,
    }),
  );
}
