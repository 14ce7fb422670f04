/** The server did not answer: when is it asked again? Soon, then ever less often, and at once when the line is back. */

import type { SaveSession } from './save-session';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** How long to wait after so many attempts without answer; `random` in [0, 1) keeps many pages from asking at once. */
export function waitBeforeRetry(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempts);
  return wait / 2 + (wait / 2) * random;
}

/** Goes on saving by itself after a lost connection, or after somebody signed in again elsewhere; returns how to end it. */
export function resumeSaving(session: SaveSession, page: Window): () => void {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function listen() {
    const { phase } = session.getState();
    if (phase === 'saving') return;
    clearTimeout(timer);
    if (phase !== 'offline') attempts = 0;
    else timer = setTimeout(retry, waitBeforeRetry(attempts++, Math.random()));
  }
  function retry() {
    if (session.getState().phase === 'offline') void session.save();
  }
  function comeBack() {
    if (page.document.visibilityState !== 'visible') return;
    const { phase, error } = session.getState();
    if (phase === 'failed' && error?.code === 'unauthenticated') void session.save();
    else retry();
  }

  const stop = session.subscribe(listen);
  page.addEventListener('online', retry);
  page.document.addEventListener('visibilitychange', comeBack);
  return () => {
    clearTimeout(timer);
    stop();
    page.removeEventListener('online', retry);
    page.document.removeEventListener('visibilitychange', comeBack);
  };
}
