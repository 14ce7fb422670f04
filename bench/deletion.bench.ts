/** How long does a workspace of ten thousand agents take to go, and how long does everybody else wait meanwhile? On PostgreSQL where TEST_POSTGRES_URL names one. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

import {
  countAllAgents,
  createAgent,
  createThread,
  deleteAgents,
  openStore,
  purgeAgents,
  type Store,
  saveVersion,
  setSetting,
} from '@/db';
import { agentFacts } from '@/lib/server/agent-facts';
import { deleteDueWorkspaces } from '@/lib/server/deletion';

import { openPostgres } from '../db/testing/engines';
import { makeWorkspace } from '../db/testing/rows';
import { generateAgents } from './generated-agents';
import { percentile, round, table } from './measure';

const SIZE = Number(process.env.MUSTER_BENCH_SIZES ?? 10_000);
const BATCH = 200;
/** Every so often somebody else saves something. */
const OTHERS_EVERY_MS = 10;
/** One agent that was saved this often: all its versions go in one transaction. */
const MOST_VERSIONS = 1_000;

interface Filled {
  store: Store;
  workspaceId: string;
  userId: string;
}

/** Each agent has two versions, every fifth a comment. */
async function fill(store: Store): Promise<Filled> {
  const { id: workspaceId, ownerId: userId } = await makeWorkspace(store);
  const of = { workspaceId, userId };
  const agents = generateAgents(SIZE, 300);
  const now = Date.now();
  const factsOf = (text: string) => ({ text, facts: agentFacts(text, null), now });
  for (let done = 0; done < SIZE; done += BATCH) {
    await store.write(async (tx) => {
      for (let at = done; at < Math.min(SIZE, done + BATCH); at++) {
        const text = agents.next().value?.text ?? '';
        const made = await createAgent(tx, { ...of, ...factsOf(text) });
        const { agentId } = made;
        let base = made.versionId;
        for (let version = 2; version <= (at === 0 ? MOST_VERSIONS : 2); version++) {
          const next = { ...of, ...factsOf(`${text}\nVersion ${version}.\n`) };
          base = (await saveVersion(tx, { ...next, agentId, baseVersionId: base }))?.versionId ?? base;
        }
        if (at % 5 > 0) continue;
        const said = { body: 'Why?', mentions: [], proposalId: null, place: { kind: 'agent' } as const };
        await createThread(tx, { ...of, ...said, agentId, now });
      }
    });
  }
  return { store, ...of };
}

/** The way before: twenty agents a transaction, each with the texts that nothing else says. */
async function deleteByTwenty({ store, workspaceId, userId }: Filled): Promise<void> {
  for (let more = true; more; await setImmediate()) {
    more = await store.write(async (tx) => {
      const { agents } = tx.t;
      const rows = await tx.q.select({ id: agents.id, at: agents.workspaceId }).from(agents).limit(20);
      const agentIds = rows.map(({ id }) => id);
      await deleteAgents(tx, { workspaceId, agentIds, userId, now: Date.now() });
      await purgeAgents(tx, { workspaceId, agentIds });
      return rows.length > 0;
    });
  }
}

async function deleteAsDue({ store, workspaceId, userId }: Filled): Promise<void> {
  const { workspaces } = store.read.t;
  await store.write(async (tx) => {
    await tx.q.update(workspaces).set({ deletionDueAt: 1, deletionAskedBy: userId });
  });
  await deleteDueWorkspaces(store, Date.now());
  const left = await countAllAgents(store.read, { workspaceId });
  if (left > 0) throw new Error(`${left} agents are left`);
}

function spentSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

interface Measured {
  seconds: number;
  processorMs: number;
  transactions: number[];
  /** The processor time of each transaction. */
  spent: number[];
  waits: number[];
}

/** Runs `work` while somebody else saves something now and then. */
async function measure(filled: Filled, work: (filled: Filled) => Promise<void>): Promise<Measured> {
  const { store } = filled;
  const transactions: number[] = [];
  const perTransaction: number[] = [];
  const watched: Store = {
    ...store,
    write: (fn) => {
      const asked = performance.now();
      let began = asked;
      let usage = process.cpuUsage();
      return store
        .write((tx) => {
          began = performance.now();
          usage = process.cpuUsage();
          return fn(tx);
        })
        .finally(() => {
          transactions.push(performance.now() - began);
          perTransaction.push(spentSince(usage));
        });
    },
  };
  const waits: number[] = [];
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await store.write((tx) => setSetting(tx, { key: 'bench', value: String(asked), now: 1 }));
      waits.push(performance.now() - asked);
      await sleep(OTHERS_EVERY_MS);
    }
  })();
  const [began, spent] = [performance.now(), process.cpuUsage()];
  await work({ ...filled, store: watched });
  const seconds = (performance.now() - began) / 1000;
  const processorMs = spentSince(spent);
  isOver = true;
  await others;
  return { seconds, processorMs, transactions, spent: perTransaction, waits };
}

const NOBODY = 'nobody deletes, for comparison';
const NOW = 'as it is';
const RIVAL = 'rival: twenty agents a transaction';

const rows: (string | number)[][] = [];

function add(name: string, { seconds, processorMs, transactions, spent, waits }: Measured): void {
  const at = (times: readonly number[], share: number) =>
    times.length > 0 ? round(percentile(times, share)) : '–';
  rows.push([
    ...[name, round(seconds), round(processorMs / 1000), transactions.length],
    ...[at(spent, 1), at(transactions, 0.99), at(transactions, 1), at(waits, 0.99), at(waits, 1)],
  ]);
}

type Open = () => Promise<{ store: Store; dispose(): Promise<void> }>;

async function run(name: string, open: Open): Promise<void> {
  const { store, dispose } = await open();
  const filled = await fill(store);
  add(`${name}, ${NOBODY}`, await measure(filled, () => sleep(5_000)));
  add(`${name}, ${NOW}`, await measure(filled, deleteAsDue));
  await dispose();
  const again = await open();
  add(`${name}, ${RIVAL}`, await measure(await fill(again.store), deleteByTwenty));
  await again.dispose();
}

const server = process.env.TEST_POSTGRES_URL;
if (server) await run('PostgreSQL', () => openPostgres(server));
else {
  await run('SQLite', async () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
    const store = await openStore({ dataDir });
    const dispose = async () => {
      await store.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    };
    return { store, dispose };
  });
}

console.log(
  `A workspace of ${SIZE.toLocaleString('en-US')} agents with two versions each, one of them with ${MOST_VERSIONS.toLocaleString('en-US')}; somebody else saves every ${OTHERS_EVERY_MS} ms.\n`,
);
table(
  [
    ...['way', 's', 'processor s', 'transactions', 'processor ms of the longest'],
    ...['transaction p99 ms', 'longest ms', 'others wait, p99 ms', 'longest ms'],
  ],
  rows,
);
