/** Which documents are held in memory, for how long, and what becomes of what changed beside them? */

import 'server-only';

import { type LiveHead, listLiveHeads, type Store } from '@/db';
import { toBase64 } from '@/lib/live';

import { log } from '../log';
import { isDraining } from '../requests';
import { byWorkspace } from './by-workspace';
import { LiveDocument } from './live-document';
import {
  getRoom,
  type Held,
  isShared,
  type LetGo,
  listRooms,
  type Room,
  type RoomKey,
  tell,
  tellWhoIsHere,
} from './room';

/** A document that nobody wrote in for so long is let go, whoever still has its page open. */
const IDLE_MS = 10 * 60_000;
/** So many are held, of 1 MiB of text at most each, with what Yjs needs beside it; of more, those that rest longest go. */
const MOST_HELD = 100;

/** Gives the document of an agent to `use`: that of its room, or for the moment one of its own. */
export async function withDocument<T>(
  store: Store,
  key: RoomKey,
  use: (document: LiveDocument) => Promise<T>,
): Promise<T | null> {
  const room = getRoom(key);
  if (room) return workWith(hold(store, room), use);
  const document = await LiveDocument.open(store, key);
  try {
    return document && (await use(document));
  } finally {
    document?.close();
  }
}

async function workWith<T>(held: Held, use: (document: LiveDocument) => Promise<T>): Promise<T | null> {
  held.uses += 1;
  try {
    const document = await held.document;
    return document && (await use(document));
  } finally {
    held.uses -= 1;
    held.usedAt = Date.now();
  }
}

function hold(store: Store, room: Room): Held {
  if (room.held) return room.held;
  const held: Held = { document: open(store, room), uses: 0, usedAt: Date.now() };
  held.document.catch(() => {
    if (room.held === held) room.held = null;
  });
  room.held = held;
  return held;
}

async function open(store: Store, room: Room): Promise<LiveDocument | null> {
  const document = await LiveDocument.open(store, room);
  const { agentId: agent } = room;
  document?.listen({
    update(update, tab) {
      const { generation } = document;
      tell(room, { type: 'update', agent, generation, update: toBase64(update), tab }, tab);
    },
    base({ version, text }, summary) {
      const { generation } = document;
      tell(room, { type: 'base', agent, generation, version, text, summary });
    },
  });
  const { letGoAt } = room;
  room.letGoAt = null;
  if (document && letGoAt && !isSame(letGoAt, placeOf(document))) askForAnother(room);
  return document;
}

/** The last one has left the room: what it wrote becomes a short log, and the memory is free. */
export function closeDocument({ held }: Room): void {
  void held?.document
    .then(async (document) => {
      // A server that stops has no time for what the next one can do.
      if (!isDraining()) await document?.settle();
      document?.close();
    })
    .catch(() => undefined);
}

/** Looks what became of the agents that are open, and tells those who have them open. */
export async function followRooms(store: Store): Promise<void> {
  for (const [workspaceId, some] of byWorkspace(listRooms())) {
    const agentIds = some.map(({ agentId }) => agentId);
    const heads = await listLiveHeads(store.read, { workspaceId, agentIds });
    const byAgent = new Map(heads.map((head) => [head.agentId, head]));
    for (const room of some) await followTo(room, byAgent.get(room.agentId));
  }
}

/** Looks what became of one agent: another server has said that something was written. */
export async function followRoom(store: Store, { workspaceId, agentId }: RoomKey): Promise<void> {
  const room = getRoom({ workspaceId, agentId });
  if (!room) return;
  const [head] = await listLiveHeads(store.read, { workspaceId, agentIds: [agentId] });
  await followTo(room, head);
}

async function followTo(room: Room, head: LiveHead | undefined): Promise<void> {
  await follow(room, head).catch((error: unknown) =>
    log.warn({ err: error }, 'an open agent could not be followed'),
  );
}

async function follow(room: Room, head: LiveHead | undefined): Promise<void> {
  const isGone = !head?.isInUse;
  if (isGone && !room.isGone) tell(room, { type: 'gone', agent: room.agentId });
  room.isGone = isGone;
  if (!head) return;
  const wasShared = isShared(room);
  room.isUnsaved = head.isUnsaved;
  if (!wasShared && isShared(room)) tellWhoIsHere(room);
  const document = await room.held?.document;
  if (document) {
    if (!(await document.follow(head))) replaceDocument(room);
  } else if (room.letGoAt && hasMoved(room.letGoAt, head)) askForAnother(room);
}

function replaceDocument(room: Room): void {
  const old = room.held?.document;
  room.held = null;
  void old?.then((document) => document?.close());
  askForAnother(room);
}

/** Whoever hears it asks for what they lack, and with that the document is held again. */
function askForAnother(room: Room): void {
  room.letGoAt = null;
  tell(room, { type: 'replaced', agent: room.agentId });
}

const placeOf = ({ generation, at: sequence, base }: LiveDocument): LetGo => ({
  generation,
  sequence,
  baseVersionId: base.version.versionId,
});

const isSame = (a: LetGo, b: LetGo) =>
  a.generation === b.generation && a.sequence === b.sequence && a.baseVersionId === b.baseVersionId;

function hasMoved(before: LetGo, head: LiveHead): boolean {
  const { generation, sequence, baseVersionId, headId, isInUse } = head;
  // Where nothing is stored, the document is that of the head.
  const now = {
    generation: generation ?? headId,
    sequence: sequence ?? 0,
    baseVersionId: baseVersionId ?? headId,
  };
  return !isSame(before, now) || (isInUse && headId !== before.baseVersionId);
}

/** Lets those documents go that rest too long, or are too many. */
export async function letGoIdle(now: number): Promise<void> {
  const resting = listRooms()
    .flatMap((room) => (room.held ? [{ room, held: room.held }] : []))
    .sort((a, b) => b.held.usedAt - a.held.usedAt)
    .filter(({ held }, at) => at >= MOST_HELD || now - held.usedAt > IDLE_MS);
  for (const { room, held } of resting) if (held.uses === 0) await letGo(room, held);
}

async function letGo(room: Room, held: Held): Promise<void> {
  const document = await held.document.catch(() => null);
  await document?.settle();
  // Somebody may have come while its log was made short.
  if (held.uses > 0 || room.held !== held) return;
  room.held = null;
  if (!document) return;
  room.letGoAt = placeOf(document);
  document.close();
}
