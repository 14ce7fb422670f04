/** How does this browser hear what happens in the agents that are open? By one stream, opened again whenever it breaks. */

import type { LiveMessage } from '@/lib/contract';
import { PERSON_HEADER } from '@/lib/policy';

import { readEvents } from './event-stream';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** The server says something every 20 seconds; after two and a half times that nobody is there. */
const SILENCE_MS = 50_000;

export interface StreamListener {
  message: (message: LiveMessage) => void;
  /** The stream is broken, or over for good: then nobody may listen here. */
  down: (isOver: boolean) => void;
}

/** Answers after which asking again changes nothing. */
const OVER = new Set([401, 403, 404]);

export interface StreamSource {
  url: string;
  /** Whose page listens: it is not for who signs in meanwhile, in another tab. */
  userId: string;
}

export interface OpenStream {
  /** Tries again at once where it is broken or over: the server answers, or the person is signed in again. */
  wake: () => void;
  close: () => void;
}

/** Opens the stream and keeps it open. */
export function openStream({ url, userId }: StreamSource, listener: StreamListener): OpenStream {
  const end = new AbortController();
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let isTrying = false;

  function again(): void {
    if (end.signal.aborted || isOver) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts++);
    timer = setTimeout(() => void connect(), wait / 2 + (wait / 2) * Math.random());
  }

  function hear(message: LiveMessage): void {
    attempts = 0;
    if (message.type === 'bye') isOver = message.reason !== 'stopping';
    listener.message(message);
  }

  async function connect(): Promise<void> {
    isTrying = true;
    const broken = new AbortController();
    let silence = setTimeout(() => broken.abort(), SILENCE_MS);
    try {
      const signal = AbortSignal.any([end.signal, broken.signal]);
      const response = await fetch(url, {
        signal,
        headers: { accept: 'text/event-stream', [PERSON_HEADER]: userId },
        cache: 'no-store',
      });
      isOver = OVER.has(response.status);
      // They were removed while nothing was heard.
      if (response.status === 404) listener.message({ type: 'bye', reason: 'removed' });
      if (response.ok && response.body) {
        await readEvents<LiveMessage>(response.body, hear, () => {
          clearTimeout(silence);
          silence = setTimeout(() => broken.abort(), SILENCE_MS);
        });
      }
    } catch {
      // It broke; what was missed is asked for when it is open again.
    }
    clearTimeout(silence);
    isTrying = false;
    if (end.signal.aborted) return;
    listener.down(isOver);
    again();
  }

  function wake(): void {
    if (isTrying) return;
    clearTimeout(timer);
    attempts = 0;
    void connect();
  }

  window.addEventListener('online', wake);
  void connect();
  return {
    wake,
    close() {
      window.removeEventListener('online', wake);
      clearTimeout(timer);
      end.abort();
    },
  };
}
