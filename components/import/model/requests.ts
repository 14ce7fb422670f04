/** In which requests do the files of an import go to the server? Loose ones in batches, an archive by itself. Pure. */

import type { PickedFile } from '@/lib/client/dropped-files';
import type { ImportLimits } from '@/lib/contract';

import { emptyRow, type ImportRow } from './import-rows';

/** Files of one request; an archive has the rows of what it holds, found while it is read. */
export type ImportRequest =
  | { kind: 'loose'; files: { file: File; path: string; row: number }[]; bytes: number }
  | { kind: 'archive'; file: File; name: string; bytes: number; rows: Map<string, number> };

export interface ImportPlan {
  requests: ImportRequest[];
  /** The rows of loose files, those among them that need not be sent. */
  rows: ImportRow[];
  /** What was left out altogether, in words. */
  notices: string[];
}

const ARCHIVE = /\.(?:tar|gz|tgz|bz2|tbz2?|xz|txz|7z|rar|zst)$/i;

/** Plans an import; what can be told without the server is told here. */
export function planImport(picked: readonly PickedFile[], limits: ImportLimits): ImportPlan {
  const plan: ImportPlan = { requests: [], rows: [], notices: [] };
  const files = picked.slice(0, limits.files);
  if (files.length < picked.length) {
    plan.notices.push(
      `An import takes ${limits.files.toLocaleString('en-US')} files at once. The rest was left out: import it afterwards.`,
    );
  }
  for (const each of files) {
    if (/\.zip$/i.test(each.path)) addArchive(plan, each, limits);
    else addLoose(plan, each, limits);
  }
  return plan;
}

function addArchive({ requests, rows }: ImportPlan, { file, path }: PickedFile, limits: ImportLimits): void {
  if (file.size > limits.bodyBytes) {
    const message = `The archive is larger than ${limits.bodyBytes / 2 ** 20} MiB. Make one of the folder with the agents alone.`;
    rows.push({ ...emptyRow(rows.length, path), state: 'refused', message });
    return;
  }
  requests.push({ kind: 'archive', file, name: path, bytes: file.size, rows: new Map() });
}

function addLoose({ requests, rows }: ImportPlan, { file, path }: PickedFile, limits: ImportLimits): void {
  const row = emptyRow(rows.length, path);
  const told = tellWithoutServer(path, file.size, limits);
  rows.push(told ? { ...row, ...told } : row);
  if (told) return;
  const last = requests.at(-1);
  const fits =
    last?.kind === 'loose' &&
    last.files.length < limits.filesPerRequest &&
    last.bytes + file.size <= limits.bytesPerRequest;
  const request = fits ? last : { kind: 'loose' as const, files: [], bytes: 0 };
  if (!fits) requests.push(request);
  request.files.push({ file, path, row: row.id });
  request.bytes += file.size;
}

function tellWithoutServer(
  path: string,
  bytes: number,
  limits: ImportLimits,
): Pick<ImportRow, 'state' | 'message'> | null {
  if (ARCHIVE.test(path)) {
    const message =
      'Archives of this kind are not read here. Unpack it and drop its folder, or make it a zip.';
    return { state: 'refused', message };
  }
  if (!/\.md$/i.test(path)) {
    const message = 'Claude Code reads agents from .md files only; this is another kind of file.';
    return { state: 'not-agent', message };
  }
  return bytes > limits.fileBytes ? { state: 'refused', message: 'The file is larger than 1 MiB.' } : null;
}
