/** What do browser and server say of an agent that several have open at the same time? Bytes are base64. */

import type { VersionStamp } from './agents';
import { id } from './text';
import { z } from './zod';

/** The largest update, in bytes: a whole file, with what Yjs needs to place it. */
export const MAX_UPDATE_BYTES = 2 * 1024 * 1024;

const base64 = (bytes: number) => z.string().max(Math.ceil(bytes / 3) * 4);

/** Where somebody is: two places of the text as Yjs encodes them, or a field of the form. */
const place = z.object({
  caret: z.object({ anchor: base64(64), head: base64(64) }).nullable(),
  field: z.string().max(100).nullable(),
});
export type LivePlace = z.output<typeof place>;

/** One tab that has an agent open. */
export interface Peer {
  tab: string;
  userId: string;
  name: string;
  canEdit: boolean;
  place: LivePlace;
}

const tab = z.object({ stream: id, tab: id });

/** What a tab asks of the room of an agent. */
export const liveRequest = z.discriminatedUnion('kind', [
  /** I have it open. */
  tab.extend({ kind: z.literal('open') }),
  tab.extend({ kind: z.literal('close') }),
  tab.extend({ kind: z.literal('place'), place }),
  /** Give me the document, or what I lack of it. */
  tab.extend({
    kind: z.literal('sync'),
    generation: id.nullable(),
    vector: base64(64 * 1024).nullable(),
  }),
]);
export type LiveRequest = z.input<typeof liveRequest>;

export interface LiveRoom {
  peers: Peer[];
  /** Whether there is somebody to write with, or something that was written and is no version yet. */
  isShared: boolean;
}

export interface LiveSync {
  /** Which seed the document has; what was written into another one cannot go into it. */
  generation: string;
  /** What the one who asks lacks; everything where the generation is another one. */
  update: string;
  /** What the server has, so that the rest can be sent. */
  vector: string;
  version: VersionStamp;
  /** What that version says. */
  text: string;
}

export const liveUpdateInput = z.object({
  tab: id,
  generation: id,
  update: base64(MAX_UPDATE_BYTES),
});
export type LiveUpdateInput = z.input<typeof liveUpdateInput>;

/** `stored`: it is on the disk. `behind`: something before it is missing. `replaced`: the document is another one now. */
export type LiveUpdateResult = { kind: 'stored' } | { kind: 'behind' } | { kind: 'replaced' };

/** What an open page shows beside the text and has changed: `inbox` of the one who hears it, the others of all. */
export type News = 'comments' | 'inbox' | 'members' | 'reviews';

/** What the server tells all tabs of a browser, on one stream. `agent` says which room it is about. */
export type LiveMessage =
  | { type: 'hello'; stream: string }
  | ({ type: 'room'; agent: string } & LiveRoom)
  | { type: 'place'; agent: string; tab: string; place: LivePlace }
  | { type: 'update'; agent: string; generation: string; update: string; tab: string | null }
  /** The document stands on another version now; `summary` says what came in where that was saved elsewhere. */
  | {
      type: 'base';
      agent: string;
      generation: string;
      version: VersionStamp;
      text: string;
      summary: string | null;
    }
  | { type: 'replaced'; agent: string }
  | { type: 'gone'; agent: string }
  | { type: 'news'; about: News }
  /** The server ends the stream: it stops, or the person is signed out, or no longer a member. */
  | { type: 'bye'; reason: 'stopping' | 'refused' | 'removed' };
