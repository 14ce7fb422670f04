/** How does a command say no? It throws a failure whose words are for the person who asked. */

import { storageFault } from '@/db';
import type { ActionError, ErrorCode } from '@/lib/contract';

import { faultInWords } from './health/fault-words';
import { log } from './log';
import { reference } from './request-context';

/** An expected refusal: its code and message reach the browser as they are. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly fieldErrors: Record<string, string[]> | undefined;
  /** Whom or what the attempt was about; told to the audit only. */
  subjectId: string | undefined;

  constructor(code: ErrorCode, message: string, fieldErrors?: Record<string, string[]>) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.fieldErrors = fieldErrors;
  }
}

/** Thrown by a commit that lost a race and can be prepared anew on what is there now. */
export class LostRace extends Error {
  override name = 'LostRace';
}

/** The same words for what is not there and for what is not yours, so that neither can be told from the other. */
export function notFoundFailure(): Failure {
  return new Failure('not_found', 'This does not exist, or you are not a member of its workspace.');
}

/** The refusal of somebody who is not, or no longer, signed in. */
export function signedOutFailure(): Failure {
  return new Failure(
    'unauthenticated',
    'You are signed out. Sign in and try again; what you typed is still here.',
  );
}

/** The refusal of what a page of somebody else asks: it was opened before the present person signed in. */
export function otherPersonFailure(present: string): Failure {
  return new Failure(
    'unauthenticated',
    `This browser is signed in as ${present} now, but this page is somebody else's. Nothing was changed, and what you typed is still here. Sign in as yourself again, or reload the page to go on as ${present}.`,
  );
}

/** The refusal of somebody without access to a workspace, or without the role for this. */
export function accessFailure(code: 'unauthenticated' | 'not_found' | 'forbidden' | 'due'): Failure {
  if (code === 'unauthenticated') return signedOutFailure();
  if (code === 'not_found') return notFoundFailure();
  if (code === 'due') {
    return new Failure(
      'forbidden',
      'This workspace is going to be deleted: it can be read and exported, and nothing in it changed. An owner can call that off in the settings.',
    );
  }
  return new Failure('forbidden', 'Your role in this workspace does not allow this. Ask an owner or admin.');
}

/** Returns what the browser may know of an error; an unexpected one is logged and becomes a reference. */
export function toActionError(error: unknown, where: string): ActionError & { subjectId?: string } {
  if (error instanceof Failure) {
    const { code, message, fieldErrors, subjectId } = error;
    return { code, message, ...(fieldErrors && { fieldErrors }), ...(subjectId && { subjectId }) };
  }
  const ref = reference();
  const fault = storageFault(error);
  log.error({ err: error, ref, where }, fault ? `storage: ${fault}` : 'unexpected error');
  if (fault) return { code: 'unavailable', message: faultInWords(fault, ref), ref };
  return {
    code: 'internal',
    message: `The server could not do this; nothing was changed. Its log has the cause under ${ref}.`,
    ref,
  };
}
