/** How do several servers of one PostgreSQL tell each other something at once? By its notifications, which nothing keeps. */

import { Client } from 'pg';

import type { Signals } from './database';

const CHANNEL = 'muster';
const RETRY_MS = 2_000;

/** Listens by a connection of its own, opened again whenever it is lost; `notify` tells by the pool. */
export function postgresSignals(
  url: string,
  notify: (channel: string, text: string) => Promise<void>,
  onError: (error: Error) => void,
): Signals & { close(): Promise<void> } {
  const hearers = new Set<(text: string) => void>();
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const mine = new Client({ connectionString: url, keepAlive: true });
    client = mine;
    mine.on('error', onError);
    mine.on('end', again);
    mine.on('notification', ({ payload }) => {
      for (const hear of hearers) hear(payload ?? '');
    });
    try {
      await mine.connect();
      await mine.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      await mine.end().catch(() => undefined);
      again();
    }
  }

  function again(): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void connect(), RETRY_MS).unref();
  }

  return {
    send: (text) => notify(CHANNEL, text),
    listen(hear) {
      hearers.add(hear);
      if (!client) void connect();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
