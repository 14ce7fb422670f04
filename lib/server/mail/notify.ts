/** Who hears by e-mail of what waits in the inbox? Those who want it, a while after the commit, in one letter. */

import 'server-only';

import {
  getUser,
  listNotifications,
  listUnmailed,
  listWorkspacesOfUser,
  type Store,
  takeUnmailed,
} from '@/db';
import { type NotificationRow, wantsEmail } from '@/lib/contract';

import { log } from '../log';
import { forgetSingleton, singleton } from '../singleton';
import { getStore } from '../store';
import { deliver } from './deliver';
import { notificationLetter, type Reader } from './notification-letter';
import { gatheringMs, isMailOn } from './settings';
import { whatIsLeft } from './what-is-left';

/** How often it is looked whether something waits: one look-up in an index. */
const EVERY_MS = 5_000;
/** Rows that are looked at in one go; who waits longer comes first. */
const AT_ONCE = 100;
/** What could not go out for so long (no mail server, no server at all) is no news any more. */
const STALE_MS = 86_400_000;
/** The newest of what somebody has not read are considered; the inbox has the others. */
const MOST = 50;

interface Notifying {
  stop: AbortController;
  timer: NodeJS.Timeout;
  turn: Promise<void> | null;
}

/** Begins to look every few seconds whether somebody has to be written to; nothing where no e-mail is sent. */
export function startNotifying(): void {
  if (!isMailOn()) return;
  singleton<Notifying>('notifying', () => {
    const stop = new AbortController();
    const notifying: Notifying = {
      stop,
      turn: null,
      timer: setInterval(() => {
        notifying.turn ??= oneTurn(stop.signal).finally(() => {
          notifying.turn = null;
        });
      }, EVERY_MS),
    };
    notifying.timer.unref();
    return notifying;
  });
}

/** Ends it after the letter that is under way; the others leave after the next start. */
export async function stopNotifying(): Promise<void> {
  const notifying = forgetSingleton<Notifying>('notifying');
  if (!notifying) return;
  clearInterval(notifying.timer);
  notifying.stop.abort();
  await notifying.turn;
}

async function oneTurn(signal: AbortSignal): Promise<void> {
  try {
    await mailWaiting(await getStore(), Date.now(), signal);
  } catch (error) {
    log.error({ err: error }, 'notifications were not sent; it is tried again in some seconds');
  }
}

/**
 * Writes to everybody of whom something waits for long enough, one after the other: what waits lies in the database,
 * so that fifty people who are named at once take neither memory nor anybody's time. Each is written to at most once.
 */
export async function mailWaiting(store: Store, now: number, signal?: AbortSignal): Promise<void> {
  const until = now - gatheringMs();
  while (!signal?.aborted) {
    const waiting = await listUnmailed(store.read, { until, limit: AT_ONCE });
    if (waiting.length === 0) return;
    for (const person of waiting) {
      if (signal?.aborted) return;
      await mailTo(store, person, now);
    }
  }
}

/** What waits is taken first: a letter that is lost in a crash is in the inbox, but one that came twice looks broken. */
async function mailTo(
  store: Store,
  person: { workspaceId: string; userId: string },
  now: number,
): Promise<void> {
  const taken = await store.write((tx) => takeUnmailed(tx, person));
  const reader = await readerOf(store, person, now);
  if (!reader || taken.length === 0) return;
  const ids = taken.sort().slice(-MOST);
  const page = { ...person, ids, unread: true, offset: 0, limit: MOST };
  const rows = await listNotifications(store.read, page);
  const wanted = rows.filter(({ kind, at }) => wantsEmail(reader.settings, kind) && at > now - STALE_MS);
  const left = await whatIsLeft(store.read, person.workspaceId, wanted.reverse());
  if (left.length > 0) await send(reader, person, left);
}

/** The person, where they are still a member of a workspace that is still there, and their address is known to be theirs. */
async function readerOf(
  { read }: Store,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  now: number,
): Promise<Reader | null> {
  const user = await getUser(read, { userId });
  if (!user || user.emailVerifiedAt === null) return null;
  const workspaces = await listWorkspacesOfUser(read, { userId });
  const workspace = workspaces.find(({ id }) => id === workspaceId);
  if (!workspace || (workspace.deletionDueAt !== null && workspace.deletionDueAt <= now)) return null;
  return { email: user.email, settings: user.notificationSettings, workspace };
}

async function send(
  reader: Reader,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  rows: readonly NotificationRow[],
): Promise<void> {
  const letter = notificationLetter(reader, rows);
  await deliver({ to: reader.email, letter, kind: 'notification', subjectId: userId, workspaceId });
}
