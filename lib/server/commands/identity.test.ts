import '../testing/mocks';

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  countUsers,
  createSession,
  getMemberRole,
  getSession,
  getUserByEmail,
  listAuditEvents,
  listSessionsOfUser,
  listWorkspacesOfUser,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { action } from '../action';
import { hashPassword, storedSecret } from '../secrets';
import { currentSession } from '../session';
import { newSetupLink } from '../setup';
import {
  as,
  exchange,
  makeMember,
  makePerson,
  makeWorkspace,
  openWorld,
  type Person,
  type World,
} from '../testing/world';
import { acceptInvitation } from './accept-invitation';
import { changeMemberRole } from './change-member-role';
import { changeName } from './change-name';
import { changePassword } from './change-password';
import { createFirstAccount } from './create-first-account';
import { createInvitation } from './create-invitation';
import { endOtherSessions } from './end-other-sessions';
import { endSession } from './end-session';
import { removeMember } from './remove-member';
import { revokeInvitation } from './revoke-invitation';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { signUp } from './sign-up';

const claim = action(createFirstAccount);
const enter = action(signIn);
const leave = action(signOut);
const change = action(changePassword);
const endOthers = action(endOtherSessions);
const endOne = action(endSession);
const rename = action(changeName);
const register = action(signUp);
const invite = action(createInvitation);
const revoke = action(revokeInvitation);
const join = action(acceptInvitation);
const remove = action(removeMember);
const lift = action(changeMemberRole);

const tokenOf = (link: string | null) => new URL(link ?? 'http://none').searchParams.get('token') ?? '';

for (const engine of TEST_ENGINES.filter(({ concurrent }) => concurrent)) {
  describe(`the first account on ${engine.name}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld(await engine.open());
    });
    afterEach(() => world.dispose());

    const input = (token: string, email = 'ada@example.org') => ({
      token,
      email,
      name: 'Ada',
      password: 'correct horse',
      workspaceName: 'Zoë’s agents',
    });

    it('owns the first workspace, and is signed in', async () => {
      const token = tokenOf(await newSetupLink(Date.now()));
      const result = await as(null, () => claim(input(token)));
      expect(result).toMatchObject({ ok: true, data: { slug: 'zoes-agents' } });
      if (!result.ok) return;
      const { userId, sessionId } = result.data;
      expect(await as({ userId, sessionId }, currentSession)).toMatchObject({
        user: { email: 'ada@example.org' },
      });
      expect(await listWorkspacesOfUser(world.store.read, { userId })).toMatchObject([{ role: 'owner' }]);
    });

    it('needs the token of the last start, once', async () => {
      const old = tokenOf(await newSetupLink(Date.now()));
      const token = tokenOf(await newSetupLink(Date.now()));
      for (const wrong of [old, 'guess', `${token} `]) {
        const refused = await as(null, () => claim(input(wrong)));
        expect(refused).toMatchObject({
          ok: false,
          error: { code: 'forbidden', fieldErrors: { token: [expect.any(String)] } },
        });
      }
      expect(await countUsers(world.store.read)).toBe(0);
      expect((await as(null, () => claim(input(token)))).ok).toBe(true);
      const again = await as(null, () => claim(input(token, 'eve@example.org')));
      expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(await newSetupLink(Date.now())).toBeNull();
    });

    it('is one, of two that are made at once', async () => {
      const token = tokenOf(await newSetupLink(Date.now()));
      const results = await Promise.all(
        ['ada@example.org', 'eve@example.org'].map((email) => as(null, () => claim(input(token, email)))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await countUsers(world.store.read)).toBe(1);
    });

    it('is not had by guessing', async () => {
      const address = '198.51.100.1';
      await newSetupLink(Date.now());
      for (let i = 0; i < 30; i++) await as(null, () => claim(input(`guess-${i}`)), { address });
      const result = await as(null, () => claim(input('guess-31')), { address });
      expect(result).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    });
  });
}

describe('signing in and out', () => {
  const password = 'correct horse battery';
  let world: World;
  let passwordHash: string;
  beforeAll(async () => {
    world = await openWorld();
    passwordHash = await hashPassword(password);
  });
  afterAll(() => world.dispose());

  it('opens a session for the right password, and audits it', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const result = await as(null, () => enter({ email: ` ${ada.email.toUpperCase()} `, password }));
    expect(result).toMatchObject({ ok: true, data: { userId: ada.userId } });
    const [event] = await listAuditEvents(world.store.read, { workspaceId: null, offset: 0, limit: 1 });
    expect(event).toMatchObject({ event: 'session.started', outcome: 'done', actorId: ada.userId });
  });

  it('says the same of a wrong password and of an unknown person', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const wrong = await as(null, () => enter({ email: ada.email, password: 'wrong' }));
    const unknown = await as(null, () => enter({ email: 'nobody@example.org', password: 'wrong' }));
    expect(wrong).toEqual({
      ok: false,
      error: { code: 'unauthenticated', message: 'The e-mail or the password is wrong.' },
    });
    expect(unknown).toEqual(wrong);
    const [second, first] = await listAuditEvents(world.store.read, {
      workspaceId: null,
      offset: 0,
      limit: 2,
    });
    expect(first).toMatchObject({ event: 'session.started', outcome: 'denied', subjectId: ada.userId });
    expect(second).toMatchObject({ event: 'session.started', outcome: 'denied', subjectId: null });
  });

  it('takes as long for an unknown person', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const time = async (email: string) => {
      const started = performance.now();
      await as(null, () => enter({ email, password: 'wrong' }));
      return performance.now() - started;
    };
    await time('warm@example.org');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 7; i++) {
      known.push(await time(ada.email));
      unknown.push(await time(`nobody-${i}@example.org`));
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[3] ?? 0;
    expect(middle(unknown) / middle(known)).toBeGreaterThan(0.5);
    expect(middle(unknown) / middle(known)).toBeLessThan(2);
  });

  it('limits guesses for one account from one network, whether it is there or not', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    for (const email of [ada.email, 'nobody-at-all@example.org']) {
      const address = '198.51.100.20';
      for (let i = 0; i < 10; i++) {
        const guess = await as(null, () => enter({ email, password: `wrong-${i}` }), { address });
        expect(guess).toMatchObject({ error: { code: 'unauthenticated' } });
      }
      const result = await as(null, () => enter({ email, password }), { address });
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'rate_limited', message: expect.stringMatching(/Try again in 1[45] minutes/) },
      });
    }
    const elsewhere = await as(null, () => enter({ email: ada.email, password }));
    expect(elsewhere.ok, 'the person is not locked out elsewhere').toBe(true);
  });

  it('limits guesses for one account from everywhere, and locks nobody out from where they are signed in', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const home = '203.0.113.77';
    const before = await as(null, () => enter({ email: ada.email, password }), { address: home });
    expect(before.ok).toBe(true);
    for (let network = 1; network <= 50; network++) {
      const address = `2001:db8:0:${network.toString(16)}::1`;
      await as(null, () => enter({ email: ada.email, password: 'guess' }), { address });
    }
    for (const address of ['2001:db8:0:99::1', '203.0.113.78']) {
      expect(await as(null, () => enter({ email: ada.email, password }), { address })).toMatchObject({
        error: { code: 'rate_limited' },
      });
    }
    expect((await as(null, () => enter({ email: ada.email, password }), { address: home })).ok).toBe(true);
  });

  it('counts no name for an address that a client made up', async () => {
    const { stampPeer, peerAddress } = await import('../peer');
    const buckets = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const headers: Record<string, string> = {
        'x-forwarded-for': `203.0.113.${i}`,
        'x-real-ip': `203.0.113.${i}`,
      };
      stampPeer({ headers, socket: { remoteAddress: '198.51.100.9' } } as never);
      buckets.add(peerAddress(new Headers(headers)));
    }
    expect([...buckets]).toEqual(['198.51.100.9']);
  });

  it('limits guesses from one address, whichever account they are for', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const address = '198.51.100.7';
    for (let i = 0; i < 50; i++) {
      await as(null, () => enter({ email: `person-${i}@example.org`, password: 'x' }), { address });
    }
    const here = await as(null, () => enter({ email: ada.email, password }), { address });
    expect(here).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    const elsewhere = await as(null, () => enter({ email: ada.email, password }));
    expect(elsewhere.ok).toBe(true);
  });

  it('does not count right passwords as guesses', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    for (let i = 0; i < 12; i++) {
      const result = await as(null, () => enter({ email: ada.email, password }), { address: '198.51.100.8' });
      expect(result.ok).toBe(true);
    }
  });

  it('ends the session at once, for every copy of the cookie', async () => {
    const ada = await makePerson(world.store);
    expect(await as(ada, currentSession)).not.toBeNull();
    expect((await as(ada, () => leave(undefined))).ok).toBe(true);
    expect(await as(ada, currentSession)).toBeNull();
    expect((await as(ada, () => leave(undefined))).ok).toBe(true);
    expect((await as(null, () => leave({}))).ok).toBe(true);
  });

  it('replaces the session that the browser had', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    await as(ada, () => enter({ email: ada.email, password }));
    expect(await as(ada, currentSession)).toBeNull();
  });

  it('does not take a session id together with another person', async () => {
    const ada = await makePerson(world.store);
    const eve = await makePerson(world.store, 'Eve');
    expect(await as({ userId: ada.userId, sessionId: eve.sessionId }, currentSession)).toBeNull();
  });

  it('changes the password only with the present one, and ends all other sessions', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const other = await as(null, () => enter({ email: ada.email, password }));
    const wrong = await as(ada, () => change({ currentPassword: 'no', newPassword: 'brand new one' }));
    expect(wrong).toMatchObject({
      ok: false,
      error: { fieldErrors: { currentPassword: [expect.any(String)] } },
    });
    const done = await as(ada, () => change({ currentPassword: password, newPassword: 'brand new one' }));
    expect(done).toEqual({ ok: true, data: { endedSessions: 1 } });
    expect(await as(ada, currentSession)).not.toBeNull();
    if (other.ok) expect(await as(other.data, currentSession)).toBeNull();
    expect((await as(null, () => enter({ email: ada.email, password }))).ok).toBe(false);
    expect((await as(null, () => enter({ email: ada.email, password: 'brand new one' }))).ok).toBe(true);
  });

  it('ends one other session, and nobody else’s', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const eve = await makePerson(world.store, 'Eve');
    const other = await as(null, () => enter({ email: ada.email, password }));
    if (!other.ok) throw new Error(other.error.message);
    const { sessionId } = other.data;
    expect(await as(eve, () => endOne({ sessionId }))).toMatchObject({ error: { code: 'not_found' } });
    expect(await as(other.data, currentSession)).not.toBeNull();
    expect((await as(ada, () => endOne({ sessionId }))).ok).toBe(true);
    expect(await as(other.data, currentSession)).toBeNull();
    expect(await as(ada, () => endOne({ sessionId }))).toMatchObject({ error: { code: 'not_found' } });
    expect(await as(ada, currentSession)).not.toBeNull();
  });

  it('lists the session that asks first', async () => {
    const { listMySessions } = await import('../reads/people');
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    for (let i = 0; i < 3; i++) await as(null, () => enter({ email: ada.email, password }));
    const listed = await as(ada, listMySessions);
    expect(listed.map(({ current }) => current)).toEqual([true, false, false, false]);
    expect(listed[0]?.id).toBe(ada.sessionId);
  });

  it('changes the name', async () => {
    const ada = await makePerson(world.store, 'Ada');
    expect(await as(ada, () => rename({ name: ' Ada Example ' }))).toEqual({
      ok: true,
      data: { name: 'Ada Example' },
    });
    expect((await as(ada, currentSession))?.user.name).toBe('Ada Example');
    for (const name of ['', ' ', 'a\nb', 'x'.repeat(101), 'a\u0000']) {
      const refused = await as(ada, () => rename({ name }));
      expect(refused).toMatchObject({ ok: false, error: { fieldErrors: { name: expect.anything() } } });
    }
  });

  it('lets two changes of the password at once not both stand', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    const both = await Promise.all(
      ['the first new one', 'the other new one'].map((newPassword) =>
        as(ada, () => change({ currentPassword: password, newPassword })),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('sets a first password only for who has just signed in', async () => {
    const ada = await makePerson(world.store, 'Ada');
    const now = Date.now();
    const old = { userId: ada.userId, expiresAt: now + 60_000, address: null, userAgent: null };
    const { id } = await world.store.write((tx) => createSession(tx, { ...old, now: now - 11 * 60_000 }));
    const left = await as({ ...ada, sessionId: id }, () => change({ newPassword: 'not by who finds it' }));
    expect(left).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await as(ada, () => change({ newPassword: 'my first password' }))).ok).toBe(true);
  });

  it('signs out everywhere else', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    await as(null, () => enter({ email: ada.email, password }));
    expect(await as(ada, () => endOthers(undefined))).toEqual({ ok: true, data: { ended: 1 } });
    const left = await listSessionsOfUser(world.store.read, { userId: ada.userId, now: Date.now() });
    expect(left.map(({ id }) => id)).toEqual([ada.sessionId]);
  });

  it('keeps argon2id hashes with the parameters that OWASP asks for', () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('makes the secret once, for its owner’s eyes only', async () => {
    const { statSync } = await import('node:fs');
    const secret = storedSecret(world.directory);
    expect(secret).toHaveLength(43);
    expect(storedSecret(world.directory)).toBe(secret);
    expect(statSync(`${world.directory}/auth-secret`).mode & 0o777).toBe(0o600);
  });
});

describe('an account without an invitation', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.dispose());
  afterEach(() => vi.stubEnv('MUSTER_SIGNUP', ''));
  let people = 0;
  const account = () => ({
    name: 'Zoë',
    email: `zoe-${++people}@example.org`,
    password: 'long enough for me',
  });

  it('is nobody’s where sign-up is not open, and never the first', async () => {
    for (const setting of ['', 'closed', 'true', 'yes']) {
      vi.stubEnv('MUSTER_SIGNUP', setting);
      const refused = await as(null, () => register(account()));
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    vi.stubEnv('MUSTER_SIGNUP', 'open');
    expect(await as(null, () => register(account()))).toMatchObject({ error: { code: 'forbidden' } });
    expect(await countUsers(world.store.read)).toBe(0);
  });

  it('is made where it is open, signed in, once per address, and sees no workspace', async () => {
    await makePerson(world.store, 'first');
    vi.stubEnv('MUSTER_SIGNUP', 'open');
    const zoe = account();
    const made = await as(null, () => register(zoe));
    if (!made.ok) throw new Error(made.error.message);
    expect((await as(made.data, currentSession))?.user.email).toBe(zoe.email);
    expect(await listWorkspacesOfUser(world.store.read, made.data)).toEqual([]);
    expect(await as(null, () => register({ ...zoe, email: zoe.email.toUpperCase() }))).toMatchObject({
      ok: false,
      error: { fieldErrors: { email: [expect.stringContaining('Sign in')] } },
    });
    const user = await getUserByEmail(world.store.read, zoe);
    expect(user?.emailVerifiedAt, 'nobody vouched for it').toBeNull();
  });

  it('is limited by address', async () => {
    vi.stubEnv('MUSTER_SIGNUP', 'open');
    const address = '198.51.100.66';
    const outcomes: boolean[] = [];
    for (let i = 0; i < 12; i++) outcomes.push((await as(null, () => register(account()), { address })).ok);
    expect(outcomes.filter(Boolean)).toHaveLength(10);
  });
});

describe('a password', () => {
  let world: World;
  let workspace: string;
  let owner: Person;
  beforeAll(async () => {
    world = await openWorld();
    owner = await makePerson(world.store);
    workspace = (await makeWorkspace(world.store, owner)).slug;
  });
  afterAll(() => world.dispose());
  let people = 0;

  /** Tries the password at every place where one is set; returns what is said at its field. */
  async function setEverywhere(password: string): Promise<(string | null)[]> {
    vi.stubEnv('MUSTER_SIGNUP', 'open');
    const account = () => ({ name: 'P', email: `p-${++people}@example.org`, password });
    const link = await as(owner, () => invite({ workspace, role: 'viewer' }));
    const token = link.ok ? (link.data.url.split('/join/')[1] ?? '') : '';
    const me = await makePerson(world.store, 'me');
    const said = async (
      answer: Promise<{ ok: boolean; error?: { fieldErrors?: Record<string, string[]> } }>,
      field: string,
    ) => {
      const result = await answer;
      return result.ok ? null : (result.error?.fieldErrors?.[field]?.[0] ?? 'another field');
    };
    return [
      await said(
        as(null, () => register(account())),
        'password',
      ),
      await said(
        as(null, () => join({ token, account: account() })),
        'account.password',
      ),
      await said(
        as(me, () => change({ newPassword: password })),
        'newPassword',
      ),
    ];
  }

  it.each([
    'password',
    'password1',
    '12345678',
    'PassWord',
    'qwertyuiop',
    'ｐａｓｓｗｏｒｄ',
    'iloveyou',
    'sunshine',
  ])('may not be %s, which everybody tries first', async (password) => {
    for (const said of await setEverywhere(password)) expect(said).toMatch(/most common/);
  });

  it.each([['a'.repeat(7)], ['1234567'], ['👍👍👍👍'], ['']])(
    'may not be as short as %s',
    async (password) => {
      for (const said of await setEverywhere(password)) expect(said).toMatch(/at least 8/);
    },
  );

  it.each([
    ['abcdefg hijk'],
    ['        8 spaces'],
    ['пароль из слов'],
    ['👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽'],
    ['x1'.repeat(32)],
    ['ü'.repeat(200)],
    ['合言葉は秘密です'],
  ])('may be %s', async (password) => {
    expect(await setEverywhere(password)).toEqual([null, null, null]);
    const email = `p-${people - 1}@example.org`;
    const composed = await as(null, () => enter({ email, password: password.normalize('NFD') }));
    expect(composed.ok, 'however it is composed').toBe(true);
  });

  it('may have 200 characters, and no more', async () => {
    expect(await setEverywhere('é'.repeat(200))).toEqual([null, null, null]);
    for (const said of await setEverywhere('é'.repeat(201))) expect(said).toMatch(/at most 200/);
  });

  it('is checked wherever one is hashed', async () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const commands = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    expect(commands.length).toBeGreaterThan(20);
    const hashing = commands.filter((file) =>
      /\bhashPassword\b/.test(readFileSync(`${folder}/${file}`, 'utf8')),
    );
    expect(hashing, 'use hashNewPassword').toEqual([]);
  });

  it('is refused when it is one of 3,000, and not one more', async () => {
    const { isCommonPassword } = await import('../identity/passwords');
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    const long = (dictionary.passwords as string[]).filter((each) => each.length >= 8);
    const verdicts = await Promise.all(
      [long[0], long[2999], long[3000]].map((each) => isCommonPassword(each ?? '')),
    );
    expect(verdicts).toEqual([true, true, false]);
  });
});

for (const engine of TEST_ENGINES) {
  describe(`an invitation on ${engine.name}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld(await engine.open());
    }, 60_000);
    afterAll(() => world.dispose());

    async function invited(role: 'admin' | 'editor' | 'viewer' = 'editor') {
      const owner = await makePerson(world.store);
      const workspace = await makeWorkspace(world.store, owner);
      const result = await as(owner, () => invite({ workspace: workspace.slug, role }));
      if (!result.ok) throw new Error(result.error.message);
      const token = result.data.url.split('/join/')[1] ?? '';
      return { owner, workspace, token, invitation: result.data.invitation };
    }
    let people = 0;
    const account = () => ({
      name: 'Bob',
      email: `bob-${++people}-${engine.name}@example.org`,
      password: 'long enough',
    });

    it('makes an account with the role that it carries, signed in', async () => {
      const { workspace, token } = await invited('viewer');
      const bob = account();
      const { result } = await exchange(null, () => join({ token, account: bob }));
      expect(result).toMatchObject({ ok: true, data: { slug: workspace.slug } });
      const user = await getUserByEmail(world.store.read, { email: bob.email.toLowerCase() });
      const key = { workspaceId: workspace.id, userId: user?.id ?? '' };
      expect(await getMemberRole(world.store.read, key)).toBe('viewer');
      const sessionId = result.ok ? (result.data.sessionId ?? '') : '';
      expect(await getSession(world.store.read, { sessionId, now: Date.now() })).not.toBeNull();
    });

    it('tells who has an account a few times only, and is used up by none of them', async () => {
      const { owner, token } = await invited();
      const taken = { ...account(), email: owner.email };
      const from = { address: `203.0.113.${TEST_ENGINES.indexOf(engine) + 90}` };
      const codes: string[] = [];
      for (let at = 0; at < 12; at++) {
        const result = await as(null, () => join({ token, account: taken }), from);
        codes.push(result.ok ? 'ok' : result.error.code);
        if (codes.at(-1) === 'rate_limited') break;
      }
      expect(codes).toContain('conflict');
      expect(codes.at(-1)).toBe('rate_limited');
      expect(await as(null, () => join({ token, account: account() }))).toMatchObject({ ok: true });
    });

    it('works once, also for two at once', async () => {
      const { token } = await invited();
      const results = await Promise.all(
        [account(), account()].map((who) => as(null, () => join({ token, account: who }))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'not_found' } });
    });

    it('ends when it is said to, and works as often as it is said to', async () => {
      const owner = await makePerson(world.store);
      const { slug } = await makeWorkspace(world.store, owner);
      for (const days of [1, 7, 30] as const) {
        const made = await as(owner, () => invite({ workspace: slug, role: 'viewer', days, uses: 5 }));
        if (!made.ok) throw new Error(made.error.message);
        const { createdAt, expiresAt, maxUses, uses } = made.data.invitation;
        expect([expiresAt - createdAt, maxUses, uses]).toEqual([days * 86_400_000, 5, 0]);
      }
      const made = await as(owner, () => invite({ workspace: slug, role: 'viewer', uses: 5 }));
      const token = made.ok ? (made.data.url.split('/join/')[1] ?? '') : '';
      const outcomes = await Promise.all(
        Array.from({ length: 7 }, () => as(null, () => join({ token, account: account() }))),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
      for (const wrong of [{ days: 2 }, { days: 365 }, { uses: 1000 }, { uses: 0 }, { role: 'owner' }]) {
        const input = { workspace: slug, role: 'viewer', ...wrong } as never;
        expect(await as(owner, () => invite(input))).toMatchObject({ error: { code: 'invalid_input' } });
      }
    });

    it('leaves no account behind when it is not open', async () => {
      const { owner, workspace, token, invitation } = await invited();
      const ended = await as(owner, () => revoke({ workspace: workspace.slug, invitationId: invitation.id }));
      expect(ended.ok).toBe(true);
      const bob = account();
      for (const wrong of [token, 'no-such-token']) {
        expect((await as(null, () => join({ token: wrong, account: bob }))).ok).toBe(false);
      }
      expect(await getUserByEmail(world.store.read, { email: bob.email.toLowerCase() })).toBeNull();
    });

    it('ends with the right of its author to invite, and no sooner', async () => {
      for (const [role, open] of [
        [null, false],
        ['viewer', false],
        ['owner', true],
      ] as const) {
        const { owner, workspace } = await invited();
        const admin = await makeMember(world.store, workspace.id, 'admin');
        const { userId } = admin;
        const result = await as(admin, () => invite({ workspace: workspace.slug, role: 'admin' }));
        const token = result.ok ? (result.data.url.split('/join/')[1] ?? '') : '';
        const changed = await as<{ ok: boolean }>(owner, () =>
          role === null
            ? remove({ workspace: workspace.slug, userId })
            : lift({ workspace: workspace.slug, userId, role }),
        );
        expect(changed.ok).toBe(true);
        expect((await as(null, () => join({ token, account: account() }))).ok).toBe(open);
        if (role === null) expect((await as(admin, () => join({ token }))).ok).toBe(false);
      }
    });

    it('for several people ends with the removal of one who came by it, and not with that of others', async () => {
      const owner = await makePerson(world.store);
      const workspace = await makeWorkspace(world.store, owner);
      const { slug } = workspace;
      const made = await as(owner, () => invite({ workspace: slug, role: 'editor', uses: 25 }));
      const token = made.ok ? (made.data.url.split('/join/')[1] ?? '') : '';
      const eve = await makePerson(world.store, 'Eve');
      expect((await as(eve, () => join({ token }))).ok).toBe(true);
      const other = await makeMember(world.store, workspace.id, 'viewer');
      const away = (userId: string) => as(owner, () => remove({ workspace: slug, userId }));
      expect((await away(other.userId)).ok).toBe(true);
      expect((await as(null, () => join({ token, account: account() }))).ok).toBe(true);
      expect((await away(eve.userId)).ok).toBe(true);
      expect(await as(eve, () => join({ token }))).toMatchObject({ error: { code: 'not_found' } });
      expect(await as(null, () => join({ token, account: account() }))).toMatchObject({ ok: false });
    });

    it('lets a signed-in person join, and is not used up by a member', async () => {
      const { owner, workspace, token } = await invited('admin');
      expect(await as(owner, () => join({ token }))).toMatchObject({ error: { code: 'conflict' } });
      const eve = await makePerson(world.store, 'Eve');
      expect((await as(eve, () => join({ token }))).ok).toBe(true);
      const key = { workspaceId: workspace.id, userId: eve.userId };
      expect(await getMemberRole(world.store.read, key)).toBe('admin');
    });

    it('does not take over an account that is there', async () => {
      const { token } = await invited();
      const ada = await makePerson(world.store);
      const result = await as(null, () => join({ token, account: { ...account(), email: ada.email } }));
      expect(result).toMatchObject({
        ok: false,
        error: { fieldErrors: { 'account.email': [expect.any(String)] } },
      });
    });

    it('is nobody’s to make but owners’ and admins’', async () => {
      const { workspace } = await invited();
      for (const role of ['editor', 'viewer'] as const) {
        const member = await makeMember(world.store, workspace.id, role);
        const result = await as(member, () => invite({ workspace: workspace.slug, role: 'viewer' }));
        expect(result).toMatchObject({ error: { code: 'forbidden' } });
      }
    });
  });
}
