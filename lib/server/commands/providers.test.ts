/** Does a provider let in whom it should, and nobody else, whatever it says? A real dialogue over HTTP. */

import '../testing/mocks';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  countUsers,
  createAccount,
  getMemberRole,
  getUserByEmail,
  listAccountsOfUser,
  listAuditEvents,
  removeMember,
  setEmailVerified,
  type User,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { CLIENT, type Lies, type Someone, startProvider, type TestProvider } from '@/e2e/provider';
import type { ProviderId, StartProviderSignInInput } from '@/lib/contract';

import { action } from '../action';
import { hashPassword } from '../secrets';
import { currentSession } from '../session';
import { forgetSingleton } from '../singleton';
import {
  as,
  makeMember,
  makePerson,
  makeWorkspace,
  openWorld,
  type Person,
  type World,
} from '../testing/world';
import { changePassword } from './change-password';
import { createInvitation } from './create-invitation';
import { disconnectProvider } from './disconnect-provider';
import { finishProviderSignIn } from './finish-provider-sign-in';
import { startProviderSignIn } from './start-provider-sign-in';

const start = action(startProviderSignIn);
const finish = action(finishProviderSignIn);
const disconnect = action(disconnectProvider);
const invite = action(createInvitation);
const change = action(changePassword);

let world: World;
let provider: TestProvider;
let owner: Person;
let people = 100;

beforeAll(async () => {
  world = await openWorld();
  owner = await makePerson(world.store, 'owner');
  provider = await startProvider();
});
afterAll(async () => {
  await provider.stop();
  await world.dispose();
});
beforeEach(() => {
  provider.lies = {};
  forgetSingleton('oidc-servers');
  const data = process.env.MUSTER_DATA_DIR ?? '';
  vi.stubEnv('MUSTER_DATA_DIR', data);
  for (const [name, value] of Object.entries({
    AUTH_OIDC_ISSUER: provider.url,
    AUTH_OIDC_ID: CLIENT.id,
    AUTH_OIDC_SECRET: CLIENT.secret,
    AUTH_OIDC_NAME: 'Example ID',
    AUTH_GITHUB_URL: provider.url,
    AUTH_GITHUB_ID: CLIENT.id,
    AUTH_GITHUB_SECRET: CLIENT.secret,
    MUSTER_SIGNUP: '',
    AUTH_OIDC_TRUST_EMAIL: '',
  })) {
    vi.stubEnv(name, value);
  }
});
afterEach(() => forgetSingleton('limit:provider-address'));

const somebody = (more: Partial<Someone> = {}): Someone => {
  const subject = String(++people);
  return { subject, name: 'Grace Example', email: `grace-${subject}@example.org`, verified: true, ...more };
};
const keyOf = (id: ProviderId) => (id === 'oidc' ? `${provider.url}/` : provider.url);
const openSignUp = () => vi.stubEnv('MUSTER_SIGNUP', 'open');

type Purpose = Omit<StartProviderSignInInput, 'provider'>;

/** Begins in a browser of its own; `back` ends it there with the provider's answer, or another. */
async function begin(id: ProviderId, who: Person | null = null, purpose: Purpose = {}) {
  const jar = new Map<string, string>();
  const begun = await as(who, () => start({ provider: id, ...purpose }), { jar });
  if (!begun.ok) throw new Error(begun.error.message);
  const { url } = begun.data;
  return {
    url: new URL(url),
    jar,
    answer: () => provider.agree(url),
    back: (answer: string) => as(who, () => finish({ provider: id, answer }), { jar }),
  };
}

interface Way extends Purpose {
  id?: ProviderId;
  who?: Person | null;
}

/** The whole way, as `person` of the provider. */
async function come(person: Someone, { id = 'oidc', who = null, ...purpose }: Way = {}) {
  provider.person = person;
  const begun = await begin(id, who, purpose);
  return begun.back(await begun.answer());
}

async function requireUser(email = ''): Promise<User> {
  const user = await getUserByEmail(world.store.read, { email });
  if (!user) throw new Error(`nobody has ${email}`);
  return user;
}

async function makeVerified(person: Someone): Promise<Person> {
  const made = await makePerson(world.store, 'Vera');
  person.email = made.email;
  await world.store.write((tx) => setEmailVerified(tx, { userId: made.userId, now: 5 }));
  return made;
}

async function invitation(uses: 1 | 5 = 1) {
  const workspace = await makeWorkspace(world.store, owner);
  const made = await as(owner, () => invite({ workspace: workspace.slug, role: 'editor', uses }));
  if (!made.ok) throw new Error(made.error.message);
  return { workspace, token: made.data.url.split('/join/')[1] ?? '' };
}

describe.each(['oidc', 'github'] as const)('sign-in by %s', (id) => {
  it('makes an account for whoever is invited, in the workspace of the invitation', async () => {
    const { workspace, token } = await invitation();
    const person = somebody();
    const came = await come(person, { id, invitation: token });
    expect(came).toMatchObject({ ok: true, data: { next: `/w/${workspace.slug}/agents` } });
    const user = await requireUser(person.email);
    expect(user).toMatchObject({
      name: 'Grace Example',
      passwordHash: null,
      emailVerifiedAt: expect.any(Number),
    });
    const role = await getMemberRole(world.store.read, { workspaceId: workspace.id, userId: user.id });
    expect(role).toBe('editor');
    if (came.ok) {
      const { userId = '', sessionId = '' } = came.data as { userId: string; sessionId: string };
      expect((await as({ userId, sessionId }, currentSession))?.user.id).toBe(user.id);
    }
    const [event] = await listAuditEvents(world.store.read, {
      workspaceId: workspace.id,
      offset: 0,
      limit: 1,
    });
    expect(event).toMatchObject({
      event: 'member.joined',
      actorId: user.id,
      details: { provider: keyOf(id) },
    });

    const again = await come(person, { id, next: '/w/somewhere' });
    expect(again).toMatchObject({ ok: true, data: { next: '/w/somewhere', userId: user.id } });
    expect(await come({ ...person, email: 'moved@example.org', verified: false }, { id })).toMatchObject({
      ok: true,
      data: { userId: user.id },
    });
  });

  it('makes none without an invitation, with a closed one, or for an unverified address', async () => {
    const before = await countUsers(world.store.read);
    const { token } = await invitation();
    expect((await come(somebody(), { id, invitation: token })).ok).toBe(true);
    for (const [person, invited, words] of [
      [somebody(), undefined, /invitation/],
      [somebody(), token, /no longer open/],
      [somebody(), 'unknown', /no longer open/],
      [somebody({ verified: false }), (await invitation()).token, /has not verified/],
      [somebody({ email: undefined }), (await invitation()).token, /did not tell/],
      [somebody({ email: 'no address' }), (await invitation()).token, /did not tell/],
    ] as const) {
      const refused = await come(person, { id, ...(invited && { invitation: invited }) });
      expect(refused).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
    }
    expect(await countUsers(world.store.read)).toBe(before + 1);
  });

  it('makes an account for anybody where sign-up is open', async () => {
    openSignUp();
    const person = somebody({ name: undefined });
    expect(await come(person, { id })).toMatchObject({ ok: true, data: { next: '/' } });
    const user = await requireUser(person.email);
    expect(user.name).toBe(id === 'github' ? 'octo' : person.email?.split('@')[0]);
    expect(await come(somebody({ verified: false }), { id })).toMatchObject({ ok: false });
  });

  it('takes over no account whose address nobody has verified', async () => {
    openSignUp();
    const hash = await hashPassword('set by whoever came first');
    const squatter = await makePerson(world.store, 'squatter', hash);
    const refused = await come(somebody({ email: squatter.email }), { id });
    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('connect') },
    });
    expect(await listAccountsOfUser(world.store.read, { userId: squatter.userId })).toEqual([]);
  });

  it('connects an account whose address was verified before, and only by a verified address', async () => {
    const person = somebody();
    const vera = await makeVerified(person);
    expect(await come({ ...person, verified: false }, { id })).toMatchObject({ ok: false });
    const shouted = { ...person, email: person.email?.toUpperCase() ?? '' };
    expect(await come(shouted, { id })).toMatchObject({ ok: true, data: { userId: vera.userId } });
    expect(await listAccountsOfUser(world.store.read, { userId: vera.userId })).toMatchObject([
      { provider: keyOf(id), subject: person.subject, email: vera.email },
    ]);
  });

  it('lets nobody in who got the address of somebody who came before', async () => {
    const person = somebody();
    const vera = await makeVerified(person);
    expect((await come(person, { id })).ok).toBe(true);
    const heir = { ...person, subject: String(++people) };
    expect(await come(heir, { id })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const accounts = await listAccountsOfUser(world.store.read, { userId: vera.userId });
    expect(accounts.map(({ subject }) => subject)).toEqual([person.subject]);
  });

  it('sends somebody known to the invitation instead of using it up', async () => {
    const person = somebody();
    await makeVerified(person);
    const { token } = await invitation();
    const came = await come(person, { id, invitation: token });
    expect(came).toMatchObject({ ok: true, data: { next: `/join/${token}` } });
    expect((await come(somebody(), { id, invitation: token })).ok).toBe(true);
  });

  it('signs in a removed member, who then sees nothing of the workspace', async () => {
    const person = somebody();
    const vera = await makeVerified(person);
    const { id: workspaceId, slug } = await makeWorkspace(world.store, owner);
    const { joinedAs } = await joinAndLeave(workspaceId, vera.userId);
    expect(joinedAs).toBe('editor');
    const came = await come(person, { id });
    expect(came.ok).toBe(true);
    const { requireWorkspace } = await import('../reads/workspaces');
    const claims = came.ok ? (came.data as unknown as Person) : null;
    await expect(as(claims, () => requireWorkspace(slug))).rejects.toMatchObject({
      digest: 'NEXT_HTTP_ERROR_FALLBACK;404',
    });
  });

  it('ends the session that the browser had', async () => {
    const person = somebody();
    await makeVerified(person);
    const before = await makePerson(world.store, 'before');
    expect((await come(person, { id, who: before })).ok).toBe(true);
    expect(await as(before, currentSession)).toBeNull();
  });

  it('is a no when the person says no', async () => {
    provider.person = somebody();
    const begun = await begin(id);
    const answer = new URLSearchParams({
      error: 'access_denied',
      state: begun.url.searchParams.get('state') ?? '',
    });
    expect(await begun.back(answer.toString())).toMatchObject({
      ok: false,
      error: { code: 'forbidden', message: expect.stringContaining('did not agree') },
    });
  });
});

async function joinAndLeave(workspaceId: string, userId: string) {
  const { createMembership } = await import('@/db');
  return world.store.write(async (tx) => {
    await createMembership(tx, { workspaceId, userId, role: 'editor', now: 1 });
    const joinedAs = await getMemberRole(tx, { workspaceId, userId });
    await removeMember(tx, { workspaceId, userId, now: 2 });
    return { joinedAs };
  });
}

describe('an answer that is not the one that was asked for', () => {
  const untrusted: [string, Lies][] = [
    ['of another nonce', { claims: { nonce: 'other' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['for another audience', { claims: { aud: 'other' } }],
    ['for several audiences', { claims: { aud: [CLIENT.id, 'other'] } }],
    ['out of date', { claims: { iat: 1_600_000_000, exp: 1_600_000_300 } }],
    ['without an end', { claims: { exp: undefined } }],
    ['without a subject', { claims: { sub: '' } }],
    ['with a foreign signature', { signature: 'foreign' }],
    ['without a signature', { signature: 'none' }],
    [
      'without a signature, as the provider says it may be',
      { signature: 'none', discovery: { id_token_signing_alg_values_supported: ['none', 'RS256'] } },
    ],
    [
      'signed by the client’s secret',
      { header: { alg: 'HS256' }, discovery: { id_token_signing_alg_values_supported: ['HS256'] } },
    ],
    ['with an unknown key', { header: { kid: 'two' } }],
    ['from a provider that calls itself otherwise', { discovery: { issuer: 'https://evil.example' } }],
    ['from a provider without keys', { discovery: { jwks_uri: undefined } }],
    ['of a broken server', { tokenStatus: 500 }],
  ];

  it.each(untrusted)('is refused: a token %s', async (_title, lies) => {
    openSignUp();
    const before = await countUsers(world.store.read);
    provider.person = somebody();
    provider.lies = lies;
    const outcome = await begin('oidc').then(
      async (begun) => {
        const result = await begun.back(await begun.answer());
        return result.ok ? 'let in' : result.error.message;
      },
      (error: Error) => error.message,
    );
    expect(outcome).toContain('could not be trusted');
    expect(outcome).not.toMatch(/JWT|claim|nonce|undefined|127\.0\.0\.1/);
    expect(await countUsers(world.store.read)).toBe(before);
    provider.lies = {};
    forgetSingleton('oidc-servers');
    expect((await come(provider.person)).ok).toBe(true);
  });

  it('is refused with another state, without the cookie, and a second time', async () => {
    openSignUp();
    provider.person = somebody();
    const begun = await begin('oidc');
    const answer = await begun.answer();
    const forged = new URLSearchParams(answer);
    forged.set('state', 'guessed');
    const copy = new Map(begun.jar);
    expect(await begun.back(forged.toString())).toMatchObject({
      error: { message: expect.stringMatching(/not begun in this browser/) },
    });
    expect(await begun.back(answer), 'the cookie is gone').toMatchObject({ ok: false });
    expect(await as(null, () => finish({ provider: 'oidc', answer }))).toMatchObject({ ok: false });
    // The cookie was kept by somebody: once the code works, and then no more.
    const keep = () => as(null, () => finish({ provider: 'oidc', answer }), { jar: new Map(copy) });
    expect((await keep()).ok).toBe(true);
    expect(await keep()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/could not be trusted/) },
    });
  });

  it('is refused in another browser, and by another provider than the one that was asked', async () => {
    openSignUp();
    provider.person = somebody();
    const [mine, theirs] = [await begin('oidc'), await begin('oidc')];
    expect(await mine.back(await theirs.answer())).toMatchObject({ ok: false });
    const mixed = await begin('oidc');
    const answer = await mixed.answer();
    const other = await as(null, () => finish({ provider: 'github', answer }), { jar: mixed.jar });
    expect(other).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/not begun in this browser/) },
    });
  });

  it('is refused when it names another server than the one that was asked, as GitHub and others tell', async () => {
    openSignUp();
    for (const [id, issuer] of [
      ['github', `${provider.url}/login/oauth`],
      ['oidc', provider.url],
    ] as const) {
      provider.person = somebody();
      const [lying, honest] = [await begin(id), await begin(id)];
      const withIssuer = async (begun: typeof lying, iss: string) =>
        begun.back(`${await begun.answer()}&${new URLSearchParams({ iss })}`);
      expect(await withIssuer(lying, 'https://evil.example')).toMatchObject({ ok: false });
      expect((await withIssuer(honest, issuer)).ok).toBe(true);
    }
  });

  it('is refused when the cookie was made up, or sealed for something else', async () => {
    provider.person = somebody();
    const begun = await begin('oidc');
    const [name = '', sealed = ''] = [...begun.jar][0] ?? [];
    const answer = await begun.answer();
    const { encode } = await import('next-auth/jwt');
    const { authSecret } = await import('../secrets');
    const session = await encode({
      token: { state: 'x' },
      secret: authSecret(),
      salt: 'authjs.session-token',
    });
    for (const value of ['', 'x', '{}', sealed.slice(0, -4), session]) {
      const jar = new Map([[name, value]]);
      expect(await as(null, () => finish({ provider: 'oidc', answer }), { jar })).toMatchObject({
        ok: false,
      });
    }
  });
});

describe('where it leads', () => {
  it('sends people back to MUSTER_URL, whatever the request says', async () => {
    vi.stubEnv('MUSTER_URL', 'https://muster.example.org/');
    const jar = new Map<string, string>();
    const begun = await as(null, () => start({ provider: 'oidc' }), {
      jar,
      origin: 'https://muster.example.org',
    });
    const url = new URL(begun.ok ? begun.data.url : '');
    expect(url.searchParams.get('redirect_uri')).toBe('https://muster.example.org/sign-in/oidc');
    expect(url.searchParams.get('scope')).toBe('openid email profile');
    expect([...jar.keys()]).toEqual(['__Host-muster.signing-in']);
    vi.stubEnv('MUSTER_URL', '');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/api/w/x'])(
    'does not go on to %s',
    async (next) => {
      const person = somebody();
      await makeVerified(person);
      expect(await come(person, { next })).toMatchObject({ ok: true, data: { next: '/' } });
    },
  );

  it('says so when the provider cannot be reached', async () => {
    vi.stubEnv('AUTH_OIDC_ISSUER', 'http://127.0.0.1:9');
    const begun = await as(null, () => start({ provider: 'oidc' }));
    expect(begun).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringMatching(/cannot be reached/) },
    });
  });

  it('says so when the provider is not set up', async () => {
    for (const name of ['ID', 'SECRET', 'ISSUER']) vi.stubEnv(`AUTH_OIDC_${name}`, '');
    expect(await as(null, () => start({ provider: 'oidc' }))).toMatchObject({ error: { code: 'not_found' } });
  });

  it('asks a provider for the address that is not in its token', async () => {
    openSignUp();
    provider.lies = { thinToken: true };
    const person = somebody();
    expect((await come(person)).ok).toBe(true);
    await requireUser(person.email);
  });

  it('believes a provider that does not speak of verification only if the settings say so', async () => {
    openSignUp();
    expect(await come(somebody({ verified: undefined }))).toMatchObject({ ok: false });
    provider.lies = { claims: { xms_edov: '1' } };
    expect((await come(somebody({ verified: undefined }))).ok).toBe(true);
    provider.lies = {};
    vi.stubEnv('AUTH_OIDC_TRUST_EMAIL', 'true');
    expect((await come(somebody({ verified: undefined }))).ok).toBe(true);
    expect(await come(somebody({ verified: false }))).toMatchObject({ ok: false });
  });

  it('never makes the first account', async () => {
    const first = await openWorld();
    openSignUp();
    expect(await come(somebody())).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/terminal/) },
    });
    expect(await countUsers(first.store.read)).toBe(0);
    await first.dispose();
    world = await openWorld();
    owner = await makePerson(world.store, 'owner');
  });
});

describe('the account page', () => {
  const connect = (person: Someone, who: Person, id: ProviderId = 'oidc') =>
    come(person, { id, who, connect: true });

  it('connects a provider that knows the same verified address, which is verified from then on', async () => {
    const ada = await makePerson(world.store, 'ada', await hashPassword('set by ada'));
    const person = somebody({ email: ada.email });
    expect(await connect({ ...person, verified: false }, ada)).toMatchObject({ ok: false });
    expect(await connect(somebody(), ada)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/same address/) },
    });
    expect(await connect(person, ada)).toMatchObject({
      ok: true,
      data: { next: '/account', sessionId: null },
    });
    expect((await requireUser(ada.email)).emailVerifiedAt).not.toBeNull();
    expect(await as(ada, currentSession)).not.toBeNull();
    expect(await come(person)).toMatchObject({ ok: true, data: { userId: ada.userId } });
    expect((await connect(person, ada)).ok, 'twice is as once').toBe(true);
    const other = { ...person, subject: String(++people) };
    expect(await connect(other, ada)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('connects nothing that is somebody else’s, nor for whoever signs in meanwhile', async () => {
    const [ada, eve] = [await makePerson(world.store, 'ada'), await makePerson(world.store, 'eve')];
    const person = somebody({ email: ada.email });
    expect((await connect(person, ada)).ok).toBe(true);
    expect(await connect(person, eve)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    provider.person = somebody({ email: eve.email });
    const begun = await begin('github', eve, { connect: true });
    const answer = await begun.answer();
    const asAda = await as(ada, () => finish({ provider: 'github', answer }), { jar: begun.jar });
    expect(asAda).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(await listAccountsOfUser(world.store.read, { userId: eve.userId })).toEqual([]);
    expect(await as(null, () => start({ provider: 'oidc', connect: true }))).toMatchObject({
      error: { code: 'unauthenticated' },
    });
  });

  it('disconnects, but never the last way in', async () => {
    openSignUp();
    const person = somebody();
    const came = await come(person);
    if (!came.ok) throw new Error(came.error.message);
    const me = came.data as unknown as Person;
    const off = (id: ProviderId) => as(me, () => disconnect({ key: keyOf(id) }));
    expect(await off('oidc')).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/only way/) },
    });
    expect((await connect({ ...person, subject: '77' }, me, 'github')).ok).toBe(true);
    // A provider that is switched off lets nobody in.
    vi.stubEnv('AUTH_GITHUB_ID', '');
    vi.stubEnv('AUTH_GITHUB_SECRET', '');
    expect(await off('oidc')).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/only way/) },
    });
    vi.stubEnv('AUTH_GITHUB_ID', CLIENT.id);
    vi.stubEnv('AUTH_GITHUB_SECRET', CLIENT.secret);
    const both = await Promise.all([off('oidc'), off('github')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await as(me, () => change({ newPassword: 'my first password' }))).toMatchObject({ ok: true });
    const left = await listAccountsOfUser(world.store.read, { userId: me.userId });
    const key = left[0]?.provider ?? '';
    expect((await as(me, () => disconnect({ key }))).ok).toBe(true);
    expect(await as(me, () => disconnect({ key }))).toMatchObject({ error: { code: 'not_found' } });
    const wrong = await as(me, () => change({ newPassword: 'my second password' }));
    expect(wrong).toMatchObject({
      ok: false,
      error: { fieldErrors: { currentPassword: [expect.any(String)] } },
    });
  });

  it('shows what is connected and what can be', async () => {
    const ada = await makePerson(world.store, 'ada');
    const { listMyWaysIn } = await import('../reads/people');
    expect(await as(ada, listMyWaysIn)).toEqual({
      hasPassword: false,
      connected: [],
      open: [
        { id: 'github', name: 'GitHub' },
        { id: 'oidc', name: 'Example ID' },
      ],
    });
    await connect(somebody({ email: ada.email }), ada);
    const now = await as(ada, listMyWaysIn);
    expect(now.connected).toMatchObject([{ name: 'Example ID', works: true, lastWayIn: true }]);
    expect(now.open).toEqual([{ id: 'github', name: 'GitHub' }]);
  });
});

describe('the settings', () => {
  const read = async () => (await import('../identity/providers')).listProviders();

  it.each([
    [{ AUTH_OIDC_SECRET: '' }, /AUTH_OIDC_SECRET not set/],
    [{ AUTH_GITHUB_ID: '' }, /AUTH_GITHUB_ID not set/],
    [{ AUTH_OIDC_ISSUER: 'http://id.example.org' }, /begins with https/],
    [{ AUTH_OIDC_ISSUER: 'id.example.org' }, /begins with https/],
    [{ AUTH_OIDC_ISSUER: 'https://id.example.org?tenant=1' }, /without \?/],
  ])('are refused when they are half or wrong: %o', async (change, words) => {
    for (const [name, value] of Object.entries(change)) vi.stubEnv(name, value);
    await expect(read()).rejects.toThrow(words);
  });

  it('fit the common providers', async () => {
    for (const issuer of [
      'https://accounts.google.com',
      'https://example.okta.com',
      'https://login.microsoftonline.com/8f0e1c2d-0000-4000-8000-000000000000/v2.0',
      'https://id.example.org/realms/main',
    ]) {
      vi.stubEnv('AUTH_OIDC_ISSUER', issuer);
      vi.stubEnv('AUTH_OIDC_NAME', '');
      vi.stubEnv('AUTH_OIDC_SCOPES', 'email,profile groups');
      const [, oidc] = await read();
      expect(oidc).toMatchObject({ name: new URL(issuer).host, scope: 'openid email profile groups' });
    }
    vi.stubEnv('AUTH_OIDC_SCOPES', '');
  });
});

describe('a member', () => {
  it('keeps the role when coming by another door', async () => {
    const { id: workspaceId } = await makeWorkspace(world.store, owner);
    const member = await makeMember(world.store, workspaceId, 'admin');
    await come(somebody({ email: member.email }), { who: member, connect: true });
    expect(await getMemberRole(world.store.read, { workspaceId, userId: member.userId })).toBe('admin');
  });
});

for (const engine of TEST_ENGINES.filter(({ concurrent }) => concurrent)) {
  it(`leaves one way in of two that are closed at once, on ${engine.name}`, async () => {
    const here = await openWorld(await engine.open());
    const ada = await makePerson(here.store, 'ada');
    const close = (id: ProviderId) => as(ada, () => disconnect({ key: keyOf(id) }));
    for (let round = 1; round <= 5; round++) {
      await here.store.write(async (tx) => {
        for (const id of ['oidc', 'github'] as const) {
          const person = { userId: ada.userId, subject: 'ada', email: ada.email, now: round };
          await createAccount(tx, { provider: keyOf(id), ...person });
        }
      });
      const both = await Promise.all([close('oidc'), close('github')]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await listAccountsOfUser(here.store.read, ada)).toHaveLength(1);
    }
    await here.dispose();
  });
}
