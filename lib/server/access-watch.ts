/** May somebody still have what they began to get? Looked up every few seconds while something long goes on. */

import 'server-only';

import { getMemberRole, getSession } from '@/db';
import { can } from '@/lib/policy';

import type { Scope } from './access';
import { accessFailure, type Failure } from './failure';
import { log } from './log';
import { getStore } from './store';

/** Two looks fit into the five seconds after which a removed member must get nothing more. */
const EVERY_MS = 2_000;

export interface AccessWatch {
  /** Aborted, with a failure in words, when the person was signed out, removed, or has a lesser role now. */
  signal: AbortSignal;
  /** To be called when what went on is over. */
  stop(): void;
}

/** Watches whether the scope that was given still holds, whichever process ends it. */
export function watchAccess(scope: Scope): AccessWatch {
  const lost = new AbortController();
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const failure = await whyLost(scope);
      if (failure) lost.abort(failure);
    } catch (error) {
      // A database that does not answer just now takes nothing from anybody: the next look tells.
      log.warn({ err: error }, 'access not looked up');
    }
    isLooking = false;
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  const stop = () => clearInterval(timer);
  lost.signal.addEventListener('abort', stop, { once: true });
  return { signal: lost.signal, stop };
}

/** Returns the refusal of somebody whose access has ended; null while it holds. */
async function whyLost({ user, sessionId, workspaceId, permission }: Scope): Promise<Failure | null> {
  const { read } = await getStore();
  const session = await getSession(read, { sessionId, now: Date.now() });
  if (session?.user.id !== user.id) return accessFailure('unauthenticated');
  const role = await getMemberRole(read, { workspaceId, userId: user.id });
  if (!role) return accessFailure('not_found');
  return can(role, permission) ? null : accessFailure('forbidden');
}

/** Returns the stream for as long as the scope holds; then it breaks off, so that nobody takes it for whole. */
export function whileAllowed(
  scope: Scope,
  stream: ReadableStream<Uint8Array>,
  watch: AccessWatch = watchAccess(scope),
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        const { reason } = watch.signal;
        controller.error(reason);
        void reader.cancel(reason);
      };
      watch.signal.addEventListener('abort', end, { once: true });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (watch.signal.aborted) return;
      if (!done) return controller.enqueue(value);
      watch.stop();
      controller.close();
    },
    async cancel(reason) {
      watch.stop();
      await reader.cancel(reason);
    },
  });
}
