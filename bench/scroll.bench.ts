/** Does the list of ten thousand agents scroll smoothly in a browser? */

import fs from 'node:fs';

import { chromium, type Page } from '@playwright/test';

import { getUserByEmail, listWorkspacesOfUser, openStore } from '@/db';

import { startMuster } from '../e2e/server';
import { makeFirstAccount, OWNER } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { fillList, SIZE } from './list-agents';
import { percentile, round, table } from './measure';

/** Scrolls so many pixels a frame, and returns the milliseconds of each frame. */
function scroll(page: Page, pixels: number, frames: number): Promise<number[]> {
  return page.evaluate(
    ([step, count]) =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('main') as HTMLElement;
        const deltas: number[] = [];
        let last = performance.now();
        list.scrollTop = 0;
        const next = (now: number) => {
          deltas.push(now - last);
          last = now;
          list.scrollTop += step as number;
          if (deltas.length <= (count as number)) requestAnimationFrame(next);
          else resolve(deltas.slice(1));
        };
        requestAnimationFrame(next);
      }),
    [pixels, frames],
  );
}

function figures(deltas: readonly number[]): string[] {
  const seconds = deltas.reduce((sum, delta) => sum + delta, 0) / 1000;
  const slow = deltas.filter((delta) => delta > 1000 / 30).length;
  return [round(deltas.length / seconds), `${round(percentile(deltas, 0.95))} ms`, String(slow)];
}

const server = await startMuster();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
  await makeFirstAccount(page, server.firstAccountLink);
  const store = await openStore({ dataDir: server.dataDir });
  const user = await getUserByEmail(store.read, { email: OWNER.email });
  const [workspace] = user ? await listWorkspacesOfUser(store.read, { userId: user.id }) : [];
  if (!user || !workspace) throw new Error('the first account has no workspace');
  await fillList(store, workspace.id, user.id);
  await store.close();
  await page.goto(`/w/${workspace.slug}/agents`);
  await page.locator('[data-agent]').first().waitFor();
  const rows: string[][] = [];
  for (const [name, pixels] of [
    ['as a wheel does, 40 pixels a frame', 40],
    ['quickly, 400 pixels a frame', 400],
    ['as the scroll bar does, 2,000 pixels a frame', 2_000],
  ] as const) {
    rows.push([name, ...figures(await scroll(page, pixels, 300))]);
  }
  const nodes = await page.locator('[data-index]').count();
  // The same scrolling of nothing: what the browser and the machine leave to be had.
  await page.evaluate(() => {
    const list = document.querySelector('main ul');
    const empty = document.createElement('div');
    empty.style.height = `${list?.clientHeight ?? 0}px`;
    document.querySelector('main')?.replaceChildren(empty);
  });
  const idle = await scroll(page, 40, 300);
  rows.push(['nothing in it, 40 pixels a frame', ...figures(idle)]);
  table([`scrolling ${SIZE} agents`, 'frames a second', 'p95 of a frame', 'frames over 33 ms, of 300'], rows);
  console.log(`${nodes} rows are in the document.`);
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(server.dataDir, { recursive: true, force: true });
}
