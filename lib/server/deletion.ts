/** How do workspaces go whose time has come? In short transactions, so that nobody else waits; the audit keeps what happened. */

import 'server-only';

import { setTimeout } from 'node:timers/promises';

import {
  appendAuditEvent,
  countAllAgents,
  type Deleted,
  type DueWorkspace,
  deleteSomeOf,
  listDueWorkspaces,
  pageOfAudit,
  type Store,
} from '@/db';

import { log } from './log';

/** A transaction takes about so long, and on SQLite keeps everybody else waiting meanwhile. */
const WORK_MS = 15;
/** As long as it worked it rests, but never longer than this: on a busy machine it would not come to an end. */
const MOST_REST_MS = 200;

export interface DeletionOptions {
  signal?: AbortSignal | undefined;
  workMs?: number | undefined;
}

/** Deletes for good what is due. What is interrupted is gone on with the next time. */
export async function deleteDueWorkspaces(
  store: Store,
  now: number,
  options: DeletionOptions = {},
): Promise<void> {
  for (const due of await listDueWorkspaces(store.read, { now })) {
    if (options.signal?.aborted) return;
    await deleteWorkspace(store, due, now, options);
  }
}

async function deleteWorkspace(
  store: Store,
  due: DueWorkspace,
  now: number,
  { signal, workMs = WORK_MS }: DeletionOptions,
): Promise<void> {
  const { workspaceId, slug, name, askedBy } = due;
  const agents = await begin(store, due, now);
  const told = { workspaceId, actorId: null, subjectId: workspaceId, now };
  for (let deleted: Deleted = 'more'; deleted === 'more'; ) {
    if (signal?.aborted) return;
    const began = performance.now();
    deleted = await store.write(async (tx) => {
      const until = performance.now() + workMs;
      const goesOn = () => performance.now() < until;
      const done = await deleteSomeOf(tx, { workspaceId, now, goesOn });
      if (done === 'gone') {
        const details = { name, slug, agents, askedBy };
        await appendAuditEvent(tx, { event: 'workspace.deleted', ...told, details });
      }
      return done;
    });
    if (deleted === 'gone') log.info({ slug, agents }, 'a workspace was deleted, as its owner had asked');
    await setTimeout(Math.min(MOST_REST_MS, performance.now() - began));
  }
}

/** Returns how many agents there were before the first one went, which is told, so that it is known after an interruption. */
async function begin(store: Store, { workspaceId, slug }: DueWorkspace, now: number): Promise<number> {
  const event = 'workspace.deletion-begun';
  const { rows } = await pageOfAudit(
    store.read,
    { workspaceId, events: [event] },
    { before: null, limit: 1 },
  );
  const before = rows[0]?.details.agents;
  if (typeof before === 'number') return before;
  const agents = await countAllAgents(store.read, { workspaceId });
  const told = { workspaceId, actorId: null, subjectId: workspaceId, now };
  await store.write((tx) => appendAuditEvent(tx, { event, ...told, details: { slug, agents } }));
  return agents;
}
