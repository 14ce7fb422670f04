/** May somebody still have what they began to get? Asked at once when access changes here, and every few seconds for what other processes change. */

import 'server-only';

import { listOpenAccess, type OpenAccess } from '@/db';
import { can } from '@/lib/policy';

import type { Scope } from './access';
import { accessFailure, Failure } from './failure';
import { log } from './log';
import { singleton } from './singleton';
import { getStore } from './store';

/** Two looks fit into the five seconds after which a removed member must get nothing more. */
const EVERY_MS = 2_000;

export interface AccessWatch {
  /** Aborted, with a failure in words, when the person was signed out, removed, or has a lesser role now. */
  signal: AbortSignal;
  /** To be called when what went on is over. */
  stop(): void;
}

/** What somebody takes along of their own: it ends with their session, and where one of these workspaces lets them in no more. */
export interface OwnAccess {
  user: { id: string };
  sessionId: string;
  workspaceIds: readonly string[];
}

interface Open {
  access: Scope | OwnAccess;
  lost: AbortController;
}

/** All that is open in this process: one question serves for all of it. */
interface Watches {
  open: Set<Open>;
  timer: NodeJS.Timeout | undefined;
  /** The look under way, and whether another has to follow because something changed meanwhile. */
  look: Promise<void> | null;
  again: boolean;
}

const watches = () =>
  singleton<Watches>('access-watches', () => ({
    open: new Set(),
    timer: undefined,
    look: null,
    again: false,
  }));

/** Watches whether the access that was given still holds, whichever process ends it. */
export function watchAccess(access: Scope | OwnAccess): AccessWatch {
  const all = watches();
  const watch: Open = { access, lost: new AbortController() };
  all.open.add(watch);
  all.timer ??= setInterval(() => void recheckAccess(), EVERY_MS).unref();
  return { signal: watch.lost.signal, stop: () => forget(all, watch) };
}

function forget(all: Watches, watch: Open): void {
  all.open.delete(watch);
  if (all.open.size > 0) return;
  clearInterval(all.timer);
  all.timer = undefined;
}

/** Looks at once whether all that is open may stay so: after a commit that took something from somebody. */
export function recheckAccess(): Promise<void> {
  const all = watches();
  all.again = true;
  all.look ??= lookAt(all).finally(() => {
    all.look = null;
  });
  return all.look;
}

async function lookAt(all: Watches): Promise<void> {
  while (all.again) {
    all.again = false;
    const open = [...all.open];
    if (open.length === 0) return;
    try {
      const { read } = await getStore();
      const sessionIds = [...new Set(open.map(({ access }) => access.sessionId))];
      const rows = await listOpenAccess(read, { sessionIds, now: Date.now() });
      for (const watch of open) {
        const failure = whyLost(watch.access, rows);
        if (!failure) continue;
        forget(all, watch);
        watch.lost.abort(failure);
      }
    } catch (error) {
      // A database that does not answer just now takes nothing from anybody: the next look tells.
      log.warn({ err: error }, 'access not looked up');
    }
  }
}

const LEFT = 'You are no longer a member of a workspace whose texts this holds. Begin the download again.';

/** Returns the refusal of somebody whose access has ended; null while it holds. */
function whyLost(access: Scope | OwnAccess, rows: readonly OpenAccess[]): Failure | null {
  const { user, sessionId } = access;
  const mine = rows.filter((row) => row.sessionId === sessionId && row.userId === user.id);
  if (mine.length === 0) return accessFailure('unauthenticated');
  if ('workspaceIds' in access) {
    const isIn = (id: string) => mine.some(({ workspaceId }) => workspaceId === id);
    return access.workspaceIds.every(isIn) ? null : new Failure('forbidden', LEFT);
  }
  const { workspaceId, permission } = access;
  const role = mine.find((row) => row.workspaceId === workspaceId)?.role;
  if (!role) return accessFailure('not_found');
  return can(role, permission) ? null : accessFailure('forbidden');
}

/**
 * Returns the stream for as long as the access holds; then it breaks off, so that nobody takes it for whole. Nothing
 * begins before somebody reads: of an answer without a reader nobody would hear that it is over.
 */
export function whileAllowed(
  access: Scope | OwnAccess,
  stream: ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let watch: AccessWatch | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        reader ??= stream.getReader();
        watch ??= watched(controller, reader);
        const { done, value } = await reader.read().catch((error: unknown) => {
          watch?.stop();
          throw error;
        });
        if (watch.signal.aborted) return;
        if (!done) return controller.enqueue(value);
        watch.stop();
        controller.close();
      },
      async cancel(reason) {
        watch?.stop();
        await (reader ?? stream).cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );

  function watched(
    controller: ReadableStreamDefaultController,
    from: ReadableStreamDefaultReader,
  ): AccessWatch {
    const begun = watchAccess(access);
    const end = () => {
      const { reason } = begun.signal;
      controller.error(reason);
      void from.cancel(reason);
    };
    begun.signal.addEventListener('abort', end, { once: true });
    return begun;
  }
}
