/** Where do events of the server go? JSON lines on standard output, by pino; never secrets, never file texts. */

import 'server-only';

import { pino } from 'pino';

import { loggedError } from './log-error';
import { singleton } from './singleton';

const level = process.env.MUSTER_LOG_LEVEL || (process.env.VITEST ? 'silent' : 'warn');

/** The log of this process; MUSTER_LOG_LEVEL sets how much it says. */
export const log = singleton('log', () =>
  pino({ level, base: undefined, serializers: { err: loggedError } }),
);
