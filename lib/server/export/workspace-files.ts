/** Which files hold all of a workspace? Its agents as they are, every version of them, and the rest as JSON Lines. */

import 'server-only';

import { streamTextsLeft } from '@/db';
import { jsonLine } from '@/lib/records';

import type { Scope } from '../access';
import { streamAudit } from '../reads/audit';
import { getStore } from '../store';
import { AUDIT_FORMATS, auditFile } from './audit-file';
import { Spool } from './spool';
import { type TextFile, takeSnapshot, VERSION_LINES, type WorkspaceSnapshot } from './workspace-snapshot';
import type { ZipEntry } from './zip';

const encoder = new TextEncoder();

export interface WorkspaceFiles {
  /** How many texts there are, which is about how long it takes. */
  total: number;
  entries: AsyncGenerator<ZipEntry>;
  /** To be called when nobody reads on. */
  close(): Promise<void>;
}

/**
 * Returns the files of a workspace as it was at one moment. What changes is put aside before this returns; texts never
 * change, and are read as they are asked for. `onText` hears of each.
 */
export async function workspaceFiles(
  scope: Scope,
  { signal, onText }: { signal: AbortSignal; onText: () => void },
): Promise<WorkspaceFiles> {
  const spool = await Spool.open();
  try {
    const snapshot = await takeSnapshot(await getStore(), scope, { spool, signal });
    return {
      total: snapshot.current.length + snapshot.versions + snapshot.templates.length,
      entries: entriesOf(scope, { spool, snapshot, onText }),
      close: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

interface Taken {
  spool: Spool;
  snapshot: WorkspaceSnapshot;
  onText: () => void;
}

async function* entriesOf(scope: Scope, { spool, snapshot, onText }: Taken): AsyncGenerator<ZipEntry> {
  const { at, agents, versions } = snapshot;
  const head = {
    ...{ name: scope.workspaceName, slug: scope.slug, exportedBy: scope.user.name },
    ...{ asOf: new Date(at).toISOString(), agents, versions },
  };
  yield { path: 'workspace.json', bytes: encoder.encode(`${JSON.stringify(head, null, 2)}\n`) };
  const gone: TextFile[] = [];
  async function* texts(files: readonly TextFile[]): AsyncGenerator<ZipEntry> {
    const { read } = await getStore();
    const shas = files.map(({ sha256 }) => sha256);
    let next = 0;
    for await (const { bytes } of streamTextsLeft(read, { workspaceId: scope.workspaceId, shas })) {
      const text = files[next++];
      onText();
      if (text && bytes) yield { path: text.file, bytes };
      else if (text) gone.push(text);
    }
  }
  yield* texts(snapshot.current);
  for await (const some of spool.values<TextFile>(VERSION_LINES)) yield* texts(some);
  yield* texts(snapshot.templates);
  for (const name of spool.names) yield { path: name, pieces: spool.read(name) };
  const format = AUDIT_FORMATS.jsonl;
  if (format)
    yield { path: 'audit.jsonl', pieces: bytesOf(auditFile(format, streamAudit(scope, {}, snapshot))) };
  if (gone.length > 0) {
    const lines = gone.map(({ file, sha256 }) => jsonLine({ file, sha256, why: GONE }));
    yield { path: 'missing.jsonl', bytes: encoder.encode(lines.join('')) };
  }
}

const GONE = 'It was deleted for good while this was being exported.';

async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield encoder.encode(piece);
}
