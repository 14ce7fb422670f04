/** How do many tabs hear by one stream? One of them holds it and passes on what it hears; when it closes, another does. */

import type { LiveMessage } from '@/lib/contract';

import { openStream, type StreamListener, type StreamSource } from './live-stream';

/** What tabs say to each other. */
type Said =
  | { kind: 'heard'; message: LiveMessage }
  | { kind: 'down'; isOver: boolean }
  /** A tab has come, and wants to know which stream there is. */
  | { kind: 'ask' }
  /** A tab goes, and leaves a room. */
  | { kind: 'left'; agent: string; tab: string };

export interface SharedStream {
  /** Says that this tab leaves the room; whoever holds the stream tells the server, which hears it from nobody else. */
  leave: (agent: string, tab: string, isPageGoing: boolean) => void;
  close: () => void;
}

export interface SharedListener extends StreamListener {
  /** A tab left a room, and this one holds the stream. */
  left: (stream: string, agent: string, tab: string) => void;
}

/** Listens at a stream, together with all tabs of this browser that name the same. Without the means for that, alone. */
export function shareStream(source: StreamSource, name: string, listener: SharedListener): SharedStream {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') {
    return { leave: () => {}, close: openStream(source, listener) };
  }
  const channel = new BroadcastChannel(name);
  const end = new AbortController();
  let stream: string | null = null;
  let isHolder = false;
  let stop = () => {};

  function hold(): Promise<void> {
    return new Promise((release) => {
      isHolder = true;
      const close = openStream(source, {
        message(message) {
          if (message.type === 'hello') stream = message.stream;
          listener.message(message);
          say({ kind: 'heard', message });
        },
        down(isOver) {
          stream = null;
          listener.down(isOver);
          say({ kind: 'down', isOver });
        },
      });
      stop = () => {
        close();
        release();
      };
    });
  }
  const say = (said: Said) => channel.postMessage(said);

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'ask') {
      if (isHolder && stream) say({ kind: 'heard', message: { type: 'hello', stream } });
    } else if (data.kind === 'left') {
      if (isHolder && stream) listener.left(stream, data.agent, data.tab);
    } else if (isHolder) return;
    else if (data.kind === 'down') listener.down(data.isOver);
    else {
      // An answer to another tab says nothing new.
      const isKnown = data.message.type === 'hello' && data.message.stream === stream;
      if (data.message.type === 'hello') stream = data.message.stream;
      if (!isKnown) listener.message(data.message);
    }
  };
  navigator.locks.request(name, { signal: end.signal }, hold).catch(() => {});
  say({ kind: 'ask' });
  return {
    leave(agent, tab, isPageGoing) {
      if (!isHolder) say({ kind: 'left', agent, tab });
      // With the page of the holder the stream ends, and the server hears it by that.
      else if (stream && !isPageGoing) listener.left(stream, agent, tab);
    },
    close() {
      stop();
      end.abort();
      channel.close();
    },
  };
}
