/** What does the server tidy up by itself? It empties the bin, deletes workspaces that were given up, and reads anew what an older recipe read. */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import {
  appendAuditEvent,
  listAgentsToReadAnew,
  listExpiredAgents,
  purgeAgents,
  type Store,
  saveFacts,
} from '@/db';
import { BIN_DAYS } from '@/lib/contract';

import { agentFacts, FACTS_RECIPE } from './agent-facts';
import { audited } from './commands/audited-ids';
import { deleteDueWorkspaces } from './deletion';
import { log } from './log';
import { forgetSingleton, singleton } from './singleton';
import { getStore } from './store';

const DAY_MS = 86_400_000;
/** Agents that go, or are read anew, in one transaction: others save in between. */
const PURGED_AT_ONCE = 100;
const READ_AT_ONCE = 20;

interface Upkeep {
  stop: AbortController;
  timer: NodeJS.Timeout;
  /** What is under way. */
  turn: Promise<void>;
}

/** Begins the upkeep: now, beside the requests, and every day. */
export function startUpkeep(): void {
  singleton<Upkeep>('upkeep', () => {
    const stop = new AbortController();
    const upkeep: Upkeep = {
      stop,
      turn: tidy(stop.signal),
      timer: setInterval(() => {
        upkeep.turn = upkeep.turn.then(() => tidy(stop.signal));
      }, DAY_MS),
    };
    upkeep.timer.unref();
    return upkeep;
  });
}

/** Ends the upkeep after the batch that is under way; what is left is done after the next start. */
export async function stopUpkeep(): Promise<void> {
  const upkeep = forgetSingleton<Upkeep>('upkeep');
  if (!upkeep) return;
  clearInterval(upkeep.timer);
  upkeep.stop.abort();
  await upkeep.turn;
}

async function tidy(signal: AbortSignal): Promise<void> {
  try {
    const store = await getStore();
    await emptyBin(store, Date.now(), signal);
    await deleteDueWorkspaces(store, Date.now(), { signal });
    await readFactsAnew(store, signal);
  } catch (error) {
    log.error({ err: error }, 'upkeep was broken off; it is tried again tomorrow');
  }
}

/** Removes what has been in the bin for 30 days, of all workspaces. */
export async function emptyBin(store: Store, now: number, signal?: AbortSignal): Promise<void> {
  const query = { before: now - BIN_DAYS * DAY_MS, limit: PURGED_AT_ONCE };
  while (!signal?.aborted) {
    const expired = await listExpiredAgents(store.read, query);
    if (expired.length === 0) return;
    const gone = await inTurns(store, expired, now);
    // Whatever stands in the way of these stands in the way tomorrow, too; the others wait behind them.
    if (gone === 0) throw new Error('Agents in the bin cannot be removed.');
    log.info({ agents: gone }, 'the bin was emptied');
    await setImmediate();
  }
}

async function inTurns(
  store: Store,
  expired: readonly { workspaceId: string; agentId: string }[],
  now: number,
): Promise<number> {
  let gone = 0;
  for (const workspaceId of new Set(expired.map((agent) => agent.workspaceId))) {
    const agentIds = expired
      .filter((agent) => agent.workspaceId === workspaceId)
      .map(({ agentId }) => agentId);
    gone += await purge(store, { workspaceId, agentIds, now });
  }
  return gone;
}

function purge(
  store: Store,
  { workspaceId, agentIds, now }: { workspaceId: string; agentIds: string[]; now: number },
): Promise<number> {
  return store.write(async (tx) => {
    const ids = await purgeAgents(tx, { workspaceId, agentIds });
    if (ids.length === 0) return 0;
    const { subjectId, details } = audited(ids);
    await appendAuditEvent(tx, {
      ...{ event: 'agent.purged', workspaceId, actorId: null, subjectId: subjectId ?? null, now },
      details: { ...details, afterDays: BIN_DAYS },
    });
    return ids.length;
  });
}

/** Reads the facts of agents anew that an older recipe read; nobody has changed them by that. */
export async function readFactsAnew(store: Store, signal?: AbortSignal): Promise<void> {
  for (let after = ''; !signal?.aborted; ) {
    const query = { recipe: FACTS_RECIPE, after, limit: READ_AT_ONCE };
    const agents = await listAgentsToReadAnew(store.read, query);
    const last = agents.at(-1);
    if (!last) return;
    const read: Parameters<typeof saveFacts>[1][] = [];
    for (const agent of agents) {
      read.push({ agent, facts: agentFacts(agent.text, agent.fileName) });
      // A large file takes a while: whoever asks something is answered in between.
      await setImmediate();
    }
    await store.write(async (tx) => {
      for (const each of read) await saveFacts(tx, each);
    });
    after = last.agentId;
  }
}
