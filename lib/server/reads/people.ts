/** Who is asking, and what is theirs? */

import 'server-only';

import { redirect } from 'next/navigation';

import {
  getUser as getUserRow,
  listAccountsOfUser,
  listHintsSeen,
  listResetLinks,
  listSessionsOfUser,
  listWorkspacesOfUser,
} from '@/db';
import {
  type ConnectedProvider,
  type CurrentUser,
  type NotificationSettings,
  notificationSettings,
  type ProviderButton,
  type ResetLinkRow,
  type WorkspaceSummary,
} from '@/lib/contract';

import { isOver } from '../access';
import { isAddressToken } from '../identity/address-links';
import { listProviders } from '../identity/providers';
import { signInPath } from '../pages';
import { currentSession } from '../session';
import { getStore } from '../store';

/** Returns the signed-in person, or null. */
export async function getUser(): Promise<CurrentUser | null> {
  return (await currentSession())?.user ?? null;
}

/** Returns the signed-in person; sends anybody else to the sign-in. */
export async function requireUser(): Promise<CurrentUser> {
  const session = await currentSession();
  if (!session) redirect(await signInPath());
  return session.user;
}

/** Returns the workspaces of the signed-in person, the oldest membership first. */
export async function listMyWorkspaces(): Promise<WorkspaceSummary[]> {
  const { id: userId } = await requireUser();
  const { read } = await getStore();
  const workspaces = await listWorkspacesOfUser(read, { userId });
  return workspaces.filter(({ deletionDueAt }) => !isOver(deletionDueAt));
}

/** Returns the hints that the signed-in person need not see any more. */
export async function listMyHints(): Promise<string[]> {
  const { id: userId } = await requireUser();
  const { read } = await getStore();
  return listHintsSeen(read, { userId });
}

export interface SessionRow {
  id: string;
  /** The one that asks. */
  current: boolean;
  address: string | null;
  userAgent: string | null;
  createdAt: number;
  lastSeenAt: number;
}

/** Returns the open sessions of the signed-in person: the one that asks, then the one in use last first. */
export async function listMySessions(): Promise<SessionRow[]> {
  const session = await currentSession();
  if (!session) redirect(await signInPath());
  const { read } = await getStore();
  const rows = await listSessionsOfUser(read, { userId: session.user.id, now: Date.now() });
  const sessions = rows.map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
    id,
    current: id === session.id,
    address,
    userAgent,
    createdAt,
    lastSeenAt,
  }));
  return sessions.sort((a, b) => Number(b.current) - Number(a.current));
}

export interface MyMail {
  settings: NotificationSettings;
  /** Whether the address is known to be theirs: only then something is sent to it. */
  confirmed: boolean;
}

/** Returns what the signed-in person hears of by e-mail. */
export async function getMyMail(): Promise<MyMail> {
  const { id: userId } = await requireUser();
  const { read } = await getStore();
  const row = await getUserRow(read, { userId });
  return {
    settings: notificationSettings(row?.notificationSettings ?? null),
    confirmed: Boolean(row?.emailVerifiedAt),
  };
}

/** Says whether this token was sent to the address of the signed-in person. */
export async function isMyAddressToken(token: string): Promise<boolean> {
  return isAddressToken(token, await requireUser(), Date.now());
}

/** How long the account page tells of links that others made for a new password. */
const LINKS_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** Returns the links for a new password that owners made for the signed-in person in the last 30 days. */
export async function listMyResetLinks(): Promise<ResetLinkRow[]> {
  const { id: userId } = await requireUser();
  const { read } = await getStore();
  return listResetLinks(read, { userId, since: Date.now() - LINKS_SHOWN_MS });
}

export interface WaysIn {
  hasPassword: boolean;
  connected: ConnectedProvider[];
  /** The providers that are set up and not connected yet. */
  open: ProviderButton[];
}

/** Returns how the signed-in person can sign in. */
export async function listMyWaysIn(): Promise<WaysIn> {
  const { id: userId } = await requireUser();
  const { read } = await getStore();
  const hasPassword = Boolean((await getUserRow(read, { userId }))?.passwordHash);
  const accounts = await listAccountsOfUser(read, { userId });
  const providers = listProviders();
  const works = (key: string) => providers.some((provider) => provider.key === key);
  const connected = accounts.map(({ provider: key, email, createdAt }) => ({
    key,
    // One that is not set up any more is known by where it was.
    name: providers.find((provider) => provider.key === key)?.name ?? hostOf(key),
    email,
    connectedAt: createdAt,
    works: works(key),
    lastWayIn: !hasPassword && !accounts.some((other) => other.provider !== key && works(other.provider)),
  }));
  const open = providers.filter(({ key }) => !accounts.some(({ provider }) => provider === key));
  return { hasPassword, connected, open: open.map(({ id, name }) => ({ id, name })) };
}

function hostOf(key: string): string {
  return URL.canParse(key) ? new URL(key).host : key;
}
