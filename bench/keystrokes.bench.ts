/** In the real editor, in a browser: how long from a key going down to the preview having changed? */

import fs from 'node:fs';

import { chromium, type Page } from '@playwright/test';

import { startMuster } from '../e2e/server';
import { importQuietly, openEditor } from '../e2e/steps';
import { makeFirstAccount } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { percentile, round, table } from './measure';

const KEYS = 200;
const PARAGRAPH =
  '## Review the change\n\nRead **all** of it first, then say what would break: `null`, an empty list.\n\n- One finding, one line.\n- Prefer a failing test over an opinion.\n\n';

interface Watched {
  keys: number[];
}

/** Notes for each key the time until the preview's DOM has changed, and how long the browser was busy with it. */
function watchPage(): void {
  const watched = window as unknown as Window & Watched;
  watched.keys = [];
  let pressed = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    true,
  );
  const pane = document.querySelector('.md-preview');
  if (!pane) throw new Error('no preview on the page');
  new MutationObserver(() => {
    if (pressed > 0) watched.keys.push(performance.now() - pressed);
    pressed = 0;
  }).observe(pane, { childList: true, subtree: true, characterData: true });
}

async function typeKeys(page: Page): Promise<number[]> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x');
    await page.waitForTimeout(20);
  }
  return page.evaluate(() => (window as unknown as Window & Watched).keys);
}

const server = await startMuster();
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
const rows: (string | number)[][] = [];
try {
  await makeFirstAccount(page, server.firstAccountLink);
  const workspace = new URL(page.url()).pathname.replace('/agents', '');
  for (const size of [8_000, 100_000]) {
    const body = PARAGRAPH.repeat(Math.ceil(size / PARAGRAPH.length)).slice(0, size);
    const text = `---\nname: long-${size}\ndescription: Measures.\n---\n\n${body}`;
    const [id = ''] = await importQuietly(page, workspace, [{ fileName: `long-${size}.md`, text }]);
    const editor = await openEditor(page, workspace, id);
    await editor.source.click();
    await page.waitForTimeout(1_000);
    await page.evaluate(watchPage);
    const times = await typeKeys(page);
    if (times.length < KEYS * 0.9) throw new Error(`the preview answered ${times.length} of ${KEYS} keys`);
    rows.push([`${size / 1000} kB`, round(percentile(times, 0.5)), round(percentile(times, 0.95))]);
  }
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(server.dataDir, { recursive: true, force: true });
}
console.log(`${KEYS} keys in the source of the built app, from keydown to the changed preview`);
table(['text', 'median ms', 'p95 ms'], rows);
