import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { RequestError, UNREACHABLE } from '@/lib/client/request';
import type { SimilarAgent } from '@/lib/contract';

import { REST, SimilarWatch } from './similar-watch';

const agent = (title: string) => ({ agentId: title, title }) as SimilarAgent;

/** A server that answers when it is told to. */
function slowServer() {
  const asked: {
    text: string;
    signal: AbortSignal;
    answer: (titles: string[]) => void;
    fail: (cause: Error) => void;
  }[] = [];
  const ask = (text: string, signal: AbortSignal) =>
    new Promise<SimilarAgent[]>((resolve, reject) => {
      asked.push({ text, signal, answer: (titles) => resolve(titles.map(agent)), fail: reject });
    });
  return { asked, watch: new SimilarWatch(ask) };
}

const titles = (watch: SimilarWatch) => watch.getState().agents?.map(({ title }) => title) ?? null;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('typing is one question, asked when it rests', async () => {
  const { asked, watch } = slowServer();
  for (const text of ['a', 'ab', 'abc']) {
    watch.setText(text);
    await vi.advanceTimersByTimeAsync(REST - 1);
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ text }) => text)).toEqual(['abc']);
  asked[0]?.answer(['x']);
  await vi.runAllTimersAsync();
  expect(titles(watch)).toEqual(['x']);
});

test('a newer text drops the older question; its late answer is not shown', async () => {
  const { asked, watch } = slowServer();
  watch.setText('old');
  await vi.advanceTimersByTimeAsync(REST);
  watch.setText('new');
  expect(asked[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(REST);
  asked[1]?.answer(['new peer']);
  asked[0]?.answer(['old peer']);
  await vi.runAllTimersAsync();
  expect(titles(watch)).toEqual(['new peer']);
});

test('while it asks the former answer stays; without a description nothing is shown', async () => {
  const { asked, watch } = slowServer();
  watch.setText('one');
  await vi.advanceTimersByTimeAsync(REST);
  asked[0]?.answer(['x']);
  await vi.runAllTimersAsync();
  watch.setText('two');
  await vi.advanceTimersByTimeAsync(REST);
  expect(watch.getState().isAsking).toBe(true);
  expect(titles(watch)).toEqual(['x']);
  watch.setText(null);
  expect(watch.getState()).toEqual({ agents: null, problem: null, isAsking: false });
  await vi.runAllTimersAsync();
  expect(asked[1]?.signal.aborted).toBe(true);
});

test('the same text is not asked about twice, unless somebody tries again after a failure', async () => {
  const { asked, watch } = slowServer();
  watch.setText('one');
  await vi.advanceTimersByTimeAsync(REST);
  asked[0]?.fail(new RequestError(UNREACHABLE));
  await vi.runAllTimersAsync();
  expect(watch.getState().problem).toBe(UNREACHABLE.message);
  watch.setText('one');
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(1);
  watch.retry();
  asked[1]?.answer([]);
  await vi.runAllTimersAsync();
  expect(watch.getState()).toEqual({ agents: [], problem: null, isAsking: false });
});
