/** One agent that is open: who is in it, here and at other servers, and how are those told who are here? */

import 'server-only';

import type { LiveMessage, LiveRoom, Peer } from '@/lib/contract';

import { singleton } from '../singleton';
import type { LiveDocument } from './live-document';
import { lineOf, type Stream } from './streams';

export interface Member {
  stream: Stream;
  peer: Peer;
  /** When the tab last said that it is there. */
  seenAt: number;
}

/** Somebody who is in the room by another server on the same database. */
export interface PeerElsewhere {
  peer: Peer;
  server: string;
  heardAt: number;
}

/** The document of a room, as long as it is held in memory. */
export interface Held {
  document: Promise<LiveDocument | null>;
  /** How many are working with it right now. */
  uses: number;
  usedAt: number;
}

/** How far everybody in the room had heard of the document. */
export interface LetGo {
  generation: string;
  sequence: number;
  baseVersionId: string;
}

export interface RoomKey {
  workspaceId: string;
  agentId: string;
}

export interface Room extends RoomKey {
  /** By the id of the tab, as the next. */
  members: Map<string, Member>;
  elsewhere: Map<string, PeerElsewhere>;
  /** Opened when somebody first asks for it. */
  held: Held | null;
  /** How far the document was when it was let go; null where it is held, or never was. */
  letGoAt: LetGo | null;
  isUnsaved: boolean;
  isGone: boolean;
}

const rooms = () => singleton('live-rooms', () => new Map<string, Room>());
const nameOf = ({ workspaceId, agentId }: RoomKey) => `${workspaceId} ${agentId}`;

export function listRooms(): Room[] {
  return [...rooms().values()];
}

export function getRoom(key: RoomKey): Room | undefined {
  return rooms().get(nameOf(key));
}

/** Returns the room of an agent, opened if it is not. */
export function ensureRoom({ workspaceId, agentId }: RoomKey): Room {
  const key = { workspaceId, agentId };
  const open = getRoom(key);
  if (open) return open;
  const nobody = { members: new Map<string, Member>(), elsewhere: new Map<string, PeerElsewhere>() };
  const room: Room = { ...key, ...nobody, held: null, letGoAt: null, isUnsaved: false, isGone: false };
  rooms().set(nameOf(key), room);
  return room;
}

/** Forgets a room that nobody is in. */
export function dropRoom(room: Room): void {
  rooms().delete(nameOf(room));
}

export const isShared = ({ members, elsewhere, isUnsaved }: Room) =>
  members.size + elsewhere.size > 1 || isUnsaved;

export function stateOf(room: Room): LiveRoom {
  const { members, elsewhere } = room;
  const peers = [...members.values(), ...elsewhere.values()].map(({ peer }) => peer);
  return { peers, isShared: isShared(room) };
}

/** Tells who is in the room, and whether it is shared. */
export function tellWhoIsHere(room: Room, except: string | null = null): void {
  tell(room, { type: 'room', agent: room.agentId, ...stateOf(room) }, except);
}

/** One message per browser, but for one that has no other tab in the room than `except`. */
export function tell(room: Room, message: LiveMessage, except: string | null = null): void {
  const told = new Set<string>();
  let line: Uint8Array | null = null;
  for (const [tab, { stream }] of room.members) {
    if (tab === except || told.has(stream.id)) continue;
    told.add(stream.id);
    line ??= lineOf(message);
    stream.send(line);
  }
}
