/** On what do the tests of the server run? A real store in a fresh folder, and requests that carry what a browser's would. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { vi } from 'vitest';

import { createMembership, createSession, createUser, createWorkspace, type Store } from '@/db';
import type { Role } from '@/lib/policy';

import { stampPeer } from '../peer';
import { forgetSingleton, singleton } from '../singleton';
import { closeStore, getStore } from '../store';
import { type Asked, asking, type Claims } from './mocks';

export interface Person extends Claims {
  name: string;
  email: string;
}

export interface World {
  store: Store;
  directory: string;
  dispose(): Promise<void>;
}

/** Opens a fresh installation on SQLite, or on the store that is given. */
export async function openWorld(given?: { store: Store; dispose(): Promise<void> }): Promise<World> {
  const directory = mkdtempSync(path.join(tmpdir(), 'muster-server-'));
  vi.stubEnv('MUSTER_DATA_DIR', directory);
  forgetSingleton('store');
  if (given) singleton('store', () => Promise.resolve(given.store));
  const store = await getStore();
  return {
    store,
    directory,
    async dispose() {
      if (given) {
        forgetSingleton('store');
        await given.dispose();
      } else await closeStore();
      vi.unstubAllEnvs();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export interface Request {
  address?: string;
  origin?: string | null;
  /** The browser's other cookies; none unless given. */
  jar?: Map<string, string>;
}

let addresses = 0;

/** Runs `answer` as a request of this person (null: a stranger), each from an address of its own unless one is given. */
export async function as<T>(
  person: Claims | null,
  answer: () => Promise<T>,
  { address = `192.0.2.${++addresses % 250}`, ...request }: Request = {},
): Promise<T> {
  return (await exchange(person, answer, { address, ...request })).result;
}

/** As `as`, and tells what became of the cookie. */
export async function exchange<T>(
  person: Claims | null,
  answer: () => Promise<T>,
  { address = '192.0.2.1', origin = 'http://localhost:3000', jar = new Map() }: Request = {},
): Promise<{ result: T; cookie: Asked['cookie'] }> {
  const incoming = {
    headers: { host: 'localhost:3000' } as Record<string, string>,
    socket: { remoteAddress: address },
  };
  if (origin !== null) incoming.headers.origin = origin;
  stampPeer(incoming as never);
  const claims = person && { userId: person.userId, sessionId: person.sessionId };
  const asked: Asked = { headers: new Headers(incoming.headers), claims, cookie: null, jar };
  return asking.run(asked, async () => ({ result: await answer(), cookie: asked.cookie }));
}

let made = 0;

/** Makes a signed-in person. */
export async function makePerson(
  store: Store,
  name = 'Ada',
  passwordHash: string | null = null,
): Promise<Person> {
  const now = Date.now();
  const email = `${name.toLowerCase()}-${++made}@example.org`;
  return store.write(async (tx) => {
    const user = await createUser(tx, { email, name, passwordHash, now });
    if (!user) throw new Error(`${email} is taken`);
    const expiresAt = now + 3_600_000;
    const session = await createSession(tx, {
      userId: user.id,
      expiresAt,
      address: null,
      userAgent: null,
      now,
    });
    return { userId: user.id, sessionId: session.id, name, email };
  });
}

/** Makes a workspace with an owner. */
export async function makeWorkspace(
  store: Store,
  owner: Person,
  slug = `team-${++made}`,
): Promise<{ id: string; slug: string }> {
  const now = Date.now();
  const workspace = await store.write((tx) =>
    createWorkspace(tx, { slug, name: slug, ownerId: owner.userId, now }),
  );
  if (!workspace) throw new Error(`${slug} is taken`);
  return workspace;
}

/** Makes a signed-in member with this role. */
export async function makeMember(store: Store, workspaceId: string, role: Role): Promise<Person> {
  const person = await makePerson(store, role);
  const now = Date.now();
  await store.write((tx) => createMembership(tx, { workspaceId, userId: person.userId, role, now }));
  return person;
}

/** A file that loads. */
export const agentText = (name: string, body = 'You help.\n'): string =>
  `---\nname: ${name}\ndescription: Helps with ${name}.\n---\n\n${body}`;

type Handler<P> = (request: globalThis.Request, context: { params: Promise<P> }) => Promise<Response>;

/** Asks a route as this person; whatever is not GET comes from one of our own pages unless `origin` says otherwise. */
export async function ask<P>(
  person: Claims | null,
  handler: Handler<P>,
  params: P,
  {
    url = '/',
    origin = 'http://localhost:3000',
    ...init
  }: RequestInit & { url?: string; origin?: string | null } = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('host', 'localhost:3000');
  if (origin !== null) headers.set('origin', origin);
  const request = new globalThis.Request(`http://localhost:3000${url}`, { ...init, headers });
  return as(person, () => handler(request, { params: Promise.resolve(params) }), { origin });
}
