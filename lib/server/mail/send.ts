/** Did the mail server take it? Within a time limit, and never by throwing: what was done before stays done. */

import 'server-only';

import { log } from '../log';
import type { Letter } from './letter';
import { type MailSettings, mailSettings } from './settings';

/** Nobody waits longer for a mail server, whatever it does; a whole dialogue takes one second, or some over a slow line. */
export const SEND_LIMIT_MS = 12_000;

/** `reason` says in words for whoever sent it why it did not go out. */
export type SendOutcome = { sent: true } | { sent: false; reason: string };

/** Sends a letter to one address. */
export async function sendLetter(to: string, letter: Letter, limitMs = SEND_LIMIT_MS): Promise<SendOutcome> {
  const settings = mailSettings();
  if (!settings) return { sent: false, reason: 'This server sends no e-mail.' };
  try {
    await transmit(settings, to, letter, limitMs);
    return { sent: true };
  } catch (error) {
    const { code, responseCode, command } = error as Partial<Record<string, unknown>>;
    // Not the error itself: what a mail server says names addresses.
    log.warn({ code, responseCode, command }, 'e-mail not sent');
    return { sent: false, reason: REASONS[String(code)] ?? 'The mail server did not take it.' };
  }
}

async function transmit(
  { url, from }: MailSettings,
  to: string,
  { subject, text, html }: Letter,
  limitMs: number,
): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    // A password never goes over the line in the open, but to this very machine.
    requireTLS: url.protocol === 'smtp:' && url.username !== '' && !isLoopback(url.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      // As an object: as text, `a@example.org, b@example.org` would be two.
      to: { name: '', address: to },
      ...{ subject, text, html },
      // Says that a machine wrote it, so that no machine answers.
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(limitMs),
    });
  } finally {
    transport.close();
  }
}

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

const REASONS: Record<string, string> = {
  EABORT: 'The mail server did not answer in time.',
  ETIMEDOUT: 'The mail server did not answer in time.',
  ECONNECTION: 'The mail server cannot be reached.',
  ESOCKET: 'The mail server cannot be reached.',
  EDNS: 'The mail server cannot be found.',
  EAUTH: 'The mail server does not accept our sign-in.',
  ETLS: 'The mail server offers no safe line.',
  EENVELOPE: 'The mail server refused the address.',
  EMESSAGE: 'The mail server refused the message.',
};
