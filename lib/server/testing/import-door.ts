/** How do tests knock at the door of the import? As a browser does, straight at the route. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { ImportedFile, ImportLine, ImportOptions } from '@/lib/contract';

import { ask, type Person } from './world';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Sent {
  name: string;
  bytes: Uint8Array | string;
}

/** The form that a browser would send. */
export function formOf(files: readonly Sent[], options?: Partial<ImportOptions>): FormData {
  const form = new FormData();
  if (options) form.append('options', JSON.stringify(options));
  for (const { name, bytes } of files)
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return form;
}

/** Sends a body to the import of a workspace. */
export async function knock(
  person: Person,
  workspace: string,
  query: string,
  init: RequestInit,
): Promise<Response> {
  const { POST } = (await import(path.join(ROOT, 'app/api/w/[workspace]/import/route.ts'))) as {
    POST: Parameters<typeof ask>[1];
  };
  return ask(person, POST, { workspace }, { method: 'POST', url: `/?${query}`, ...init });
}

/** The lines of an answer. */
export async function linesOf(response: Response): Promise<ImportLine[]> {
  const text = await response.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ImportLine);
}

/** What an answer says of each file, a later line in the place of a former one. */
export function filesOf(lines: readonly ImportLine[]): ImportedFile[] {
  const files = new Map(lines.flatMap((line) => (line.kind === 'file' ? [[line.key, line] as const] : [])));
  return [...files.values()];
}
