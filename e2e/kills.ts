/** The server is killed again and again while several people save: is everything there that was acknowledged? */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Page, Request } from '@playwright/test';

import { startMuster } from './server';
import { importQuietly, openEditor } from './steps';
import { makeFirstAccount } from './story';

const WRITERS = 4;
/** Long enough that a save takes some pages of the database. */
const FILLER = 'An instruction that is long enough to be real.\n'.repeat(200);

/** One agent and everything that was ever acknowledged of it, the newest last. Each text holds the lines of all before. */
interface Writer {
  agentId: string;
  base: string;
  text: string;
  acknowledged: { versionId: string; text: string }[];
}

export interface Kills {
  dataDir: string;
  workspace: string;
  writers: readonly Writer[];
  /** Kills the server while all save, starts it again, and resolves with what of the acknowledged is missing, in words. */
  round: () => Promise<string[]>;
  stop: () => Promise<void>;
}

/** Starts a server of its own, with one agent for each writer, and learns from the page how it saves. */
export async function prepareKills(
  openPage: (baseURL: string) => Promise<Page>,
  dataDir: string,
): Promise<Kills> {
  let server = await startMuster(dataDir);
  const page = await openPage(server.url);
  await makeFirstAccount(page, server.firstAccountLink);
  const workspace = new URL(page.url()).pathname.replace(/\/agents.*/, '');
  const files = Array.from({ length: WRITERS }, (_, at) => ({
    fileName: `writer-${at}.md`,
    text: `---\nname: writer-${at}\ndescription: Keeps every line.\n---\n${FILLER}`,
  }));
  const ids = await importQuietly(page, workspace, files);
  const save = await learnToSave(page, workspace, ids[0] ?? '');
  const writers = ids.map((agentId): Writer => ({ agentId, base: '', text: '', acknowledged: [] }));
  for (const writer of writers) await readHead(save, server.url, workspace, writer);

  async function round(): Promise<string[]> {
    const before = writers.map(({ acknowledged }) => acknowledged.length);
    const working = Promise.all(writers.map((writer) => keepSaving(save, server.url, writer)));
    // Not before somebody was told that a save is done: else there would be nothing to lose.
    while (writers.every(({ acknowledged }, at) => acknowledged.length === before[at])) await pause(2);
    await pause(Math.random() * 150);
    await server.kill();
    await working;
    server = await startMuster(dataDir);
    const missing: string[] = [];
    for (const writer of writers) missing.push(...(await readHead(save, server.url, workspace, writer)));
    return missing;
  }
  const stop = async () => void (await server.stop());
  return { dataDir, workspace, writers, round, stop };
}

/** What a save of the page looks like on the wire. */
export interface Save {
  path: string;
  headers: Record<string, string>;
  input: Record<string, unknown>;
}

/** Saves once by the page, and returns what it sent. */
export async function learnToSave(page: Page, workspace: string, agentId: string): Promise<Save> {
  const editor = await openEditor(page, workspace, agentId);
  await editor.typeAtEnd('The first save.\n');
  const asking = page.waitForRequest((request: Request) => request.headers()['next-action'] !== undefined);
  await editor.saveAs(2);
  const request = await asking;
  const cookies = await page.context().cookies();
  const { pathname } = new URL(request.url());
  // The page would go on asking servers that are gone.
  await page.goto('about:blank');
  return {
    path: pathname,
    headers: {
      'next-action': request.headers()['next-action'] ?? '',
      'content-type': 'text/plain;charset=UTF-8',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    input: JSON.parse(request.postData() ?? '[]')[0],
  };
}

/** Saves a text as the page would; the version is null where the answer is no version. */
export async function saveOnce(
  { path, headers, input }: Save,
  origin: string,
  { agentId, base: baseVersionId, text }: Pick<Writer, 'agentId' | 'base' | 'text'>,
): Promise<{ versionId: string | null; answer: string }> {
  const body = JSON.stringify([{ ...input, agentId, baseVersionId, text }]);
  const response = await fetch(origin + path, { method: 'POST', headers: { ...headers, origin }, body });
  const answer = await response.text();
  return { versionId: /"kind":"saved","version":\{"versionId":"([^"]+)"/.exec(answer)?.[1] ?? null, answer };
}

/** Saves one line more, again and again, until the server does not answer any more. */
async function keepSaving(save: Save, origin: string, writer: Writer): Promise<void> {
  for (;;) {
    const text = `${writer.text}- ${randomUUID()}\n`;
    const said = await saveOnce(save, origin, { ...writer, text }).catch(() => null);
    if (said === null) return;
    const { versionId, answer } = said;
    if (!versionId) throw new Error(`a save was answered otherwise: ${answer.slice(0, 500)}`);
    Object.assign(writer, { base: versionId, text });
    writer.acknowledged.push({ versionId, text });
  }
}

interface HistoryPart {
  versions: { versionId: string }[];
  /** The number below which the next part begins. */
  next: number | null;
}

/** Goes on from what the server has, and says in words what it should have and has not. */
async function readHead(save: Save, origin: string, workspace: string, writer: Writer): Promise<string[]> {
  const { agentId, acknowledged } = writer;
  const get = async (path: string) => {
    const response = await fetch(`${origin}/api${workspace}/agents/${agentId}${path}`, {
      headers: save.headers,
    });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return response;
  };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await (await get('/download')).arrayBuffer(),
  );
  // Beside what was acknowledged it has what was under way whenever the server died: several pages in the end.
  const known = new Set<string>();
  let head = '';
  for (let next: number | null = 0; next !== null; ) {
    const page: HistoryPart = await (await get(`/history?before=${next}`)).json();
    head ||= page.versions[0]?.versionId ?? '';
    for (const { versionId } of page.versions) known.add(versionId);
    next = page.next;
  }
  const missing = acknowledged
    .filter(({ versionId }) => !known.has(versionId))
    .map(({ versionId }) => `version ${versionId} is not in the history`);
  // At most the line that was under way when the server died.
  const rest = text.startsWith(writer.text) ? text.slice(writer.text.length) : null;
  if (writer.text !== '' && (rest === null || !/^(?:- [\w-]{36}\n)?$/.test(rest)))
    missing.push(`agent ${agentId} does not say what was acknowledged last`);
  Object.assign(writer, { base: head, text });
  return missing;
}
