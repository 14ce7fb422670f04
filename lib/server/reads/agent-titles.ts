/** Among which agents does the palette look? */

import 'server-only';

import { listAgentTitles } from '@/db';
import type { AgentTitle } from '@/lib/contract';

import type { Scope } from '../access';
import { getStore } from '../store';

/** More than this many names are no longer fetched in one piece; the list's search finds the others. */
const MOST = 20_000;

/** Returns what the agents in use are called, those that changed last first. */
export async function titlesOfAgents({ workspaceId }: Scope): Promise<AgentTitle[]> {
  const { read } = await getStore();
  return listAgentTitles(read, { workspaceId, limit: MOST });
}
