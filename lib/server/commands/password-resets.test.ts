import '../testing/mocks';

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  createAccount,
  createMembership,
  createPasswordReset,
  getSession,
  getUser,
  listAuditEvents,
  listResetLinks,
  listSessionsOfUser,
  setEmailVerified,
  setPasswordHash,
} from '@/db';
import { type Mailbox, startMailbox } from '@/e2e/mailbox';

import { action } from '../action';
import { isAddressToken } from '../identity/address-links';
import { sendAddressLink, sendAddressLinkAfterwards } from '../identity/send-address-link';
import { sendResetLinkAfterwards } from '../identity/send-reset-link';
import { whenDelivered } from '../mail';
import { getResetOffer } from '../reads/joining';
import { hashPassword, hashToken } from '../secrets';
import { dataOf } from '../testing/team';
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
import { writing } from '../watched-store';
import { askAddressLink } from './ask-address-link';
import { askPasswordReset } from './ask-password-reset';
import { changePassword } from './change-password';
import { confirmAddress } from './confirm-address';
import { createResetLink } from './create-reset-link';
import { resetPassword } from './reset-password';
import { signIn } from './sign-in';

const ask = action(askPasswordReset, sendResetLinkAfterwards);
const make = action(createResetLink);
const reset = action(resetPassword);
const askLink = action(askAddressLink, sendAddressLink);
const confirmMine = action(confirmAddress);
const enter = action(signIn);
const change = action(changePassword);

const OLD = 'the former password';
const DAY_MS = 86_400_000;
const NEW = 'nobody else has this';

let world: World;
let mailbox: Mailbox;
let passwordHash: string;
let workspace: { id: string; slug: string };
let owner: Person;

beforeAll(async () => {
  world = await openWorld();
  mailbox = await startMailbox();
  passwordHash = await hashPassword(OLD);
  owner = await makePerson(world.store, 'Olga');
  workspace = await makeWorkspace(world.store, owner);
});
afterAll(async () => {
  await whenDelivered();
  await mailbox.stop();
  await world.dispose();
});
beforeEach(() => {
  vi.stubEnv('SMTP_URL', mailbox.url);
});

const unconfirmed = () => makePerson(world.store, 'Grace', passwordHash);
const confirm = ({ userId }: Person) =>
  world.store.write((tx) => setEmailVerified(tx, { userId, now: Date.now() }));

/** Whose address is known to be theirs. */
async function somebody(): Promise<Person> {
  const person = await unconfirmed();
  await confirm(person);
  return person;
}

const tokenOf = (text: string) => /\/reset\/([\w-]+)/.exec(text)?.[1] ?? '';
const setPassword = (token: string, password = NEW) => as(null, () => reset({ token, password }));

async function member(): Promise<Person> {
  const person = await unconfirmed();
  const key = { workspaceId: workspace.id, userId: person.userId, role: 'editor' as const, now: Date.now() };
  await world.store.write((tx) => createMembership(tx, key));
  return person;
}

/** Makes a link for a member as the owner, or as somebody else. */
const linkFor = (person: Person, by: Person = owner) =>
  as(by, () => make({ workspace: workspace.slug, userId: person.userId }));

describe('a link by e-mail', () => {
  const asking = (email: string) => as(null, () => ask({ email }));

  it('sets a password once; whoever was signed in elsewhere is not any more', async () => {
    const grace = await somebody();
    await asking(` ${grace.email.toUpperCase()} `);
    const { text } = await mailbox.waitFor(grace.email);
    const token = tokenOf(text);
    const result = await setPassword(token);
    expect(result).toMatchObject({ ok: true, data: { userId: grace.userId } });
    const { read } = world.store;
    expect(await getSession(read, { sessionId: grace.sessionId, now: Date.now() })).toBeNull();
    expect(await as(null, () => enter({ email: grace.email, password: OLD }))).toMatchObject({ ok: false });
    expect(await as(null, () => enter({ email: grace.email, password: NEW }))).toMatchObject({ ok: true });
    expect(await setPassword(token)).toMatchObject({ error: { code: 'not_found' } });
  });

  it('tells nobody by its answer, nor by what is done before it, who has an account', async () => {
    const grace = await somebody();
    const known = await asking(grace.email);
    const unknown = await asking('nobody@example.org');
    expect(known).toEqual({ ok: true, data: { asked: true } });
    expect(unknown).toEqual(known);
    await whenDelivered();
    await mailbox.waitFor(grace.email);
    expect(mailbox.received.some(({ to }) => to.includes('nobody@example.org'))).toBe(false);
    const asked = { workspaceId: null, event: 'user.reset-asked', offset: 0, limit: 2 };
    const rows = await listAuditEvents(world.store.read, asked);
    expect(rows.map(({ subjectId, details }) => ({ subjectId, details }))).toEqual([
      { subjectId: null, details: {} },
      { subjectId: null, details: {} },
    ]);
  });

  it('is asked for a few times an hour for one address, account or none', async () => {
    for (const email of [(await somebody()).email, 'nobody-again@example.org']) {
      for (let i = 0; i < 4; i++) expect(await as(null, () => ask({ email }))).toMatchObject({ ok: true });
      expect(await as(null, () => ask({ email }))).toMatchObject({ error: { code: 'rate_limited' } });
    }
  });

  it('works until the next one is sent, and until the password is changed', async () => {
    const grace = await somebody();
    await asking(grace.email);
    const first = tokenOf((await mailbox.waitFor(grace.email)).text);
    await asking(grace.email);
    const second = tokenOf((await mailbox.waitFor(grace.email, 2)).text);
    expect(await setPassword(first)).toMatchObject({ error: { code: 'not_found' } });
    const changing = { currentPassword: OLD, newPassword: NEW };
    expect(await as(grace, () => change(changing))).toMatchObject({ ok: true });
    expect(await setPassword(second)).toMatchObject({ error: { code: 'not_found' } });
  });

  it('gives no password to somebody who signs in by a provider: the letter says by which', async () => {
    vi.stubEnv('AUTH_GITHUB_ID', 'id');
    vi.stubEnv('AUTH_GITHUB_SECRET', 'secret');
    const grace = await makePerson(world.store, 'Grace');
    await confirm(grace);
    const account = { provider: 'github', subject: grace.userId, ...grace, now: 1 };
    await world.store.write((tx) => createAccount(tx, account));
    await asking(grace.email);
    const { text } = await mailbox.waitFor(grace.email);
    expect(text).toContain('you sign in with GitHub');
    expect(tokenOf(text)).toBe('');
    vi.stubEnv('AUTH_GITHUB_ID', '');
    vi.stubEnv('AUTH_GITHUB_SECRET', '');
  });

  it('is not sent where no e-mail is, and a common password is refused without using the link up', async () => {
    const grace = await somebody();
    await asking(grace.email);
    const token = tokenOf((await mailbox.waitFor(grace.email)).text);
    expect(await setPassword(token, 'password123')).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await setPassword(token)).toMatchObject({ ok: true });
    vi.stubEnv('SMTP_URL', '');
    expect(await asking(grace.email)).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('an address that nobody has confirmed', () => {
  it('gets no link, and hears nothing of the account; a link to it from before sets nothing', async () => {
    const grace = await unconfirmed();
    expect(await as(null, () => ask({ email: grace.email }))).toEqual({ ok: true, data: { asked: true } });
    const { text, html } = await mailbox.waitFor(grace.email);
    expect(text).toContain('never confirmed');
    for (const part of [text, html]) expect(part).not.toMatch(/Grace|\/reset\//);
    const { userId } = grace;
    const row = {
      userId,
      tokenHash: hashToken('from-before'),
      createdBy: null,
      expiresAt: Date.now() + 60_000,
    };
    await world.store.write((tx) => createPasswordReset(tx, { ...row, now: Date.now() }));
    expect(await setPassword('from-before')).toMatchObject({ error: { code: 'not_found' } });
    expect(await getUser(world.store.read, grace)).toMatchObject({ passwordHash, emailVerifiedAt: null });
  });

  it('is confirmed by a link to it, signed in to the very account, within a day', async () => {
    const [grace, eve] = [await unconfirmed(), await unconfirmed()];
    expect(await as(grace, () => askLink({}))).toEqual({ ok: true, data: { unsent: null } });
    const { text } = await mailbox.waitFor(grace.email);
    const token = /\/confirm\/([\w.-]+)/.exec(text)?.[1] ?? '';
    const tries: [Person | null, string][] = [
      [null, token],
      [eve, token],
      [grace, token.replace(/^\d/, '9')],
      [grace, `${token}x`],
      [grace, '9'.repeat(14)],
    ];
    for (const [who, tried] of tries) {
      expect(await as(who, () => confirmMine({ token: tried }))).toMatchObject({ ok: false });
    }
    expect(isAddressToken(token, { id: grace.userId, email: grace.email }, Date.now() + DAY_MS)).toBe(false);
    expect(isAddressToken(token, { id: grace.userId, email: eve.email }, Date.now())).toBe(false);
    expect(await getUser(world.store.read, grace)).toMatchObject({ emailVerifiedAt: null });
    expect(await as(grace, () => confirmMine({ token }))).toMatchObject({ ok: true });
    expect(await getUser(world.store.read, grace)).toMatchObject({ emailVerifiedAt: expect.any(Number) });
    expect(await as(grace, () => askLink({}))).toMatchObject({ error: { code: 'conflict' } });
    await as(null, () => ask({ email: grace.email }));
    expect(tokenOf((await mailbox.waitFor(grace.email, 2)).text)).not.toBe('');
  });

  it('is written to when the account is made, unless it is confirmed by then or no e-mail is sent', async () => {
    const [grace, known, unsent] = [await unconfirmed(), await somebody(), await unconfirmed()];
    sendAddressLinkAfterwards(known.userId);
    sendAddressLinkAfterwards(grace.userId);
    vi.stubEnv('SMTP_URL', '');
    sendAddressLinkAfterwards(unsent.userId);
    vi.stubEnv('SMTP_URL', mailbox.url);
    await whenDelivered();
    const lettersTo = ({ email }: Person) => mailbox.received.filter(({ to }) => to.includes(email)).length;
    expect([grace, known, unsent].map(lettersTo)).toEqual([1, 0, 0]);
  });

  it('is written to a few times an hour, and whoever asks reads why it failed', async () => {
    const grace = await unconfirmed();
    mailbox.mood = 'refuse';
    const refused = { unsent: 'The mail server refused the address.' };
    for (let i = 0; i < 5; i++)
      expect(await as(grace, () => askLink({}))).toEqual({ ok: true, data: refused });
    mailbox.mood = 'kind';
    expect(await as(grace, () => askLink({}))).toMatchObject({ error: { code: 'rate_limited' } });
  });
});

describe('a link by an owner', () => {
  it('sets the password of a member, who is told; the address stays unverified', async () => {
    const grace = await member();
    const { url } = await dataOf(linkFor(grace));
    const { result } = await exchange(null, () => reset({ token: tokenOf(url), password: NEW }));
    expect(result).toMatchObject({ ok: true });
    const { read } = world.store;
    expect(await getUser(read, grace)).toMatchObject({ emailVerifiedAt: null });
    const links = await listResetLinks(read, { userId: grace.userId, since: 0 });
    expect(links).toMatchObject([{ by: 'Olga', usedAt: expect.any(Number) }]);
    const page = { workspaceId: workspace.id, event: 'user.reset-link-made', offset: 0, limit: 1 };
    expect(await listAuditEvents(read, page)).toMatchObject([
      { actorId: owner.userId, subjectId: grace.userId },
    ]);
  });

  it('takes over nobody who belongs to a workspace of somebody else, now or when it is used', async () => {
    const grace = await member();
    const elsewhere = await makeWorkspace(world.store, await makePerson(world.store, 'Otto'));
    const join = () =>
      world.store.write((tx) =>
        createMembership(tx, {
          ...{ workspaceId: elsewhere.id, userId: grace.userId, role: 'viewer' as const, now: Date.now() },
        }),
      );
    const { url } = await dataOf(linkFor(grace));
    expect(await getResetOffer(tokenOf(url))).toEqual({ email: grace.email });
    await join();
    expect(await getResetOffer(tokenOf(url))).toBeNull();
    expect(await linkFor(grace)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await setPassword(tokenOf(url))).toMatchObject({ error: { code: 'not_found' } });
    expect((await getUser(world.store.read, grace))?.passwordHash).toBe(passwordHash);
  });

  it('is made by owners alone, and for others', async () => {
    const grace = await member();
    const admin = await makeMember(world.store, workspace.id, 'admin');
    expect(await linkFor(grace, admin)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await linkFor(owner)).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await linkFor(await somebody())).toMatchObject({ error: { code: 'not_found' } });
  });
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('the former password', () => {
  it('opens nothing any more where another is set while it is looked at', async () => {
    const grace = await somebody();
    const [begun, asked] = [gate(), gate()];
    const other = world.store.write(async (tx) => {
      begun.open();
      await asked.opened;
      await setPasswordHash(tx, { userId: grace.userId, passwordHash: 'another', now: Date.now() });
    });
    await begun.opened;
    const entering = as(null, () => enter({ email: grace.email, password: OLD }));
    // It was right, and its sign-in waits to be written.
    await vi.waitFor(() => expect(writing().waiting).toBe(1), 10_000);
    asked.open();
    await other;
    expect(await entering).toMatchObject({ error: { code: 'unauthenticated' } });
    const { read } = world.store;
    const open = await listSessionsOfUser(read, { userId: grace.userId, now: Date.now() });
    expect(open.map(({ id }) => id)).toEqual([grace.sessionId]);
  });
});
