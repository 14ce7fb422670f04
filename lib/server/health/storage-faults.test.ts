/** What do people and supervisors hear while the storage is at fault, and does all go on when it is not any more? */

import '../testing/mocks';

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { getWorkspaceForMember, renameWorkspace, type Store } from '@/db';
import { workspaceSlug } from '@/lib/contract';
import { action } from '../action';
import { workspaceCommand } from '../command';
import { reportError } from '../console';
import { asRequest } from '../request-context';
import { hookRequests, stopListening } from '../requests';
import { forgetSingleton } from '../singleton';
import { as, makePerson, makeWorkspace, openWorld, type Person, type World } from '../testing/world';
import { getThreads } from '../threads/threads';
import { whyNotReady } from './readiness';

let world: World;
let owner: Person;
let workspace: { id: string; slug: string };

beforeAll(async () => {
  world = await openWorld();
  owner = await makePerson(world.store);
  workspace = await makeWorkspace(world.store, owner);
});
afterAll(() => world.dispose());

const rename = action(
  workspaceCommand({
    event: 'workspace.renamed',
    permission: 'workspace:rename',
    input: z.object({ workspace: workspaceSlug, name: z.string() }),
    prepare: async () => null,
    async commit(tx, _prepared, { name }, { scope, now }) {
      await renameWorkspace(tx, { workspaceId: scope.workspaceId, name, now });
      return { output: null };
    },
  }),
);
const renameTo = (name: string) => as(owner, () => rename({ workspace: workspace.slug, name }));
const nameNow = async () =>
  (await getWorkspaceForMember(world.store.read, { slug: workspace.slug, userId: owner.userId }))?.name;

interface Connection {
  pragma(text: string): unknown;
  exec(sql: string): unknown;
  close(): void;
}
const connectionOf = (db: Pick<Store['read'], 'q'>) => (db.q as unknown as { $client: Connection }).$client;
const limitPages = (pages: number) =>
  world.store.write(async (tx) => void connectionOf(tx).pragma(`max_page_count = ${pages}`));

describe('a full disk', () => {
  it('is said in words with a reference, loses nothing, and is over when there is space', async () => {
    expect(await whyNotReady()).toBeNull();
    const before = await nameNow();
    await limitPages(1);
    const long = 'x'.repeat(200_000);
    const result = await asRequest({ id: 'abcdef012345' }, () => renameTo(long));
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'unavailable',
        ref: 'abcdef012345',
        message: expect.stringMatching(/disk of the server is full; nothing was changed.*abcdef012345/),
      },
    });
    expect(await nameNow()).toBe(before);
    await limitPages(1_000_000);
    // Nobody has to save first: the question itself finds out.
    expect(await whyNotReady()).toBeNull();
    expect((await renameTo('After')).ok).toBe(true);
    expect(await nameNow()).toBe('After');
  });
});

describe('a locked database', () => {
  it('is busy for those who ask, and said in words to those who wait', async () => {
    const { constructor: Opened } = connectionOf(world.store.read) as unknown as {
      constructor: new (file: string) => Connection;
    };
    const other = new Opened(path.join(world.directory, 'muster.db'));
    other.exec('BEGIN EXCLUSIVE');
    const waiting = renameTo('Late');
    expect(await whyNotReady()).toBe('busy');
    expect(await nameNow()).toBe('After');
    // As long as a write waits for another program.
    const now = Date.now;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 10_000);
    expect(await waiting).toMatchObject({
      ok: false,
      error: {
        code: 'unavailable',
        message: expect.stringMatching(/locked the database; nothing was changed/),
      },
    });
    clock.mockRestore();
    other.exec('ROLLBACK');
    other.close();
    await vi.waitFor(async () => expect(await whyNotReady()).toBeNull(), { timeout: 20_000, interval: 50 });
    expect((await renameTo('At last')).ok).toBe(true);
  });
});

describe('a page that failed', () => {
  it('carries the reference, and the kind of fault, and is logged once', () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const plain: Error & { digest?: string } = new Error('no');
    asRequest({ id: 'abcdef012345' }, () => {
      reportError(full);
      reportError(plain);
      reportError(plain);
    });
    expect([full, plain]).toMatchObject([{ digest: 'abcdef012345.disk-full' }, { digest: 'abcdef012345' }]);
  });

  it('has words for every kind of fault', () => {
    const kinds = readFileSync('db/faults.ts', 'utf8').match(/^ {2}\| '([a-z-]+)'/gm) ?? [];
    const page = readFileSync('components/shell/page-fault.ts', 'utf8');
    expect(kinds).toHaveLength(7);
    for (const kind of kinds) expect(page).toMatch(new RegExp(`^ {2}'?${kind.slice(5, -1)}'?:`, 'm'));
  });
});

it('a server that is stopping is not ready, and begins nothing that takes long', async () => {
  hookRequests();
  await stopListening();
  expect(await whyNotReady()).toBe('draining');
  const job = getThreads().similarity.run('clusters', {} as never, { limitMs: 1000 });
  await expect(job).rejects.toMatchObject({ fault: 'stopping' });
  forgetSingleton('traffic');
});
