/** What was said about an agent, and whom may a comment name? */

import 'server-only';

import { getAgent, listMembers, listThreads } from '@/db';
import type { ThreadList } from '@/lib/contract';

import type { Scope } from '../access';
import { getStore } from '../store';

/** Returns the threads of an agent for whoever has a scope; null when the workspace has no such agent. */
export async function threadsOfAgent({ workspaceId }: Scope, agentId: string): Promise<ThreadList | null> {
  const { read } = await getStore();
  const agent = await getAgent(read, { workspaceId, agentId });
  if (!agent || agent.deletedAt !== null) return null;
  const threads = await listThreads(read, { workspaceId, agentId });
  const members = await listMembers(read, { workspaceId });
  return { threads, people: members.map(({ userId, name }) => ({ userId, name })) };
}
