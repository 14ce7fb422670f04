/** What does a tab ask of the agents that are open at several people's, and what is it answered? */

import 'server-only';

import { type LiveHead, listLiveHeads, type Store } from '@/db';
import {
  type LiveRequest,
  type LiveRoom,
  type LiveSync,
  type LiveUpdateResult,
  liveRequest,
  liveUpdateInput,
  MAX_UPDATE_BYTES,
} from '@/lib/contract';
import { fromBase64, readVector, toBase64 } from '@/lib/live';

import type { Scope } from '../access';
import { Failure, notFoundFailure } from '../failure';
import { requirePoint } from '../limits';
import { json, readJson } from '../route';
import { getStore } from '../store';
import { meetNeighbours, sayWritten } from './neighbours';
import type { RoomKey } from './room';
import { withDocument } from './room-documents';
import { enterRoom, isTabOf, leaveAllRooms, leaveRoom, moveInRoom } from './rooms';
import { getStream, listStreams, openStream } from './streams';
import { startWatch } from './watch';

/** A browser has one; whoever has so many has something that forgets to close them. */
const MOST_STREAMS = 20;
const MOST_BYTES = 128 * 1024;
/** What one point of the volume is worth: what is typed costs none. */
const VOLUME_BYTES = 64 * 1024;

const NO_SENSE = 'The server does not understand this page. Reload it; your text is kept on this device.';

/** Answers with the stream of a browser. */
export async function listen(request: Request, scope: Scope): Promise<Response> {
  const own = listStreams().filter(({ userId }) => userId === scope.user.id);
  for (const stream of own.slice(0, Math.max(0, own.length + 1 - MOST_STREAMS))) stream.end(null);
  meetNeighbours(await getStore());
  const response = openStream(request, scope, leaveAllRooms);
  startWatch();
  return response;
}

/** Answers what a tab asks of a room. */
export async function askRoom(request: Request, scope: Scope, agentId: string): Promise<Response> {
  await requirePoint('live', scope.user.id);
  const asked = liveRequest.safeParse(await readJson(request, MOST_BYTES));
  if (!asked.success) throw new Failure('invalid_input', NO_SENSE);
  const store = await getStore();
  const key = { workspaceId: scope.workspaceId, agentId };
  const head = await requireHead(store, key);
  return json(await ANSWERS[asked.data.kind](store, { key, head, scope, asked: asked.data }));
}

interface Asked {
  key: RoomKey;
  head: LiveHead;
  scope: Scope;
  asked: LiveRequest;
}

/** A stream that is not of this process has no room here: the tab may write all the same, but sees nobody. */
const ANSWERS: Record<LiveRequest['kind'], (store: Store, asked: Asked) => Promise<LiveRoom | LiveSync>> = {
  async open(_, { key, head, scope, asked }) {
    const stream = getStream(asked.stream, scope);
    return stream ? enterRoom(key, stream, asked.tab, head) : { peers: [], isShared: head.isUnsaved };
  },
  async close(_, { key, scope, asked }) {
    const stream = getStream(asked.stream, scope);
    if (stream) leaveRoom(key, stream, asked.tab);
    return NOBODY;
  },
  async place(_, { key, scope, asked }) {
    const stream = getStream(asked.stream, scope);
    if (stream && asked.kind === 'place') moveInRoom(key, stream, asked.tab, asked.place);
    return NOBODY;
  },
  async sync(store, { key, asked }) {
    if (asked.kind !== 'sync') return NOBODY;
    const vector = asked.vector === null ? null : readVector(asked.vector);
    if (asked.vector !== null && !vector) throw new Failure('invalid_input', NO_SENSE);
    const synced = await withDocument(store, key, async (document): Promise<LiveSync> => {
      await document.refresh();
      const { generation, base } = document;
      const lacks = document.since(asked.generation === generation ? vector : null);
      return { generation, update: toBase64(lacks.update), vector: toBase64(lacks.vector), ...base };
    });
    if (!synced) throw notFoundFailure();
    return synced;
  },
};

const NOBODY: LiveRoom = { peers: [], isShared: false };

/** Takes what somebody wrote; the answer says that it is stored. */
export async function takeUpdate(request: Request, scope: Scope, agentId: string): Promise<Response> {
  await requirePoint('live', scope.user.id);
  const read = await readJson(request, 2 * MAX_UPDATE_BYTES);
  const asked = liveUpdateInput.safeParse(read);
  const update = asked.success ? fromBase64(asked.data.update) : null;
  if (!asked.success || !update) throw new Failure('invalid_input', NO_SENSE);
  await requirePoint('live-volume', scope.user.id, Math.floor(update.length / VOLUME_BYTES));
  const { generation } = asked.data;
  const store = await getStore();
  const key = { workspaceId: scope.workspaceId, agentId };
  const { isInUse } = await requireHead(store, key);
  if (!isInUse)
    throw new Failure('conflict', 'This agent is in the bin or the archive. Your text is still here.');
  // Whose tab it is need not hear it again; nobody keeps it from another by naming theirs.
  const tab = isTabOf(key, asked.data.tab, scope.user.id) ? asked.data.tab : null;
  const result = await withDocument(store, key, async (document): Promise<LiveUpdateResult> => {
    if (document.generation !== generation) return { kind: 'replaced' };
    const taken = await document.take({ userId: scope.user.id, tab, update });
    if (taken.ok) return { kind: 'stored' };
    if (taken.code === 'behind' || taken.code === 'replaced') return { kind: taken.code };
    throw new Failure(taken.code === 'too_large' ? 'too_large' : 'invalid_input', taken.message);
  });
  if (!result) throw notFoundFailure();
  if (result.kind === 'stored') sayWritten(key);
  return json(result);
}

async function requireHead(store: Store, { workspaceId, agentId }: RoomKey): Promise<LiveHead> {
  const [head] = await listLiveHeads(store.read, { workspaceId, agentIds: [agentId] });
  if (!head) throw notFoundFailure();
  return head;
}
