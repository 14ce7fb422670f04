/** Are numbers and spans given out to those who may have them, and is nothing in them that is nobody's business? */

import '../testing/mocks';

import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { countAll } from '@/db';
import { action } from '../action';
import { personCommand } from '../command';
import { requirePoint } from '../limits';
import { asRequest } from '../request-context';
import { forgetSingleton } from '../singleton';
import { getStore } from '../store';
import { as, makePerson, openWorld, type World } from '../testing/world';
import { tellAnswer } from './answers';
import { startMetrics } from './metrics';
import { startTracing, stopTracing, traced } from './tracing';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv('MUSTER_DATA_DIR', world.directory);
  for (const name of ['meters', 'tracing']) forgetSingleton(name);
});

const act = action(
  personCommand({
    event: 'test.done',
    input: z.object({ fail: z.boolean() }),
    prepare: async () => null,
    async commit(_tx, _prepared, { fail }) {
      if (fail) throw new Error('hush: what somebody wrote');
      return { output: null, nothingChanged: true };
    },
  }),
);

type Handler = (request: Request) => Promise<Response>;

async function scrape(authorization?: string) {
  const { GET } = (await import(path.join(ROOT, 'app/api/metrics/route.ts'))) as { GET: Handler };
  const headers = authorization ? { authorization } : undefined;
  const response = await GET(new Request('http://localhost/api/metrics', { headers }));
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const gauges = async () => {
  const { read } = await getStore();
  return { writesWaiting: () => 0, threadLosses: () => 0, totals: () => countAll(read) };
};

describe('metrics', () => {
  it('are not there without a token in the environment', async () => {
    await startMetrics(await gauges());
    expect(await scrape('Bearer ')).toMatchObject({ status: 404 });
  });

  it('open to their token alone', async () => {
    vi.stubEnv('MUSTER_METRICS_TOKEN', 'the-token');
    await startMetrics(await gauges());
    for (const wrong of [
      undefined,
      'Bearer',
      'Bearer the-toke',
      'Bearer the-token2',
      'Basic the-token',
      'the-token',
    ])
      expect(await scrape(wrong)).toMatchObject({ status: 401 });
    const { status, headers } = await scrape('Bearer the-token');
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(headers.get('content-type')).toContain('text/plain');
  });

  it('count answers, actions, writes, refusals and rows, with labels out of fixed sets', async () => {
    vi.stubEnv('MUSTER_METRICS_TOKEN', 'the-token');
    await startMetrics(await gauges());
    const person = await makePerson(world.store, 'Metrics');
    expect((await as(person, () => act({ fail: false }))).ok).toBe(true);
    expect((await as(person, () => act({ fail: true }))).ok).toBe(false);
    for (let n = 0; n < 31; n++) await requirePoint('token-address', '192.0.2.77').catch(() => undefined);
    for (let n = 0; n < 50; n++) {
      const answer = { id: 'x', status: 200, milliseconds: 3, whole: true };
      tellAnswer({ ...answer, method: 'GET', path: `/join/secret-${n}` });
      tellAnswer({ ...answer, method: `M${n}`, path: `/nowhere/${n}` });
    }
    const { text } = await scrape('Bearer the-token');
    const value = (line: string) =>
      Number(text.match(new RegExp(`^${line.replace(/[{}[\]]/g, '\\$&')} (.+)$`, 'm'))?.[1]);
    expect(value('muster_actions_total{event="test.done",outcome="done"}')).toBe(1);
    expect(value('muster_actions_total{event="test.done",outcome="internal"}')).toBe(1);
    expect(value('muster_rate_limit_refusals_total{limit="token-address"}')).toBe(1);
    expect(
      value('muster_http_request_duration_seconds_count{route="/join/[token]",method="GET",status="200"}'),
    ).toBe(50);
    expect(
      value('muster_http_request_duration_seconds_count{route="other",method="other",status="200"}'),
    ).toBe(50);
    expect(value('muster_database_write_seconds_count')).toBeGreaterThanOrEqual(3);
    expect(value('muster_database_writes_waiting')).toBe(0);
    expect(value('muster_rows{of="users"}')).toBe((await countAll(world.store.read)).users);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    for (const word of ['secret-', 'nowhere', person.email, person.userId]) expect(text).not.toContain(word);
  });
});

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}

/** A collector that speaks OTLP over HTTP with JSON. */
async function collector() {
  const spans: Span[] = [];
  const bodies: string[] = [];
  const server = http.createServer(async (request, response) => {
    const body = await bodyOf(request);
    bodies.push(body);
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    said: () => bodies.join('\n'),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

describe('spans', () => {
  it('are none without a collector', async () => {
    await startTracing();
    expect(await traced('alone', {}, async () => 'done')).toBe('done');
    await stopTracing();
  });

  it('of an action and its transaction reach the collector when the server stops', async () => {
    const { url, spans, said, close } = await collector();
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', url);
    await startTracing();
    const person = await makePerson(world.store, 'Traces');
    await asRequest({ id: 'abcdef012345' }, () => as(person, () => act({ fail: true })));
    await traced('GET /join/a-secret?x=1', { 'http.target': '/join/a-secret?x=1' }, async () => undefined);
    await stopTracing();
    await close();

    const acted = spans.find(({ name }) => name === 'action');
    const attributes = Object.fromEntries(
      acted?.attributes.map(({ key, value }) => [key, value.stringValue]) ?? [],
    );
    expect(attributes).toEqual({ 'muster.event': 'test.done', 'muster.request_id': 'abcdef012345' });
    const within = spans.filter(({ parentSpanId }) => parentSpanId === acted?.spanId);
    expect(within.map(({ name }) => name)).toContain('transaction');
    expect(within.every(({ traceId }) => traceId === acted?.traceId)).toBe(true);
    expect(spans.map(({ name }) => name)).toContain('GET /join/[token]');
    expect(said()).toContain('"muster"');
    for (const word of ['hush', 'a-secret', person.email]) expect(said()).not.toContain(word);
  });
});
