/** Where do events of the server go? Lines on standard output, by pino: JSON, or words on a terminal; never secrets, never file texts. */

import 'server-only';

import { pino } from 'pino';

import { loggedError } from './log-error';
import { terminalLines } from './log-terminal';
import { currentRequestId } from './request-context';
import { singleton } from './singleton';

const SECRET = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'text', 'headers'];

/** Somebody at a terminal wants to see what went wrong; a file or a service keeps every request. */
function defaultLevel(): string {
  if (process.env.VITEST) return 'silent';
  return process.stdout.isTTY ? 'warn' : 'info';
}

/** Returns a log that writes to `stream`; by default to standard output. */
export function createLog(stream?: { write(line: string): void }, level = process.env.MUSTER_LOG_LEVEL) {
  const options = {
    level: level || defaultLevel(),
    base: undefined,
    serializers: { err: loggedError },
    redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`]), censor: '[not logged]' },
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** The log of this process; MUSTER_LOG_LEVEL sets how much it says. */
export const log = singleton('log', () =>
  createLog(process.stdout.isTTY && !process.env.VITEST ? terminalLines(process.stdout) : undefined),
);
