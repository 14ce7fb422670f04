/** May those who listen still do so, and has anything happened elsewhere? Looked at every second while somebody listens. */

import 'server-only';

import { listOpenAccess, listSeats, type Store } from '@/db';
import { can } from '@/lib/policy';

import { log } from '../log';
import { isDraining } from '../requests';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { byWorkspace } from './by-workspace';
import { keepNeighbours, meetNeighbours } from './neighbours';
import { followRooms, letGoIdle } from './room-documents';
import { leaveSilently, renewRoles } from './rooms';
import { listStreams, type Stream } from './streams';

const EVERY_MS = 1000;

interface Watch {
  timer: NodeJS.Timeout | null;
}

const watching = () => singleton<Watch>('live-watch', () => ({ timer: null }));

/** Begins to look, until nobody listens any more. */
export function startWatch(): void {
  const watch = watching();
  if (watch.timer) return;
  const next = () => {
    watch.timer = setTimeout(async () => {
      await look().catch((error: unknown) => log.warn({ err: error }, 'open agents could not be followed'));
      if (listStreams().length > 0) next();
      else watch.timer = null;
    }, EVERY_MS);
    watch.timer.unref();
  };
  next();
}

/** Ends the streams of those who may not listen any more, and of everybody when the server stops; then follows what is open. */
export async function look(): Promise<void> {
  const streams = listStreams();
  if (isDraining()) {
    for (const stream of streams) stream.end('stopping');
    return;
  }
  const store = await getStore();
  const now = Date.now();
  for (const [workspaceId, some] of byWorkspace(streams)) {
    const sessionIds = [...new Set(some.map(({ sessionId }) => sessionId))];
    const seats = await listSeats(store.read, { workspaceId, sessionIds, now });
    const roles = new Map(seats.map(({ sessionId, role }) => [sessionId, role]));
    const changed: Stream[] = [];
    const lost: Stream[] = [];
    for (const stream of some) {
      const role = roles.get(stream.sessionId);
      if (!role || !can(role, 'agent:read')) lost.push(stream);
      else if (role !== stream.role) {
        stream.role = role;
        changed.push(stream);
      }
    }
    if (changed.length > 0) renewRoles(changed);
    if (lost.length > 0) await endLost(store, lost, now);
  }
  leaveSilently(now);
  meetNeighbours(store);
  keepNeighbours(now);
  await followRooms(store);
  await letGoIdle(now);
}

/** Who is signed in still was removed; the others can come back by signing in. */
async function endLost(store: Store, lost: readonly Stream[], now: number): Promise<void> {
  const sessionIds = [...new Set(lost.map(({ sessionId }) => sessionId))];
  const open = new Set((await listOpenAccess(store.read, { sessionIds, now })).map((row) => row.sessionId));
  for (const stream of lost) stream.end(open.has(stream.sessionId) ? 'removed' : 'refused');
}
