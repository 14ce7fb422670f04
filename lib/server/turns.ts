/** How does one person not keep all threads from everybody else? Their work takes turns, the rest of it in a queue of theirs. */

import { Failure } from './failure';
import { singleton } from './singleton';

/** How much of one person runs at once; always less than there are threads for it. */
const AT_ONCE = {
  /** A pattern may take until its time is up. */
  pattern: 1,
  /** Other changes of many: the next batch is planned while one is sent. */
  bulk: 2,
  /** Boards of merges, and what sets two agents apart. */
  texts: 1,
} as const;
export type Turn = keyof typeof AT_ONCE;

/** Several dialogs, each of which asks for some batches ahead. */
const MOST_WAITING = 40;

interface Line {
  running: number;
  waiting: (() => void)[];
}

const lines = () => singleton('turns', () => new Map<string, Line>());

/**
 * Runs `work` as soon as fewer of this person's works run than may. Throws a failure in words when too many wait
 * already, and the signal's reason when it is aborted before its turn.
 */
export async function inTurn<T>(
  turn: Turn,
  userId: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const key = `${turn} ${userId}`;
  const line = lines().get(key) ?? { running: 0, waiting: [] };
  lines().set(key, line);
  if (line.running >= AT_ONCE[turn]) await wait(line, signal);
  else line.running += 1;
  try {
    signal?.throwIfAborted();
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.running -= 1;
    if (line.running === 0) lines().delete(key);
  }
}

/** Resolves with the place of somebody who has just finished. */
function wait({ waiting }: Line, signal: AbortSignal | undefined): Promise<void> {
  if (waiting.length >= MOST_WAITING) {
    throw new Failure(
      'rate_limited',
      'You have more of this under way than the server does at once. Wait until some of it is done, or close its dialog.',
    );
  }
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(begin), 1);
      reject(signal?.reason);
    };
    const begin = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    waiting.push(begin);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
