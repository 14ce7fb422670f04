/** Who is asking, and what is theirs? */

import 'server-only';

import { redirect } from 'next/navigation';

import { listSessionsOfUser, listWorkspacesOfUser } from '@/db';
import type { CurrentUser, WorkspaceSummary } from '@/lib/contract';

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
  return listWorkspacesOfUser(read, { userId });
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

/** Returns the open sessions of the signed-in person, the one in use last first. */
export async function listMySessions(): Promise<SessionRow[]> {
  const session = await currentSession();
  if (!session) redirect(await signInPath());
  const { read } = await getStore();
  const rows = await listSessionsOfUser(read, { userId: session.user.id, now: Date.now() });
  return rows.map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
    id,
    current: id === session.id,
    address,
    userAgent,
    createdAt,
    lastSeenAt,
  }));
}
