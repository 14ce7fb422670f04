/** How does what is typed here come to the others, and theirs here? What is not stored yet is sent again until it is. */

import * as Y from 'yjs';

import type { ActionError, ErrorCode, LiveMessage, LiveSync, LiveUpdateResult } from '@/lib/contract';
import {
  editDocument,
  editsBetween,
  fromBase64,
  joinTexts,
  openDocument,
  replacementsOf,
  sharedText,
  textOf,
  toBase64,
} from '@/lib/live';
import { PERSON_HEADER } from '@/lib/policy';
import type { Replacement } from '@/lib/text';

import { RequestError, readAnswer } from '../request';
import type { SharedDocumentOptions, SharedPhase, Unstored } from './shared-screen';

const GONE: ActionError = {
  code: 'conflict',
  message: 'This agent is in the bin or the archive. Your text is still here.',
};

const REMOTE = 'remote';
const LOCAL = 'local';
/** After these nothing is sent again by itself: each time would be one more refused attempt. */
const LOST: ReadonlySet<ErrorCode> = new Set(['forbidden', 'not_found']);
const RETRY_MS = { first: 500, longest: 15_000 };

export class SharedDocument {
  private doc: Y.Doc | null = null;
  private currentGeneration = '';
  private pending: Uint8Array[] = [];
  private sending: Uint8Array | null = null;
  private syncing: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private isClosed = false;
  private waiters: ((isStored: boolean) => void)[] = [];
  private isApplying = false;
  /** Left behind by an earlier visit; brought in as soon as the document is there. */
  private left: { unstored: Unstored; done: (isIn: boolean) => void }[] = [];

  constructor(private readonly options: SharedDocumentOptions) {}

  /** Which document it is; null until it is there. */
  get generation(): string | null {
    return this.doc ? this.currentGeneration : null;
  }

  get text(): Y.Text | null {
    return this.doc && sharedText(this.doc);
  }

  get isStored(): boolean {
    return this.pending.length === 0 && this.sending === null;
  }

  /** What the server has not acknowledged; null when it has everything. */
  get unstored(): Unstored | null {
    if (this.isStored) return null;
    const all = this.sending ? [this.sending, ...this.pending] : this.pending;
    return { generation: this.currentGeneration, update: toBase64(Y.mergeUpdates(all)) };
  }

  /** Fetches the document, or what was missed of it, and joins what is on the screen to it. */
  sync(): Promise<void> {
    this.syncing ??= this.join().finally(() => {
      this.syncing = null;
      void this.pump();
    });
    return this.syncing;
  }

  /** Puts into the document what was changed on the screen; the replacements refer to the text before. */
  typed(replacements: readonly Replacement[]): void {
    if (!this.doc || this.isApplying) return;
    editDocument(this.doc, replacements, LOCAL);
  }

  /** Takes what the server says of the document. */
  take(message: LiveMessage): void {
    if (message.type === 'update') {
      if (message.generation === this.generation) this.apply(message.update);
    } else if (message.type === 'base') {
      if (message.generation === this.generation) {
        this.options.onBase(message.version, message.text, message.summary);
      }
    } else if (message.type === 'replaced') void this.sync().catch(() => {});
    else if (message.type === 'gone') {
      this.options.onPhase('refused', GONE);
    }
  }

  /** Brings in what an earlier visit could not send; false where the document is another one by now. */
  bringIn(unstored: Unstored): Promise<boolean> {
    return new Promise((done) => {
      this.left.push({ unstored, done });
      if (this.doc) this.takeLeft();
    });
  }

  /** The person may change it again: what waited is sent. */
  resume(): void {
    this.attempts = 0;
    void this.sync().catch(() => {});
  }

  /** Resolves with true when everything typed until now is stored, with false when that cannot be said soon. */
  flush(): Promise<boolean> {
    if (this.isStored) return Promise.resolve(true);
    if (!this.options.canEdit()) return Promise.resolve(false);
    void this.pump();
    return new Promise((done) => this.waiters.push(done));
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.answer(false);
    this.doc?.destroy();
  }

  private async join(): Promise<void> {
    const { doc } = this;
    const vector = doc ? toBase64(Y.encodeStateVector(doc)) : null;
    const synced = await this.options.sync({ generation: this.generation, vector });
    if (this.isClosed) return;
    const update = fromBase64(synced.update) ?? new Uint8Array();
    const known = fromBase64(synced.vector);
    if (doc && synced.generation === this.currentGeneration) this.rejoin(doc, update, known);
    else this.begin(synced, update);
    this.options.onBase(synced.version, synced.text, null);
    this.takeLeft();
    if (this.isStored) this.mend();
    this.options.onRemote();
    this.tellPhase();
  }

  /** Nothing that was typed meanwhile is asked for again: what the server lacks is the difference. */
  private rejoin(doc: Y.Doc, update: Uint8Array, known: Uint8Array | null): void {
    this.applyBytes(update);
    if (!known || !this.options.canEdit()) return;
    const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, known));
    const isBehind = structs.length > 0 || (!this.isStored && ds.clients.size > 0);
    this.pending = isBehind ? [Y.encodeStateAsUpdate(doc, known)] : [];
    this.sending = null;
  }

  private begin(synced: LiveSync, update: Uint8Array): void {
    const { screen, canEdit } = this.options;
    // Of who only reads nothing on the screen is their own, unless they were made a reader while they typed.
    const hasOwn = canEdit() || !this.doc || !this.isStored;
    this.doc?.destroy();
    this.pending = [];
    this.sending = null;
    const doc = openDocument(update);
    this.doc = doc;
    this.currentGeneration = synced.generation;
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === LOCAL) this.queue(bytes);
    });
    const theirs = textOf(doc);
    const mine = screen.read();
    const joined = hasOwn ? joinTexts(this.options.baseText(), mine, theirs) : theirs;
    this.show(editsBetween(mine, joined));
    editDocument(doc, editsBetween(theirs, joined), LOCAL);
    sharedText(doc).observe((event, transaction) => {
      if (transaction.origin === REMOTE) this.show(replacementsOf(event.delta));
    });
  }

  private takeLeft(): void {
    const { doc } = this;
    if (!doc) return;
    for (const { unstored, done } of this.left.splice(0)) {
      const update = fromBase64(unstored.update);
      const isIn =
        unstored.generation === this.currentGeneration && update !== null && this.options.canEdit();
      if (isIn) {
        this.applyBytes(update);
        this.queue(update);
      }
      done(isIn);
    }
  }

  private apply(update: string): void {
    const bytes = fromBase64(update);
    if (!bytes) return;
    this.applyBytes(bytes);
    this.options.onRemote();
    // Something came before it that never arrived here.
    if (this.doc?.store.pendingStructs || this.doc?.store.pendingDs) void this.sync().catch(() => {});
  }

  private applyBytes(update: Uint8Array): void {
    if (!this.doc) return;
    Y.applyUpdate(this.doc, update, REMOTE);
  }

  private show(replacements: readonly Replacement[]): void {
    this.isApplying = true;
    try {
      this.options.screen.apply(replacements);
    } finally {
      this.isApplying = false;
    }
  }

  /** The screen and the document say the same, always; if ever they did not, the document is what all others see. */
  private mend(): void {
    if (!this.doc) return;
    const shown = this.options.screen.read();
    const said = textOf(this.doc);
    if (shown !== said) this.show(editsBetween(shown, said));
  }

  private queue(update: Uint8Array): void {
    this.pending.push(update);
    // Where it is tried again soon, what is typed meanwhile goes with that.
    if (this.timer) return;
    this.tellPhase('sending');
    void this.pump();
  }

  /** One request at a time; what is typed meanwhile goes with the next. */
  private async pump(): Promise<void> {
    if (this.sending || this.pending.length === 0 || this.isClosed || this.syncing) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.options.canEdit()) return;
    const update = Y.mergeUpdates(this.pending);
    this.pending = [];
    this.sending = update;
    const { generation } = this;
    try {
      const { kind } = await this.post(update);
      if (generation !== this.generation || this.sending !== update) return;
      if (this.attempts > 0) this.options.onBack();
      this.attempts = 0;
      if (kind === 'stored') {
        this.sending = null;
        if (this.pending.length > 0) return void this.pump();
        this.mend();
        this.answer(true);
        this.tellPhase('stored');
      } else {
        this.pending.unshift(update);
        this.sending = null;
        await this.sync();
      }
    } catch (cause) {
      if (this.sending === update) {
        this.pending.unshift(update);
        this.sending = null;
      }
      this.fail(cause);
    }
  }

  private fail(cause: unknown): void {
    this.answer(false);
    const error = cause instanceof RequestError ? cause.error : null;
    const isRefused = error !== null && error.code !== 'unavailable' && error.code !== 'rate_limited';
    if (isRefused) this.options.onPhase('refused', error);
    else this.options.onPhase('offline', null);
    if (error && LOST.has(error.code)) {
      this.options.onLost(error);
      return;
    }
    const wait = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** this.attempts++);
    this.timer = setTimeout(() => void this.pump(), wait);
  }

  private answer(isStored: boolean): void {
    for (const done of this.waiters.splice(0)) done(isStored);
  }

  private tellPhase(phase: SharedPhase = this.isStored ? 'stored' : 'sending'): void {
    this.options.onPhase(phase, null);
  }

  private async post(update: Uint8Array): Promise<LiveUpdateResult> {
    const { workspace, agentId, userId, tab } = this.options;
    const response = await fetch(`/api/w/${workspace}/live/${agentId}/updates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [PERSON_HEADER]: userId },
      body: JSON.stringify({ tab, generation: this.currentGeneration, update: toBase64(update) }),
    });
    return readAnswer<LiveUpdateResult>(response);
  }
}
