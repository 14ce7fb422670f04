import '../testing/mocks';

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { getUser, getUserByEmail, listAuditEvents, listMembers } from '@/db';
import { type Mailbox, startMailbox } from '@/e2e/mailbox';

import { action } from '../action';
import { sendInvitations } from '../identity/send-invitations';
import { dataOf, openTeam, type Team } from '../testing/team';
import { as, makeMember, makePerson, type Person } from '../testing/world';
import { acceptInvitation } from './accept-invitation';
import { inviteByEmail } from './invite-by-email';
import { resendInvitation } from './resend-invitation';

const invite = action(inviteByEmail, sendInvitations);
const resend = action(resendInvitation, sendInvitations);
const join = action(acceptInvitation);

const PASSWORD = 'nobody else has this';

let team: Team;
let mailbox: Mailbox;

beforeAll(async () => {
  const { TEST_ENGINES } = await import('@/db/testing/engines');
  const [sqlite] = TEST_ENGINES;
  if (!sqlite) throw new Error('no engine');
  team = await openTeam(await sqlite.open());
  mailbox = await startMailbox();
});
afterAll(async () => {
  await mailbox.stop();
  await team.world.dispose();
});
beforeEach(() => {
  mailbox.mood = 'kind';
  vi.stubEnv('SMTP_URL', mailbox.url);
  vi.stubEnv('MUSTER_URL', 'https://muster.example.org');
});

const inviting = (emails: string[], by = team.ada) => {
  const input = { workspace: team.workspace, role: 'editor' as const, emails };
  return as(by, () => invite(input), { origin: 'https://muster.example.org' });
};

/** What the link in the last e-mail to somebody carries. */
async function linkTo(email: string, count = 1) {
  const { text } = await mailbox.waitFor(email, count);
  const url = new URL(/https:\/\/\S+/.exec(text)?.[0] ?? 'http://none');
  const token = url.pathname.split('/').at(-1) ?? '';
  return { url, token, proof: url.searchParams.get('proof') ?? '' };
}

const ORIGIN = { origin: 'https://muster.example.org' };

const joining = (input: { token: string; proof?: string }, email: string) =>
  as(null, () => join({ ...input, account: { name: 'Grace', email, password: PASSWORD } }), ORIGIN);

describe('inviting by e-mail', () => {
  it('sends everybody a link of their own, at the address of MUSTER_URL', async () => {
    const sent = await dataOf(inviting(['one@example.org', ' TWO@example.org ', 'one@example.org']));
    expect(sent.map(({ invitation }) => invitation.email)).toEqual(['one@example.org', 'two@example.org']);
    expect(sent.every(({ unsent }) => unsent === null)).toBe(true);
    const [one, two] = [await linkTo('one@example.org'), await linkTo('two@example.org')];
    expect(one.url.origin).toBe('https://muster.example.org');
    expect(one.token).not.toBe(two.token);
    expect(JSON.stringify(sent), 'no link for whoever invites').not.toContain(one.token);
    const { read } = team.world.store;
    const page = { workspaceId: team.workspaceId, offset: 0, limit: 3 };
    const rows = await listAuditEvents(read, page);
    expect(rows.map(({ event }) => event).sort()).toEqual(['invitation.created', 'mail.sent', 'mail.sent']);
  });

  it('lets the invited in once, and takes the address as verified', async () => {
    await inviting(['grace@example.org']);
    const { token, proof } = await linkTo('grace@example.org');
    expect(await joining({ token, proof }, 'grace@example.org')).toMatchObject({ ok: true });
    const user = await getUserByEmail(team.world.store.read, { email: 'grace@example.org' });
    expect(user?.emailVerifiedAt).not.toBeNull();
    const again = await joining({ token, proof }, 'other@example.org');
    expect(again).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it.each([
    ['without the proof', 'plain@example.org', 'plain@example.org', ''],
    ['with the proof of another letter', 'stolen@example.org', 'stolen@example.org', 'another'],
    ['by another address', 'mine@example.org', 'mine-too@example.org', 'its own'],
  ])('verifies nothing %s', async (_, invited, joins, which) => {
    await inviting([invited, 'somebody@example.org']);
    const { token, proof } = await linkTo(invited);
    const another = await linkTo('somebody@example.org');
    const given = { another: another.proof, 'its own': proof }[which];
    expect(await joining({ token, ...(given && { proof: given }) }, joins)).toMatchObject({ ok: true });
    const user = await getUserByEmail(team.world.store.read, { email: joins });
    expect(user).toMatchObject({ emailVerifiedAt: null });
  });

  it('takes the address of a present account as verified, too, where the link came with the e-mail to it', async () => {
    const { store } = team.world;
    const verifiedAt = async ({ userId }: Person) =>
      (await getUser(store.read, { userId }))?.emailVerifiedAt ?? null;
    for (const withProof of [false, true]) {
      const grace = await makePerson(store, 'Grace');
      await inviting([grace.email]);
      const { token, proof } = await linkTo(grace.email);
      const answer = await as(grace, () => join({ token, ...(withProof && { proof }) }), ORIGIN);
      expect(answer).toMatchObject({ ok: true });
      expect((await verifiedAt(grace)) !== null).toBe(withProof);
    }
    const ben = await makePerson(store, 'Ben');
    await inviting(['not-ben@example.org']);
    const { token, proof } = await linkTo('not-ben@example.org');
    expect(await as(ben, () => join({ token, proof }), ORIGIN)).toMatchObject({ ok: true });
    expect(await verifiedAt(ben)).toBeNull();
  });

  it('leaves a link to be sent by hand, which proves nothing, where the e-mail fails', async () => {
    mailbox.mood = 'refuse';
    const [sent] = await dataOf(inviting(['unsent@example.org']));
    expect(sent?.unsent?.reason).toBe('The mail server refused the address.');
    const url = new URL(sent?.unsent?.url ?? 'http://none');
    expect([url.origin, url.search]).toEqual(['https://muster.example.org', '']);
    const token = url.pathname.split('/').at(-1) ?? '';
    expect(await joining({ token }, 'unsent@example.org')).toMatchObject({ ok: true });
    const user = await getUserByEmail(team.world.store.read, { email: 'unsent@example.org' });
    expect(user).toMatchObject({ emailVerifiedAt: null });
  });

  it('refuses whom it cannot invite, and then nobody was', async () => {
    const received = mailbox.received.length;
    const bob = await inviting(['new@example.org', team.bob.email]);
    expect(bob).toMatchObject({
      ok: false,
      error: { code: 'conflict', fieldErrors: { emails: [expect.any(String)] } },
    });
    expect(await inviting(['nonsense'])).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(await inviting(['new@example.org'], team.bob)).toMatchObject({ error: { code: 'forbidden' } });
    vi.stubEnv('SMTP_URL', '');
    expect(await inviting(['new@example.org'])).toMatchObject({ error: { code: 'conflict' } });
    expect(mailbox.received).toHaveLength(received);
  });

  it('keeps one open invitation for an address: the last', async () => {
    await inviting(['twice@example.org']);
    const first = await linkTo('twice@example.org');
    await inviting(['twice@example.org']);
    const second = await linkTo('twice@example.org', 2);
    expect(await joining(first, 'twice@example.org')).toMatchObject({ error: { code: 'not_found' } });
    expect(await joining(second, 'twice@example.org')).toMatchObject({ ok: true });
  });

  it('sends again by another link; an admin cannot for a role above', async () => {
    const [sent] = await dataOf(inviting(['again@example.org']));
    const invitationId = sent?.invitation.id ?? '';
    const first = await linkTo('again@example.org');
    const admin = await makeMember(team.world.store, team.workspaceId, 'admin');
    const sending = (by = admin) =>
      as(by, () => resend({ workspace: team.workspace, invitationId }), {
        origin: 'https://muster.example.org',
      });
    expect(await sending(team.bob)).toMatchObject({ error: { code: 'forbidden' } });
    const [renewed] = await dataOf(sending());
    expect(renewed?.invitation.expiresAt).toBeGreaterThanOrEqual(sent?.invitation.expiresAt ?? 0);
    const second = await linkTo('again@example.org', 2);
    expect(await joining(first, 'again@example.org')).toMatchObject({ error: { code: 'not_found' } });
    expect(await joining(second, 'again@example.org')).toMatchObject({ ok: true });
    expect(await sending()).toMatchObject({ error: { code: 'not_found' } });
    const members = await listMembers(team.world.store.read, { workspaceId: team.workspaceId });
    expect(members.find(({ email }) => email === 'again@example.org')?.role).toBe('editor');
  });
});
