/** How does a story get a Muster of its own? The real production server, on a free port, with an empty data folder. */

import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCRIPT = { command: process.execPath, args: [path.join(ROOT, 'scripts/start.mjs')] };
const START_LIMIT_MS = 180_000;
const LINK = /https?:\/\/\S+\/setup\?token=[\w-]+/;

export interface MusterServer {
  url: string;
  pid: number | undefined;
  dataDir: string;
  /** The link to make the first account with, as the terminal shows it. */
  firstAccountLink: string;
  output: () => string;
  stop: () => Promise<number | null>;
  /** Ends it as a power cut would, at once. */
  kill: () => Promise<void>;
}

/** Starts `npm start`'s own script, with these variables more, and resolves when the first page answers. */
export async function startMuster(
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-story-')),
  { command, args }: { command: string; args: string[] } = SCRIPT,
  settings: Record<string, string> = {},
): Promise<MusterServer> {
  const port = Number(settings.PORT) || (await freePort());
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      MUSTER_DATA_DIR: dataDir,
      MUSTER_URL: '',
      DATABASE_URL: '',
      FORCE_COLOR: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const url = `http://localhost:${port}`;
  await answers(url, child, () => output);
  return {
    url,
    pid: child.pid,
    dataDir,
    firstAccountLink: LINK.exec(output)?.[0] ?? '',
    output: () => output,
    stop: () => stop(child),
    kill: () => kill(child),
  };
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${output()}`);
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null);
    if (response && response.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`no page after ${START_LIMIT_MS / 1000} s:\n${output()}`);
}

/** Ends the server as a service manager would, and tells its exit code. */
function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    // It ends by itself before that, answered or not.
    const force = setTimeout(() => child.kill('SIGKILL'), 40_000);
    child.once('exit', (code) => {
      clearTimeout(force);
      resolve(code);
    });
    child.kill('SIGTERM');
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
