/** What has been written together in one agent, in memory as it is stored, and how does more come to it? */

import 'server-only';

import * as Y from 'yjs';

import {
  type AgentWithText,
  appendLiveUpdates,
  compactLiveDocument,
  createLiveDocument,
  getAgent,
  getLiveDocument,
  getVersion,
  type LiveHead,
  listLiveUpdates,
  moveLiveBase,
  type Store,
} from '@/db';
import type { VersionStamp } from '@/lib/contract';
import { editsBetween, joinTexts, openDocument, seedState, textOf, updateOf } from '@/lib/live';
import { mergeThreeWay } from '@/lib/three-way';

import { log } from '../log';
import { admit, type Given, REPLACED, type Taken, type Waiting } from './admission';
import { ClientOwners } from './client-owners';
import { Pace } from './pace';

/** So many rows of updates are read fast; beyond, the state takes their place. */
const COMPACT_AFTER = 200;
/** And so many bytes of them are read at once. */
const COMPACT_AFTER_BYTES = 4 * 1024 * 1024;

interface Key {
  workspaceId: string;
  agentId: string;
}

/** The version that the document stands on, with its text. */
export interface LiveBase {
  version: VersionStamp;
  text: string;
}

/** What the document tells of: after it is stored, and never before. */
export interface Tell {
  /** `tab`: who sent all of it, and need not hear it. */
  update(update: Uint8Array, tab: string | null): void;
  base(base: LiveBase, summary: string | null): void;
}

/** The version that a document is to stand on, and as of which update it has its text. */
interface Onto {
  from: string;
  to: string;
  sequence: number;
}

export class LiveDocument {
  /** What came while something was being stored: it goes into the next transaction, together. */
  private waiting: Waiting[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private readonly pace = new Pace();
  private readonly owners = new ClientOwners();
  /** Of the updates that the state has not taken the place of. */
  private logBytes = 0;
  private tell: Tell | null = null;

  private constructor(
    private readonly store: Store,
    private readonly key: Key,
    readonly generation: string,
    private readonly doc: Y.Doc,
    /** Every update up to here is in `doc`. */
    private sequence: number,
    private stateSequence: number,
    /** The state of the seed, while nothing is stored yet. */
    private seed: Uint8Array | null,
    private present: LiveBase,
  ) {}

  /** Opens what is stored, or a document of the head of the agent; null when there is no such agent. */
  static async open(store: Store, key: Key): Promise<LiveDocument | null> {
    const stored = await getLiveDocument(store.read, key);
    if (!stored) {
      const head = await getAgent(store.read, key);
      return head && LiveDocument.seeded(store, key, head);
    }
    const { generation, baseVersionId: versionId, state, stateSequence, sequence } = stored;
    const updates = await listLiveUpdates(store.read, { ...key, after: stateSequence });
    // The state may have taken the place of updates between the two questions.
    if (sequence > stateSequence && updates[0]?.sequence !== stateSequence + 1)
      return LiveDocument.open(store, key);
    const base = await getVersion(store.read, { ...key, versionId });
    if (!base) return null;
    const doc = openDocument(
      state,
      updates.map(({ update }) => update),
    );
    const last = updates.at(-1)?.sequence ?? sequence;
    const opened = new LiveDocument(store, key, generation, doc, last, stateSequence, null, asBase(base));
    opened.note(updates);
    return opened;
  }

  private static seeded(store: Store, key: Key, { version, text }: AgentWithText): LiveDocument {
    const seed = seedState(text);
    return new LiveDocument(store, key, version.versionId, openDocument(seed), 0, 0, seed, { version, text });
  }

  listen(tell: Tell): void {
    this.tell = tell;
  }

  get base(): LiveBase {
    return this.present;
  }

  get text(): string {
    return textOf(this.doc);
  }

  /** The number of the newest update that is in the text. */
  get at(): number {
    return this.sequence;
  }

  /** What somebody with this state vector lacks, and the vector of the document. */
  since(vector: Uint8Array | null): { update: Uint8Array; vector: Uint8Array } {
    const update = vector ? Y.encodeStateAsUpdate(this.doc, vector) : Y.encodeStateAsUpdate(this.doc);
    return { update, vector: Y.encodeStateVector(this.doc) };
  }

  /** Stores an update, then tells of it; resolves when it is on the disk, or refused. */
  take(given: Given): Promise<Taken> {
    const taken = new Promise<Taken>((done, failed) => this.waiting.push({ given, done, failed }));
    if (this.waiting.length === 1) void this.inTurn(() => this.flush()).catch(() => undefined);
    return taken;
  }

  /** Brings in what other processes stored and what was saved elsewhere. Returns false when it is another document now. */
  follow(head: LiveHead): Promise<boolean> {
    return this.inTurn(async () => {
      if (head.generation !== null && head.generation !== this.generation) return false;
      if (head.generation === null && this.seed === null) return false;
      if (head.sequence !== null && head.sequence > this.sequence && !(await this.catchUp())) return false;
      if (head.baseVersionId !== null && head.baseVersionId !== this.present.version.versionId) {
        await this.readBase(head.baseVersionId);
      }
      if (head.isInUse && head.headId !== this.present.version.versionId) await this.bringIn();
      return true;
    });
  }

  /** Brings in what other processes stored. Returns false when it is another document now. */
  refresh(): Promise<boolean> {
    return this.inTurn(() => this.catchUp());
  }

  /** Leaves a short log behind: the state takes the place of the updates, when all that came is stored. */
  settle(): Promise<void> {
    return this.inTurn(() => this.compact());
  }

  close(): void {
    this.tell = null;
    this.doc.destroy();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async flush(): Promise<void> {
    await this.pace.rest();
    const batch = this.waiting;
    this.waiting = [];
    try {
      const good = await admit(batch, { doc: this.doc, owners: this.owners }, () => this.catchUp());
      if (good.length === 0) return;
      const began = performance.now();
      const isStored = await this.append(good.map(({ given }) => given));
      this.pace.wrote(began);
      for (const { done } of good) done(isStored ? { ok: true } : REPLACED);
      const isLong = this.sequence - this.stateSequence >= COMPACT_AFTER;
      if (isLong || this.logBytes >= COMPACT_AFTER_BYTES) await this.compact();
    } catch (cause) {
      for (const { failed } of batch) failed(cause);
    }
  }

  /**
   * Stores, applies, tells: in this order. With `onto`, the document stands on another version from then on. False, with
   * nothing done, when the document was replaced meanwhile, or stands on another version already.
   */
  private async append(given: readonly Given[], onto?: Onto): Promise<boolean> {
    const { generation, key, seed } = this;
    const last = await this.store.write(async (tx) => {
      const now = Date.now();
      if (seed) {
        const baseVersionId = this.present.version.versionId;
        await createLiveDocument(tx, { ...key, generation, baseVersionId, state: seed, now });
      }
      if (onto && !(await moveLiveBase(tx, { ...key, generation, ...onto }))) return null;
      const typists = onto ? [] : given.map(({ userId }) => userId);
      const updates = given.map(({ userId, update }) => ({ userId, update }));
      return appendLiveUpdates(tx, { ...key, generation, updates, typists, now });
    });
    if (last === null) return false;
    this.seed = null;
    this.note(given);
    const tab = given[0]?.tab ?? null;
    const isOfOne = given.every((each) => each.tab === tab);
    // Stored together, they are told together: one message to each who listens.
    this.apply(Y.mergeUpdates(given.map(({ update }) => update)), isOfOne ? tab : null);
    if (last === this.sequence + given.length) this.sequence = last;
    else await this.catchUp();
    return true;
  }

  /** Notes what has come into the log. */
  private note(updates: readonly { userId: string; update: Uint8Array }[]): void {
    for (const { userId, update } of updates) {
      this.owners.note(userId, update);
      this.logBytes += update.length;
    }
  }

  private apply(update: Uint8Array, tab: string | null): void {
    Y.applyUpdate(this.doc, update);
    this.tell?.update(update, tab);
  }

  /** Reads what other processes have stored. False when the document is another one by now. */
  private async catchUp(): Promise<boolean> {
    const stored = await getLiveDocument(this.store.read, this.key);
    if (!stored) return this.seed !== null;
    if (stored.generation !== this.generation) return false;
    this.seed = null;
    if (stored.stateSequence > this.sequence) this.apply(stored.state, null);
    const after = Math.max(this.sequence, stored.stateSequence);
    const updates = await listLiveUpdates(this.store.read, { ...this.key, after });
    if (stored.sequence > after && updates[0]?.sequence !== after + 1) return this.catchUp();
    this.note(updates);
    if (updates.length > 0) this.apply(Y.mergeUpdates(updates.map(({ update }) => update)), null);
    this.sequence = Math.max(after, updates.at(-1)?.sequence ?? 0);
    this.stateSequence = Math.max(this.stateSequence, stored.stateSequence);
    return true;
  }

  private async compact(): Promise<void> {
    const { generation, sequence } = this;
    if (sequence === this.stateSequence) return;
    const state = Y.encodeStateAsUpdate(this.doc);
    try {
      const compact = { ...this.key, generation, sequence, state };
      if (!(await this.store.write((tx) => compactLiveDocument(tx, compact)))) return;
      this.stateSequence = sequence;
      this.logBytes = 0;
    } catch (error) {
      // What was written is stored all the same; the next update tries again.
      log.warn({ err: error }, 'a live document was not compacted');
    }
  }

  private async readBase(versionId: string): Promise<void> {
    const version = await getVersion(this.store.read, { ...this.key, versionId });
    if (!version) return;
    this.present = asBase(version);
    this.tell?.base(this.present, null);
  }

  /** The head was saved apart: what it changed enters the document as an edit, and the document stands on it from now on. */
  private async bringIn(): Promise<void> {
    const head = await getAgent(this.store.read, this.key);
    if (!head) return;
    const before = this.present;
    const joined = joinTexts(before.text, this.text, head.text);
    const version = await getVersion(this.store.read, { ...this.key, versionId: head.version.versionId });
    const author = version?.authors[0];
    if (!author) return;
    const update = updateOf(this.doc, editsBetween(this.text, joined));
    // Where nothing but the head is in it, nobody's writing is left to be named; else no name goes.
    const sequence = joined === head.text ? this.sequence : -1;
    const onto = { from: before.version.versionId, to: head.version.versionId, sequence };
    if (!(await this.append([{ userId: author, tab: null, update }], onto))) return;
    this.present = { version: head.version, text: head.text };
    this.tell?.base(this.present, summaryOf(before.text, head.text));
  }
}

function summaryOf(before: string, after: string): string {
  return mergeThreeWay(before, before, after).summary;
}

function asBase({ text, versionId, number, savedAt, savedBy }: VersionStamp & { text: string }): LiveBase {
  return { version: { versionId, number, savedAt, savedBy }, text };
}
