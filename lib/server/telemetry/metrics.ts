/** How much is done here, and how fast? Numbers for Prometheus, kept only where MUSTER_METRICS_TOKEN is set. */

import 'server-only';

import type { Counter, Histogram, Registry } from 'prom-client';

import { singleton } from '../singleton';

interface Meters {
  registry: Registry;
  requests: Histogram<'route' | 'method' | 'status'>;
  actions: Counter<'event' | 'outcome'>;
  writeWaits: Histogram;
  writes: Histogram;
  jobs: Histogram<'job' | 'outcome'>;
  refusals: Counter<'limit'>;
}

/** Numbers that are looked up when they are asked for. */
export interface Gauges {
  writesWaiting(): number;
  threadLosses(): number;
  totals(): Promise<{ users: number; workspaces: number; agents: number }>;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const kept = () => singleton<{ meters: Meters | null }>('meters', () => ({ meters: null }));

/** Returns the token that opens the metrics; empty when they are off. */
export function metricsToken(): string {
  return process.env.MUSTER_METRICS_TOKEN?.trim() ?? '';
}

/** Begins to count, if a token is set. */
export async function startMetrics(gauges: Gauges): Promise<void> {
  if (!metricsToken()) return;
  const prometheus = await import('prom-client');
  const registry = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new prometheus.Histogram({ name, help, labelNames, buckets: SECONDS, registers });
  kept().meters = {
    registry,
    requests: histogram('muster_http_request_duration_seconds', 'Answers by route', [
      'route',
      'method',
      'status',
    ]),
    actions: new prometheus.Counter({
      name: 'muster_actions_total',
      help: 'Actions by event and outcome',
      labelNames: ['event', 'outcome'],
      registers,
    }),
    writeWaits: histogram('muster_database_write_wait_seconds', 'Waiting of writes for their turn'),
    writes: histogram('muster_database_write_seconds', 'Transactions, without the waiting'),
    jobs: histogram('muster_thread_job_seconds', 'Jobs of the worker threads', ['job', 'outcome']),
    refusals: new prometheus.Counter({
      name: 'muster_rate_limit_refusals_total',
      help: 'Attempts that were refused because there were too many',
      labelNames: ['limit'],
      registers,
    }),
  };
  const gauge = (name: string, help: string, value: () => number) =>
    new prometheus.Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('muster_database_writes_waiting', 'Writes that wait for their turn', gauges.writesWaiting);
  gauge('muster_similarity_thread_losses', 'Times that the similarity thread was lost', gauges.threadLosses);
  new prometheus.Gauge({
    name: 'muster_rows',
    help: 'Users, workspaces and agents',
    labelNames: ['of'],
    registers,
    async collect() {
      for (const [of, count] of Object.entries(await gauges.totals())) this.set({ of }, count);
    },
  });
}

/** Returns all numbers as Prometheus reads them; null when metrics are off. */
export async function metricsText(): Promise<{ text: string; contentType: string } | null> {
  const { meters } = kept();
  if (!meters) return null;
  return { text: await meters.registry.metrics(), contentType: meters.registry.contentType };
}

/** Counts an answer. */
export function observeAnswer(answer: {
  route: string;
  method: string;
  status: number;
  milliseconds: number;
}): void {
  const { route, status, milliseconds } = answer;
  const method = METHODS.has(answer.method) ? answer.method : 'other';
  kept().meters?.requests.observe({ route, method, status }, milliseconds / 1000);
}

/** Counts an action: `done`, or the code of its error. */
export function observeAction(event: string, outcome: string): void {
  kept().meters?.actions.inc({ event, outcome });
}

/** Counts a transaction. */
export function observeWrite({ waitedMs, ranMs }: { waitedMs: number; ranMs: number }): void {
  const { meters } = kept();
  meters?.writeWaits.observe(waitedMs / 1000);
  meters?.writes.observe(ranMs / 1000);
}

/** Counts a job of a worker thread. */
export function observeJob(job: string, outcome: 'done' | 'failed', milliseconds: number): void {
  kept().meters?.jobs.observe({ job, outcome }, milliseconds / 1000);
}

/** Counts an attempt that a limit refused. */
export function observeRefusal(limit: string): void {
  kept().meters?.refusals.inc({ limit });
}
