/** May this text be kept? The lens says; here its refusal becomes one of a command. */

import { checkText, type UploadCheck, type UploadFault } from '@/lib/agent-file';
import type { ErrorCode } from '@/lib/contract';

import { Failure } from './failure';

const CODES: Partial<Record<UploadFault, ErrorCode>> = {
  'file-too-large': 'too_large',
  'front-matter-too-large': 'too_large',
};

/** Throws a failure that says what stands in the way and where, if the text is none that can be kept. */
export function requireStorable(text: string): void {
  const check = checkText(text);
  if (!check.ok) throw storageFailure(check);
}

/** Says whether the text can be kept. */
export function isStorable(text: string): boolean {
  return checkText(text).ok;
}

function storageFailure({ code, message }: Extract<UploadCheck, { ok: false }>): Failure {
  return new Failure(CODES[code] ?? 'invalid_input', message, { text: [message] });
}
