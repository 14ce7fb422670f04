/** How are files sent, and each line of the answer heard? By the one way of browsers that tells how much has gone. */

import type { ImportLine } from '@/lib/contract';
import { PERSON_HEADER } from '@/lib/policy';

import { jsonLineTaker } from './json-lines';
import { pagePerson } from './page-person';
import { RequestError, readAnswer, UNREACHABLE } from './request';

export interface ImportSending {
  workspace: string;
  /** `preview` writes nothing. */
  mode: 'preview' | 'write';
  form: FormData;
  signal: AbortSignal;
  onLine: (line: ImportLine) => void;
  /** Hears how many bytes have gone. */
  onSent: (bytes: number) => void;
}

/** Sends a form of files; resolves when the answer has ended. Rejects with `RequestError`, or with the signal's reason. */
export function sendImport({ workspace, mode, form, signal, onLine, onSent }: ImportSending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/w/${workspace}/import?mode=${mode}`);
    const person = pagePerson();
    if (person) request.setRequestHeader(PERSON_HEADER, person);
    let ended = false;
    let taken = 0;
    const takeLine = jsonLineTaker((line: ImportLine) => {
      if (line.kind === 'failed') throw new RequestError({ code: 'internal', message: line.message });
      if (line.kind === 'end') ended = true;
      else onLine(line);
    });
    const take = () => {
      if (request.status !== 200) return;
      const text = request.responseText.slice(taken);
      taken += text.length;
      try {
        takeLine(text);
      } catch (error) {
        reject(error);
        request.abort();
      }
    };
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onprogress = take;
    request.onload = () => {
      take();
      if (ended) resolve();
      else if (request.status === 200) reject(new RequestError(BROKEN_OFF));
      else
        readAnswer(new Response(request.responseText, { status: request.status })).then(
          () => undefined,
          reject,
        );
    };
    request.onerror = () => reject(new RequestError(taken > 0 ? BROKEN_OFF : UNREACHABLE));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(form);
  });
}

const BROKEN_OFF = {
  code: 'unavailable',
  message: 'The connection broke off. What was imported before is in the workspace; try the rest again.',
} as const;
