/** How is a whole workspace taken along? As one zip, streamed, one at a time, and it is known how far it is. */

import 'server-only';

import { appendAuditEvent, pageOfAudit } from '@/db';
import type { ArchiveProgress } from '@/lib/contract';

import type { Scope } from '../access';
import { Failure } from '../failure';
import { requirePoint } from '../limits';
import { log } from '../log';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { watched } from './watched';
import { type WorkspaceFiles, workspaceFiles } from './workspace-files';
import { type ZipEntry, zipStream } from './zip';

const BEGUN = 'workspace.export-begun';
const DONE = 'workspace.exported';
const STOPPED = 'workspace.export-stopped';
const DAY_MS = 86_400_000;

/** Of each workspace the export that this process is at. */
const underWay = () => singleton('archives', () => new Map<string, ArchiveProgress>());

/** Returns how far the export of a workspace is, or how the last one of this day went, whichever process did it. */
export async function archiveProgress({ workspaceId }: Scope): Promise<ArchiveProgress> {
  const here = underWay().get(workspaceId);
  if (here) return here;
  const { read } = await getStore();
  const query = { workspaceId, events: [BEGUN, DONE, STOPPED], since: Date.now() - DAY_MS };
  const [last] = (await pageOfAudit(read, query, { before: null, limit: 1 })).rows;
  if (!last) return { state: 'none', written: 0, total: 0, at: null };
  const files = Number(last.details.files ?? 0);
  if (last.event === DONE) return { state: 'done', written: files, total: files, at: last.at };
  return { state: last.event === STOPPED ? 'stopped' : 'unknown', written: 0, total: 0, at: last.at };
}

export interface Asked {
  address: string;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** Returns the zip of everything in a workspace, as it is now. When its last byte has been read, the audit says so. */
export async function openArchive(
  scope: Scope,
  { address, signal }: Asked,
): Promise<ReadableStream<Uint8Array>> {
  await requirePoint('archive', scope.user.id);
  if (underWay().has(scope.workspaceId)) {
    throw new Failure('conflict', 'This workspace is being exported already. Wait until that has ended.');
  }
  const begun = Date.now();
  const progress: ArchiveProgress = { state: 'running', written: 0, total: 0, at: null };
  underWay().set(scope.workspaceId, progress);
  let files: WorkspaceFiles | undefined;
  const end = async (event: typeof DONE | typeof STOPPED, count: number) => {
    try {
      await files?.close();
      await tell(scope, { address, event, files: count, at: Math.max(Date.now(), begun + 1) });
    } catch (error) {
      log.error({ err: error, slug: scope.slug }, 'how an export ended is not told');
    } finally {
      underWay().delete(scope.workspaceId);
    }
  };
  try {
    await tell(scope, { address, event: BEGUN, at: begun });
    files = await workspaceFiles(scope, {
      signal,
      onText: () => {
        progress.written += 1;
      },
    });
    progress.total = files.total;
    const counted = counting(files.entries);
    return zipStream(watched(counted.entries, (isWhole) => end(isWhole ? DONE : STOPPED, counted.files())));
  } catch (error) {
    await end(STOPPED, 0);
    throw signal.aborted ? new Failure('conflict', 'The export was cancelled.') : error;
  }
}

function counting(entries: AsyncGenerator<ZipEntry>) {
  let files = 0;
  async function* counted() {
    for await (const entry of entries) {
      files += 1;
      yield entry;
    }
  }
  return { entries: counted(), files: () => files };
}

interface Told {
  address: string;
  event: string;
  at: number;
  files?: number;
}

async function tell({ workspaceId, user }: Scope, { address, event, at, ...details }: Told): Promise<void> {
  const store = await getStore();
  await store.write((tx) =>
    appendAuditEvent(tx, {
      ...{ now: at, workspaceId, actorId: user.id, event },
      ...{ address, subjectId: workspaceId, details },
    }),
  );
}
