/** Which secrets does the server keep, and how does it compare and store those of people? */

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

import { hash, verify } from '@node-rs/argon2';

import { dataDirectory } from './environment';
import { singleton } from './singleton';

/** OWASP's minimum for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/** Returns the argon2id hash of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2);
}

/** Says whether the password is that of the hash; without a hash (an unknown user) it takes as long and says no. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  const against = hashed ?? (await dummyHash());
  const matches = await verify(against, password.normalize('NFKC'));
  return hashed !== null && matches;
}

const dummyHash = () => singleton('dummy-hash', () => hashPassword(randomBytes(18).toString('base64url')));

/** Makes the hash that stands in for unknown users, so that the first of them is not told apart by its making. */
export async function warmPasswords(): Promise<void> {
  await dummyHash();
}

/** Returns a token that nobody guesses (192 bits), safe in a URL. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Returns what is stored of a token: its SHA-256, which is enough for random ones. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Returns what only this server can make of these words: their keyed hash. */
export function proofOf(...words: readonly string[]): string {
  return createHmac('sha256', authSecret()).update(words.join('\n')).digest('base64url');
}

/** Says whether this is the proof of these words. */
export function isProofOf(given: string | undefined, ...words: readonly string[]): boolean {
  const bytes = new TextEncoder();
  const [said, right] = [bytes.encode(given ?? ''), bytes.encode(proofOf(...words))];
  return said.length === right.length && timingSafeEqual(said, right);
}

/** Returns AUTH_SECRET, or the secret of the data folder, made with mode 0600 when it is not there yet. */
export function authSecret(): string {
  return process.env.AUTH_SECRET?.trim() || singleton('auth-secret', () => storedSecret(dataDirectory()));
}

/** Returns the secret of this folder and makes it if there is none; of two that make it at once, one wins for both. */
export function storedSecret(directory: string): string {
  const file = path.join(directory, 'auth-secret');
  const present = readSecret(file);
  if (present) return present;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, file);
    unlinkSync(draft);
  } catch (error) {
    // File systems without hard links lose only the race between two first starts.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') unlinkSync(draft);
    else renameSync(draft, file);
  }
  const made = readSecret(file);
  if (!made) throw new Error(`${file} is empty. Delete it: a new secret is made at the next start.`);
  return made;
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
