/** May those who listen still do so, and has anything happened elsewhere? Looked at every second while somebody listens. */

import 'server-only';

import { listSeats } from '@/db';
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
    for (const stream of some) {
      const role = roles.get(stream.sessionId);
      if (!role || !can(role, 'agent:read')) stream.end('refused');
      else if (role !== stream.role) {
        stream.role = role;
        changed.push(stream);
      }
    }
    if (changed.length > 0) renewRoles(changed);
  }
  leaveSilently(now);
  meetNeighbours(store);
  keepNeighbours(now);
  await followRooms(store);
  await letGoIdle(now);
}
