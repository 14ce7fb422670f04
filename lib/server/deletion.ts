/** How do workspaces go whose time has come? In small transactions, so that nobody else waits; the audit keeps what happened. */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import {
  appendAuditEvent,
  countAllAgents,
  type DueWorkspace,
  deleteSomeOf,
  listDueWorkspaces,
  type Store,
} from '@/db';

import { log } from './log';

/** Deletes for good what is due. What is interrupted is gone on with the next time. */
export async function deleteDueWorkspaces(store: Store, now: number, signal?: AbortSignal): Promise<void> {
  for (const due of await listDueWorkspaces(store.read, { now })) {
    if (signal?.aborted) return;
    await deleteWorkspace(store, due, now, signal);
  }
}

async function deleteWorkspace(
  store: Store,
  { workspaceId, slug, name, askedBy }: DueWorkspace,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  const agents = await countAllAgents(store.read, { workspaceId });
  for (let more = true; more; ) {
    if (signal?.aborted) return;
    more = await store.write(async (tx) => {
      const isMore = await deleteSomeOf(tx, { workspaceId, now });
      if (!isMore) {
        await appendAuditEvent(tx, {
          ...{ event: 'workspace.deleted', workspaceId, actorId: null, subjectId: workspaceId, now },
          details: { name, slug, agents, askedBy },
        });
      }
      return isMore;
    });
    await setImmediate();
  }
  log.info({ slug, agents }, 'a workspace was deleted, as its owner had asked');
}
