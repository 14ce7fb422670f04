/** How long do changes of ten thousand agents take, and how long does everybody else wait meanwhile? */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { build } from 'esbuild';

import {
  type AgentHead,
  createBulkChange,
  extendBulkChange,
  getBulkChange,
  listAgentHeads,
  listMatchingIds,
  listVersionTexts,
  openStore,
  type Store,
} from '@/db';
import type { BulkChange } from '@/lib/bulk';
import { headsById, saveVersions, toWrites } from '@/lib/server/commands/bulk-versions';
import { createPool } from '@/lib/server/threads/pool';
import { createThread, type Thread } from '@/lib/server/threads/thread';
import type { BulkJobs } from '@/lib/workers/protocol';

import { makeWorkspace } from '../db/testing/rows';
import { fillList, SIZE } from './list-agents';
import { round, table } from './measure';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIMIT = { limitMs: 600_000 };
/** As the server plans and saves them. */
const PLANNED_AT_ONCE = 32;
const AHEAD = 3;
const SAVED_AT_ONCE = 25;
const UNDONE_AT_ONCE = 50;

const MODEL: BulkChange = { kind: 'set-field', key: 'model', how: 'set', values: ['opus'] };
const REPLACE: BulkChange = {
  ...{ kind: 'replace', scope: 'file', find: '^- (\\w)', insert: '* $1' },
  ...{ isPattern: true, matchCase: true, wholeWord: false },
};
const SAID: BulkChange = { ...REPLACE, find: 'Use for', insert: 'Take it for', isPattern: false };

async function openThreads(): Promise<Thread<BulkJobs>> {
  const outfile = path.join(ROOT, '.muster', 'bench', 'bulk.worker.cjs');
  await build({
    entryPoints: [path.join(ROOT, 'lib', 'workers', 'bulk.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  const start = () => new Worker(outfile);
  return createPool([1, 2].map(() => createThread<BulkJobs>({ start, onCancel: 'end' })));
}

function inBatches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

interface Place {
  store: Store;
  threads: Thread<BulkJobs>;
  workspaceId: string;
  userId: string;
}

async function headsOf({ store, workspaceId }: Place): Promise<AgentHead[]> {
  const agentIds = await listMatchingIds(store.read, { workspaceId, limit: SIZE });
  return listAgentHeads(store.read, { workspaceId, agentIds });
}

/** As `streamBulkPreview`, with nobody to send it to. */
async function preview(place: Place, heads: readonly AgentHead[], change: BulkChange): Promise<number> {
  const { store, threads, workspaceId } = place;
  const plan = async (some: readonly AgentHead[]) => {
    const versionIds = some.map(({ headId }) => headId);
    const rows = await listVersionTexts(store.read, { workspaceId, versionIds });
    const plans = await threads.run('preview', { change, texts: rows.map(({ text }) => text) }, LIMIT);
    return plans.filter(({ outcome }) => outcome === 'changed').length;
  };
  const ahead: Promise<number>[] = [];
  let changed = 0;
  for (const batch of inBatches(heads, PLANNED_AT_ONCE)) {
    ahead.push(plan(batch));
    if (ahead.length === AHEAD) changed += (await ahead.shift()) ?? 0;
  }
  for (const last of ahead) changed += await last;
  return changed;
}

/** As the batches of `changeAgents`, without sessions, requests and audit. */
async function apply(place: Place, heads: readonly AgentHead[], change: BulkChange) {
  const { store, threads, workspaceId, userId } = place;
  const scope = { workspaceId, user: { id: userId } } as never;
  let bulkId: string | null = null;
  let changed = 0;
  for (const batch of inBatches(heads, SAVED_AT_ONCE)) {
    const versionIds = batch.map(({ headId }) => headId);
    const rows = await listVersionTexts(store.read, { workspaceId, versionIds });
    const headOf = new Map(batch.map((head) => [head.headId, head]));
    const plans = await threads.run(
      'plan',
      { change, items: rows.map(({ text }) => ({ text, skip: [] })) },
      LIMIT,
    );
    const texts = rows.flatMap(({ versionId, fileName }, at) => {
      const [plan, head] = [plans[at], headOf.get(versionId)];
      return plan && head && 'text' in plan ? [{ head, text: plan.text, fileName }] : [];
    });
    const writes = await toWrites(texts);
    const now = Date.now();
    await store.write(async (tx) => {
      const { items } = await saveVersions(tx, writes, { scope, now, message: 'Bench' });
      changed += items.length;
      if (bulkId) await extendBulkChange(tx, { workspaceId, bulkId, items });
      else if (items.length > 0)
        bulkId = (
          await createBulkChange(tx, {
            ...{ workspaceId, kind: change.kind, summary: 'Bench', items },
            userId,
            now,
          })
        ).bulkId;
    });
  }
  return { bulkId: bulkId ?? '', changed };
}

/** As the batches of `undoBulk` where nobody has moved on. */
async function undo(place: Place, bulkId: string): Promise<number> {
  const { store, workspaceId, userId } = place;
  const scope = { workspaceId, user: { id: userId } } as never;
  let undone = 0;
  for (let from = 0; ; from += UNDONE_AT_ONCE) {
    const change = await getBulkChange(store.read, { workspaceId, bulkId });
    const items = change?.items.slice(from, from + UNDONE_AT_ONCE) ?? [];
    if (items.length === 0) return undone;
    const heads = await headsById(
      store.read,
      workspaceId,
      items.map(({ agentId }) => agentId),
    );
    const versionIds = items.map(({ before }) => before);
    const rows = await listVersionTexts(store.read, { workspaceId, versionIds });
    const texts = rows.flatMap(({ agentId, text, fileName }) => {
      const head = heads.get(agentId);
      return head ? [{ head, text, fileName }] : [];
    });
    const writes = await toWrites(texts);
    const batch = { scope, now: Date.now(), message: 'Undo' };
    undone += (await store.write((tx) => saveVersions(tx, writes, batch))).items.length;
  }
}

async function onServer(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
  const store = await openStore({ dataDir });
  const threads = await openThreads();
  const { id: workspaceId, ownerId: userId } = await makeWorkspace(store);
  await fillList(store, workspaceId, userId);
  const place = { store, threads, workspaceId, userId };
  const rows: (string | number)[][] = [];
  const measure = async <Done>(what: string, work: () => Promise<Done>, count: (done: Done) => number) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const since = performance.now();
    const spent = process.cpuUsage();
    const done = await work();
    const seconds = (performance.now() - since) / 1000;
    const { user, system } = process.cpuUsage(spent);
    delay.disable();
    const [p99, most] = [delay.percentile(99) / 1e6, delay.max / 1e6];
    rows.push([
      ...[what, count(done), `${round(seconds)} s`, round(count(done) / seconds)],
      ...[`${round((user + system) / 1000 / count(done))} ms`, `${round(p99)} ms`, `${round(most)} ms`],
    ]);
    return done;
  };
  await preview(place, (await headsOf(place)).slice(0, 200), MODEL);
  // What others at work on the machine do to the waiting, for comparison.
  await measure(
    'nothing',
    () => sleep(5_000),
    () => 1,
  );
  const heads = await measure(
    'heads of all',
    () => headsOf(place),
    ({ length }) => length,
  );
  await measure(
    'preview: set the model',
    () => preview(place, heads, MODEL),
    () => heads.length,
  );
  await measure(
    'preview: replace a word',
    () => preview(place, heads, SAID),
    () => heads.length,
  );
  await measure(
    'preview: replace by a pattern',
    () => preview(place, heads, REPLACE),
    () => heads.length,
  );
  const done = await measure(
    'set the model',
    () => apply(place, heads, MODEL),
    ({ changed }) => changed,
  );
  await measure('undo that', () => undo(place, done.bulkId), Number);
  const again = await headsOf(place);
  await measure(
    'replace by a pattern',
    () => apply(place, again, REPLACE),
    ({ changed }) => changed,
  );
  table(
    ['what', 'agents', 'time', 'agents a second', 'processor time of one', 'others wait, p99', 'at most'],
    rows,
  );
  await threads.close();
  await store.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

await onServer();
