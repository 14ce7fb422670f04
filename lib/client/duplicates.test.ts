import { afterEach, expect, test, vi } from 'vitest';

import type { DuplicateCluster, DuplicatesLine } from '@/lib/contract';

import { fetchDuplicates } from './duplicates';
import { RequestError } from './request';

const cluster = (id: string) => ({ id, members: [] }) as unknown as DuplicateCluster;

function answerWith(lines: readonly DuplicatesLine[], status = 200): void {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

function ask(signal = new AbortController().signal) {
  const heard: string[] = [];
  const answer = fetchDuplicates('acme', {
    signal,
    onProgress: ({ step, done, total }) => heard.push(`${step} ${done}/${total}`),
    onClusters: (clusters) => heard.push(clusters.map(({ id }) => id).join('+')),
  });
  return { heard, answer };
}

afterEach(() => vi.unstubAllGlobals());

test('progress and clusters are told as they come, and the end holds all of them', async () => {
  answerWith([
    { kind: 'progress', step: 'reading', done: 3, total: 9 },
    { kind: 'progress', step: 'comparing', done: 9, total: 9 },
    { kind: 'clusters', clusters: [cluster('a')], gone: [] },
    { kind: 'clusters', clusters: [cluster('b'), cluster('c')], gone: [] },
    { kind: 'done', agents: 9, dismissed: [] },
  ]);
  const { heard, answer } = ask();
  const { clusters, ...rest } = await answer;
  expect(clusters.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(rest).toEqual({ agents: 9, dismissed: [], complete: true });
  expect(heard).toEqual(['reading 3/9', 'comparing 9/9', 'a', 'a+b+c']);
});

test('a cluster that is better known takes the place of the former, one that others joined goes', async () => {
  answerWith([
    { kind: 'clusters', clusters: [cluster('a'), cluster('b')], gone: [] },
    { kind: 'clusters', clusters: [], gone: ['b'] },
    { kind: 'clusters', clusters: [cluster('b+c'), { ...cluster('a'), tier: 'role' }], gone: [] },
    { kind: 'done', agents: 9, dismissed: [] },
  ]);
  const { heard, answer } = ask();
  const { clusters } = await answer;
  expect(clusters.map(({ id, tier }) => [id, tier])).toEqual([
    ['a', 'role'],
    ['b+c', undefined],
  ]);
  expect(heard).toEqual(['a+b', 'a', 'a+b+c']);
});

test('an error line rejects with its words', async () => {
  answerWith([{ kind: 'error', message: 'Too many agents changed meanwhile.' }]);
  await expect(ask().answer).rejects.toThrow('Too many agents changed meanwhile.');
});

test('an answer that ends early is not taken for the whole', async () => {
  answerWith([{ kind: 'clusters', clusters: [cluster('a')], gone: [] }]);
  await expect(ask().answer).rejects.toThrow(/broke off/);
});

test('a refusal before the stream has the words of the server', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: { code: 'rate_limited', message: 'Try again in 5 seconds.' } }, { status: 429 }),
  );
  await expect(ask().answer).rejects.toThrow('Try again in 5 seconds.');
});

test('a server that does not answer is said; an abort passes as it is', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('fetch failed');
  });
  await expect(ask().answer).rejects.toBeInstanceOf(RequestError);
  const stopped = AbortSignal.abort(new DOMException('stopped', 'AbortError'));
  await expect(ask(stopped).answer).rejects.toThrow('fetch failed');
});
