/** What does similarity need to know of files, read by as many threads as the machine runs at once? */

import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

import { readAgentFile } from '@/lib/agent-file';
import { type Profile, profileFile } from '@/lib/similarity';

import { decodeText } from './bytes';
import { readBytes } from './files';
import { UsageError } from './output';

/** What was found in a file: a profile, or none as it is no agent, or why it cannot be read. */
export type Profiled = { profile: Profile | null } | { problem: string };

/** Of fewer files a thread is not ready much before the work is done. */
const LEAST_FILES = 400;
const MOST_THREADS = 4;
/** Files that a thread is asked for at once: a tenth of a second. */
const BATCH = 50;

interface Batch {
  from: number;
  files: string[];
}

/** Returns what was found in each of the files, in their order; `progress` is told how many are read. */
export async function profileFiles(
  files: readonly string[],
  progress: (read: number) => void,
): Promise<Profiled[]> {
  const found: Profiled[] = [];
  let read = 0;
  const keep = (at: number, one: Profiled) => {
    found[at] = one;
    progress(++read);
  };
  if (files.length >= LEAST_FILES) {
    const threads = Math.min(MOST_THREADS, availableParallelism());
    const batches = batchesOf(files);
    // What a thread that cannot start, or breaks, leaves over is read here.
    await Promise.allSettled(Array.from({ length: threads }, () => runThread(batches, keep)));
  }
  for (const [at, file] of files.entries()) if (!found[at]) keep(at, profileOne(file));
  return found;
}

function* batchesOf(files: readonly string[]): Generator<Batch, undefined> {
  for (let from = 0; from < files.length; from += BATCH)
    yield { from, files: files.slice(from, from + BATCH) };
}

/** Lets a new thread read one batch after another until none is left. */
function runThread(
  batches: Generator<Batch, undefined>,
  keep: (at: number, one: Profiled) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // The command is one file: a thread runs it again, and there it answers instead.
    const thread = new Worker(new URL(import.meta.url));
    let batch: Batch | undefined;
    const ask = () => {
      batch = batches.next().value;
      thread.postMessage(batch?.files ?? null);
    };
    thread.on('message', (found: Profiled[]) => {
      const from = batch?.from ?? 0;
      for (const [at, one] of found.entries()) keep(from + at, one);
      ask();
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve());
    ask();
  });
}

/** Answers, within a thread, until there is no batch any more. */
export function answerBatches(): void {
  parentPort?.on('message', (files: string[] | null) => {
    if (files) parentPort?.postMessage(files.map(profileOne));
    else parentPort?.close();
  });
}

function profileOne(file: string): Profiled {
  try {
    const agent = readAgentFile(decodeText(readBytes(file)));
    return { profile: agent.frontMatter && profileFile(agent) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problem: error.message };
  }
}
