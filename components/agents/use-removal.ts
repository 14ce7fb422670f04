'use client';
/** How do agents go, and come back? They leave the list at once; the message at the foot brings them back. */

import { showToast } from '@/components/ui/toaster';
import { callAction } from '@/lib/client/use-action';
import { useAgentLists } from '@/lib/client/use-agents';
import type { Action, DeleteAgentsInput } from '@/lib/contract';

import { formatAgents } from './row-words';

export type RemovalAction = Action<DeleteAgentsInput, { count: number }>;

/** Returns what deletes the agents of these ids. */
export function useRemoval(workspace: string, deleteAgents: RemovalAction, restoreAgents: RemovalAction) {
  const lists = useAgentLists(workspace);

  async function restore(agentIds: string[]) {
    const result = await callAction(restoreAgents, { workspace, agentIds });
    await lists.refresh();
    if (result.ok) showToast({ text: `${formatAgents(result.data.count)} back in the list`, tone: 'good' });
    else showToast({ text: result.error.message, tone: 'bad' });
  }

  return async (ids: ReadonlySet<string>) => {
    const agentIds = [...ids];
    lists.drop(ids);
    const result = await callAction(deleteAgents, { workspace, agentIds });
    await lists.refresh();
    if (!result.ok) {
      showToast({ text: result.error.message, tone: 'bad' });
      return;
    }
    showToast({
      text: `${formatAgents(result.data.count)} deleted`,
      action: { label: 'Undo', run: () => void restore(agentIds) },
    });
  };
}
