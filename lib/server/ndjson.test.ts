import './testing/mocks';

import { describe, expect, it, vi } from 'vitest';
import { Failure } from './failure';
import { ndjson } from './ndjson';

interface Line {
  n?: number;
  error?: string;
}

const request = (init?: RequestInit) => new Request('http://localhost/api/x', init);
const failed = (error: string): Line => ({ error });
/** That of somebody who keeps it. */
const held = { signal: new AbortController().signal, stop: () => undefined };
const linesOf = async (response: Response) =>
  (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

describe('a streamed answer', () => {
  it('is one JSON value a line, for nobody else to keep', async () => {
    const response = ndjson<Line>(
      request(),
      held,
      async ({ send }) => {
        for (const n of [1, 2, 3]) await send({ n });
      },
      failed,
    );
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await linesOf(response)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('ends with words when the work fails: its own, or a reference', async () => {
    const failing = (error: Error) =>
      linesOf(
        ndjson<Line>(
          request(),
          held,
          async ({ send }) => {
            await send({ n: 1 });
            throw error;
          },
          failed,
        ),
      );
    expect(await failing(new Failure('unavailable', 'Try again.'))).toEqual([
      { n: 1 },
      { error: 'Try again.' },
    ]);
    const [, line] = await failing(new Error('relation "users" does not exist'));
    expect(line?.error).toMatch(/could not do this.*under [0-9a-f]{12}/);
  });

  it('waits for a slow reader', async () => {
    let sent = 0;
    const response = ndjson<Line>(
      request(),
      held,
      async ({ send }) => {
        for (let n = 0; n < 100; n++) {
          await send({ n });
          sent += 1;
        }
      },
      failed,
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toBeLessThan(5);
    let lines = 1;
    while (!(await reader?.read())?.done) lines += 1;
    expect([lines, sent]).toEqual([100, 100]);
  });

  it.each([
    ['the reader stops', false],
    ['the request is aborted', true],
  ])('stops the work when %s', async (_, byRequest) => {
    const leaving = new AbortController();
    const ended = vi.fn();
    let signal: AbortSignal | undefined;
    const response = ndjson<Line>(
      request({ signal: leaving.signal }),
      held,
      async (work) => {
        signal = work.signal;
        try {
          for (let n = 0; ; n++) await work.send({ n });
        } finally {
          ended();
        }
      },
      failed,
    );
    const reader = response.body?.getReader();
    await reader?.read();
    expect(signal?.aborted).toBe(false);
    if (byRequest) leaving.abort();
    else await reader?.cancel();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    expect(signal?.aborted).toBe(true);
  });

  it('does not begin for who asks for the headers only', async () => {
    const work = vi.fn();
    const response = ndjson<Line>(request({ method: 'HEAD' }), held, work, failed);
    expect([response.status, response.body]).toEqual([200, null]);
    expect(work).not.toHaveBeenCalled();
  });

  it('ends with words for who loses access, although the work cannot be stopped, and says nothing after them', async () => {
    const lost = new AbortController();
    const stop = vi.fn();
    let finish = () => {};
    const response = ndjson<Line>(
      request(),
      { signal: lost.signal, stop },
      async ({ send, put }) => {
        await send({ n: 1 });
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        put({ n: 2 });
      },
      failed,
    );
    const answer = linesOf(response);
    lost.abort(new Failure('not_found', 'Gone.'));
    expect(await answer).toEqual([{ n: 1 }, { error: 'Gone.' }]);
    finish();
    await vi.waitFor(() => expect(stop).toHaveBeenCalled());
  });
});
