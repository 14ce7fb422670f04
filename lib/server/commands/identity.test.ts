import '../testing/mocks';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  countUsers,
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
import { as, exchange, makeMember, makePerson, makeWorkspace, openWorld, type World } from '../testing/world';
import { acceptInvitation } from './accept-invitation';
import { changeMemberRole } from './change-member-role';
import { changePassword } from './change-password';
import { createFirstAccount } from './create-first-account';
import { createInvitation } from './create-invitation';
import { endOtherSessions } from './end-other-sessions';
import { removeMember } from './remove-member';
import { revokeInvitation } from './revoke-invitation';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

const claim = action(createFirstAccount);
const enter = action(signIn);
const leave = action(signOut);
const change = action(changePassword);
const endOthers = action(endOtherSessions);
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

  it('limits guesses for one account, whether it is there or not, from wherever they come', async () => {
    const ada = await makePerson(world.store, 'Ada', passwordHash);
    for (const email of [ada.email, 'nobody-at-all@example.org']) {
      for (let i = 0; i < 10; i++) {
        expect(await as(null, () => enter({ email, password: `wrong-${i}` }))).toMatchObject({
          error: { code: 'unauthenticated' },
        });
      }
      const result = await as(null, () => enter({ email, password }));
      expect(result).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    }
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

    it('works once, also for two at once', async () => {
      const { token } = await invited();
      const results = await Promise.all(
        [account(), account()].map((who) => as(null, () => join({ token, account: who }))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'not_found' } });
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
