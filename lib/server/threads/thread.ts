/** How is a worker thread asked? With a time limit and a signal; if it dies, that is said, and the next job gets a new one. */

import 'server-only';

import type { Worker } from 'node:worker_threads';

import type { JobTable, Request, Response } from '@/lib/workers/protocol';

import { log } from '../log';
import { threadFault } from './fault';

export interface RunOptions<Part> {
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
  onPart?: (part: Part) => void;
  limitMs: number;
}

interface Pending {
  job: string;
  settle(outcome: { output: unknown } | { error: unknown }): void;
  onPart(part: unknown): void;
}

export interface Thread<Jobs extends JobTable> {
  run<Name extends keyof Jobs & string>(
    job: Name,
    input: Jobs[Name]['input'],
    options: RunOptions<Jobs[Name]['part']>,
  ): Promise<Jobs[Name]['output']>;
  close(): Promise<void>;
}

interface ThreadOptions {
  start: () => Worker;
  /** `tell`: a cancelled job is told, and others go on. `end`: it cannot listen, so its thread ends with it. */
  onCancel: 'tell' | 'end';
  /** Told when the thread is gone, with all that it remembered. */
  onLost?: () => void;
}

/** Returns a thread that starts with its first job, and anew after it died. It throws faults, and what jobs throw. */
export function createThread<Jobs extends JobTable>(options: ThreadOptions): Thread<Jobs> {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let last = 0;

  function lose(gone: Worker, error: unknown): void {
    if (worker !== gone) return;
    worker = null;
    options.onLost?.();
    for (const { settle } of [...pending.values()]) settle({ error });
    pending.clear();
    void gone.terminate();
  }

  function started(): Worker {
    if (worker) return worker;
    const fresh = options.start();
    worker = fresh;
    // The server stays for its socket; a thread alone keeps nobody up.
    fresh.unref();
    fresh.on('message', (response: Response) => receive(response));
    fresh.on('error', (error) => {
      log.error({ err: error, jobs: [...pending.values()].map(({ job }) => job) }, 'worker thread failed');
      lose(fresh, threadFault('lost'));
    });
    fresh.on('exit', () => lose(fresh, threadFault('lost')));
    return fresh;
  }

  function receive(response: Response): void {
    const waiting = pending.get(response.id);
    if (!waiting) return;
    if (response.kind === 'part') waiting.onPart(response.part);
    else if (response.kind === 'done') waiting.settle({ output: response.output });
    else {
      const { name, message, stack } = response.error;
      waiting.settle({ error: Object.assign(new Error(message), { name, stack }) });
    }
  }

  function run(
    job: string,
    input: unknown,
    { signal, onPart, limitMs }: RunOptions<never>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const target = started();
      const id = ++last;
      const send = (request: Request) => target.postMessage(request);
      const cancel = () => {
        const error = signal?.reason;
        if (options.onCancel === 'tell') send({ kind: 'cancel', id });
        else lose(target, error);
        settle({ error });
      };
      const timer = setTimeout(() => {
        log.warn({ job, limitMs }, 'worker thread stopped for its time limit');
        settle({ error: threadFault('too-long') });
        lose(target, threadFault('lost'));
      }, limitMs);
      function settle(outcome: { output: unknown } | { error: unknown }): void {
        if (!pending.delete(id)) return;
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.output);
      }
      pending.set(id, { job, settle, onPart: (part) => onPart?.(part as never) });
      signal?.addEventListener('abort', cancel, { once: true });
      send({ kind: 'run', id, job, input });
    });
  }

  return {
    run: run as Thread<Jobs>['run'],
    async close() {
      const gone = worker;
      if (!gone) return;
      lose(gone, threadFault('stopping'));
      await gone.terminate();
    },
  };
}
