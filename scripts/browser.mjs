/** Which browser runs the stories? Playwright's own, else the system's Chromium, else one that is installed now. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { run, runPackage } from './child.mjs';
import { PlainError, say, sayWhile } from './terminal.mjs';

const require = createRequire(import.meta.url);
const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Returns the executable of a browser that is there and starts, or null; MUSTER_BROWSER wins. */
export function findBrowser() {
  const chosen = process.env.MUSTER_BROWSER;
  if (chosen) return chosen;
  const own = require('playwright-core').chromium.executablePath();
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => ON_PATH.map((name) => path.join(folder, name)));
  return [own, ...onPath, ...ELSEWHERE].find((file) => file && fs.existsSync(file) && starts(file)) ?? null;
}

/** Returns a browser, installing one when there is none; throws a PlainError that says what to type. */
export async function requireBrowser() {
  const found = findBrowser() ?? (await download()) ?? (await installPackage());
  if (found) {
    say(`browser: ${found}`);
    return found;
  }
  throw new PlainError(
    'no browser for the stories. Type: npx playwright install --with-deps chromium   (Debian: sudo apt-get install -y chromium)',
  );
}

async function download() {
  const done = sayWhile("no browser here: downloading Playwright's Chromium");
  const { code } = await runPackage('playwright-core/cli.js', ['install', '--no-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
  const found = code === 0 ? findBrowser() : null;
  done(found ? 'Chromium downloaded' : 'that did not give a browser that starts');
  return found;
}

async function installPackage() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return null;
  const done = sayWhile("installing Debian's chromium package");
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], quiet);
  const { code } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    quiet,
  );
  done(code === 0 ? 'chromium installed' : 'apt-get did not manage');
  return findBrowser();
}

/** Playwright's download runs without the libraries it needs: only a browser that says its version counts. */
function starts(file) {
  if (process.platform === 'win32') return true;
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 15_000 });
    return true;
  } catch {
    return false;
  }
}
