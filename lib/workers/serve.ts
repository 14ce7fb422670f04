/** How does a worker thread answer? Job by job, each with a signal that says when nobody waits for it any more. */

import { parentPort } from 'node:worker_threads';

import type { JobTable, Request, Response } from './protocol';

export interface JobContext<Part> {
  /** Aborted when nobody waits for the answer any more. Only jobs that pause can see it. */
  signal: AbortSignal;
  report(part: Part): void;
}

export type Handlers<Jobs extends JobTable> = {
  [Name in keyof Jobs]: (
    input: Jobs[Name]['input'],
    context: JobContext<Jobs[Name]['part']>,
  ) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;
};

/** Answers whatever this thread is asked. Jobs begin in the order in which they come. */
export function serve<Jobs extends JobTable>(handlers: Handlers<Jobs>): void {
  const port = parentPort;
  if (!port) throw new Error('This runs in a worker thread only.');
  const say = (response: Response) => port.postMessage(response);
  const underWay = new Map<number, AbortController>();

  async function run({ id, job, input }: Extract<Request, { kind: 'run' }>): Promise<void> {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const handler = handlers[job];
      if (!handler) throw new Error(`There is no job "${job}".`);
      const context = {
        signal: controller.signal,
        report: (part: unknown) => say({ kind: 'part', id, part }),
      };
      say({ kind: 'done', id, output: await handler(input, context) });
    } catch (error) {
      const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      say({ kind: 'failed', id, error: { name, message, stack } });
    } finally {
      underWay.delete(id);
    }
  }

  port.on('message', (request: Request) => {
    if (request.kind === 'cancel') underWay.get(request.id)?.abort();
    else void run(request);
  });
}

/** Lets messages in: a job that computes for long calls this every few milliseconds. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
