/** May somebody act as another, or come in by trying? Every action and route beside the workspaces × every kind of person. */

import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAccount, createSession, getSession, listAccountsOfUser } from '@/db';
import { ACTIONS, type Guard, ROUTES } from '@/lib/policy';

import { furnishHome, type Home, leaksIn, mayAsk, stateOf, WHO, type Who } from './testing/homes';
import { as, ask, makePerson, openWorld, type Person, type World } from './testing/world';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCOPED = /\/\[workspace\]\//;

let world: World;
let home: Home;
/** Somebody with a session and a provider, whom nobody else may touch. */
let target: Person;

beforeAll(async () => {
  world = await openWorld();
  const stranger = await makePerson(world.store, 'stranger');
  home = await furnishHome(world.store, stranger);
  target = await makePerson(world.store, 'target');
  const account = { provider: 'github', subject: '1', userId: target.userId, email: target.email, now: 1 };
  await world.store.write((tx) => createAccount(tx, account));
});
afterAll(() => world.dispose());

/** What strangers and members try, about somebody else; and how it has to end. */
interface Attempt {
  input: () => unknown;
  /** For whoever is signed in, and for whoever is not. */
  ends: [signedIn: string, signedOut: string];
}

const account = { name: 'Eve', email: 'eve@example.org', password: 'never tried before' };
const both = (code: string): [string, string] => [code, code];
const ATTEMPTS: Record<string, Attempt> = {
  createFirstAccount: {
    input: () => ({ ...account, token: 'guess', workspaceName: 'Mine' }),
    ends: both('conflict'),
  },
  acceptInvitation: { input: () => ({ token: 'guess', account }), ends: both('not_found') },
  askPasswordReset: { input: () => ({ email: target.email }), ends: both('conflict') },
  resetPassword: {
    input: () => ({ token: 'guess', password: account.password }),
    ends: both('not_found'),
  },
  signIn: { input: () => ({ email: target.email, password: 'guess' }), ends: both('unauthenticated') },
  signUp: { input: () => account, ends: both('forbidden') },
  startProviderSignIn: { input: () => ({ provider: 'github' }), ends: both('not_found') },
  finishProviderSignIn: {
    input: () => ({ provider: 'github', answer: 'code=1&state=1' }),
    ends: both('forbidden'),
  },
  endSession: { input: () => ({ sessionId: target.sessionId }), ends: ['not_found', 'unauthenticated'] },
  disconnectProvider: { input: () => ({ key: 'github' }), ends: ['conflict', 'unauthenticated'] },
  changePassword: { input: () => ({ newPassword: 'short' }), ends: ['invalid_input', 'unauthenticated'] },
  changeName: { input: () => ({ name: '' }), ends: ['invalid_input', 'unauthenticated'] },
  askAddressLink: { input: () => ({}), ends: ['conflict', 'unauthenticated'] },
  confirmAddress: { input: () => ({ token: '9'.repeat(15) }), ends: ['not_found', 'unauthenticated'] },
  changeNotifications: {
    input: () => ({ email: ['none of ours'] }),
    ends: ['invalid_input', 'unauthenticated'],
  },
  createWorkspace: {
    input: () => ({ name: 'Taken', slug: home.slug }),
    ends: ['conflict', 'unauthenticated'],
  },
  noteHint: { input: () => ({ hint: 'none of ours' }), ends: ['invalid_input', 'unauthenticated'] },
  endOtherSessions: { input: () => ({}), ends: ['done', 'unauthenticated'] },
  signOut: { input: () => ({}), ends: both('done') },
};

type AnyAction = (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>;
const load = <T>(file: string) => import(path.join(ROOT, file)) as Promise<Record<string, T>>;
const unscoped = Object.entries(ACTIONS).filter(([file]) => !SCOPED.test(file));

/** A session of its own for each attempt: some of them end it. */
async function signedIn(who: Who): Promise<Person | null> {
  const person = home.people[who];
  if (!person) return null;
  const now = Date.now();
  const open = { userId: person.userId, expiresAt: now + 3_600_000, address: null, userAgent: null, now };
  const { id } = await world.store.write((tx) => createSession(tx, open));
  return { ...person, sessionId: id };
}

const stateOfTarget = async () => ({
  home: await stateOf(world.store, home),
  session: await getSession(world.store.read, { sessionId: target.sessionId, now: Date.now() }),
  accounts: await listAccountsOfUser(world.store.read, target),
  users: await world.store.read.q.select().from(world.store.read.t.users),
});

describe('actions beside the workspaces', () => {
  it('are all in this test', () => {
    const listed = unscoped.flatMap(([, actions]) => Object.keys(actions));
    expect(Object.keys(ATTEMPTS).sort()).toEqual(listed.sort());
  });

  for (const [file, actions] of unscoped) {
    for (const name of Object.keys(actions)) {
      it.each(WHO)(`${name} gets %s no further than it should`, async (who) => {
        const attempt = ATTEMPTS[name];
        const act = (await load<AnyAction>(file))[name];
        if (!attempt || !act) throw new Error(`no attempt at ${name}`);
        const person = await signedIn(who);
        const before = await stateOfTarget();
        const result = await as(person, () => act(attempt.input()));
        expect(result.ok ? 'done' : result.error?.code).toBe(attempt.ends[person ? 0 : 1]);
        expect(leaksIn(JSON.stringify(result), home)).toEqual([]);
        expect(await stateOfTarget()).toEqual(before);
      });

      it.each(['https://evil.example', null])(`${name} is refused from %s`, async (origin) => {
        const act = (await load<AnyAction>(file))[name];
        const before = await stateOfTarget();
        const result = await as(target, async () => act?.(ATTEMPTS[name]?.input()), { origin });
        expect(result).toMatchObject({ ok: false, error: { code: 'bad_origin' } });
        expect(await stateOfTarget()).toEqual(before);
      });
    }
  }
});

describe('routes beside the workspaces', () => {
  const routes = Object.entries(ROUTES)
    .filter(([file]) => !SCOPED.test(file))
    .flatMap(([file, methods]) =>
      Object.entries(methods).map(([method, guard]) => [method, file, guard] as const),
    );

  it.each(routes)(
    '%s %s, for %s, says nothing of a workspace or another person',
    async (method, file, guard) => {
      expect(['public', 'signed-in'] satisfies Guard[]).toContain(guard);
      const handler = (await load<Parameters<typeof ask>[1]>(file))[method];
      if (!handler) throw new Error(`${file} has no ${method}`);
      for (const who of WHO) {
        // The attempts above have ended the sessions of before.
        const person = await signedIn(who);
        const answer = await ask(person, handler, {}, { method });
        expect(answer.status === 401).toBe(guard === 'signed-in' && !person);
        const said = await textOf(answer);
        const isMember = mayAsk(who, 'workspace:read');
        // Members may read in their own data what they may read anyway, but for the addresses of others.
        const own = isMember && guard === 'signed-in' ? [home.id, home.secret, `agent-of-${home.slug}`] : [];
        const others = leaksIn(said, home).filter(
          (trace) =>
            !own.includes(trace) && trace !== person?.email && !(who === 'owner' && !trace.includes('@')),
        );
        expect(others).toEqual([]);
        expect(said.includes(target.email)).toBe(false);
        expect(answer.headers.get('set-cookie')).toBeNull();
      }
    },
  );
});

/** An answer as a text; a zip as its files one after the other. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'application/zip') return answer.text();
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}
