/** How does the similarity thread know what the agents say? It is told what changed since it was last asked. */

import 'server-only';

import {
  countProfileChanges,
  FIRST_PROFILE,
  listAgentsWithoutProfile,
  listProfileChanges,
  type ProfileChange,
  type ProfileCursor,
  saveProfiles,
} from '@/db';
import { PROFILE_VERSION } from '@/lib/similarity';
import type { IndexChange, SimilarityJobs } from '@/lib/workers/protocol';

import { log } from './log';
import { singleton } from './singleton';
import { getStore } from './store';
import { faultOf, inWords } from './threads/fault';
import type { RunOptions } from './threads/thread';
import { getThreads } from './threads/threads';

/** Changes that are in memory at once; each holds a profile of about as many bytes as its text. */
const CHUNK = 200;
/** Texts whose profiles are made, and kept, at once. */
const REBUILD = 20;
const UPDATE_LIMIT_MS = 60_000;
/**
 * Of more agents than this, in all workspaces, the indexes that nobody asked for lately are forgotten, and made anew when
 * somebody does: ten thousand take about 350 MB.
 */
const MAX_AGENTS = 40_000;

interface Known {
  cursor: ProfileCursor;
  /** The thread's losses when it was told last: if it has been lost since, it knows nothing. */
  losses: number;
  /** How many agents are in it, and how many ask about it right now. */
  size: number;
  asking: number;
  /** One update after the other. */
  turn: Promise<void>;
}

export interface Progress {
  done: number;
  total: number;
}

interface Asked {
  signal?: AbortSignal | undefined;
  onProgress?: (progress: Progress) => void;
}

/** In the order in which they were asked for, the last one last. */
const indexes = () => singleton('similarity-indexes', () => new Map<string, Known>());

/**
 * Asks the thread about a workspace, after it has been told of every change that was committed when this was called,
 * by whichever process. If the thread is lost meanwhile, it is told and asked once more.
 */
export async function askIndex<Name extends 'clusters' | 'neighbours' | 'score'>(
  job: Name,
  input: SimilarityJobs[Name]['input'],
  options: RunOptions<SimilarityJobs[Name]['part']> & Asked,
): Promise<SimilarityJobs[Name]['output']> {
  const { similarity, losses } = getThreads();
  const { workspaceId } = input;
  const ask = async () => {
    const known = remember(workspaceId);
    known.asking += 1;
    try {
      // Lost between its last news and this question, the thread would answer out of nothing.
      while ((await bringUpToDate(workspaceId, known, options)) !== losses());
      return await similarity.run(job, input, options);
    } finally {
      known.asking -= 1;
    }
  };
  const again = (error: unknown) => {
    if (options.signal?.aborted || faultOf(error) !== 'lost') throw error;
    return ask();
  };
  return inWords(ask().catch(again));
}

/**
 * Tells the thread about a workspace before anybody asks, because somebody opened its pages; not if others would have to
 * be forgotten for it. Never fails: whoever asks hears what is wrong.
 */
export async function readAhead(workspaceId: string): Promise<void> {
  try {
    const { read } = await getStore();
    const agents = await countProfileChanges(read, { workspaceId, after: FIRST_PROFILE });
    const others = [...indexes()].filter(([id]) => id !== workspaceId);
    if (agents + others.reduce((sum, [, { size }]) => sum + size, 0) > MAX_AGENTS) return;
    const known = remember(workspaceId);
    known.asking += 1;
    await bringUpToDate(workspaceId, known, {}).finally(() => {
      known.asking -= 1;
    });
  } catch (error) {
    if (faultOf(error) === null)
      log.warn({ err: error }, 'agents not read ahead; they will be when somebody asks');
  }
}

/** Returns how often the thread had been lost when it knew all. */
function bringUpToDate(workspaceId: string, known: Known, asked: Asked): Promise<number> {
  const turn = known.turn.then(() => update(workspaceId, known, asked));
  known.turn = turn.then(ignore, ignore);
  return turn;
}

const ignore = () => undefined;

function remember(workspaceId: string): Known {
  const all = indexes();
  const { similarity, losses } = getThreads();
  const known = all.get(workspaceId) ?? {
    ...{ cursor: FIRST_PROFILE, losses: losses(), size: 0, asking: 0, turn: Promise.resolve() },
  };
  all.delete(workspaceId);
  all.set(workspaceId, known);
  let agents = 0;
  for (const [id, { size, asking }] of [...all].reverse()) {
    agents += size;
    if (agents <= MAX_AGENTS || asking > 0 || id === workspaceId) continue;
    all.delete(id);
    similarity.run('drop', { workspaceId: id }, { limitMs: UPDATE_LIMIT_MS }).catch(() => undefined);
  }
  return known;
}

async function update(workspaceId: string, known: Known, asked: Asked): Promise<number> {
  while (await tell(workspaceId, known, asked)) await makeProfiles(workspaceId, asked);
  return known.losses;
}

/**
 * Tells the thread of all changes, reading the next ones while it takes in the last. Returns whether there are agents
 * whose profiles are to be made first.
 */
async function tell(workspaceId: string, known: Known, { signal, onProgress }: Asked): Promise<boolean> {
  const { similarity, losses } = getThreads();
  const { read } = await getStore();
  let stale = false;
  let progress: Progress | null = null;
  let told: Promise<unknown> = Promise.resolve();
  try {
    for (;;) {
      signal?.throwIfAborted();
      if (known.losses !== losses()) Object.assign(known, { cursor: FIRST_PROFILE, losses: losses() });
      const changes = await listProfileChanges(read, { workspaceId, after: known.cursor, limit: CHUNK });
      await told;
      const last = changes.at(-1);
      if (!last) return stale;
      stale ||= changes.some(isStale);
      progress ??= { done: 0, total: await countProfileChanges(read, { workspaceId, after: known.cursor }) };
      onProgress?.({ ...progress });
      const news = { workspaceId, changes: changes.map(toIndexChange) };
      told = similarity.run('update', news, { limitMs: UPDATE_LIMIT_MS }).then(({ size }) => {
        known.size = size;
      });
      told.catch(() => undefined);
      known.cursor = { sequence: last.sequence, agentId: last.agentId };
      progress.done = Math.min(progress.total, progress.done + changes.length);
    }
  } finally {
    // What was read and not taken in has to be read again.
    await told.catch(() => {
      known.cursor = FIRST_PROFILE;
    });
  }
}

const isStale = ({ recipe }: ProfileChange): boolean => recipe < PROFILE_VERSION;

/** What was made by another recipe cannot be compared: until it is made anew, the agent is like nothing. */
function toIndexChange({ agentId, recipe, profile }: ProfileChange): IndexChange {
  return { agentId, profile: recipe === PROFILE_VERSION && profile ? profile : null };
}

/** Makes the profiles that are missing or of an older recipe, and keeps them, a few at a time. */
async function makeProfiles(workspaceId: string, { signal, onProgress }: Asked): Promise<void> {
  const store = await getStore();
  const first = { workspaceId, after: FIRST_PROFILE };
  const total = await countProfileChanges(store.read, { ...first, before: PROFILE_VERSION });
  for (let done = 0; ; ) {
    signal?.throwIfAborted();
    const query = { workspaceId, recipe: PROFILE_VERSION, limit: REBUILD };
    const rows = await listAgentsWithoutProfile(store.read, query);
    if (rows.length === 0) return;
    const texts = rows.map(({ text }) => text);
    const made = await getThreads().texts.run('profiles', { texts }, { signal, limitMs: UPDATE_LIMIT_MS });
    const profiles = rows.flatMap(({ agentId, versionId }, i) => {
      const profile = made[i];
      return profile ? [{ agentId, versionId, profile }] : [];
    });
    await store.write((tx) => saveProfiles(tx, { workspaceId, profiles }));
    done += rows.length;
    onProgress?.({ done: Math.min(done, total), total });
  }
}
