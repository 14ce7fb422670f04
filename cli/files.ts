/** Which files do the paths on the command line stand for, and what do they hold? */

import fs from 'node:fs';
import path from 'node:path';

import { UsageError } from './output';

/** A folder reached by several links is listed under each, but no more often than this. */
const MAX_VISITS = 16;

export interface FoundFiles {
  files: string[];
  /** What could not be looked at, and why. */
  notices: string[];
}

/**
 * Lists the files of the paths: a file stands for itself, a folder for every `.md` in it, in lower case, at any
 * depth, hidden ones and links too, as Claude Code walks it. Sorted within a folder. Throws a UsageError for a
 * path that does not exist.
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const found: FoundFiles = { files: [], notices: [] };
  const visits = new Map<string, number>();
  for (const given of paths) {
    const stat = statOf(given);
    if (stat === null)
      throw new UsageError(`there is no file or folder ${given}`, 'Check the path, or give a folder.');
    if (stat.isDirectory()) walk(given, [], visits, found);
    else found.files.push(given);
  }
  found.files = [...new Set(found.files)];
  return found;
}

function statOf(file: string): fs.Stats | null {
  try {
    return fs.statSync(file);
  } catch {
    return null;
  }
}

function walk(
  folder: string,
  above: readonly string[],
  visits: Map<string, number>,
  found: FoundFiles,
): void {
  let real: string;
  let names: string[];
  try {
    real = fs.realpathSync(folder);
    names = fs.readdirSync(folder).sort();
  } catch (error) {
    found.notices.push(`${folder}: ${reasonOf(error)}`);
    return;
  }
  const count = (visits.get(real) ?? 0) + 1;
  visits.set(real, count);
  if (above.includes(real) || count > MAX_VISITS) return;
  for (const name of names) {
    const file = path.join(folder, name);
    const stat = statOf(file);
    if (stat?.isDirectory()) walk(file, [...above, real], visits, found);
    else if (stat?.isFile() && name.endsWith('.md')) found.files.push(file);
  }
}

/** Names the file itself, however it is reached: two paths of one file, or two links to it, give the same. */
export function identityOf(file: string): string {
  const { dev, ino } = fs.statSync(file, { bigint: true });
  return `${dev} ${ino}`;
}

/** Reads the bytes of a file; throws a UsageError that says why it cannot be read. */
export function readBytes(file: string): Uint8Array {
  const stat = statOf(file);
  if (stat === null) throw new UsageError(`there is no file ${file}`, 'Check the path.');
  if (stat.isDirectory()) throw new UsageError(`${file} is a folder`, 'Name one file.');
  if (!stat.isFile() && !isOpenAlready(file)) {
    throw new UsageError(`${file} is no file but a pipe or a device`, 'Name a file, or give /dev/stdin.');
  }
  try {
    return Uint8Array.from(fs.readFileSync(file));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** A pipe that someone holds open for us, as `<(…)` of a shell does, ends; any other might never. */
const isOpenAlready = (file: string): boolean =>
  /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/.test(file);

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  ENOENT: 'it does not exist',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'it is there already',
};

/** Says in words why the system refused something. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}

/** Whether something lies at the path. */
export const exists = (file: string): boolean => statOf(file) !== null;

/** Makes a file at once; throws where one is there already, also one that came a moment ago. */
export function createFile(file: string, bytes: Uint8Array): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const handle = fs.openSync(draft, 'wx');
    try {
      fs.writeFileSync(handle, bytes);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    // A link, unlike a renaming, never takes the place of what is there.
    fs.linkSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Replaces the bytes of a file at once: a crash leaves the old ones or the new ones. Follows links, keeps the mode. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const target = fs.realpathSync(file);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  const { mode } = fs.statSync(target);
  fs.accessSync(target, fs.constants.W_OK);
  try {
    const handle = fs.openSync(draft, 'wx', mode);
    try {
      fs.writeFileSync(handle, bytes);
      fs.fchmodSync(handle, mode);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}
