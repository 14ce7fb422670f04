/** How is a whole workspace taken along? As one zip, streamed, one at a time, and it is known how far it is. */

import 'server-only';

import { appendAuditEvent } from '@/db';
import type { ArchiveProgress } from '@/lib/contract';

import type { Scope } from '../access';
import { Failure } from '../failure';
import { requirePoint } from '../limits';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { watched } from './watched';
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
    const counted = counting(files.entries);
    return zipStream(
      watched(counted.entries, async (isWhole) => {
        // Until the audit says so, it is not done.
        end('stopped');
        if (!isWhole) return;
        await tell(scope, address, { event: 'workspace.exported', files: counted.files() });
        end('done');
      }),
    );
  } catch (error) {
    end('stopped');
    throw error;
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
