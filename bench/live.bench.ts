/** How soon does one see what another types, and how much can be written at the same time? Through the real server, by HTTP. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { chromium } from '@playwright/test';
import * as Y from 'yjs';

import { openStore, saveVersion } from '@/db';
import type { LiveMessage, LiveSync, LiveUpdateResult } from '@/lib/contract';
import { fromBase64, openDocument, sharedText, textOf, toBase64 } from '@/lib/live';

import { facts, makeAgent, makeWorkspace } from '../db/testing/rows';
import { startMuster } from '../e2e/server';
import { importQuietly } from '../e2e/steps';
import { makeFirstAccount } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { percentile, round, table } from './measure';

const BODY = 'One line of an instruction that is long enough to be real.\n'.repeat(130);
const FILE = `---\nname: shared\ndescription: Written by many.\n---\n\n${BODY}`;
const EDITORS = [2, 10, 20];
const UPDATES = 200;
const WRITERS = 50;
const SAVES_EACH = 20;

const server = await startMuster();
const { url } = server;
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
const page = await browser.newPage({ baseURL: url });
await makeFirstAccount(page, server.firstAccountLink);
const workspace = new URL(page.url()).pathname.replace(/\/agents.*/, '');
const [agent = ''] = await importQuietly(page, workspace, [{ fileName: 'shared.md', text: FILE }]);
const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
await browser.close();

const bytes = (text: string) => fromBase64(text) ?? new Uint8Array();

/** An editor as a browser would be, without the pixels. */
class Editor {
  private readonly end = new AbortController();
  private readonly hello: Promise<string>;
  doc = new Y.Doc();
  generation = '';

  constructor(
    readonly tab: string,
    private readonly onUpdate: (update: string) => void,
  ) {
    this.hello = new Promise((found) => void this.listen(found).catch(() => undefined));
  }

  async open(): Promise<void> {
    const stream = await this.hello;
    await this.post('', { kind: 'open', stream });
    const synced = await this.post<LiveSync>('', { kind: 'sync', stream, generation: null, vector: null });
    this.doc = openDocument(bytes(synced.update));
    this.generation = synced.generation;
  }

  /** Types, and returns what is sent. */
  typed(words: string): string {
    const before = Y.encodeStateVector(this.doc);
    sharedText(this.doc).insert(sharedText(this.doc).length, words);
    return toBase64(Y.encodeStateAsUpdate(this.doc, before));
  }

  async send(update: string): Promise<void> {
    const { generation } = this;
    const { kind } = await this.post<LiveUpdateResult>('/updates', { generation, update });
    if (kind !== 'stored') throw new Error(kind);
  }

  close(): void {
    this.end.abort();
  }

  private async post<Answer>(to: string, body: object): Promise<Answer> {
    const response = await fetch(`${url}/api${workspace}/live/${agent}${to}`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ tab: this.tab, ...body }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  }

  private async listen(found: (stream: string) => void): Promise<void> {
    const { signal } = this.end;
    const response = await fetch(`${url}/api${workspace}/live`, { headers: { cookie }, signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ''; ; ) {
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      const events = (rest + piece.value).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events.filter((each) => each.startsWith('data: '))) {
        const message = JSON.parse(event.slice(6)) as LiveMessage;
        if (message.type === 'hello') found(message.stream);
        if (message.type === 'update') {
          Y.applyUpdate(this.doc, bytes(message.update));
          this.onUpdate(message.update);
        }
      }
    }
  }
}

async function openEditors(count: number, onUpdate: (update: string) => void): Promise<Editor[]> {
  const editors = Array.from({ length: count }, (_, at) => new Editor(`${count}-${at}`, onUpdate));
  for (const editor of editors) await editor.open();
  return editors;
}

/** Waits until all say the same, and says how many of the words are missing then. */
async function missing(editors: readonly Editor[], words: readonly string[]): Promise<number> {
  const [first] = editors;
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (editors.every(({ doc }) => first && textOf(doc) === textOf(first.doc))) break;
    await setTimeout(50);
  }
  const texts = editors.map(({ doc }) => textOf(doc));
  return words.filter((word) => !texts.every((text) => text.includes(word))).length;
}

const rows: string[][] = [];
for (const count of EDITORS) {
  const sentAt = new Map<string, number>();
  const seen: number[] = [];
  const stored: number[] = [];
  const editors = await openEditors(count, (update) => {
    const at = sentAt.get(update);
    if (at !== undefined) seen.push(performance.now() - at);
  });
  const words: string[] = [];
  for (let at = 0; at < UPDATES; at++) {
    const editor = editors[at % count] as Editor;
    const word = `<${count}.${at}>`;
    const update = editor.typed(word);
    const began = performance.now();
    sentAt.set(update, began);
    await editor.send(update);
    stored.push(performance.now() - began);
    words.push(word);
    await setTimeout(10);
  }
  const lost = await missing(editors, words);
  const show = (times: readonly number[], share: number) => `${round(percentile(times, share))} ms`;
  rows.push([
    String(count),
    ...[show(stored, 0.5), show(stored, 0.99), show(seen, 0.5), show(seen, 0.99)],
    `${seen.length} of ${UPDATES * (count - 1)}`,
    String(lost),
  ]);
  for (const editor of editors) editor.close();
  await setTimeout(100);
}
console.log(
  `${round(FILE.length / 1000)} kB, one of them types at a time; every update durable before it is seen`,
);
table(['editors', 'stored, p50', 'p99', 'seen by another, p50', 'p99', 'arrived', 'lost'], rows);

{
  const editors = await openEditors(20, () => undefined);
  const began = performance.now();
  const times: number[] = [];
  const words: string[] = [];
  await Promise.all(
    editors.map(async (editor, at) => {
      for (let turn = 0; turn < 50; turn++) {
        const word = `[${at}.${turn}]`;
        words.push(word);
        const since = performance.now();
        await editor.send(editor.typed(word));
        times.push(performance.now() - since);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const lost = await missing(editors, words);
  console.log('\n20 editors type all the time, each without a pause');
  table(
    ['updates stored a second', 'p50', 'p99', 'lost'],
    [
      [
        round(times.length / seconds),
        ...[0.5, 0.99].map((share) => `${round(percentile(times, share))} ms`),
        lost,
      ],
    ],
  );
  for (const editor of editors) editor.close();
}
await server.stop();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
const store = await openStore({ dataDir: folder });
const team = await makeWorkspace(store);
const times: number[] = [];
let refused = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: WRITERS }, async (_, writer) => {
    const made = await makeAgent(store, team, { text: `${FILE}${writer}` });
    let baseVersionId = made.versionId;
    for (let turn = 0; turn < SAVES_EACH; turn++) {
      const since = performance.now();
      const text = `${FILE}${writer} ${turn}`;
      const by = { workspaceId: team.id, agentId: made.agentId, userId: team.ownerId, now: Date.now() };
      const saved = await store
        .write((tx) => saveVersion(tx, { ...by, baseVersionId, text, facts: facts() }))
        .catch(() => null);
      if (saved) baseVersionId = saved.versionId;
      else refused++;
      times.push(performance.now() - since);
    }
  }),
);
const seconds = (performance.now() - began) / 1000;
console.log(`\n${WRITERS} writers save agents of their own at the same time, ${SAVES_EACH} times each`);
table(
  ['saves a second', 'p50', 'p99', 'lost or refused'],
  [
    [
      round(times.length / seconds),
      ...[0.5, 0.99].map((share) => `${round(percentile(times, share))} ms`),
      refused,
    ],
  ],
);
await store.close();
fs.rmSync(folder, { recursive: true, force: true });
