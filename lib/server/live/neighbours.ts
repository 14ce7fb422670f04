/** What do the servers of one database tell each other for those who listen? Who is where, and that something was written: never what. */

import 'server-only';

import { newId, type Signals, type Store } from '@/db';
import type { News, Peer } from '@/lib/contract';

import { log } from '../log';
import { singleton } from '../singleton';
import { getRoom, listRooms, type PeerElsewhere, type Room, type RoomKey, tell, tellWhoIsHere } from './room';
import { followRoom } from './room-documents';
import { tellListeners } from './streams';

/** What comes within that time goes together, and of one tab only its last place. */
const TOGETHER_MS = 30;
/** How often each server says again who is there, and after how long of silence it is taken for dead. */
const SAY_AGAIN_MS = 5_000;
const SILENT_MS = 16_000;
/** PostgreSQL takes less than 8,000 bytes at once. */
const MOST_BYTES = 7_000;

/** Something changed that is of no room; null is everybody. */
interface NewsOf {
  workspaceId: string;
  about: News;
  userId: string | null;
}

type RoomWord = RoomKey &
  (
    | { kind: 'here'; peer: Peer }
    | { kind: 'left'; tab: string }
    /** Somebody has come into the room: who else is there? */
    | { kind: 'who' }
    /** There is more in the log of the document. */
    | { kind: 'written' }
  );

type Word = RoomWord | ({ kind: 'news' } & NewsOf);

interface Said {
  server: string;
  words: Word[];
}

interface Neighbours {
  store: Store;
  signals: Signals;
  self: string;
  /** By what a later word takes the place of an earlier one. */
  outbox: Map<string, Word>;
  timer: NodeJS.Timeout | undefined;
  saidAt: number;
}

/** Null where a database belongs to one server alone. */
const state = () => singleton<{ current: Neighbours | null }>('live-neighbours', () => ({ current: null }));

/** Begins to hear the other servers of this database, if it has a way to tell. */
export function meetNeighbours(store: Store): void {
  const { signals } = store;
  const holder = state();
  if (!signals || holder.current?.store === store) return;
  const self = newId(Date.now());
  holder.current = { store, signals, self, outbox: new Map(), timer: undefined, saidAt: 0 };
  signals.listen((text) => {
    const said = read(text);
    if (said && said.server !== self) for (const word of said.words) hear(store, said.server, word);
  });
}

const keyOf = ({ workspaceId, agentId }: RoomKey): RoomKey => ({ workspaceId, agentId });

export function sayHere(room: RoomKey, peer: Peer): void {
  say(`tab ${peer.tab}`, { ...keyOf(room), kind: 'here', peer });
}

export function sayLeft(room: RoomKey, tab: string): void {
  say(`tab ${tab}`, { ...keyOf(room), kind: 'left', tab });
}

export function sayWho(room: RoomKey): void {
  say(`who ${room.agentId}`, { ...keyOf(room), kind: 'who' });
}

export function sayWritten(room: RoomKey): void {
  say(`written ${room.agentId}`, { ...keyOf(room), kind: 'written' });
}

/** Tells those who listen, here and at the others, what has changed. */
export function sayNews(news: NewsOf): void {
  const { workspaceId, about, userId } = news;
  hearNews(news);
  say(`news ${workspaceId} ${about} ${userId}`, { kind: 'news', workspaceId, about, userId });
}

function hearNews({ about, ...whom }: NewsOf): void {
  tellListeners(whom, { type: 'news', about });
}

/** Says from time to time who is here, and forgets those whose server has not said so for long. */
export function keepNeighbours(now: number): void {
  const { current } = state();
  if (!current) return;
  if (now - current.saidAt >= SAY_AGAIN_MS) {
    current.saidAt = now;
    for (const room of listRooms()) sayAll(room);
  }
  for (const room of listRooms()) {
    const dead = [...room.elsewhere].filter(([, { heardAt }]) => now - heardAt > SILENT_MS);
    for (const [tab] of dead) room.elsewhere.delete(tab);
    if (dead.length > 0) tellWhoIsHere(room);
  }
}

function sayAll(room: Room): void {
  for (const { peer } of room.members.values()) sayHere(room, peer);
}

function say(about: string, word: Word): void {
  const { current } = state();
  if (!current) return;
  current.outbox.delete(about);
  current.outbox.set(about, word);
  current.timer ??= setTimeout(() => {
    current.timer = undefined;
    const words = [...current.outbox.values()];
    current.outbox.clear();
    void send(current, words).catch((error: unknown) =>
      log.warn({ err: error }, 'other servers were not told who is here'),
    );
  }, TOGETHER_MS).unref();
}

async function send({ self, signals }: Neighbours, words: readonly Word[]): Promise<void> {
  let together: Word[] = [];
  const text = (some: Word[]) => JSON.stringify({ server: self, words: some } satisfies Said);
  for (const word of words) {
    if (together.length > 0 && Buffer.byteLength(text([...together, word])) > MOST_BYTES) {
      await signals.send(text(together));
      together = [];
    }
    together.push(word);
  }
  if (together.length > 0) await signals.send(text(together));
}

function read(text: string): Said | null {
  try {
    return JSON.parse(text) as Said;
  } catch {
    // Cut off, or of something else.
    return null;
  }
}

function hear(store: Store, server: string, word: Word): void {
  if (word.kind === 'news') hearNews(word);
  else hearOfRoom(store, server, word);
}

function hearOfRoom(store: Store, server: string, word: RoomWord): void {
  const room = getRoom(word);
  if (!room) return;
  if (word.kind === 'who') sayAll(room);
  else if (word.kind === 'here') hearHere(room, server, word.peer);
  else if (word.kind === 'written') void followRoom(store, room);
  else if (room.elsewhere.get(word.tab)?.server === server && room.elsewhere.delete(word.tab)) {
    tellWhoIsHere(room);
  }
}

function hearHere(room: Room, server: string, peer: Peer): void {
  // It has changed to this server meanwhile.
  if (room.members.has(peer.tab)) return;
  const known = room.elsewhere.get(peer.tab)?.peer;
  room.elsewhere.set(peer.tab, { peer, server, heardAt: Date.now() } satisfies PeerElsewhere);
  const { tab, place } = peer;
  if (!known || known.canEdit !== peer.canEdit) tellWhoIsHere(room);
  else if (JSON.stringify(known.place) !== JSON.stringify(place)) {
    tell(room, { type: 'place', agent: room.agentId, tab, place });
  }
}
