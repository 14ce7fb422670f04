/** How soon does one see what another types, and how much can be written at the same time? Through the real server, by HTTP. */

import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { chromium, type Page } from '@playwright/test';

import { learnToSave, saveOnce } from '../e2e/kills';
import { startMuster } from '../e2e/server';
import { importQuietly } from '../e2e/steps';
import { makeFirstAccount } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { countMissing, openEditors, type Place } from './live-editors';
import { percentile, round, table } from './measure';

const BODY = 'One line of an instruction that is long enough to be real.\n'.repeat(130);
const FILE = `---\nname: shared\ndescription: Written by many.\n---\n\n${BODY}`;
const EDITORS = [2, 10, 20];
const UPDATES = 200;
/** Keys of each of 20 in a second, as people type who think meanwhile, and for how long. */
const KEYS_PER_SECOND = 5;
const SECONDS = 10;
const ALL_THE_TIME = 50;
/** One person makes at most 600 changes a minute. */
const WRITERS = 50;
const SAVES_EACH = 10;

const server = await startMuster();
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
const page = await browser.newPage({ baseURL: server.url });
await makeFirstAccount(page, server.firstAccountLink);
const workspace = new URL(page.url()).pathname.replace(/\/agents.*/, '');
const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

const ms = (times: readonly number[], share: number) => `${round(percentile(times, share))} ms`;
const spread = (times: readonly number[]) => [ms(times, 0.5), ms(times, 0.99)];

/** Milliseconds of the processor that the server has taken; where the system does not tell, nothing. */
function processorTime(): number {
  try {
    const [, , , , , , , , , , , user = 0, system = 0] = fs
      .readFileSync(`/proc/${server.pid}/stat`, 'utf8')
      .replace(/\(.*\)/, '-')
      .split(' ')
      .slice(2)
      .map(Number);
    return (user + system) * 10;
  } catch {
    return Number.NaN;
  }
}

const file = (name: string) => ({ fileName: `${name}.md`, text: FILE.replace('shared', name) });

let places = 0;

/** An agent that is open nowhere: what is equal to another would be that one. */
async function place(): Promise<Place> {
  const [agent = ''] = await importQuietly(page, workspace, [file(`shared-${++places}`)]);
  return { origin: server.url, workspace, agent, cookie };
}

/** So many editors of one agent: how soon is what one types stored, and seen by each other? */
class Session {
  readonly stored: number[] = [];
  readonly seen: number[] = [];
  private readonly typedAt = new Map<string, number>();
  private readonly processor = processorTime();
  private readonly began = performance.now();

  private constructor(readonly editors: Awaited<ReturnType<typeof openEditors>>) {}

  static async open(count: number): Promise<Session> {
    const seen = (word: string) => session.see(word);
    const session: Session = new Session(await openEditors(await place(), count, seen));
    return session;
  }

  async type(who: number, word: string): Promise<void> {
    const began = performance.now();
    this.typedAt.set(word, began);
    await this.editors[who % this.editors.length]?.type(word);
    this.stored.push(performance.now() - began);
  }

  async end(): Promise<string[]> {
    const seconds = (performance.now() - this.began) / 1000;
    const processor = processorTime() - this.processor;
    const words = [...this.typedAt.keys()];
    const lost = await countMissing(this.editors, words);
    const arrivals = words.length * (this.editors.length - 1);
    for (const editor of this.editors) editor.close();
    await setTimeout(100);
    return [
      ...[...spread(this.stored), ...spread(this.seen)],
      `${round(words.length / seconds)} a second`,
      `${round(processor / words.length)} ms`,
      `${this.seen.length} of ${arrivals}`,
      String(lost),
    ];
  }

  private see(word: string): void {
    const at = this.typedAt.get(word);
    if (at !== undefined) this.seen.push(performance.now() - at);
  }
}

async function inTurns(count: number): Promise<string[]> {
  const session = await Session.open(count);
  for (let at = 0; at < UPDATES; at++) {
    await session.type(at, `<${count}.${at}>`);
    await setTimeout(10);
  }
  return session.end();
}

async function allAtOnce(count: number, each: (at: number, session: Session) => Promise<void>) {
  const session = await Session.open(count);
  await Promise.all(Array.from({ length: count }, (_, at) => each(at, session)));
  return session.end();
}

// A server that was just started compiles and loads what it has not used yet.
await inTurns(2);
const COUNT = 20;
const rows: string[][] = [];
for (const count of EDITORS) rows.push([`${count}, one at a time`, ...(await inTurns(count))]);
rows.push([
  `${COUNT}, each ${KEYS_PER_SECOND} keys a second`,
  ...(await allAtOnce(COUNT, async (at, session) => {
    const typing: Promise<void>[] = [];
    await setTimeout((1000 / KEYS_PER_SECOND / COUNT) * at);
    for (let key = 0; key < SECONDS * KEYS_PER_SECOND; key++) {
      typing.push(session.type(at, `<${at}.${key}>`));
      await setTimeout(1000 / KEYS_PER_SECOND);
    }
    await Promise.all(typing);
  })),
]);
rows.push([
  `${COUNT}, each without a pause`,
  ...(await allAtOnce(COUNT, async (at, session) => {
    for (let turn = 0; turn < ALL_THE_TIME; turn++) await session.type(at, `<${at}.${turn}>`);
  })),
]);
console.log(
  `${round(FILE.length / 1000)} kB in one agent; an update is on the disk before it is acknowledged or seen; server, ` +
    'database and all editors on one machine',
);
table(
  [
    ...['editors', 'stored, p50', 'p99', 'seen by another, p50', 'p99'],
    ...['typed', 'processor of the server for each', 'arrived', 'lost'],
  ],
  rows,
);

console.log(`\n${WRITERS} write at the same time, each in an agent of their own, ${SAVES_EACH} saves each`);
table(
  ['saves a second', 'p50', 'p99', 'processor of the server for each', 'refused as busy', 'lost'],
  [await saveAtOnce(page)],
);
await browser.close();
await server.stop();
fs.rmSync(server.dataDir, { recursive: true, force: true });

/** All save, each as soon as the save before is acknowledged. */
async function saveAtOnce(from: Page): Promise<string[]> {
  const files = Array.from({ length: WRITERS }, (_, at) => file(`writer-${at}`));
  const ids = await importQuietly(from, workspace, files);
  const [first = ''] = await importQuietly(from, workspace, [file('first')]);
  const save = await learnToSave(from, workspace, first);
  const times: number[] = [];
  let refused = 0;
  let lost = 0;
  const processor = processorTime();
  const began = performance.now();
  const texts = await Promise.all(
    ids.map(async (agentId, writer) => {
      let base = await headOf(from, agentId);
      let text = files[writer]?.text ?? '';
      for (let turn = 0; turn < SAVES_EACH; turn++) {
        const since = performance.now();
        const next = `${text}- ${writer} ${turn}\n`;
        const { versionId, answer } = await saveOnce(save, server.url, { agentId, base, text: next });
        times.push(performance.now() - since);
        if (versionId) [base, text] = [versionId, next];
        else {
          refused += 1;
          console.error(answer.slice(0, 300));
        }
      }
      return text;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const spent = processorTime() - processor;
  for (const [at, agentId] of ids.entries()) {
    const response = await from.request.get(`${server.url}/api${workspace}/agents/${agentId}/download`);
    if ((await response.body()).toString('utf8') !== texts[at]) lost += 1;
  }
  const saved = times.length - refused;
  return [
    round(saved / seconds),
    ...spread(times),
    `${round(spent / saved)} ms`,
    String(refused),
    String(lost),
  ];
}

async function headOf(from: Page, agentId: string): Promise<string> {
  const response = await from.request.get(`${server.url}/api${workspace}/agents/${agentId}/history?before=0`);
  const { versions } = (await response.json()) as { versions: { versionId: string }[] };
  return versions[0]?.versionId ?? '';
}
