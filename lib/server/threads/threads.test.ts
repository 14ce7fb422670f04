import { Worker } from 'node:worker_threads';

import { afterEach, describe, expect, it } from 'vitest';

import { Failure } from '../failure';
import { inWords } from './fault';
import { createPool } from './pool';
import { createThread, type Thread } from './thread';

type Jobs = {
  echo: { input: { text: string; error?: boolean }; part: string; output: string };
  /** Waits until it is told that nobody waits. */
  wait: { input: null; part: never; output: 'told' };
  /** Never comes back, and cannot be told. */
  spin: { input: null; part: never; output: never };
  crash: { input: null; part: never; output: never };
  /** How many jobs this thread has begun, this one among them. */
  count: { input: null; part: never; output: number };
};

/** A thread that speaks the protocol, and does what no real job would. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const told = new Map();
let begun = 0;
const JOBS = {
  echo({ text, error }, id) {
    if (error) throw new TypeError(text);
    parentPort.postMessage({ kind: 'part', id, part: 'half of ' + text });
    return text;
  },
  wait: (_, id) => new Promise((resolve) => told.set(id, () => resolve('told'))),
  spin() { for (;;); },
  crash() { setTimeout(() => { throw new Error('crashed') }); return new Promise(() => {}); },
  count: () => begun,
};
parentPort.on('message', async ({ kind, id, job, input }) => {
  if (kind === 'cancel') return told.get(id)?.();
  begun++;
  try {
    parentPort.postMessage({ kind: 'done', id, output: await JOBS[job](input, id) });
  } catch ({ name, message, stack }) {
    parentPort.postMessage({ kind: 'failed', id, error: { name, message, stack } });
  }
});`;

const LIMIT = { limitMs: 20_000 };
const threads: Thread<Jobs>[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.close())));

let lost = 0;
function open(onCancel: 'tell' | 'end' = 'tell'): Thread<Jobs> {
  const start = () => new Worker(PROGRAM, { eval: true });
  const thread = createThread<Jobs>({ start, onCancel, onLost: () => void lost++ });
  threads.push(thread);
  return thread;
}

describe('a thread', () => {
  it('answers, with what it reports on the way, and keeps answers apart', async () => {
    const thread = open();
    const parts: string[] = [];
    const answers = await Promise.all(
      ['a', 'b'].map((text) =>
        thread.run('echo', { text }, { ...LIMIT, onPart: (part) => parts.push(part) }),
      ),
    );
    expect(answers).toEqual(['a', 'b']);
    expect(parts).toEqual(['half of a', 'half of b']);
  });

  it('passes on what a job throws, and goes on', async () => {
    const thread = open();
    const failing = thread.run('echo', { text: 'no', error: true }, LIMIT);
    await expect(inWords(failing)).rejects.toMatchObject({ name: 'TypeError', message: 'no' });
    expect(await thread.run('count', null, LIMIT)).toBe(2);
  });

  it('is told when nobody waits any more, and the one who left hears at once', async () => {
    const thread = open();
    const leaving = new AbortController();
    const waiting = thread.run('wait', null, { ...LIMIT, signal: leaving.signal });
    leaving.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    expect(await thread.run('count', null, LIMIT)).toBe(2);
    await expect(thread.run('count', null, { ...LIMIT, signal: leaving.signal })).rejects.toThrow('left');
  });

  it('ends with a cancelled job where that cannot listen, and begins anew', async () => {
    const thread = open('end');
    const leaving = new AbortController();
    const spinning = thread.run('spin', null, { ...LIMIT, signal: leaving.signal });
    leaving.abort(new Error('left'));
    await expect(spinning).rejects.toThrow('left');
    expect(await thread.run('count', null, LIMIT)).toBe(1);
  });

  it('is stopped at its time limit, in words, with all that waited for it, and begins anew', async () => {
    const thread = open();
    const before = lost;
    const innocent = thread.run('wait', null, LIMIT);
    const spinning = thread.run('spin', null, { limitMs: 200 });
    const outcomes = await Promise.allSettled([spinning, innocent]);
    expect(outcomes).toMatchObject([{ reason: { fault: 'too-long' } }, { reason: { fault: 'lost' } }]);
    expect(lost).toBe(before + 1);
    expect(await thread.run('count', null, LIMIT)).toBe(1);
  });

  it('that crashes says so in words, not in its own, and begins anew', async () => {
    const thread = open();
    const failed = await inWords(thread.run('crash', null, LIMIT)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failure);
    expect(failed).toMatchObject({ code: 'unavailable', message: expect.stringContaining('Try again') });
    expect(await thread.run('count', null, LIMIT)).toBe(1);
  });

  it('that is closed tells those who wait', async () => {
    const thread = open();
    const waiting = thread.run('wait', null, LIMIT);
    await Promise.all([expect(inWords(waiting)).rejects.toThrow('The server is stopping.'), thread.close()]);
  });
});

describe('a pool', () => {
  it('gives each thread one job at a time, and the next to whoever is free', async () => {
    const pool = createPool([open('end'), open('end')]);
    const leaving = new AbortController();
    const long = pool.run('spin', null, { ...LIMIT, signal: leaving.signal });
    const texts = ['a', 'b', 'c', 'd'];
    const answers = await Promise.all(texts.map((text) => pool.run('echo', { text }, LIMIT)));
    expect(answers).toEqual(texts);
    leaving.abort(new Error('left'));
    await expect(long).rejects.toThrow('left');
    expect(await Promise.all([1, 2].map(() => pool.run('count', null, LIMIT)))).toEqual([1, 5]);
  });

  it('lets go of those who leave the queue, and of what comes when it is full', async () => {
    const pool = createPool([open('end')]);
    const [working, queueing] = [new AbortController(), new AbortController()];
    const first = pool.run('spin', null, { ...LIMIT, signal: working.signal });
    const second = pool.run('count', null, { ...LIMIT, signal: queueing.signal });
    queueing.abort(new Error('left the queue'));
    await expect(second).rejects.toThrow('left the queue');
    const crowd = Array.from({ length: 201 }, () => pool.run('count', null, LIMIT));
    await expect(crowd.at(-1)).rejects.toMatchObject({ fault: 'busy' });
    working.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    const answers = await Promise.all(crowd.slice(0, 200));
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  });
});
