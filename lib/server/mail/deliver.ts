/** How does a letter leave after a command? Outside its transaction, told to the audit, awaited by a stopping server. */

import 'server-only';

import { appendAuditEvent } from '@/db';

import { log } from '../log';
import { singleton } from '../singleton';
import { getStore } from '../store';
import type { Letter } from './letter';
import { type SendOutcome, sendLetter } from './send';

/** Whom a letter goes to, and what the audit says of it. */
export interface Delivery {
  to: string;
  letter: Letter;
  /** `invitation`, `password-reset`, `notification`: what it is about. */
  kind: string;
  /** The invitation or the person. */
  subjectId: string;
  workspaceId?: string | null;
  /** Who caused it; null where nobody is known. */
  actorId?: string | null;
}

/** Sends and waits; the outcome is a row of the audit, too. Never throws. */
export async function deliver(delivery: Delivery): Promise<SendOutcome> {
  const { to, letter, kind, subjectId, workspaceId = null, actorId = null } = delivery;
  const outcome = await sendLetter(to, letter);
  try {
    const store = await getStore();
    await store.write((tx) =>
      appendAuditEvent(tx, {
        event: 'mail.sent',
        outcome: outcome.sent ? 'done' : 'failed',
        ...{ workspaceId, actorId, subjectId, now: Date.now() },
        details: outcome.sent ? { kind } : { kind, reason: outcome.reason },
      }),
    );
  } catch (error) {
    log.error({ err: error }, 'audit row of an e-mail not written');
  }
  return outcome;
}

const underWay = () => singleton('mail-under-way', () => new Set<Promise<unknown>>());

/** Does what takes a while after an answer, so that nobody waits for it nor learns from how long it takes. */
export function afterwards(work: () => Promise<unknown>): void {
  const all = underWay();
  const one = Promise.resolve()
    .then(work)
    .catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'))
    .finally(() => all.delete(one));
  all.add(one);
}

/** Resolves when nothing is left of what `afterwards` was given. */
export async function whenDelivered(): Promise<void> {
  const all = underWay();
  while (all.size > 0) await Promise.all(all);
}
