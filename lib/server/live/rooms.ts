/** Who has which agent open, and where in it? One room per agent and process. */

import 'server-only';

import type { LiveHead } from '@/db';
import type { LivePlace, LiveRoom } from '@/lib/contract';

import { Failure } from '../failure';
import { sayHere, sayLeft, sayWho } from './neighbours';
import {
  dropRoom,
  ensureRoom,
  getRoom,
  listRooms,
  type Room,
  type RoomKey,
  stateOf,
  tell,
  tellWhoIsHere,
} from './room';
import { closeDocument } from './room-documents';
import { canEdit, type Stream } from './streams';

const NOWHERE: LivePlace = { caret: null, field: null };
/** A tab says every half minute that it is there; one in the background may, every minute. */
const SILENT_MS = 150_000;
/** Whoever has one agent open so often has something that forgets to close it. */
const MOST_TABS = 50;

/** Puts a tab into the room of an agent, or notes that it is still there, and tells the others. */
export function enterRoom(key: RoomKey, stream: Stream, tab: string, head: LiveHead): LiveRoom {
  const room = ensureRoom(key);
  const isFirst = room.members.size === 0;
  room.isUnsaved = head.isUnsaved;
  const { userId, name } = stream;
  const known = room.members.get(tab);
  const owner = known?.peer ?? room.elsewhere.get(tab)?.peer;
  // Everybody hears the names of all tabs: nobody may take the place of another by it.
  if (owner && owner.userId !== userId) throw new Failure('conflict', 'Reload this page to see who is here.');
  if (known?.stream.id === stream.id) {
    known.seenAt = Date.now();
    return stateOf(room);
  }
  makePlace(room, userId);
  const peer = { tab, userId, name, canEdit: canEdit(stream), place: NOWHERE };
  room.elsewhere.delete(tab);
  room.members.set(tab, { stream, peer, seenAt: Date.now() });
  tellWhoIsHere(room, tab);
  if (isFirst) sayWho(room);
  sayHere(room, peer);
  return stateOf(room);
}

/** Takes out the tab that was silent for longest of a person who has too many. */
function makePlace(room: Room, userId: string): void {
  const own = [...room.members].filter(([, { peer }]) => peer.userId === userId);
  const [first] = own.sort(([, one], [, other]) => one.seenAt - other.seenAt);
  if (first && own.length >= MOST_TABS) takeOut(room, [first[0]]);
}

/** Says whether the tab is one of this person's in the room. */
export function isTabOf(key: RoomKey, tab: string, userId: string): boolean {
  return getRoom(key)?.members.get(tab)?.peer.userId === userId;
}

/** Takes a tab out of a room; the last one closes it. */
export function leaveRoom(key: RoomKey, stream: Stream, tab: string): void {
  const room = getRoom(key);
  if (room?.members.get(tab)?.stream.id === stream.id) takeOut(room, [tab]);
}

/** Takes all tabs of a stream that has ended out of their rooms. */
export function leaveAllRooms(stream: Stream): void {
  for (const room of listRooms()) {
    takeOut(
      room,
      [...room.members].filter(([, member]) => member.stream.id === stream.id).map(([tab]) => tab),
    );
  }
}

/** Takes out the tabs that have not said for long that they are there: they died, and nobody could tell. */
export function leaveSilently(now: number): void {
  for (const room of listRooms()) {
    takeOut(
      room,
      [...room.members].filter(([, { seenAt }]) => now - seenAt > SILENT_MS).map(([tab]) => tab),
    );
  }
}

function takeOut(room: Room, tabs: readonly string[]): void {
  if (tabs.length === 0) return;
  for (const tab of tabs) {
    room.members.delete(tab);
    sayLeft(room, tab);
  }
  if (room.members.size > 0) tellWhoIsHere(room);
  else {
    dropRoom(room);
    closeDocument(room);
  }
}

/** Tells the others where a tab is. */
export function moveInRoom(key: RoomKey, stream: Stream, tab: string, place: LivePlace): void {
  const room = getRoom(key);
  const member = room?.members.get(tab);
  if (!room || member?.stream.id !== stream.id) return;
  member.peer.place = place;
  member.seenAt = Date.now();
  tell(room, { type: 'place', agent: room.agentId, tab, place }, tab);
  sayHere(room, member.peer);
}

/** Says of everybody in the rooms again what they may do: a role has changed. */
export function renewRoles(streams: readonly Stream[]): void {
  const changed = new Set(streams.map(({ id }) => id));
  for (const room of listRooms()) {
    const members = [...room.members.values()].filter(({ stream }) => changed.has(stream.id));
    for (const { peer, stream } of members) {
      peer.canEdit = canEdit(stream);
      sayHere(room, peer);
    }
    if (members.length > 0) tellWhoIsHere(room);
  }
}
