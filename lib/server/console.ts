/** Where goes what Next prints by itself? Into the log, like everything else; and a page that failed gets its reference. */

import 'server-only';

import { format } from 'node:util';

import { storageFault } from '@/db';

import { log } from './log';
import { reference } from './request-context';
import { singleton } from './singleton';

/** Ids and tokens in an address that Next quotes. */
const OPAQUE = /[\w-]{20,}|\?\S+/g;

/**
 * Takes over `console.error` of the production server. Next hands each error of a page to it, before it tells the
 * browser the error's `digest`: the one thing that the browser hears of it.
 */
export function hookConsole(): void {
  if (process.env.NODE_ENV !== 'production') return;
  singleton('console-hook', () => {
    console.error = (...said: unknown[]) => {
      const error = said.find((item) => item instanceof Error);
      if (error) reportError(error);
      else log.error(format(...said).replace(OPAQUE, '…'));
    };
    return true;
  });
}

/** Logs the error of a page, and gives it as its digest the reference and what kind of fault it was. */
export function reportError(error: Error & { digest?: string }): void {
  const ref = reference();
  // The same error a second time: React has passed it on from the server's part of the page to the browser's.
  if (error.digest === ref || error.digest?.startsWith(`${ref}.`)) return;
  const fault = storageFault(error);
  error.digest = fault ? `${ref}.${fault}` : ref;
  log.error({ err: error, ref }, fault ? `storage: ${fault}` : 'page failed');
}
