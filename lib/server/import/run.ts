/** How does an upload become lines, in batches that nobody else has to wait for? */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import type { z } from 'zod';

import type { Action, ImportDeed, ImportedFile, ImportLine, ImportVerdict, SameName } from '@/lib/contract';

import type { Scope } from '../access';
import { FILES_PER_BATCH, type importAgentsInput } from '../commands/import-agents';
import { Failure } from '../failure';
import { requirePoint } from '../limits';
import { getStore } from '../store';
import { type Incoming, type IntakeStep, readIntake } from './intake';
import { type Judged, judgeFile } from './judge';
import type { Upload } from './parts';
import { asImported, describe, findLikes, namesakeWords, remarks, twinWords } from './relate';

/** Bytes that are in memory as files of a batch. */
const BYTES_PER_BATCH = 4 * 1024 * 1024;

type File = Extract<Incoming, { kind: 'file' }>;
/** What becomes of the files of a batch, in their order. */
type Settle<State extends ImportVerdict | ImportDeed> = (
  files: readonly (File & { sameName: SameName })[],
) => Promise<ImportedFile<State>[]>;

export interface RunInput {
  upload: Upload;
  scope: Scope;
  /** For namesakes that the options do not name. */
  sameName: SameName;
  put: (line: ImportLine) => void;
  signal: AbortSignal;
}

/** Says what each file is; writes nothing. */
export function previewImport(input: RunInput): Promise<void> {
  return run(input, (files) => judgeBatch(files, input.scope));
}

export type ImportAction = Action<z.input<typeof importAgentsInput>, ImportedFile<ImportDeed>[]>;

/** Writes the files, batch by batch: what was written stays, whatever happens to the rest. */
export function writeImport(input: RunInput, importBatch: ImportAction): Promise<void> {
  return run(input, async (files) => {
    const batch = files.map(({ key, path, bytes, remark, sameName }) => ({
      key,
      path,
      bytes,
      remark,
      sameName,
    }));
    const result = await importBatch({ workspace: input.scope.slug, files: batch });
    if (result.ok) return result.data;
    const { code, message } = result.error;
    if (HOPELESS.has(code)) throw new Failure(code, message);
    return files.map(({ key, path }) => ({ ...NOTHING, key, path, state: 'failed', message }));
  });
}

/** What no further batch would change. */
const HOPELESS = new Set(['unauthenticated', 'forbidden', 'not_found', 'bad_origin']);
const NOTHING = { name: null, loads: false, sha256: null, agent: null };

async function run<State extends ImportVerdict | ImportDeed>(
  { upload, sameName, put, signal }: RunInput,
  settle: Settle<State>,
): Promise<void> {
  let batch: IntakeStep[] = [];
  let bytes = 0;
  // A sender who takes their time must not keep what nobody waits for.
  signal.addEventListener('abort', () => upload.stop(signal.reason), { once: true });
  const flush = async () => {
    signal.throwIfAborted();
    const files = batch.flatMap(({ file, options }) =>
      file.kind === 'file'
        ? [{ ...file, sameName: options.choices?.[file.key] ?? options.sameName ?? sameName }]
        : [],
    );
    const settled = files.length > 0 ? await settle(files) : [];
    for (const { file } of batch) {
      if (file.kind === 'file') put({ kind: 'file', ...(settled.shift() as ImportedFile<State>) });
      else put(lineOf(file));
    }
    batch = [];
    bytes = 0;
  };
  for await (const step of readIntake(upload)) {
    batch.push(step);
    if (step.file.kind === 'file') bytes += step.file.bytes.length;
    if (batch.length >= FILES_PER_BATCH || bytes >= BYTES_PER_BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  put({ kind: 'end' });
}

function lineOf(file: Exclude<Incoming, File>): ImportLine {
  if (file.kind === 'archive') return file;
  const { key, path, state, message } = file;
  return { kind: 'file', ...NOTHING, key, path, state, message };
}

async function judgeBatch(
  files: readonly File[],
  { workspaceId, user }: Scope,
): Promise<ImportedFile<ImportVerdict>[]> {
  await requirePoint('import', user.id);
  const judged: Judged[] = [];
  for (const { path, bytes } of files) {
    judged.push(judgeFile(path, bytes));
    await setImmediate();
  }
  const { read } = await getStore();
  const likes = await findLikes(
    read,
    workspaceId,
    judged.flatMap((each) => (each.ok ? [each] : [])),
  );
  return files.map(({ key, path, remark }, index) => {
    const each = judged[index];
    if (!each) throw new Error('a file was not judged');
    if (!each.ok) return { ...NOTHING, key, path, state: each.state, message: each.message };
    const about = describe(key, path, each);
    const twin = likes.twinOf(each);
    if (twin) return { ...about, state: 'identical', message: twinWords(twin), agent: asImported(twin) };
    const there = likes.namesakeOf(each, path);
    if (!there) return { ...about, state: 'new', message: remarks(each, remark), agent: null };
    const message = remarks(each, namesakeWords(each.facts.name), remark);
    return { ...about, state: 'same-name', message, agent: asImported(there) };
  });
}
