/** Are people, sessions, memberships, invitations and settings kept as promised? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { createAccount, deleteAccount, getAccount, listAccountsOfUser } from '../queries/accounts';
import {
  consumeInvitation,
  createInvitation,
  getInvitationByTokenHash,
  listInvitations,
  renewInvitation,
  revokeInvitation,
  revokeInvitationsTo,
} from '../queries/invitations';
import {
  changeMemberRole,
  createMembership,
  getMemberRole,
  isOnlyInWorkspacesOf,
  listMembers,
  removeMember,
  transferOwnership,
} from '../queries/memberships';
import { listOpenAccess } from '../queries/open-access';
import {
  consumePasswordReset,
  createPasswordReset,
  endPasswordResets,
  getPasswordReset,
  listResetLinks,
} from '../queries/password-resets';
import {
  createSession,
  deleteExpiredSessions,
  deleteSession,
  deleteSessionOfUser,
  deleteSessionsOfUser,
  getSession,
  touchSession,
} from '../queries/sessions';
import { getSetting, setSetting, takeSetting } from '../queries/settings';
import {
  countUsers,
  createUser,
  getUser,
  getUserByEmail,
  lockUser,
  renameUser,
  setEmailVerified,
  setNotificationSettings,
  setPasswordHash,
} from '../queries/users';
import {
  createWorkspace,
  getWorkspaceForMember,
  listWorkspacesOfUser,
  renameWorkspace,
} from '../queries/workspaces';
import { makeUser, makeWorkspace, NOW } from './rows';

const DAY = 24 * 60 * 60 * 1000;

export function identityContract(open: () => Store): void {
  test('makes an account once per address', async () => {
    const store = open();
    const before = await countUsers(store.read);
    const input = { email: 'once@example.org', name: 'Ada', passwordHash: 'hash', now: NOW };
    const user = await store.write((tx) => createUser(tx, input));
    expect(await store.write((tx) => createUser(tx, { ...input, name: 'Eve' }))).toBeNull();
    expect(await countUsers(store.read)).toBe(before + 1);
    expect(await getUserByEmail(store.read, { email: 'once@example.org' })).toEqual(user);
    expect(await getUserByEmail(store.read, { email: 'nobody@example.org' })).toBeNull();
    const userId = user?.id ?? '';
    await store.write((tx) => setPasswordHash(tx, { userId, passwordHash: 'new', now: NOW + 1 }));
    expect(await getUser(store.read, { userId })).toEqual({
      ...user,
      passwordHash: 'new',
      updatedAt: NOW + 1,
    });
  });

  test('renames a person, and notes that the address is theirs', async () => {
    const store = open();
    const { id: userId } = await makeUser(store);
    expect(await getUser(store.read, { userId })).toMatchObject({ name: 'Ada', emailVerifiedAt: null });
    await store.write(async (tx) => {
      await renameUser(tx, { userId, name: 'Ada Example', now: NOW + 1 });
      await setEmailVerified(tx, { userId, now: NOW + 2 });
    });
    const user = await getUser(store.read, { userId });
    expect(user).toMatchObject({ name: 'Ada Example', emailVerifiedAt: NOW + 2, updatedAt: NOW + 2 });
    const settings = { email: ['mention' as const] };
    await store.write((tx) => setNotificationSettings(tx, { userId, settings, now: NOW + 2 }));
    expect((await getUser(store.read, { userId }))?.notificationSettings).toEqual(settings);
    await store.write((tx) => setNotificationSettings(tx, { userId, settings: { email: [] }, now: NOW + 2 }));
    const silent = { ...user, notificationSettings: { email: [] } };
    const locked = await store.write((tx) => lockUser(tx, { userId, now: NOW + 3 }));
    expect(locked).toEqual({ ...silent, updatedAt: NOW + 3 });
    expect(await store.write((tx) => lockUser(tx, { userId: 'nobody', now: NOW }))).toBeNull();
  });

  test('connects whom a provider means to one person, until that is undone', async () => {
    const store = open();
    const [user, other] = [await makeUser(store), await makeUser(store)];
    const account = { provider: 'github', subject: user.id, email: 'ada@example.org' };
    const connect = (userId: string, provider = 'github') =>
      store.write((tx) => createAccount(tx, { ...account, provider, userId, now: NOW }));
    expect(await connect(user.id)).toBe(true);
    expect(await connect(user.id)).toBe(false);
    expect(await connect(other.id)).toBe(false);
    expect(await connect(other.id, 'https://id.example.org')).toBe(true);
    const stored = { ...account, userId: user.id, createdAt: NOW };
    expect(await getAccount(store.read, account)).toEqual(stored);
    expect(await getAccount(store.read, { provider: 'github', subject: 'nobody' })).toBeNull();
    expect(await listAccountsOfUser(store.read, { userId: user.id })).toEqual([stored]);
    const undo = (userId: string) =>
      store.write((tx) => deleteAccount(tx, { userId, provider: account.provider }));
    expect([await undo(other.id), await undo(user.id), await undo(user.id)]).toEqual([false, true, false]);
    expect(await listAccountsOfUser(store.read, { userId: other.id })).toHaveLength(1);
  });

  test("ends one session of a person, and nobody else's", async () => {
    const store = open();
    const [user, other] = [await makeUser(store), await makeUser(store)];
    const input = { userId: user.id, expiresAt: NOW + DAY, address: null, userAgent: null, now: NOW };
    const { id: sessionId } = await store.write((tx) => createSession(tx, input));
    const end = (userId: string) => store.write((tx) => deleteSessionOfUser(tx, { userId, sessionId }));
    expect([await end(other.id), await end(user.id), await end(user.id)]).toEqual([false, true, false]);
  });

  test('knows a session until it is deleted or over', async () => {
    const store = open();
    const user = await makeUser(store);
    const input = { userId: user.id, expiresAt: NOW + DAY, address: '::1', userAgent: null, now: NOW };
    const { id: sessionId } = await store.write((tx) => createSession(tx, input));
    expect(await getSession(store.read, { sessionId, now: NOW + DAY - 1 })).toMatchObject({
      id: sessionId,
      lastSeenAt: NOW,
      address: '::1',
      user: { id: user.id, name: 'Ada' },
    });
    expect(await getSession(store.read, { sessionId, now: NOW + DAY })).toBeNull();
    await store.write((tx) => touchSession(tx, { sessionId, expiresAt: NOW + 2 * DAY, now: NOW + 5 }));
    expect(await getSession(store.read, { sessionId, now: NOW + DAY })).toMatchObject({
      lastSeenAt: NOW + 5,
    });
    const late = { sessionId, expiresAt: NOW + 9 * DAY, now: NOW + 3 * DAY };
    await store.write((tx) => touchSession(tx, late));
    expect(await getSession(store.read, { sessionId, now: NOW + 3 * DAY }), 'touch revives none').toBeNull();
    await store.write((tx) => deleteSession(tx, { sessionId }));
    expect(await getSession(store.read, { sessionId, now: NOW })).toBeNull();
  });

  test('knows of open sessions what their people are, and where', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    const { id: nobodys } = await makeUser(store);
    const input = { expiresAt: NOW + DAY, address: null, userAgent: null, now: NOW };
    const start = (userId: string) => store.write((tx) => createSession(tx, { ...input, userId }));
    const [mine, theirs, ended] = [await start(ownerId), await start(nobodys), await start(ownerId)];
    await store.write((tx) => deleteSession(tx, { sessionId: ended.id }));
    const sessionIds = [mine.id, theirs.id, ended.id];
    const rows = await listOpenAccess(store.read, { sessionIds, now: NOW });
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ sessionId: mine.id, userId: ownerId, workspaceId, role: 'owner' });
    expect(rows).toContainEqual({ sessionId: theirs.id, userId: nobodys, workspaceId: null, role: null });
    expect(await listOpenAccess(store.read, { sessionIds, now: NOW + DAY })).toEqual([]);
    expect(await listOpenAccess(store.read, { sessionIds: [], now: NOW })).toEqual([]);
  });

  test("ends a person's sessions but one, and sweeps those that are over", async () => {
    const store = open();
    const [user, other] = [await makeUser(store), await makeUser(store)];
    const input = { expiresAt: NOW + DAY, address: null, userAgent: null, now: NOW };
    const [kept, ended, foreign] = await store.write(async (tx) => [
      await createSession(tx, { ...input, userId: user.id }),
      await createSession(tx, { ...input, userId: user.id }),
      await createSession(tx, { ...input, userId: other.id }),
    ]);
    expect(
      await store.write((tx) => deleteSessionsOfUser(tx, { userId: user.id, exceptId: kept?.id ?? '' })),
    ).toBe(1);
    const known = async (id = '') => (await getSession(store.read, { sessionId: id, now: NOW })) !== null;
    expect([await known(kept?.id), await known(ended?.id), await known(foreign?.id)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await store.write((tx) => deleteSessionsOfUser(tx, { userId: user.id }))).toBe(1);
    expect(await store.write((tx) => deleteExpiredSessions(tx, { now: NOW + DAY }))).toBeGreaterThanOrEqual(
      1,
    );
    expect(await known(foreign?.id)).toBe(false);
  });

  test('shows a workspace to its members only', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const outsider = await makeUser(store);
    const { slug, ownerId } = workspace;
    expect(await getWorkspaceForMember(store.read, { slug, userId: ownerId })).toEqual({
      id: workspace.id,
      slug,
      name: 'Analytical Engines',
      role: 'owner',
      deletionDueAt: null,
    });
    expect(await getWorkspaceForMember(store.read, { slug, userId: outsider.id })).toBeNull();
    const again = { slug, name: 'Taken', ownerId: outsider.id, now: NOW };
    expect(await store.write((tx) => createWorkspace(tx, again))).toBeNull();
    expect(await listWorkspacesOfUser(store.read, { userId: outsider.id })).toEqual([]);
    await store.write((tx) => renameWorkspace(tx, { workspaceId: workspace.id, name: 'New', now: NOW }));
    const member = { workspaceId: workspace.id, userId: outsider.id, role: 'viewer' as const, now: NOW };
    expect(await store.write((tx) => createMembership(tx, member))).toBe(true);
    expect(await store.write((tx) => createMembership(tx, { ...member, role: 'owner' }))).toBe(false);
    expect(await listWorkspacesOfUser(store.read, { userId: outsider.id })).toEqual([
      { id: workspace.id, slug, name: 'New', role: 'viewer', deletionDueAt: null },
    ]);
  });

  test('never leaves a workspace without an owner', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    const { id: userId } = await makeUser(store);
    const change = (user: string, role: 'owner' | 'editor') =>
      store.write((tx) => changeMemberRole(tx, { workspaceId, userId: user, role, now: NOW }));
    const remove = (user: string) =>
      store.write((tx) => removeMember(tx, { workspaceId, userId: user, now: NOW }));
    expect(await change(ownerId, 'editor')).toBe(false);
    expect(await remove(ownerId)).toBe(false);
    expect(await change(userId, 'editor'), 'no member').toBe(false);
    await store.write((tx) => createMembership(tx, { workspaceId, userId, role: 'editor', now: NOW + 1 }));
    expect(await change(ownerId, 'owner')).toBe(true);
    expect(await change(userId, 'owner')).toBe(true);
    expect(await change(ownerId, 'editor')).toBe(true);
    expect(await remove(userId)).toBe(false);
    expect(await remove(ownerId)).toBe(true);
    expect(await getMemberRole(store.read, { workspaceId, userId: ownerId })).toBeNull();
    expect(await listMembers(store.read, { workspaceId })).toMatchObject([{ userId, role: 'owner' }]);
  });

  test('lets a link set a password once, while it is open', async () => {
    const store = open();
    const [user, owner] = [await makeUser(store), await makeUser(store)];
    const make = (tokenHash: string, createdBy: string | null, now = NOW) =>
      store.write((tx) =>
        createPasswordReset(tx, { userId: user.id, tokenHash, createdBy, expiresAt: now + 60, now }),
      );
    const use = (tokenHash: string, now = NOW) =>
      store.write((tx) => consumePasswordReset(tx, { tokenHash, now }));
    const [mailed, made, again] = ['mailed', 'made', 'again'].map((name) => `${user.id}-${name}`) as [
      string,
      string,
      string,
    ];
    const { id } = await make(mailed, null);
    await make(made, owner.id);
    expect(await getPasswordReset(store.read, { tokenHash: mailed, now: NOW + 59 })).toMatchObject({
      ...{ id, userId: user.id, createdBy: null },
    });
    expect(await getPasswordReset(store.read, { tokenHash: mailed, now: NOW + 60 })).toBeNull();
    await make(again, owner.id, NOW + 1);
    expect(await use(made, NOW + 1), 'the last of a maker').toBeNull();
    expect(await use(mailed, NOW + 60), 'too old').toBeNull();
    expect(await use(mailed, NOW + 1)).toEqual({ id, userId: user.id, createdBy: null });
    expect(await use(mailed, NOW + 1), 'once').toBeNull();
    await store.write((tx) => endPasswordResets(tx, { userId: owner.id, now: NOW + 1 }));
    expect(await getPasswordReset(store.read, { tokenHash: again, now: NOW + 1 })).not.toBeNull();
    await store.write((tx) => endPasswordResets(tx, { userId: user.id, now: NOW + 1 }));
    expect(await use(again, NOW + 1)).toBeNull();
    const links = await listResetLinks(store.read, { userId: user.id, since: NOW - 1 });
    expect(links.map(({ by, createdAt }) => [by, createdAt])).toEqual([
      ['Ada', NOW + 1],
      ['Ada', NOW],
    ]);
    expect(await listResetLinks(store.read, { userId: user.id, since: NOW })).toHaveLength(1);
  });

  test('knows who is in no workspace but those of one owner', async () => {
    const store = open();
    const [mine, other] = [await makeWorkspace(store), await makeWorkspace(store)];
    const { id: userId } = await makeUser(store);
    const join = (workspaceId: string) =>
      store.write((tx) => createMembership(tx, { workspaceId, userId, role: 'editor', now: NOW }));
    const isOnly = (ownerId = mine.ownerId) => isOnlyInWorkspacesOf(store.read, { userId, ownerId });
    expect(await isOnly(), 'of none').toBe(false);
    await join(mine.id);
    expect([await isOnly(), await isOnly(other.ownerId), await isOnly(userId)]).toEqual([true, false, false]);
    await join(other.id);
    expect(await isOnly()).toBe(false);
  });

  test('hands a workspace over from its owner to a member', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    const [member, outsider] = [await makeUser(store), await makeUser(store)];
    await store.write((tx) =>
      createMembership(tx, { workspaceId, userId: member.id, role: 'viewer', now: NOW + 1 }),
    );
    const hand = (fromId: string, toId: string) =>
      store.write((tx) => transferOwnership(tx, { workspaceId, fromId, toId, now: NOW }));
    const roles = async () => (await listMembers(store.read, { workspaceId })).map(({ role }) => role);
    expect(await hand(member.id, ownerId), 'not by a viewer').toBe(false);
    expect(await hand(ownerId, outsider.id), 'not to an outsider').toBe(false);
    expect(await roles()).toEqual(['owner', 'viewer']);
    expect(await hand(ownerId, member.id)).toBe(true);
    expect(await roles()).toEqual(['admin', 'owner']);
    expect(await hand(ownerId, member.id), 'once').toBe(false);
  });

  test('lets a link be used while it is open', async () => {
    const store = open();
    const { id: workspaceId, ownerId, slug } = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const invite = (tokenHash: string, maxUses: number) =>
      store.write((tx) =>
        createInvitation(tx, {
          workspaceId,
          tokenHash,
          role: 'editor',
          createdBy: ownerId,
          expiresAt: NOW + DAY,
          maxUses,
          now: NOW,
        }),
      );
    const use = (tokenHash: string, now = NOW) =>
      store.write((tx) => consumeInvitation(tx, { tokenHash, now }));
    const [twice, revoked] = [`${workspaceId}-twice`, `${workspaceId}-revoked`];
    const { id } = await invite(twice, 2);
    const { id: invitationId } = await invite(revoked, 1);
    expect(await getInvitationByTokenHash(store.read, { tokenHash: twice, now: NOW })).toEqual({
      id,
      workspaceId,
      workspaceSlug: slug,
      workspaceName: 'Analytical Engines',
      role: 'editor',
      invitedBy: 'Ada',
      email: null,
    });
    expect(await listInvitations(store.read, { workspaceId, now: NOW })).toHaveLength(2);
    const revoke = { invitationId, now: NOW };
    expect(await store.write((tx) => revokeInvitation(tx, { ...revoke, workspaceId: other.id }))).toBe(false);
    expect(await store.write((tx) => revokeInvitation(tx, { ...revoke, workspaceId }))).toBe(true);
    expect(await store.write((tx) => revokeInvitation(tx, { ...revoke, workspaceId }))).toBe(false);
    expect(await use(revoked)).toBeNull();
    expect(await use(twice, NOW + DAY)).toBeNull();
    expect(await use(twice)).toEqual({ id, workspaceId, role: 'editor' });
    expect(await listInvitations(store.read, { workspaceId, now: NOW })).toMatchObject([
      { id, createdBy: 'Ada', maxUses: 2, uses: 1 },
    ]);
    expect(await use(twice)).not.toBeNull();
    expect(await use(twice)).toBeNull();
    expect(await use('unknown')).toBeNull();
    expect(await getInvitationByTokenHash(store.read, { tokenHash: twice, now: NOW })).toBeNull();
    expect(await listInvitations(store.read, { workspaceId, now: NOW })).toEqual([]);
  });

  test('sends an invitation again by another link, and takes those to an address back', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const invite = (tokenHash: string, email?: string) =>
      store.write((tx) =>
        createInvitation(tx, {
          ...{ workspaceId, tokenHash, role: 'editor' as const, createdBy: ownerId, maxUses: 1, now: NOW },
          ...{ expiresAt: NOW + DAY, ...(email && { email }) },
        }),
      );
    const [first, second] = [`${workspaceId}-first`, `${workspaceId}-second`];
    const { id: invitationId } = await invite(first, 'grace@example.org');
    const { id: link } = await invite(`${workspaceId}-link`);
    const renewal = { workspaceId, invitationId, tokenHash: second, expiresAt: NOW + 2 * DAY, now: NOW };
    const renew = (changes: Partial<typeof renewal>) =>
      store.write((tx) => renewInvitation(tx, { ...renewal, ...changes }));
    expect(await renew({ workspaceId: other.id }), 'of another workspace').toBeNull();
    expect(await renew({ invitationId: link }), 'a link that nobody was sent').toBeNull();
    expect(await renew({ now: NOW + DAY }), 'ended').toBeNull();
    expect(await renew({})).toEqual({ email: 'grace@example.org', role: 'editor' });
    expect(await getInvitationByTokenHash(store.read, { tokenHash: first, now: NOW })).toBeNull();
    const found = await getInvitationByTokenHash(store.read, { tokenHash: second, now: NOW + DAY });
    expect(found).toMatchObject({ id: invitationId, email: 'grace@example.org' });
    const revoke = (of: string) =>
      store.write((tx) =>
        revokeInvitationsTo(tx, { workspaceId: of, emails: ['grace@example.org'], now: NOW }),
      );
    expect([await revoke(other.id), await revoke(workspaceId), await revoke(workspaceId)]).toEqual([0, 1, 0]);
    const left = await listInvitations(store.read, { workspaceId, now: NOW });
    expect(left.map(({ id, email }) => [id, email])).toEqual([[link, null]]);
  });

  test('sets a value, and lets it be taken once', async () => {
    const store = open();
    const set = (value: string) => store.write((tx) => setSetting(tx, { key: 'token', value, now: NOW }));
    const take = (value: string) => store.write((tx) => takeSetting(tx, { key: 'token', value }));
    expect(await getSetting(store.read, { key: 'token' })).toBeNull();
    await set('a');
    expect(await getSetting(store.read, { key: 'token' })).toBe('a');
    await set('b');
    expect([await take('a'), await take('b'), await take('b')]).toEqual([false, true, false]);
    expect(await getSetting(store.read, { key: 'token' })).toBeNull();
  });
}
