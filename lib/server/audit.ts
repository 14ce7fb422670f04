/** Where is it told that something was refused or failed? In rows of their own, outside what was rolled back. */

import 'server-only';

import { type AuditDetails, appendAuditEvent } from '@/db';
import type { ActionError, ErrorCode } from '@/lib/contract';
import type { Scope } from './access';
import { takePoint } from './limits';
import { log } from './log';
import { currentClient } from './session';
import { getStore } from './store';

const DENIED = new Set<ErrorCode>([
  'unauthenticated',
  'forbidden',
  'not_found',
  'bad_origin',
  'rate_limited',
]);
/**
 * A form that was filled in wrongly is nobody's concern but of the one who fills it in. And what the server could not
 * do is in its log: a database that is at fault would only keep the answer waiting for a second time.
 */
const SILENT = new Set<ErrorCode>(['invalid_input', 'unavailable']);

export interface Refused {
  client: { address: string };
  session: { user: { id: string } } | null;
  workspaceId: string | null;
}

/** Writes the audit row of a refused or failed attempt; bounded by address, and never a reason to fail. */
export async function auditRefusal(
  event: string,
  error: ActionError & { subjectId?: string },
  refused: Refused,
): Promise<void> {
  if (SILENT.has(error.code)) return;
  const { address } = refused.client;
  if ((await takePoint('denied-audit', address)) > 0) return;
  try {
    const store = await getStore();
    await store.write((tx) =>
      appendAuditEvent(tx, {
        now: Date.now(),
        workspaceId: refused.workspaceId,
        actorId: refused.session?.user.id ?? null,
        event,
        outcome: DENIED.has(error.code) ? 'denied' : 'failed',
        subjectId: error.subjectId ?? null,
        address,
        details: error.ref ? { code: error.code, ref: error.ref } : { code: error.code },
      }),
    );
  } catch (cause) {
    log.error({ err: cause, event }, 'audit row of a refusal not written');
  }
}

export type { AuditDetails };

export interface Taken {
  event: string;
  subjectId?: string;
  details: AuditDetails;
}

/**
 * Writes that somebody took something out of a workspace; before it is given, so that nothing goes untold. Asking only
 * for the headers takes nothing.
 */
export async function auditTaken(
  request: Pick<Request, 'method'>,
  { workspaceId, user }: Scope,
  { event, subjectId, details }: Taken,
): Promise<void> {
  if (request.method === 'HEAD') return;
  const { address } = await currentClient();
  const store = await getStore();
  await store.write((tx) =>
    appendAuditEvent(tx, {
      ...{ now: Date.now(), workspaceId, actorId: user.id, event, address, details },
      subjectId: subjectId ?? null,
    }),
  );
}
