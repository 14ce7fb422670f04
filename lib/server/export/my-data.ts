/** How does a person take their data along? As one zip, streamed, one at a time, and told in the audit. */

import 'server-only';

import { appendAuditEvent } from '@/db';

import { Failure } from '../failure';
import { requirePoint } from '../limits';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { personFiles } from './person-files';
import { watched } from './watched';
import { zipStream } from './zip';

/** Who takes their data just now. */
const underWay = () => singleton('my-data', () => new Set<string>());

/** Returns the zip of everything about the person. */
export async function openMyData(userId: string, address: string): Promise<ReadableStream<Uint8Array>> {
  await requirePoint('my-data', userId);
  if (underWay().has(userId)) {
    throw new Failure('conflict', 'Your data are being downloaded already. Wait until that has ended.');
  }
  const store = await getStore();
  const now = Date.now();
  await store.write((tx) =>
    appendAuditEvent(tx, { event: 'user.exported', actorId: userId, subjectId: userId, address, now }),
  );
  underWay().add(userId);
  return zipStream(
    watched(personFiles(store.read, userId, now), () => {
      underWay().delete(userId);
    }),
  );
}
