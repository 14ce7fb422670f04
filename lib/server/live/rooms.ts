/** Who has which agent open, and who is told when something happens there? One room per agent and process. */

import 'server-only';

import { type LiveHead, listLiveHeads, type Store } from '@/db';
import { LIVE_COLORS, type LiveMessage, type LivePlace, type LiveRoom, type Peer } from '@/lib/contract';
import { toBase64 } from '@/lib/live';

import { log } from '../log';
import { singleton } from '../singleton';
import { byWorkspace } from './by-workspace';
import { LiveDocument } from './live-document';
import { canEdit, type Stream } from './streams';

interface Member {
  stream: Stream;
  peer: Peer;
}

interface Room {
  workspaceId: string;
  agentId: string;
  /** By the id of the tab. */
  members: Map<string, Member>;
  /** Opened when somebody first asks for it. */
  document: Promise<LiveDocument | null> | null;
  isUnsaved: boolean;
  isGone: boolean;
}

export interface RoomKey {
  workspaceId: string;
  agentId: string;
}

const NOWHERE: LivePlace = { caret: null, field: null };

const rooms = () => singleton('live-rooms', () => new Map<string, Room>());
const nameOf = ({ workspaceId, agentId }: RoomKey) => `${workspaceId} ${agentId}`;

/** Puts a tab into the room of an agent, and tells the others. */
export function enterRoom(key: RoomKey, stream: Stream, tab: string, head: LiveHead): LiveRoom {
  const name = nameOf(key);
  const { workspaceId, agentId } = key;
  const fresh = { members: new Map<string, Member>(), document: null, isGone: false };
  const room: Room = rooms().get(name) ?? { workspaceId, agentId, ...fresh, isUnsaved: false };
  rooms().set(name, room);
  room.isUnsaved = head.isUnsaved;
  const { userId, name: called } = stream;
  const color = colorFor(room, userId);
  const peer = { tab, userId, name: called, color, canEdit: canEdit(stream), place: NOWHERE };
  room.members.set(tab, { stream, peer });
  tellWhoIsHere(room, tab);
  return stateOf(room);
}

/** Takes a tab out of a room; the last one closes it. */
export function leaveRoom(key: RoomKey, stream: Stream, tab: string): void {
  const room = rooms().get(nameOf(key));
  if (room?.members.get(tab)?.stream.id !== stream.id) return;
  room.members.delete(tab);
  if (room.members.size > 0) tellWhoIsHere(room);
  else closeRoom(room);
}

/** Takes all tabs of a stream that has ended out of their rooms. */
export function leaveAllRooms(stream: Stream): void {
  for (const room of [...rooms().values()]) {
    for (const [tab, member] of room.members)
      if (member.stream.id === stream.id) leaveRoom(room, stream, tab);
  }
}

/** Tells the others where a tab is. */
export function moveInRoom(key: RoomKey, stream: Stream, tab: string, place: LivePlace): void {
  const room = rooms().get(nameOf(key));
  const member = room?.members.get(tab);
  if (!room || member?.stream.id !== stream.id) return;
  member.peer.place = place;
  tell(room, { type: 'place', agent: room.agentId, tab, place }, tab);
}

/** Gives the document of an agent to `use`: that of its room, or for the moment one of its own. */
export async function withDocument<T>(
  store: Store,
  key: RoomKey,
  use: (document: LiveDocument) => Promise<T>,
): Promise<T | null> {
  const room = rooms().get(nameOf(key));
  if (room) {
    const document = await documentOf(store, room);
    return document && use(document);
  }
  const document = await LiveDocument.open(store, key);
  try {
    return document && (await use(document));
  } finally {
    document?.close();
  }
}

/** Looks what became of the agents that are open, and tells those who have them open. */
export async function followRooms(store: Store): Promise<void> {
  for (const [workspaceId, some] of byWorkspace([...rooms().values()])) {
    const agentIds = some.map(({ agentId }) => agentId);
    const heads = new Map(
      (await listLiveHeads(store.read, { workspaceId, agentIds })).map((head) => [head.agentId, head]),
    );
    for (const room of some) {
      await follow(room, heads.get(room.agentId)).catch((error: unknown) =>
        log.warn({ err: error }, 'an open agent could not be followed'),
      );
    }
  }
}

/** Says of everybody in the rooms again what they may do: a role has changed. */
export function renewRoles(streams: readonly Stream[]): void {
  const changed = new Set(streams.map(({ id }) => id));
  for (const room of rooms().values()) {
    const members = [...room.members.values()].filter(({ stream }) => changed.has(stream.id));
    for (const { peer, stream } of members) peer.canEdit = canEdit(stream);
    if (members.length > 0) tellWhoIsHere(room);
  }
}

async function follow(room: Room, head: LiveHead | undefined): Promise<void> {
  const isGone = !head?.isInUse;
  if (isGone && !room.isGone) tell(room, { type: 'gone', agent: room.agentId });
  room.isGone = isGone;
  if (!head) return;
  const wasShared = isShared(room);
  room.isUnsaved = head.isUnsaved;
  if (!wasShared && isShared(room)) tellWhoIsHere(room);
  const document = await room.document;
  if (document && !(await document.follow(head))) replaceDocument(room);
}

function replaceDocument(room: Room): void {
  const old = room.document;
  room.document = null;
  void old?.then((document) => document?.close());
  tell(room, { type: 'replaced', agent: room.agentId });
}

function documentOf(store: Store, room: Room): Promise<LiveDocument | null> {
  room.document ??= open(store, room).catch((error: unknown) => {
    room.document = null;
    throw error;
  });
  return room.document;
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
  return document;
}

function closeRoom(room: Room): void {
  rooms().delete(nameOf(room));
  void room.document?.then((document) => document?.close()).catch(() => undefined);
}

const isShared = ({ members, isUnsaved }: Room) => members.size > 1 || isUnsaved;

function stateOf(room: Room): LiveRoom {
  return { peers: [...room.members.values()].map(({ peer }) => peer), isShared: isShared(room) };
}

function tellWhoIsHere(room: Room, except: string | null = null): void {
  tell(room, { type: 'room', agent: room.agentId, ...stateOf(room) }, except);
}

/** One message per browser, but for one that has no other tab in the room than `except`. */
function tell(room: Room, message: LiveMessage, except: string | null = null): void {
  const told = new Set<string>();
  for (const [tab, { stream }] of room.members) {
    if (tab === except || told.has(stream.id)) continue;
    told.add(stream.id);
    stream.send(message);
  }
}

/** The colour that the person has here already, else the one that the fewest have. */
function colorFor({ members }: Room, userId: string): number {
  const peers = [...members.values()].map(({ peer }) => peer);
  const own = peers.find((peer) => peer.userId === userId);
  if (own) return own.color;
  const counts = Array.from({ length: LIVE_COLORS }, () => 0);
  for (const { color } of peers) counts[color] = (counts[color] ?? 0) + 1;
  return counts.indexOf(Math.min(...counts));
}
