/** How is an answer streamed that comes piece by piece? As one JSON value a line; whoever stops reading stops the work. */

import 'server-only';

import type { AccessWatch } from './access-watch';
import { PRIVATE_HEADERS } from './export/headers';
import { toActionError } from './failure';

interface Work<Line> {
  /** Resolves as soon as the reader has room for more. */
  send(line: Line): Promise<void>;
  /** Does not wait: only for as many lines as may be held until the browser reads, such as while it still sends. */
  put(line: Line): void;
  signal: AbortSignal;
}

/**
 * Streams the lines that `work` sends. What it throws becomes the last line, made by `failed`; the browser sees no more.
 * Whoever loses access meanwhile gets that line at once, and nothing after it, however long the work takes to end.
 */
export function ndjson<Line>(
  request: Request,
  access: AccessWatch,
  work: (work: Work<Line>) => Promise<void>,
  failed: (message: string) => Line,
): Response {
  const headers = { ...PRIVATE_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' };
  if (request.method === 'HEAD') {
    access.stop();
    return new Response(null, { headers });
  }
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
      const put = (line: Line) => {
        if (!stopped.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const end = (error?: unknown) => {
        if (stopped.signal.aborted) return;
        if (error !== undefined) {
          const line = failed(toActionError(error, new URL(request.url).pathname).message);
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        }
        controller.close();
      };
      const lose = () => {
        end(access.signal.reason);
        stop();
      };
      access.signal.addEventListener('abort', lose, { once: true });
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
          end();
        } catch (error) {
          end(error);
        }
      };
      void run().finally(() => {
        access.stop();
        access.signal.removeEventListener('abort', lose);
        request.signal.removeEventListener('abort', stop);
      });
    },
    pull() {
      wanted?.();
    },
    cancel: stop,
  });
  return new Response(body, { headers });
}
