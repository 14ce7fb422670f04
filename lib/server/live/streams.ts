/** Who listens? One stream per browser, of a person in a workspace; every tab of that browser hears by it. */

import 'server-only';

import { newId } from '@/db';
import type { LiveMessage } from '@/lib/contract';
import { can, type Role } from '@/lib/policy';

import type { Scope } from '../access';
import { PRIVATE_HEADERS } from '../export/headers';
import { singleton } from '../singleton';

/** A line that says nothing, so that whatever stands between knows that the stream lives. */
const BEAT_MS = 20_000;
/** A reader that lags so far behind does not read any more; it can ask for everything anew. */
const MOST_WAITING_BYTES = 8 * 1024 * 1024;
/** How long somebody may take to read what was said before the end. */
const LAST_WORDS_MS = 5_000;

export interface Stream {
  id: string;
  workspaceId: string;
  sessionId: string;
  userId: string;
  name: string;
  /** As of the last look. */
  role: Role;
  /** Sends a line, as `lineOf` makes it: once for all who hear the same. */
  send(line: Uint8Array): void;
  end(reason: Extract<LiveMessage, { type: 'bye' }>['reason'] | null): void;
}

const all = () => singleton('live-streams', () => new Map<string, Stream>());

const encoder = new TextEncoder();

/** Writes a message as it goes out. */
export function lineOf(message: LiveMessage): Uint8Array {
  return encoder.encode(`data: ${JSON.stringify(message)}\n\n`);
}

const BEAT = encoder.encode(':\n\n');

/** Returns the streams that are open. */
export function listStreams(): Stream[] {
  return [...all().values()];
}

/** Returns the stream if it is open and belongs to whoever asks in this scope. */
export function getStream(id: string, { workspaceId, sessionId }: Scope): Stream | null {
  const stream = all().get(id);
  return stream?.workspaceId === workspaceId && stream.sessionId === sessionId ? stream : null;
}

export function canEdit({ role }: Stream): boolean {
  return can(role, 'agent:save');
}

/** Says something to all who listen in a workspace, or to one person there. */
export function tellListeners(
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  message: LiveMessage,
): void {
  const line = lineOf(message);
  for (const stream of listStreams()) {
    const isMeant = userId === null || stream.userId === userId;
    if (stream.workspaceId === workspaceId && isMeant) stream.send(line);
  }
}

const STREAM_HEADERS = {
  // Small messages for many: to compress each for each of them takes longer than all the rest.
  'cache-control': `${PRIVATE_HEADERS['cache-control']}, no-transform`,
  'content-type': 'text/event-stream',
  'x-accel-buffering': 'no',
};

/** Opens a stream of server-sent events that ends with the request, and at the latest when it is told to. */
export function openStream(request: Request, scope: Scope, onEnd: (stream: Stream) => void): Response {
  const headers = { ...PRIVATE_HEADERS, ...STREAM_HEADERS };
  if (request.method === 'HEAD') return new Response(null, { headers });
  let stream: Stream | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = startStream(controller, scope, onEnd);
        const end = () => stream?.end(null);
        if (request.signal.aborted) end();
        else request.signal.addEventListener('abort', end, { once: true });
      },
      cancel: () => stream?.end(null),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  );
  return new Response(body, { headers });
}

function startStream(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { workspaceId, sessionId, user, role }: Scope,
  onEnd: (stream: Stream) => void,
): Stream {
  let isOpen = true;
  const write = (line: Uint8Array) => {
    if (!isOpen) return;
    controller.enqueue(line);
    if ((controller.desiredSize ?? 0) > 0) return;
    stream.end(null);
    forgetUnread();
  };
  // Whatever a reader leaves lying is let go: else it would fill the memory, one ended stream after the other.
  // As an abort: Next logs any other end as a fault of ours.
  const forgetUnread = () =>
    controller.error(new DOMException('The reader of the stream does not read.', 'AbortError'));
  const beat = setInterval(() => write(BEAT), BEAT_MS);
  beat.unref();
  const stream: Stream = {
    id: newId(Date.now()),
    ...{ workspaceId, sessionId, userId: user.id, name: user.name, role },
    send: write,
    end(reason) {
      if (!isOpen) return;
      if (reason) write(lineOf({ type: 'bye', reason }));
      isOpen = false;
      clearInterval(beat);
      all().delete(stream.id);
      try {
        controller.close();
      } catch {
        // The reader has cancelled it.
      }
      setTimeout(forgetUnread, LAST_WORDS_MS).unref();
      onEnd(stream);
    },
  };
  all().set(stream.id, stream);
  stream.send(lineOf({ type: 'hello', stream: stream.id }));
  return stream;
}
