/** How do the tests hear what a browser hears, and write as one? Through the routes themselves. */

import * as Y from 'yjs';

import type { LiveMessage, LiveRequest, LiveRoom, LiveSync, LiveUpdateResult } from '@/lib/contract';
import { fromBase64, openDocument, sharedText, textOf, toBase64 } from '@/lib/live';
import { askRoom, listen, takeUpdate } from '../live/requests';
import { route } from '../route';
import { ask, type Person } from './world';

type Params = { workspace: string; agent: string };
const hear = route<{ workspace: string }>('agent:read', listen);
const room = route<Params>('agent:read', (request, scope, { agent }) => askRoom(request, scope, agent));
const write = route<Params>('agent:save', (request, scope, { agent }) => takeUpdate(request, scope, agent));

let tabs = 0;

/** One tab of a browser of its own that has an agent open. */
export class Listener {
  readonly heard: LiveMessage[] = [];
  readonly left = new AbortController();
  doc = new Y.Doc();
  generation = '';
  /** Resolves when the stream has ended. */
  ended: Promise<void> = Promise.resolve();
  status = 0;

  constructor(
    readonly person: Person,
    readonly params: Params,
    readonly tab = `tab-${++tabs}`,
  ) {}

  get text(): string {
    return textOf(this.doc);
  }

  of<T extends LiveMessage['type']>(type: T) {
    return this.heard.filter(
      (message): message is Extract<LiveMessage, { type: T }> => message.type === type,
    );
  }

  async open(): Promise<LiveRoom> {
    const response = await ask(this.person, hear, this.params, { signal: this.left.signal });
    this.status = response.status;
    this.ended = this.read(response);
    while (this.of('hello').length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return this.ask<LiveRoom>({ kind: 'open' });
  }

  async sync(): Promise<LiveSync> {
    const synced = await this.ask<LiveSync>({ kind: 'sync', generation: null, vector: null });
    this.doc = openDocument(bytes(synced.update));
    this.generation = synced.generation;
    return synced;
  }

  async ask<Answer>(asked: { kind: LiveRequest['kind'] } & Record<string, unknown>): Promise<Answer> {
    const stream = this.of('hello').at(-1)?.stream ?? 'none';
    const response = await this.post(room, { stream, tab: this.tab, ...asked });
    return (await response.json()) as Answer;
  }

  /** Types, sends, and returns what was answered. */
  async type(
    edit: (text: Y.Text) => void,
    tab = this.tab,
  ): Promise<LiveUpdateResult & { error?: { code: string } }> {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => edit(sharedText(this.doc)));
    return this.send(Y.encodeStateAsUpdate(this.doc, before), tab);
  }

  async send(update: Uint8Array, tab = this.tab): Promise<LiveUpdateResult & { error?: { code: string } }> {
    const { generation } = this;
    const response = await this.post(write, { tab, generation, update: toBase64(update) });
    return (await response.json()) as LiveUpdateResult & { error?: { code: string } };
  }

  private post(handler: typeof room, body: object): Promise<Response> {
    return ask(this.person, handler, this.params, { method: 'POST', body: JSON.stringify(body) });
  }

  private async read(response: Response): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      const events = (rest + piece.value).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events)
        if (event.startsWith('data: ')) this.hear(JSON.parse(event.slice(6)) as LiveMessage);
    }
  }

  private hear(message: LiveMessage): void {
    this.heard.push(message);
    if (message.type === 'update' && message.generation === this.generation) {
      Y.applyUpdate(this.doc, bytes(message.update));
    }
  }
}

function bytes(text: string): Uint8Array {
  const read = fromBase64(text);
  if (!read) throw new Error('no base64');
  return read;
}
