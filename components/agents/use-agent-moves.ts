'use client';
/** How do agents go elsewhere, and come back, and get their tags? What was done is said at the foot, with the way back. */

import { useState } from 'react';

import { showToast } from '@/components/ui/toaster';
import { callAction } from '@/lib/client/use-action';
import { useAgentLists } from '@/lib/client/use-agents';
import type { Action, MoveAgentsInput, MovedAgents, TagAgentsInput, TagChange } from '@/lib/contract';

import type { Chosen, Move } from './list-commands';
import { formatAgents } from './row-words';

export type MoveAction = Action<MoveAgentsInput, MovedAgents>;
export type TagAction = Action<TagAgentsInput, { changes: TagChange[] }>;

const DONE: Record<Move, string> = {
  delete: 'moved to the bin',
  restore: 'brought back from the bin',
  archive: 'archived',
  unarchive: 'taken out of the archive',
  purge: 'deleted for good',
};

const BACK: Partial<Record<Move, Move>> = {
  delete: 'restore',
  restore: 'delete',
  archive: 'unarchive',
  unarchive: 'archive',
};

/** `onMoved` hears of agents that are not where they were. */
export function useAgentMoves(
  workspace: string,
  actions: Record<Move, MoveAction>,
  onMoved: (ids: readonly string[]) => void,
) {
  const lists = useAgentLists(workspace);
  const [busy, setBusy] = useState<Move | null>(null);

  async function undo(move: Move, ids: string[]) {
    const result = await callAction(actions[move], { workspace, choice: { ids } });
    await lists.refresh();
    if (result.ok) showToast({ text: `${formatAgents(result.data.ids.length)} ${DONE[move]}`, tone: 'good' });
    else showToast({ text: result.error.message, tone: 'bad' });
  }

  async function move(move: Move, { choice, count }: Chosen) {
    setBusy(move);
    const result = await callAction(actions[move], { workspace, choice });
    setBusy(null);
    await lists.refresh();
    if (!result.ok) return showToast({ text: result.error.message, tone: 'bad' });
    const { ids } = result.data;
    onMoved(ids);
    const left = count - ids.length;
    const back = BACK[move];
    showToast({
      text: `${formatAgents(ids.length)} ${DONE[move]}${left > 0 ? `; ${formatAgents(left)} left where they were` : ''}`,
      ...(back && { action: { label: 'Undo', run: () => void undo(back, ids) } }),
    });
  }
  return { move, busy };
}

/** Returns what changes tags; it resolves to an error in words, or null when it is done. */
export function useTagging(workspace: string, tagAgents: TagAction) {
  const lists = useAgentLists(workspace);

  async function undo(changes: readonly TagChange[]) {
    for (const { tag, change, ids } of changes) {
      const inverse = change === 'added' ? { add: [], remove: [tag] } : { add: [tag], remove: [] };
      const result = await callAction(tagAgents, { workspace, choice: { ids }, ...inverse });
      if (!result.ok) showToast({ text: result.error.message, tone: 'bad' });
    }
    await lists.refresh();
  }

  return async ({ choice }: Chosen, add: string[], remove: string[]): Promise<string | null> => {
    const result = await callAction(tagAgents, { workspace, choice, add, remove });
    if (!result.ok) return result.error.message;
    const { changes } = result.data;
    await lists.refresh();
    if (changes.length === 0) showToast({ text: 'The tags were so already' });
    else {
      const touched = new Set(changes.flatMap(({ ids }) => ids));
      showToast({
        text: `Tags of ${formatAgents(touched.size)} changed`,
        action: { label: 'Undo', run: () => void undo(changes) },
      });
    }
    return null;
  };
}
