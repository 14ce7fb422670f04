/** How does somebody write in an agent that many have open? As a browser does, without the pixels. */

import { setTimeout } from 'node:timers/promises';

import * as Y from 'yjs';

import type { LiveMessage, LiveSync, LiveUpdateResult, Peer } from '@/lib/contract';
import { fromBase64, openDocument, sharedText, textOf, toBase64 } from '@/lib/live';

export interface Place {
  origin: string;
  /** `/w/…` */
  workspace: string;
  agent: string;
  cookie: string;
}

/** What is typed: found again at the others. */
const WORD = /<[\d.]+>/g;

const bytes = (text: string) => fromBase64(text) ?? new Uint8Array();

export class LiveEditor {
  private readonly end = new AbortController();
  private readonly hello: Promise<string>;
  private pending: Uint8Array[] = [];
  private sending: Promise<void> | null = null;
  doc = new Y.Doc();
  /** Everybody in the room, as the server said last. */
  peers: readonly Peer[] = [];
  private generation = '';

  constructor(
    private readonly place: Place,
    readonly tab: string,
    private readonly onWord: (word: string) => void,
  ) {
    this.hello = new Promise((found) => void this.listen(found).catch(() => undefined));
  }

  async open(): Promise<void> {
    const stream = await this.hello;
    await this.post('', { kind: 'open', stream });
    const synced = await this.post<LiveSync>('', { kind: 'sync', stream, generation: null, vector: null });
    this.doc = openDocument(bytes(synced.update));
    this.generation = synced.generation;
    sharedText(this.doc).observe(({ delta }, { origin }) => {
      if (origin !== 'others') return;
      for (const { insert } of delta)
        for (const [word] of String(insert ?? '').matchAll(WORD)) this.onWord(word);
    });
  }

  /** Types; resolves when it is stored. One request at a time: what is typed meanwhile goes with the next. */
  async type(word: string): Promise<void> {
    const before = Y.encodeStateVector(this.doc);
    sharedText(this.doc).insert(sharedText(this.doc).length, word);
    this.pending.push(Y.encodeStateAsUpdate(this.doc, before));
    await this.sending;
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  close(): void {
    this.end.abort();
  }

  private async send(): Promise<void> {
    const update = toBase64(Y.mergeUpdates(this.pending.splice(0)));
    const { generation } = this;
    const { kind } = await this.post<LiveUpdateResult>('/updates', { generation, update });
    if (kind !== 'stored') throw new Error(kind);
  }

  private async post<Answer>(to: string, body: object): Promise<Answer> {
    const { origin, workspace, agent, cookie } = this.place;
    const response = await fetch(`${origin}/api${workspace}/live/${agent}${to}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ tab: this.tab, ...body }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  }

  private async listen(found: (stream: string) => void): Promise<void> {
    const { origin, workspace, cookie } = this.place;
    const { signal } = this.end;
    const response = await fetch(`${origin}/api${workspace}/live`, { headers: { cookie }, signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ''; ; ) {
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      const events = (rest + piece.value).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events.filter((each) => each.startsWith('data: '))) {
        const message = JSON.parse(event.slice(6)) as LiveMessage;
        if (message.type === 'hello') found(message.stream);
        if (message.type === 'room') this.peers = message.peers;
        if (message.type === 'update') Y.applyUpdate(this.doc, bytes(message.update), 'others');
      }
    }
  }
}

/** Opens the agent in so many editors. */
export async function openEditors(
  place: Place,
  count: number,
  onWord: (word: string) => void,
): Promise<LiveEditor[]> {
  const editors = Array.from({ length: count }, (_, at) => new LiveEditor(place, `${count}-${at}`, onWord));
  for (const editor of editors) await editor.open();
  return editors;
}

/** Waits until all say the same, and says how many of the words are missing then. */
export async function countMissing(
  editors: readonly LiveEditor[],
  words: readonly string[],
): Promise<number> {
  const [first] = editors;
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (editors.every(({ doc }) => first && textOf(doc) === textOf(first.doc))) break;
    await setTimeout(50);
  }
  const texts = editors.map(({ doc }) => textOf(doc));
  return words.filter((word) => !texts.every((text) => text.includes(word))).length;
}
