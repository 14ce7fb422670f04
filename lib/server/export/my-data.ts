/** How does a person take their data along? As one zip, streamed, one at a time, and told in the audit. */

import 'server-only';

import { appendAuditEvent, listMembershipsOf } from '@/db';

import { whileAllowed } from '../access-watch';
import { Failure } from '../failure';
import { requirePoint } from '../limits';
import type { Session } from '../session';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { personFiles } from './person-files';
import { watched } from './watched';
import { zipStream } from './zip';

/** Who takes their data just now. */
const underWay = () => singleton('my-data', () => new Set<string>());

/** Returns the zip of everything about the person, for as long as they are signed in and in the workspaces that they are in now. */
export async function openMyData(
  { id: sessionId, user }: Session,
  address: string,
): Promise<ReadableStream<Uint8Array>> {
  const userId = user.id;
  await requirePoint('my-data', userId);
  if (underWay().has(userId)) {
    throw new Failure('conflict', 'Your data are being downloaded already. Wait until that has ended.');
  }
  const store = await getStore();
  const now = Date.now();
  await store.write((tx) =>
    appendAuditEvent(tx, { event: 'user.exported', actorId: userId, subjectId: userId, address, now }),
  );
  const memberships = await listMembershipsOf(store.read, { userId });
  const workspaceIds = memberships.map(({ workspaceId }) => workspaceId);
  underWay().add(userId);
  const files = watched(personFiles(store.read, { userId, memberships, now }), () => {
    underWay().delete(userId);
  });
  return whileAllowed({ user, sessionId, workspaceIds }, zipStream(files));
}
