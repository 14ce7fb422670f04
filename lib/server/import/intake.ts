/** Which files does an upload hold, archives opened? Each as bytes, or with the reason why it was not read. */

import 'server-only';

import { IMPORT_LIMITS, type ImportOptions, importOptions } from '@/lib/contract';

import { Failure } from '../failure';
import { ByteReader } from './byte-reader';
import { whyNoAgentByPath } from './judge';
import type { Part, Upload } from './parts';
import { foldPath, readPath } from './paths';
import { archiveKind, isNamedArchive, SIGNATURE_BYTES } from './signatures';
import { readZip, type ZipItem } from './zip';

/** `turnedDown` was not read, or not to its end; `remark` is to be said beside whatever is said of the text. */
export type Incoming =
  | { kind: 'file'; key: string; path: string; bytes: Uint8Array; remark: string | null }
  | { kind: 'turned-down'; key: string; path: string; state: 'not-agent' | 'refused'; message: string }
  | { kind: 'archive'; key: string; message: string };

/** A file and the options that came before it. */
export interface IntakeStep {
  options: ImportOptions;
  file: Incoming;
}

/** Reads the files of an upload in their order. Throws a failure when the upload itself is none, or breaks off. */
export async function* readIntake({ fields, parts }: Upload): AsyncGenerator<IntakeStep> {
  let options: ImportOptions | null = null;
  let take: ReadonlySet<string> | null = null;
  for await (const part of parts) {
    options ??= readOptions(fields.get('options'));
    take ??= options.take ? new Set(options.take) : null;
    const wanted = (key: string) => take === null || take.has(key);
    for await (const file of readPart(part, options, wanted)) yield { options, file };
  }
}

function readOptions(field: string | undefined): ImportOptions {
  try {
    return importOptions.parse(JSON.parse(field ?? '{}'));
  } catch {
    throw new Failure('invalid_input', 'The options of this import are not understood. Reload the page.');
  }
}

type Wanted = (key: string) => boolean;

async function* readPart(part: Part, options: ImportOptions, wanted: Wanted): AsyncGenerator<Incoming> {
  const key = String(part.index);
  const reader = new ByteReader(part.bytes);
  const kind = archiveKind(await reader.peek(SIGNATURE_BYTES));
  if (kind === 'zip') {
    yield* readArchive(key, reader, wanted);
    return;
  }
  if (!wanted(key)) return;
  const { path, fault } = readPath(options.paths?.[part.index] ?? part.fileName);
  const refuse = (message: string): Incoming => ({
    kind: 'turned-down',
    key,
    path,
    state: 'refused',
    message,
  });
  if (fault) yield refuse(fault);
  else if (kind) yield refuse(`This is a ${kind} archive. Unpack it and drop its folder, or make it a zip.`);
  else {
    const bytes = await reader.take(IMPORT_LIMITS.fileBytes + 1);
    if (bytes.length > IMPORT_LIMITS.fileBytes) yield refuse('The file is larger than 1 MiB.');
    else yield { kind: 'file', key, path, bytes, remark: null };
  }
}

async function* readArchive(key: string, reader: ByteReader, wanted: Wanted): AsyncGenerator<Incoming> {
  const paths = new Set<string>();
  const isAsked = (entry: number) => wanted(`${key}.${entry}`);
  const isRead = (entry: number, raw: string) => isAsked(entry) && whyNotRead(raw) === null;
  for await (const item of readZip(reader.rest(), isRead)) {
    if (item.kind === 'notice' || item.kind === 'stopped') {
      yield { kind: 'archive', key, message: item.message };
    } else if (isAsked(item.entry)) {
      const { path } = readPath(item.path);
      const folded = foldPath(path);
      const isTaken = item.kind === 'file' && paths.has(folded);
      paths.add(folded);
      yield fromArchive(`${key}.${item.entry}`, path, item, isTaken ? SAME_PATH : null);
    }
  }
}

const SAME_PATH =
  'The archive holds another file of this path, or of one that differs in case or accents only.';

type EntryItem = Exclude<ZipItem, { kind: 'notice' | 'stopped' }>;

function fromArchive(key: string, path: string, item: EntryItem, remark: string | null): Incoming {
  if (item.kind === 'file') {
    const kind = archiveKind(item.bytes.subarray(0, SIGNATURE_BYTES));
    if (!kind) return { kind: 'file', key, path, bytes: item.bytes, remark };
    return { kind: 'turned-down', key, path, state: 'refused', message: NESTED };
  }
  if (item.kind === 'refused') {
    return { kind: 'turned-down', key, path, state: 'refused', message: item.message };
  }
  const why = whyNotRead(item.path) ?? { state: 'refused', message: 'It was not read.' };
  return { kind: 'turned-down', key, path, ...why };
}

const NESTED = 'An archive within an archive is not opened. Unpack it and import what it holds.';

interface Why {
  state: 'not-agent' | 'refused';
  message: string;
}

/** Why an entry need not be unpacked: its path tells already. */
function whyNotRead(raw: string): Why | null {
  const { path, fault } = readPath(raw);
  if (fault) return { state: 'refused', message: fault };
  if (isNamedArchive(path)) return { state: 'refused', message: NESTED };
  const message = whyNoAgentByPath(path);
  return message ? { state: 'not-agent', message } : null;
}
