/** How is an answer streamed that comes piece by piece? As one JSON value a line; whoever stops reading stops the work. */

import 'server-only';

import { PRIVATE_HEADERS } from './export/headers';
import { toActionError } from './failure';

interface Work<Line> {
  /** Resolves as soon as the reader has room for more. */
  send(line: Line): Promise<void>;
  /** Does not wait: only for as many lines as may be held until the browser reads, such as while it still sends. */
  put(line: Line): void;
  signal: AbortSignal;
}

/** Streams the lines that `work` sends. What it throws becomes the last line, made by `failed`; the browser sees no more. */
export function ndjson<Line>(
  request: Request,
  work: (work: Work<Line>) => Promise<void>,
  failed: (message: string) => Line,
): Response {
  const headers = { ...PRIVATE_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const stopped = new AbortController();
  const encoder = new TextEncoder();
  let wanted: (() => void) | null = null;
  const stop = () => {
    stopped.abort(new DOMException('Nobody waits for this any more.', 'AbortError'));
    wanted?.();
  };
  if (request.signal.aborted) stop();
  request.signal.addEventListener('abort', stop, { once: true });

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const put = (line: Line) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      const send = async (line: Line) => {
        stopped.signal.throwIfAborted();
        put(line);
        while ((controller.desiredSize ?? 0) <= 0 && !stopped.signal.aborted) {
          await new Promise<void>((resolve) => {
            wanted = resolve;
          });
        }
      };
      const run = async () => {
        try {
          await work({ send, put, signal: stopped.signal });
        } catch (error) {
          if (stopped.signal.aborted) return;
          put(failed(toActionError(error, new URL(request.url).pathname).message));
        }
        if (!stopped.signal.aborted) controller.close();
      };
      void run().finally(() => request.signal.removeEventListener('abort', stop));
    },
    pull() {
      wanted?.();
    },
    cancel: stop,
  });
  return new Response(body, { headers });
}
