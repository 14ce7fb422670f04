/** In the real app, in a browser, at five thousand agents: how long from ⌘K to the palette, and from a letter to its answer? */

import fs from 'node:fs';

import { chromium, type Page } from '@playwright/test';

import { createAgent, getUserByEmail, listWorkspacesOfUser, openStore } from '@/db';
import { agentFacts } from '@/lib/server/agent-facts';

import { startMuster } from '../e2e/server';
import { makeFirstAccount, OWNER } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { median, percentile, round, table } from './measure';

const SIZE = 5_000;
const OPENINGS = 20;
const JOBS = ['reviewer', 'planner', 'architect', 'tester', 'translator', 'operator', 'writer', 'analyst'];
const FIELDS = [
  'billing',
  'search',
  'checkout',
  'login',
  'reports',
  'mobile',
  'archive',
  'mail',
  'maps',
  'chat',
];
/** Beginnings, beginnings of words, letters in their order, a typo (which looks at every name twice), and nothing. */
const QUERIES = ['billing', 'architect 12', 'bilrev', 'chekcout', 'qqqq'];

interface Watched {
  /** From the press of a key until the frame after the palette's last change. */
  spans: number[];
  pressed: number;
}

/** Notes for each key how long it takes until what it changed in the palette was painted. */
function watchPage(): void {
  const watched = window as unknown as Window & Watched;
  watched.spans = [];
  watched.pressed = 0;
  window.addEventListener('keydown', (event) => (watched.pressed = event.timeStamp), true);
  new MutationObserver(() => {
    const { pressed } = watched;
    if (pressed === 0 || !document.querySelector('[aria-label="Palette"] input')) return;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        if (watched.pressed === pressed) watched.spans.push(performance.now() - pressed);
        watched.pressed = 0;
      };
      channel.port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}

const taken = (page: Page) => page.evaluate(() => (window as unknown as Window & Watched).spans.splice(0));

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
}

const server = await startMuster();
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
try {
  const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
  await makeFirstAccount(page, server.firstAccountLink);
  const store = await openStore({ dataDir: server.dataDir });
  const user = await getUserByEmail(store.read, { email: OWNER.email });
  const [workspace] = user ? await listWorkspacesOfUser(store.read, { userId: user.id }) : [];
  if (!user || !workspace) throw new Error('no workspace');
  await store.write(async (tx) => {
    for (let at = 0; at < SIZE; at++) {
      const name = `${FIELDS[at % FIELDS.length]}-${JOBS[(at >> 3) % JOBS.length]}-${at}`;
      const text = `---\nname: ${name}\ndescription: Does it.\n---\nDo it.\n`;
      const save = { workspaceId: workspace.id, userId: user.id, text, facts: agentFacts(text, null) };
      await createAgent(tx, { ...save, now: Date.now() + at });
    }
  });
  await store.close();
  // Before the page's own listeners: what they change is done before the next listener is called.
  await page.addInitScript(watchPage);
  await page.goto(`/w/${workspace.slug}/agents`, { waitUntil: 'networkidle' });

  const started = performance.now();
  await open(page);
  await page.getByText('Agents changed last').waitFor();
  const [first = 0] = await taken(page);
  const fetched = performance.now() - started;
  await page.keyboard.press('Escape');
  const openings: number[] = [];
  for (let at = 0; at < OPENINGS; at++) {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await taken(page);
    await open(page);
    await page.waitForTimeout(300);
    openings.push(...(await taken(page)).slice(0, 1));
    await page.keyboard.press('Escape');
  }
  console.log(
    `${SIZE} agents; the first ⌘K after loading the page, with the names from the server: ${round(fetched)} ms, the palette itself ${round(first)} ms`,
  );
  table(
    ['', 'presses', 'median ms', 'p95 ms', 'slowest ms'],
    [['⌘K to the palette painted', openings.length, ...figures(openings)]],
  );
  const answers: (string | number)[][] = [];
  for (const query of QUERIES) {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await open(page);
    await taken(page);
    for (const key of query) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(250);
    }
    const spans = await taken(page);
    answers.push([`“${query}”, each letter`, spans.length, ...figures(spans)]);
    await page.keyboard.press('Escape');
  }
  table(['', 'presses', 'median ms', 'p95 ms', 'slowest ms'], answers);
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(server.dataDir, { recursive: true, force: true });
}

function figures(all: readonly number[]): string[] {
  return [median(all), percentile(all, 0.95), Math.max(...all)].map(round);
}
