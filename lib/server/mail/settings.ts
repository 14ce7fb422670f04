/** Does this server send e-mail, by whom and as whom? SMTP_URL and SMTP_FROM, read in one place. */

import { publicUrl } from '../environment';

export interface MailSettings {
  /** `smtp://` speaks in the open until the server offers TLS, `smtps://` from the start. */
  url: URL;
  /** What stands in From: an address, or a name and an address. */
  from: string;
}

const FORM = 'smtp://user:password@host:587 or smtps://user:password@host:465';

/** Returns the settings, null where there are none; throws a sentence for whoever starts the server when they cannot be right. */
export function mailSettings(): MailSettings | null {
  const given = process.env.SMTP_URL?.trim();
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new Error(`SMTP_URL is no address of a mail server. Write ${FORM}, or leave it out.`);
  }
  const from = process.env.SMTP_FROM?.trim() || `Muster <muster@${new URL(publicUrl()).hostname}>`;
  if (!/[^\s@<>]+@[^\s@<>]+/.test(from) || /[\r\n]/.test(from)) {
    throw new Error(
      'SMTP_FROM is no e-mail address. Write muster@example.org or Muster <muster@example.org>.',
    );
  }
  return { url, from };
}

const GATHER_SECONDS = 60;

/** How long notifications of a person are gathered for one letter: a minute, or as many seconds as MUSTER_MAIL_DELAY says. */
export function gatheringMs(): number {
  const given = process.env.MUSTER_MAIL_DELAY?.trim();
  const seconds = given ? Number(given) : GATHER_SECONDS;
  if (!(seconds >= 0 && seconds <= 86_400)) {
    throw new Error('MUSTER_MAIL_DELAY is a number of seconds, at most 86400. Leave it out for 60.');
  }
  return seconds * 1000;
}

/** Says whether this server sends e-mail. */
export function isMailOn(): boolean {
  return mailSettings() !== null;
}
