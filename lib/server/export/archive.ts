/** How is a whole workspace taken along? As one zip, streamed, one at a time, and it is known how far it is. */

import 'server-only';

import { appendAuditEvent } from '@/db';
import type { ArchiveProgress } from '@/lib/contract';

import type { Scope } from '../access';
import { Failure } from '../failure';
import { requirePoint } from '../limits';
import { log } from '../log';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { workspaceFiles } from './workspace-files';
import { type ZipEntry, zipStream } from './zip';

const NONE: ArchiveProgress = { state: 'none', written: 0, total: 0, endedAt: null };

/** Of each workspace the export that was begun last. */
const exports = () => singleton('archives', () => new Map<string, ArchiveProgress>());

/** Returns how far the export of a workspace is. */
export function archiveProgress({ workspaceId }: Scope): ArchiveProgress {
  return exports().get(workspaceId) ?? NONE;
}

/** Returns the zip of everything in a workspace. When its last byte has been read, the audit says so. */
export async function openArchive(scope: Scope, address: string): Promise<ReadableStream<Uint8Array>> {
  await requirePoint('archive', scope.user.id);
  if (archiveProgress(scope).state === 'running') {
    throw new Failure('conflict', 'This workspace is being exported already. Wait until that has ended.');
  }
  const progress: ArchiveProgress = { state: 'running', written: 0, total: 0, endedAt: null };
  exports().set(scope.workspaceId, progress);
  const end = (state: 'done' | 'stopped') => Object.assign(progress, { state, endedAt: Date.now() });
  try {
    const { read } = await getStore();
    const files = await workspaceFiles(read, scope, () => {
      progress.written += 1;
    });
    progress.total = files.total;
    await tell(scope, address, { event: 'workspace.export-begun' });
    return zipStream(watched(files.entries, scope, { address, end }));
  } catch (error) {
    end('stopped');
    throw error;
  }
}

interface Watch {
  address: string;
  end: (state: 'done' | 'stopped') => void;
}

async function* watched(
  entries: AsyncIterable<ZipEntry>,
  scope: Scope,
  { address, end }: Watch,
): AsyncGenerator<ZipEntry> {
  let files = 0;
  let isWhole = false;
  try {
    for await (const entry of entries) {
      files += 1;
      yield entry;
    }
    await tell(scope, address, { event: 'workspace.exported', files });
    isWhole = true;
  } catch (error) {
    log.error({ err: error, workspace: scope.slug }, 'the export of a workspace broke off');
    throw error;
  } finally {
    end(isWhole ? 'done' : 'stopped');
  }
}

interface Told {
  event: string;
  files?: number;
}

async function tell(scope: Scope, address: string, { event, ...details }: Told): Promise<void> {
  const { workspaceId, user } = scope;
  const store = await getStore();
  await store.write((tx) =>
    appendAuditEvent(tx, {
      ...{ now: Date.now(), workspaceId, actorId: user.id, event },
      ...{ address, subjectId: workspaceId, details },
    }),
  );
}
