/** What would a merge's sources be as one, by the decisions of one revision? Worked out once, on a thread. */

import 'server-only';

import type { Merge, PinnedVersion } from '@/db';
import type { Proposal, ProposeResult } from '@/lib/merge';

import { Failure } from './failure';
import { singleton } from './singleton';
import { inWords } from './threads/fault';
import { getThreads } from './threads/threads';
import { inTurn } from './turns';

const LIMIT_MS = 30_000;
const MAX_KEPT = 12;

interface Kept {
  result: Promise<ProposeResult>;
  stop: AbortController;
  /** When the last of them stops waiting, so does the work. */
  waiting: number;
}

/** In the order in which they were asked for, the last one last. A revision stands for its sources and decisions, as long as no agent is deleted for good. */
const kept = () => singleton('proposals', () => new Map<string, Kept>());

/** Returns the proposal of a draft; throws a failure in words when its sources cannot be merged. */
export async function proposalOf(
  merge: Pick<Merge, 'mergeId' | 'revision' | 'sources' | 'decisions'>,
  pinned: readonly PinnedVersion[],
  { userId, signal }: { userId: string; signal?: AbortSignal | undefined },
): Promise<Proposal> {
  const textOf = new Map(pinned.map(({ agentId, text }) => [agentId, text]));
  const sources = merge.sources.flatMap(({ agentId: id }) => {
    const text = textOf.get(id);
    return text === undefined ? [] : [{ id, text }];
  });
  const key = `${merge.mergeId} ${merge.revision} ${sources.length}`;
  const result = await wait(key, { sources, decisions: merge.decisions }, { userId, signal });
  if (!result.ok) throw new Failure('conflict', result.refusal.message);
  return result.proposal;
}

type Input = { sources: { id: string; text: string }[]; decisions: Merge['decisions'] };

async function wait(
  key: string,
  input: Input,
  { userId, signal }: { userId: string; signal: AbortSignal | undefined },
): Promise<ProposeResult> {
  signal?.throwIfAborted();
  const all = kept();
  const entry = all.get(key) ?? begin(key, input, userId);
  all.delete(key);
  all.set(key, entry);
  for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - MAX_KEPT))) all.delete(oldest);
  entry.waiting += 1;
  try {
    return await inWords(unlessAborted(entry.result, signal));
  } finally {
    entry.waiting -= 1;
    if (entry.waiting === 0)
      entry.stop.abort(new DOMException('Nobody waits for this any more.', 'AbortError'));
  }
}

/** In a turn of whoever asks first. */
function begin(key: string, input: Input, userId: string): Kept {
  const stop = new AbortController();
  const { texts } = getThreads();
  const run = () => texts.run('propose', input, { signal: stop.signal, limitMs: LIMIT_MS });
  const result = inTurn('texts', userId, run, stop.signal);
  const entry = { result, stop, waiting: 0 };
  result.catch(() => {
    if (kept().get(key) === entry) kept().delete(key);
  });
  return entry;
}

/** As `result`, but rejects as soon as the signal says so. */
function unlessAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return result;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
