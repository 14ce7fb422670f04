/** Are the packages that the lock file names installed for this Node, and if not, how do they get there? */

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT, run } from './child.mjs';
import { readStamp, withLock, writeStamp } from './stamp.mjs';
import { PlainError, sayWhile } from './terminal.mjs';

const LOCK_FILE = path.join(ROOT, 'package-lock.json');
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');

const CAUSES = [
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request to/,
    cure: 'npm could not reach the package registry. Check the network (behind a proxy: npm config set proxy …) and run the same command again.',
  },
  {
    sign: /gyp ERR!/,
    cure: [
      'better-sqlite3 had to be compiled and the compiler did not manage. It needs Python 3, make and a C++ compiler:',
      '  Debian, Ubuntu   sudo apt-get install -y python3 make g++',
      '  macOS            xcode-select --install',
      '  Windows          winget install Microsoft.VisualStudio.2022.BuildTools, with the C++ workload',
      'Then run the same command again.',
    ].join('\n'),
  },
  { sign: /ENOSPC/, cure: 'The disk is full. Free about 1 GB and run the same command again.' },
  {
    sign: /EACCES|EPERM/,
    cure: `npm may not write here. Make ${ROOT} writable for you and run the same command again.`,
  },
  {
    sign: /can only install packages when your package\.json and package-lock\.json/,
    cure: 'package.json and package-lock.json disagree. Run "npm install" once and commit the lock file.',
  },
];

/** Installs with `npm ci` unless the packages of the lock file are there and fit this Node. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(async () => {
    if (isInstalled() || (await adopt())) return;
    const done = sayWhile('installing packages with npm ci (about a minute the first time)');
    const { command, args, shell } = npm();
    const { code, output } = await run(
      command,
      [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      { shell, env: { NODE_ENV: 'development' } },
    );
    done(code === 0 ? 'packages installed' : '');
    if (code !== 0) throw new PlainError(explain(output));
    writeStamp('install', fingerprint());
  });
}

/** Returns what to do about a failed `npm ci`, below its own last lines. */
export function explain(output) {
  const cause = CAUSES.find(({ sign }) => sign.test(output));
  const tail = output.trim().split('\n').slice(-12).join('\n');
  return `${tail}\n\n${cause ? cause.cure : 'npm ci failed; the lines above are its last words.'}`;
}

function isInstalled() {
  const stamp = readStamp('install');
  return stamp !== null && JSON.stringify(stamp) === JSON.stringify(fingerprint());
}

function fingerprint() {
  const installed = fs.statSync(INSTALLED, { throwIfNoEntry: false });
  return {
    lock: createHash('sha256').update(fs.readFileSync(LOCK_FILE)).digest('hex'),
    node: `${process.versions.modules} ${process.platform} ${process.arch}`,
    installed: installed ? Math.round(installed.mtimeMs) : null,
  };
}

/** Someone ran npm by hand: if that left what the lock file says, and its binaries load, stamp it. */
async function adopt() {
  if (!fs.existsSync(INSTALLED) || !matchesLock()) return false;
  const probe = "new (require('better-sqlite3'))(':memory:').close(); require('@node-rs/argon2')";
  const { code } = await run(process.execPath, ['-e', probe]);
  if (code !== 0) return false;
  writeStamp('install', fingerprint());
  return true;
}

function matchesLock() {
  const wanted = JSON.parse(fs.readFileSync(LOCK_FILE, 'utf8')).packages;
  const present = JSON.parse(fs.readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === '') return true;
    return present[name] ? present[name].version === version : optional === true;
  });
}

/** npm as it was started, else the npm of the path. */
function npm() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, args: [cli], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
