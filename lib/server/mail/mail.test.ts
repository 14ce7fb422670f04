import '../testing/mocks';

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { listAuditEvents } from '@/db';
import { type Mailbox, startMailbox } from '@/e2e/mailbox';

import { makePerson, openWorld, type World } from '../testing/world';
import {
  afterwards,
  composeLetter,
  deliver,
  gatheringMs,
  isMailOn,
  mailSettings,
  whenDelivered,
} from './index';
import { sendLetter } from './send';

let world: World;
let mailbox: Mailbox;

beforeAll(async () => {
  world = await openWorld();
  mailbox = await startMailbox();
});
afterAll(async () => {
  await mailbox.stop();
  await world.dispose();
});
afterEach(() => {
  mailbox.mood = 'kind';
  vi.stubEnv('SMTP_URL', '');
  vi.stubEnv('SMTP_FROM', '');
});

const LETTER = composeLetter({
  subject: 'Zoë & Ada <invite> you',
  paragraphs: ['Come to “Ünïcode & more”.', '.a line that begins with a dot'],
  link: { label: 'Join', url: 'https://muster.example.org/join/abc?x=1&y=2' },
  closing: ['You did not expect this? Then ignore it.'],
});

describe('the settings', () => {
  it('are off without SMTP_URL', () => {
    expect([isMailOn(), mailSettings()]).toEqual([false, null]);
  });

  it.each(['mail.example.org', 'http://mail.example.org', 'smtp://', 'smtp:'])(
    'refuse %s in words',
    (url) => {
      vi.stubEnv('SMTP_URL', url);
      expect(() => mailSettings()).toThrow('SMTP_URL is no address of a mail server');
    },
  );

  it('write as SMTP_FROM says, else as an address of MUSTER_URL', () => {
    vi.stubEnv('SMTP_URL', 'smtps://u%40x:p%2Fw@mail.example.org');
    vi.stubEnv('MUSTER_URL', 'https://muster.example.org/');
    expect(mailSettings()?.from).toBe('Muster <muster@muster.example.org>');
    vi.stubEnv('SMTP_FROM', 'Agents <agents@example.org>');
    expect(mailSettings()?.from).toBe('Agents <agents@example.org>');
    vi.stubEnv('SMTP_FROM', 'nobody');
    expect(() => mailSettings()).toThrow('SMTP_FROM is no e-mail address');
    vi.stubEnv('MUSTER_URL', '');
  });
});

describe('how long notifications are gathered', () => {
  it('is a minute, or as many seconds as MUSTER_MAIL_DELAY says', () => {
    expect(gatheringMs()).toBe(60_000);
    vi.stubEnv('MUSTER_MAIL_DELAY', '0');
    expect(gatheringMs()).toBe(0);
    for (const given of ['soon', '-1', '1e9']) {
      vi.stubEnv('MUSTER_MAIL_DELAY', given);
      expect(gatheringMs).toThrow('MUSTER_MAIL_DELAY is a number of seconds');
    }
    vi.stubEnv('MUSTER_MAIL_DELAY', '');
  });
});

describe('a letter', () => {
  it('keeps what people typed as words, on lines of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const { subject, text, html } = composeLetter({
          subject: typed,
          paragraphs: [typed],
          items: [{ label: typed, url: 'https://muster.example.org/w/a' }],
          closing: [typed],
        });
        expect(subject).not.toMatch(/[\r\n\p{Cc}]/u);
        expect(text.split('\n\n').length).toBe(4);
        expect(html.match(/<(?!\/?(?:html|head|meta|body|p|a href="https:|a>|!doctype))/g)).toBeNull();
      }),
      { examples: [['a\r\nBcc: x@example.org'], ['<script>alert(1)</script>'], ['a\u2028b']] },
    );
  });
});

describe('sending', () => {
  it('arrives whole: one address, both parts, the same words', async () => {
    vi.stubEnv('SMTP_URL', mailbox.url);
    expect(await sendLetter('grace@example.org', LETTER)).toEqual({ sent: true });
    const letter = await mailbox.waitFor('grace@example.org');
    expect(letter.to).toEqual(['grace@example.org']);
    expect(letter.subject).toBe(LETTER.subject);
    expect(letter.text.replaceAll('\r\n', '\n').trim()).toBe(LETTER.text.trim());
    expect(letter.html.replaceAll('\r\n', '\n').trim()).toBe(LETTER.html.trim());
    expect(letter.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it('says in words why it did not, and never throws', async () => {
    vi.stubEnv('SMTP_URL', mailbox.url);
    mailbox.mood = 'refuse';
    expect(await sendLetter('x@example.org', LETTER)).toEqual({
      sent: false,
      reason: 'The mail server refused the address.',
    });
    mailbox.mood = 'silent';
    expect(await sendLetter('x@example.org', LETTER, 300)).toEqual({
      sent: false,
      reason: 'The mail server did not answer in time.',
    });
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
    expect(await sendLetter('x@example.org', LETTER)).toEqual({
      sent: false,
      reason: 'The mail server cannot be reached.',
    });
    vi.stubEnv('SMTP_URL', '');
    expect(await sendLetter('x@example.org', LETTER)).toMatchObject({ sent: false });
  });

  it.skipIf(process.platform === 'win32')('sends a password over no open line', async () => {
    // Another name for this machine than those that are known to stay on it.
    vi.stubEnv('SMTP_URL', mailbox.url.replace('127.0.0.1', 'me:secret@0.0.0.0'));
    expect(await sendLetter('x@example.org', LETTER)).toEqual({
      sent: false,
      reason: 'The mail server offers no safe line.',
    });
  });

  it('is told to the audit, sent or not, without the address', async () => {
    const { userId } = await makePerson(world.store);
    const delivery = { to: 'audited@example.org', letter: LETTER, kind: 'invitation', subjectId: userId };
    vi.stubEnv('SMTP_URL', mailbox.url);
    await deliver(delivery);
    mailbox.mood = 'refuse';
    await deliver(delivery);
    const rows = await listAuditEvents(world.store.read, {
      ...{ workspaceId: null, event: 'mail.sent', offset: 0, limit: 2 },
    });
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['done', 'failed']);
    expect(rows.every(({ subjectId }) => subjectId === userId)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('audited@example.org');
  });

  it('goes on after the answer, until a stopping server has waited for it', async () => {
    const done: string[] = [];
    afterwards(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push('sent');
    });
    afterwards(() => Promise.reject(new Error('no')));
    expect(done).toEqual([]);
    await whenDelivered();
    expect(done).toEqual(['sent']);
  });
});
