/** Has anything changed since a step last ran? Stamps lie in `.muster/`, and one lock keeps steps apart. */

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ROOT } from './child.mjs';
import { say } from './terminal.mjs';

const STAMPS = path.join(ROOT, '.muster');
const LOCK = path.join(STAMPS, 'lock');
const NOT_SOURCE = /(^|\/)(node_modules|\.[^/]+)(\/|$)|\.(test|bench)\.tsx?$|\.md$/;

/** Returns a hash over the names and contents of the given files and folders, tests left out. */
export function hashSources(entries) {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of sourceFiles(entry)) {
      hash
        .update(`${file}\0`)
        .update(fs.readFileSync(path.join(ROOT, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Returns what `writeStamp` stored under the name, or null. */
export function readStamp(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(STAMPS, `${name}.json`), 'utf8'));
  } catch {
    return null;
  }
}

export function writeStamp(name, value) {
  fs.mkdirSync(STAMPS, { recursive: true });
  fs.writeFileSync(path.join(STAMPS, `${name}.json`), `${JSON.stringify(value)}\n`);
}

export function dropStamp(name) {
  fs.rmSync(path.join(STAMPS, `${name}.json`), { force: true });
}

/** Runs `work` while no other Muster script installs or builds here. */
export async function withLock(work) {
  fs.mkdirSync(STAMPS, { recursive: true });
  let told = false;
  while (!takeLock()) {
    const holder = lockHolder();
    if (holder !== null && !told) {
      say(`waiting for another Muster script (process ${holder}) that installs or builds here`);
      told = true;
    }
    await sleep(250);
  }
  const release = () => fs.rmSync(LOCK, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function takeLock() {
  try {
    fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Returns the process that holds the lock; removes a lock whose process has ended. */
function lockHolder() {
  let pid;
  try {
    pid = Number(fs.readFileSync(LOCK, 'utf8'));
    // An empty file is a lock whose process has not yet written its number.
    if (!pid) return Date.now() - fs.statSync(LOCK).mtimeMs < 5_000 ? null : dropLock();
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'ESRCH' ? dropLock() : (pid ?? null);
  }
}

function dropLock() {
  fs.rmSync(LOCK, { force: true });
  return null;
}

function sourceFiles(entry) {
  const absolute = path.join(ROOT, entry);
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(ROOT, path.join(item.parentPath ?? item.path, item.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !NOT_SOURCE.test(file))
    .sort();
}
