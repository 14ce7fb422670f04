/** Does an account that nobody can enter get a password, and nobody else's session stay open? */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  createSession,
  createUser,
  getSession,
  getUserByEmail,
  listAuditEvents,
  openStore,
  type Store,
} from '@/db';
import { hashPassword, verifyPassword } from '@/lib/server/secrets';

import { ROOT } from './child.mjs';

const EMAIL = 'ada@example.org';
const NOW = Date.now();

describe('reset-password', () => {
  let dataDir: string;
  /** Open meanwhile, as a running server has it. */
  let store: Store;
  let sessionId: string;
  beforeAll(async () => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-reset-'));
    store = await openStore({ dataDir });
    const passwordHash = await hashPassword('forgotten by now');
    const user = await store.write((tx) =>
      createUser(tx, { email: EMAIL, name: 'Ada', passwordHash, now: NOW }),
    );
    const session = { userId: user?.id ?? '', expiresAt: NOW + 3_600_000, address: null, userAgent: null };
    sessionId = (await store.write((tx) => createSession(tx, { ...session, now: NOW }))).id;
  });
  afterAll(async () => {
    await store.close();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  const resetIn = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, [path.join(ROOT, 'scripts/reset-password.mjs'), ...args], {
      cwd: dataDir,
      env: { ...process.env, MUSTER_DATA_DIR: folder, DATABASE_URL: '', FORCE_COLOR: '0' },
      encoding: 'utf8',
    });
  const reset = (...args: string[]) => resetIn(dataDir, ...args);
  const hashNow = async () => (await getUserByEmail(store.read, { email: EMAIL }))?.passwordHash ?? null;

  it('refuses what is no address and what has no account, in words, and changes nothing', async () => {
    const before = await hashNow();
    for (const [args, words] of [
      [[], /usage: .*ADDRESS/],
      [['ada'], /usage: .*ADDRESS/],
      [[EMAIL, 'another'], /usage: .*ADDRESS/],
      [['bob@example.org'], /There is no account of bob@example\.org in .*muster-reset-/],
    ] as const) {
      const { status, stdout, stderr } = reset(...args);
      expect(stderr).toMatch(words);
      expect(stderr, 'no stack').not.toMatch(/^\s+at .*[:(]/m);
      expect([status, stdout]).toEqual([1, '']);
    }
    expect(await hashNow()).toBe(before);
    expect(await getSession(store.read, { sessionId, now: NOW })).not.toBeNull();
  });

  it('makes no database where there is none, but says which folder it looked at', () => {
    const folder = path.join(dataDir, 'elsewhere');
    const { status, stderr } = resetIn(folder, EMAIL);
    expect(stderr).toContain(`There is no database in ${folder}`);
    expect([status, fs.existsSync(folder)]).toEqual([1, false]);
  });

  it('prints the new password alone on standard output, and ends all sessions', async () => {
    const { status, stdout, stderr } = reset(` ${EMAIL.toUpperCase()} `);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^[\w-]{32}\n$/);
    expect(stderr).toContain('signed out everywhere');
    expect(await verifyPassword(await hashNow(), stdout.trim())).toBe(true);
    expect(await verifyPassword(await hashNow(), 'forgotten by now')).toBe(false);
    expect(await getSession(store.read, { sessionId, now: NOW })).toBeNull();
    const page = { workspaceId: null, event: 'user.password-reset', offset: 0, limit: 5 };
    expect(await listAuditEvents(store.read, page)).toHaveLength(1);
  });
});
