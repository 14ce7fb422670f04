/** How does one person not keep all threads from everybody else? Their work takes turns, the rest of it in a queue of theirs. */

import { Failure } from './failure';
import { singleton } from './singleton';

/** How much of one person runs at once; where threads do it, always less than there are. */
const AT_ONCE = {
  /** A pattern may take until its time is up. */
  pattern: 1,
  /** Other changes of many: the next batch is planned while one is sent. */
  bulk: 2,
  /** Boards of merges, and what sets two agents apart. */
  texts: 1,
  /** Zips, which hold up to thousands of files: other requests are answered between two of them. */
  zip: 2,
} as const;
export type Turn = keyof typeof AT_ONCE;

/** Several dialogs, each of which asks for some batches ahead. */
const MOST_WAITING = 40;

interface Line {
  running: number;
  waiting: (() => void)[];
}

const lines = () => singleton('turns', () => new Map<string, Line>());

/** As `takeTurn`, for as long as `work` takes. */
export async function inTurn<T>(
  turn: Turn,
  userId: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const end = await takeTurn(turn, userId, signal);
  try {
    signal?.throwIfAborted();
    return await work();
  } finally {
    end();
  }
}

/**
 * Waits until fewer of this person's works run than may, and returns what ends the turn, to be called once. Throws a
 * failure in words when too many wait already, and the signal's reason when it is aborted before its turn.
 */
export async function takeTurn(turn: Turn, userId: string, signal?: AbortSignal): Promise<() => void> {
  const key = `${turn} ${userId}`;
  const line = lines().get(key) ?? { running: 0, waiting: [] };
  lines().set(key, line);
  if (line.running >= AT_ONCE[turn]) await wait(line, signal);
  else line.running += 1;
  return () => {
    const next = line.waiting.shift();
    if (next) next();
    else line.running -= 1;
    if (line.running === 0) lines().delete(key);
  };
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
