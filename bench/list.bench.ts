/** How long does the server take for a list of ten thousand agents: any filter, order, search and count? */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {
  countWithout,
  listAgents,
  listCloseAgents,
  listFacet,
  listMatchingIds,
  openStore,
  type Store,
} from '@/db';
import { type AgentFilter, agentFilter, FACET_FIELDS } from '@/lib/contract';

import { openPostgres, TEST_POSTGRES_URL } from '../db/testing/engines';
import { makeWorkspace } from '../db/testing/rows';
import { fillList, SIZE } from './list-agents';
import { median, percentile, round, table } from './measure';

const ROUNDS = 21;
const filter = (some: Partial<AgentFilter>): AgentFilter => agentFilter.parse(some);

/** What a person asks for, by kind; each kind is several questions. */
function questions(
  store: Store,
  workspaceId: string,
  userId: string,
): Record<string, (() => Promise<unknown>)[]> {
  const { read } = store;
  const page =
    (some: Partial<AgentFilter>, more: object = {}) =>
    () =>
      listAgents(read, { workspaceId, filter: filter(some), offset: 0, limit: 100, ...more });
  const search = (query: string) => async () => {
    const asked = { workspaceId, filter: filter({ query }) };
    const { rows, total } = await listAgents(read, { ...asked, offset: 0, limit: 100 });
    if (total < 5) await listCloseAgents(read, { ...asked, exceptIds: rows.map(({ id }) => id) });
    if (total === 0) await countWithout(read, asked);
  };
  const offsets = [0, 100, SIZE / 2, SIZE - 600];
  return {
    'first page, middle and end': offsets.map((offset) => page({}, { offset })),
    'by tokens, status, change, name, both ways': (['name', 'changed', 'tokens', 'status'] as const).flatMap(
      (sort) => [page({}, { sort }), page({}, { sort: `-${sort}`, offset: SIZE / 2 })],
    ),
    'model, colour': [page({ models: ['opus', ''] }), page({ colors: ['blue'] })],
    tools: [page({ tools: ['Bash', 'Grep'] }), page({ tools: ['*'] }), page({ tools: [''] })],
    tag: [page({ tags: ['backend'] }), page({ tags: ['on call', 'review'] })],
    'status, place': [
      ...(['loads', 'hidden', 'broken'] as const).map((status) => page({ statuses: [status] })),
      page({ place: 'bin' }),
      page({ place: 'archived' }),
    ],
    problem: [
      page({ problems: ['tool-unknown'] }),
      page({ problems: ['description-missing', 'key-unknown'] }),
    ],
    'who, when': [
      page({ people: [userId] }),
      page({ period: '7d' }),
      page({ after: '2026-01-01', before: '2026-06-01' }),
    ],
    'all at once': [
      page({
        models: ['opus'],
        tools: ['Bash', '*'],
        tags: ['backend'],
        statuses: ['hidden'],
        period: '30d',
      }),
    ],
    'search, many found': ['a', 'ba', 'use for', 'review'].map(search),
    'search, few or none found, with names close to it': [
      'zzzyx',
      'revewer securty',
      'architcet qqq',
      '並行処理',
    ].map(search),
    'search and filters': [
      page({ query: 're', models: ['opus'], statuses: ['hidden'] }),
      page({ query: 'a', tools: ['*'] }),
    ],
    'counts of a menu': FACET_FIELDS.map((field) => () => listFacet(read, { workspaceId, field })),
    'counts of a menu, under a search and filters': FACET_FIELDS.map(
      (field) => () =>
        listFacet(read, { workspaceId, field, filter: filter({ query: 're', models: ['opus', ''] }) }),
    ),
    'what empties a filter': [
      () =>
        countWithout(read, {
          workspaceId,
          filter: filter({ models: ['none'], tools: ['*'], tags: ['draft'] }),
        }),
    ],
    'ids of all': [() => listMatchingIds(read, { workspaceId, limit: SIZE })],
  };
}

/** Milliseconds: of this process's processor where the engine runs in it, so that others at work do not count; else by the clock. */
function now({ engine }: Store): number {
  if (engine === 'postgres') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(store: Store, workspaceId: string, userId: string) {
  const times = new Map<string, number[]>();
  for (let turn = -2; turn < ROUNDS; turn++) {
    for (const [kind, asked] of Object.entries(questions(store, workspaceId, userId))) {
      for (const ask of asked) {
        const since = now(store);
        await ask();
        if (turn >= 0) times.set(kind, [...(times.get(kind) ?? []), now(store) - since]);
      }
    }
  }
  return times;
}

const milliseconds = (values: readonly number[], share: number) => `${round(percentile(values, share))} ms`;

async function onServer(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
  const sqlite = await openStore({ dataDir });
  const stores = [
    { name: 'SQLite', store: sqlite, dispose: () => sqlite.close() },
    ...(TEST_POSTGRES_URL ? [{ name: 'PostgreSQL', ...(await openPostgres(TEST_POSTGRES_URL)) }] : []),
  ];
  const seen: { name: string; times: Map<string, number[]> }[] = [];
  for (const { name, store, dispose } of stores) {
    const { id, ownerId } = await makeWorkspace(store);
    await fillList(store, id, ownerId);
    // As the server does by itself, a minute later.
    if (store.engine === 'postgres') await store.write(({ q }) => q.execute('analyze'));
    seen.push({ name, times: await measure(store, id, ownerId) });
    await dispose();
  }
  fs.rmSync(dataDir, { recursive: true, force: true });
  const kinds = [...(seen[0]?.times.keys() ?? [])];
  table(
    [`${SIZE} agents`, ...seen.flatMap(({ name }) => [`${name}, median`, 'p95'])],
    kinds.map((kind) => [
      kind,
      ...seen.flatMap(({ times }) => {
        const all = times.get(kind) ?? [];
        return [`${round(median(all))} ms`, milliseconds(all, 0.95)];
      }),
    ]),
  );
}

await onServer();
