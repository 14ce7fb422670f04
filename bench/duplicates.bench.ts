/** How long does somebody who opens the page of duplicates wait: for the first clusters, for all, for the browser? */

import fs from 'node:fs';

import { chromium, type Page } from '@playwright/test';

import { createAgent, getUserByEmail, listWorkspacesOfUser, openStore, type Store } from '@/db';
import type { DuplicatesLine } from '@/lib/contract';
import { agentFacts } from '@/lib/server/agent-facts';
import { createProfile, PROFILE_VERSION } from '@/lib/similarity';

import { startMuster } from '../e2e/server';
import { makeFirstAccount, OWNER } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { generateAgents } from './generated-agents';
import { round, table } from './measure';

const WORDS = 750;
const SIZE = Number(process.env.MUSTER_BENCH_SIZES ?? 10_000);
/** Agents that are put into the database at once. */
const BATCH = 200;

/** Puts generated agents and their profiles into the database, as an import does. */
async function fill(store: Store, count: number): Promise<() => Promise<void>> {
  const user = await getUserByEmail(store.read, { email: OWNER.email });
  const [workspace] = user ? await listWorkspacesOfUser(store.read, { userId: user.id }) : [];
  if (!user || !workspace) throw new Error('the first account has no workspace');
  const agents = generateAgents(count + 1, WORDS);
  const add = async (texts: readonly string[]) => {
    const made = texts.map((text) => ({
      ...{ text, facts: agentFacts(text, null), workspaceId: workspace.id, userId: user.id, now: Date.now() },
      profile: { recipe: PROFILE_VERSION, json: JSON.stringify(createProfile(text)) },
    }));
    await store.write(async (tx) => {
      for (const agent of made) await createAgent(tx, agent);
    });
  };
  const next = () => agents.next().value?.text ?? '';
  for (let done = 0; done < count; done += BATCH)
    await add(Array.from({ length: Math.min(BATCH, count - done) }, next));
  return () => add([next()]);
}

interface Answer {
  /** Milliseconds to the first progress, the first clusters, and the end. */
  progress: number;
  first: number;
  end: number;
  early: number;
  clusters: number;
  megabytes: number;
}

/** Reads the stream as the page does, within the browser. */
async function ask(address: string): Promise<Answer> {
  const since = performance.now();
  const seen: Answer = { progress: 0, first: 0, end: 0, early: 0, clusters: 0, megabytes: 0 };
  const ids = new Set<string>();
  const hear = (line: DuplicatesLine) => {
    const now = performance.now() - since;
    if (line.kind === 'progress') {
      seen.progress ||= now;
      seen.early = ids.size;
    } else if (line.kind === 'clusters') {
      seen.first ||= now;
      for (const id of line.gone) ids.delete(id);
      for (const { id } of line.clusters) ids.add(id);
    } else seen.end = now;
  };
  const { body } = await fetch(address);
  if (!body) throw new Error('no answer');
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    seen.megabytes += value.length / 1e6;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(JSON.parse(line));
  }
  return { ...seen, clusters: ids.size };
}

/** Opens the page itself; milliseconds until a cluster stands there, until all do, and the longest task of the browser. */
async function open(page: Page, address: string): Promise<{ shown: number; end: number; longest: number }> {
  await page.goto(address, { waitUntil: 'commit' });
  const since = performance.now();
  await page.evaluate(() => {
    const watched = window as unknown as { longest: number };
    watched.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.locator('[data-cluster]').first().waitFor({ timeout: 300_000 });
  const shown = performance.now() - since;
  await page.locator('main[aria-busy="false"]').waitFor({ timeout: 300_000 });
  const end = performance.now() - since;
  return {
    shown,
    end,
    longest: await page.evaluate(() => (window as unknown as { longest: number }).longest),
  };
}

const server = await startMuster();
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
const rows: (string | number)[][] = [];
try {
  await makeFirstAccount(page, server.firstAccountLink);
  const workspace = new URL(page.url()).pathname.replace('/agents', '');
  const store = await openStore({ dataDir: server.dataDir });
  const addAnother = await fill(store, SIZE);
  const seconds = (ms: number) => `${round(ms / 1000)} s`;
  const note = async (title: string) => {
    const { progress, first, end, early, clusters, megabytes } = await page.evaluate(
      ask,
      `/api${workspace}/duplicates`,
    );
    rows.push([
      title,
      seconds(progress),
      seconds(first),
      early,
      seconds(end),
      clusters,
      `${round(megabytes)} MB`,
    ]);
  };
  await note('the first time since the server started');
  await addAnother();
  await note('after an agent was added');
  await note('again');
  await addAnother();
  const { shown, end, longest } = await open(page, `${workspace}/duplicates`);
  await store.close();
  console.log(
    `${SIZE.toLocaleString('en')} agents in the database of the built app; what the browser hears, by the clock\n`,
  );
  table(['', 'progress', 'first clusters', 'of copies', 'all', 'clusters', 'sent'], rows);
  console.log(
    `\nThe page, after an agent was added: a cluster after ${seconds(shown)}, all after ${seconds(end)}, the longest task of the browser ${round(longest)} ms`,
  );
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(server.dataDir, { recursive: true, force: true });
}
