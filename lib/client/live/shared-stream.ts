/** How do many tabs hear by one stream? One of them holds it and passes on what it hears; when it closes, another does. */

import type { LiveMessage } from '@/lib/contract';

import { type OpenStream, openStream, type StreamListener, type StreamSource } from './live-stream';
import { claimTab, TabWatch } from './tab-watch';

/** What tabs say to each other. */
type Said =
  | { kind: 'heard'; message: LiveMessage }
  | { kind: 'down'; isOver: boolean }
  /** A tab has come, and wants to know which stream there is. */
  | { kind: 'ask' }
  /** A tab is in a room, by this stream. */
  | { kind: 'here'; agent: string; tab: string }
  /** A tab goes, and leaves a room. */
  | { kind: 'left'; agent: string; tab: string }
  /** Somebody is back at a tab: the stream may be open to them again. */
  | { kind: 'wake' };

export interface SharedStream {
  /** Says that this tab leaves the room; whoever holds the stream tells the server, which hears it from nobody else. */
  leave: (isPageGoing: boolean) => void;
  /** Tries again at once where the stream is broken or over. */
  wake: () => void;
  close: () => void;
}

export interface SharedListener extends StreamListener {
  /** A tab left a room, and this one holds the stream. */
  left: (stream: string, agent: string, tab: string) => void;
}

export interface SharedSource extends StreamSource {
  /** What the tabs that share it have in common. */
  name: string;
  /** The room that this tab is in. */
  agent: string;
  tab: string;
}

/** Listens at a stream, together with all tabs of this browser that name the same. Without the means for that, alone. */
export function shareStream(source: SharedSource, listener: SharedListener): SharedStream {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined')
    return listenAlone(source, listener);
  const { name, agent, tab } = source;
  const channel = new BroadcastChannel(name);
  const end = new AbortController();
  let stream: string | null = null;
  let isOver = false;
  let held: OpenStream | null = null;
  let release = () => {};
  const say = (said: Said) => channel.postMessage(said);
  const claim = claimTab(name, tab);
  const others = new TabWatch(name, (died) => stream && listener.left(stream, died.agent, died.tab));

  function hold(): Promise<void> {
    return new Promise((done) => {
      release = done;
      held = openStream(source, {
        message(message) {
          if (message.type === 'hello') open(message.stream);
          listener.message(message);
          say({ kind: 'heard', message });
        },
        down(isOverNow) {
          down(isOverNow);
          say({ kind: 'down', isOver: isOverNow });
        },
      });
    });
  }

  function open(id: string): void {
    stream = id;
    isOver = false;
    // Whoever holds the stream goes with it.
    if (!held) void claim.then(() => say({ kind: 'here', agent, tab }));
  }

  function down(isOverNow: boolean): void {
    stream = null;
    isOver = isOverNow;
    listener.down(isOverNow);
  }

  function wake(): void {
    if (held) {
      if (!stream) held.wake();
    } else say({ kind: 'wake' });
  }

  /** Who signed in again, here or in another tab, comes back to this one. */
  function comeBack(): void {
    if (isOver && document.visibilityState === 'visible') wake();
  }

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (held) hearAsHolder(data);
    else if (data.kind === 'down') down(data.isOver);
    else if (data.kind === 'heard') {
      const { message } = data;
      // An answer to another tab says nothing new.
      if (message.type === 'hello' && message.stream === stream) return;
      if (message.type === 'hello') open(message.stream);
      listener.message(message);
    }
  };

  function hearAsHolder(said: Said): void {
    if (said.kind === 'here') others.watch(said);
    else if (said.kind === 'left') {
      others.forget(said.tab);
      if (stream) listener.left(stream, said.agent, said.tab);
    } else if (said.kind === 'ask' || said.kind === 'wake') {
      if (said.kind === 'ask' && stream) say({ kind: 'heard', message: { type: 'hello', stream } });
      wake();
    }
  }

  navigator.locks.request(name, { signal: end.signal }, hold).catch(() => {});
  say({ kind: 'ask' });
  window.addEventListener('focus', comeBack);
  document.addEventListener('visibilitychange', comeBack);
  return {
    wake,
    leave(isPageGoing) {
      if (!held) say({ kind: 'left', agent, tab });
      // With the page of the holder the stream ends, and the server hears it by that.
      else if (stream && !isPageGoing) listener.left(stream, agent, tab);
    },
    close() {
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
      held?.close();
      release();
      others.close();
      void claim.then((done) => done());
      end.abort();
      channel.close();
    },
  };
}

function listenAlone(source: SharedSource, listener: SharedListener): SharedStream {
  let isOver = false;
  const stream = openStream(source, {
    message: listener.message,
    down(isOverNow) {
      isOver = isOverNow;
      listener.down(isOverNow);
    },
  });
  const comeBack = () => isOver && stream.wake();
  window.addEventListener('focus', comeBack);
  return {
    wake: stream.wake,
    leave: () => {},
    close() {
      window.removeEventListener('focus', comeBack);
      stream.close();
    },
  };
}
