'use client';
/** What time is it? The server's time while the page hydrates, so that both say the same; then this minute. */

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

import { formatAgo, formatMinute } from './time';

const ServerNow = createContext(0);
const TICK = 30_000;

let current = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  current = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function readNow(): number {
  if (Date.now() - current > TICK) current = Date.now();
  return current;
}

export function NowProvider({ now, children }: { now: number; children: ReactNode }) {
  return <ServerNow value={now}>{children}</ServerNow>;
}

/** The present time, renewed twice a minute. */
export function useNow(): number {
  const server = useContext(ServerNow);
  return useSyncExternalStore(subscribe, readNow, () => server);
}

/** How long ago; the exact minute on hover. */
export function TimeAgo({ time, className }: { time: number; className?: string }) {
  const now = useNow();
  return (
    <time dateTime={new Date(time).toISOString()} title={formatMinute(time)} className={className}>
      {formatAgo(time, now)}
    </time>
  );
}
