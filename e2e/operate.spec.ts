/** What does whoever runs Muster live through? Starts that fail, faults while it runs, backups, stops. */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import type { BrowserContext, Page } from '@playwright/test';

import { QUERY_DOCTOR } from './agents';
import { type Answer, asker, BOUNDARY, changeData, otherProgram, runScript } from './operations';
import { type MusterServer, startMuster } from './server';
import { importQuietly, openEditor, savedText, signIn } from './steps';
import { expect, makeFirstAccount, test } from './story';

const agent = (name: string, body = 'You help.\n') => ({
  fileName: `${name}.md`,
  text: `---\nname: ${name}\ndescription: Helps with ${name}.\n---\n\n${body}`,
});

const temporary = (name: string) => fs.mkdtempSync(path.join(os.tmpdir(), `muster-${name}-`));
const slugOf = (page: Page) => new URL(page.url()).pathname.replace(/\/agents.*/, '');

test('a start that cannot be ends at once, and says what to do', async () => {
  test.setTimeout(900_000);
  const folder = temporary('starts');
  const dataDir = path.join(folder, 'data');
  try {
    const healthy = await startMuster(dataDir);
    const { port } = new URL(healthy.url);
    const refused = async (env: Record<string, string>, words: RegExp) => {
      const { code, output } = await runScript('start.mjs', [], {
        MUSTER_DATA_DIR: dataDir,
        PORT: '0',
        ...env,
      });
      expect(output).toMatch(words);
      expect(output, 'no stack').not.toMatch(/^\s+at .*[:(]/m);
      expect(code).toBe(1);
    };
    await refused({ PORT: port }, new RegExp(`port ${port} is taken by another program`));
    await refused({}, /PORT is "0"/);
    expect(await healthy.stop()).toBe(0);

    const free = { PORT: port };
    const inTheWay = path.join(folder, 'file');
    fs.writeFileSync(inTheWay, 'a file');
    await refused(
      { ...free, MUSTER_DATA_DIR: inTheWay },
      /cannot start: .*file is a file, or lies below one/,
    );
    await refused({ ...free, DATABASE_URL: 'mysql://localhost/x' }, /has to start with postgres:\/\//);
    const gone = 'postgres://muster:hush@127.0.0.1:1/muster';
    await refused({ ...free, DATABASE_URL: gone }, /database server 127\.0\.0\.1:1 does not answer/);
    await changeData(dataDir, "INSERT INTO muster_migrations VALUES (999, 'next_later', 'h', 1)");
    await refused(free, /database is newer than this Muster.*"next_later".*Nothing was changed/);
    const junk = 'no database '.repeat(1000);
    fs.writeFileSync(path.join(dataDir, 'muster.db'), junk);
    await refused(free, /database in .* is damaged, or is none.*npm run restore/);
    expect(fs.readFileSync(path.join(dataDir, 'muster.db'), 'utf8')).toBe(junk);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test('a locked database, and a table that is gone: said in words, under one reference, and over when it is over', async ({
  owner: page,
  workspace,
  server,
  expectConsole,
}) => {
  test.setTimeout(900_000);
  const [id = ''] = await importQuietly(page, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const editor = await openEditor(page, workspace, id);
  const lock = await otherProgram(server.dataDir, 'BEGIN EXCLUSIVE');
  await editor.typeAtEnd(' Typed while locked.');
  await page.keyboard.press('ControlOrMeta+s');
  expect((await page.request.get('/api/health/live')).status()).toBe(200);
  const ready = await page.request.get('/api/health/ready');
  expect([ready.status(), await ready.json()]).toEqual([503, { status: 'not-ready', reason: 'busy' }]);
  const said = page.getByText(/Another program has locked the database; nothing was changed/).first();
  await expect(said).toBeVisible({ timeout: 120_000 });
  const ref = /Reference (\w+)/.exec((await said.textContent()) ?? '')?.[1] ?? '';
  expect(server.output()).toMatch(new RegExp(`"level":"error".*"ref":"${ref}"`));
  expect(server.output()).toMatch(new RegExp(`"requestId":"${ref}".*"msg":"answered"`));
  await lock.letGo();
  await expect(editor.source).toContainText('Typed while locked.');
  await editor.saveAs(2);
  expect(await savedText(page, workspace, id)).toContain('Typed while locked.');
  await expect(async () => {
    expect((await page.request.get('/api/health/ready')).status()).toBe(200);
  }).toPass();

  // What React says of an error on the server, whose words it does not tell.
  expectConsole(/React error #441|status of 500/);
  await changeData(server.dataDir, 'ALTER TABLE agents RENAME TO agents_away');
  const answer = await page.goto(`${workspace}/agents`);
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
  const reference = (await page.locator('main code').textContent()) ?? '';
  expect(reference).toBe(answer?.headers()['x-request-id']);
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.includes(`"ref":"${reference}"`));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ level: 'error', requestId: reference });
  await changeData(server.dataDir, 'ALTER TABLE agents_away RENAME TO agents');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('query-doctor').first()).toBeVisible();
});

const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

test('a full disk refuses what does not fit, keeps what is there, and takes it when there is space', async ({
  someone,
}, info) => {
  info.skip(!canMount, 'needs a disk of its own, from a user namespace');
  const dataDir = temporary('disk');
  const mounted = `echo "process $$"; mount -t tmpfs -o size=12m none "${dataDir}" && exec "${process.execPath}" scripts/start.mjs`;
  const server = await startMuster(dataDir, { command: 'unshare', args: ['-rm', 'sh', '-c', mounted] });
  try {
    const { page } = await someone({ baseURL: server.url });
    await makeFirstAccount(page, server.firstAccountLink);
    const workspace = slugOf(page);
    await importQuietly(page, workspace, [agent('before')]);
    const pid = /^process (\d+)/m.exec(server.output())?.[1];
    const filler = `/proc/${pid}/root${dataDir}/filler`;
    fill(filler);
    const large = agent('large', `${'Weigh every word. '.repeat(50_000)}\n`);
    const send = async () => {
      const multipart = new FormData();
      multipart.append('file', new File([large.text], large.fileName));
      const headers = { origin: server.url };
      const response = await page.request.post(`/api${workspace}/import?mode=write`, { multipart, headers });
      const { state, message } = JSON.parse((await response.text()).split('\n')[0] ?? '');
      return { state, message, id: response.headers()['x-request-id'] };
    };
    for (let attempt = 0; attempt < 3; attempt++) {
      const { state, message, id } = await send();
      expect(state).toBe('failed');
      expect(message).toMatch(/disk of the server is full; nothing was changed.*Reference \w+/);
      expect(message).toContain(id);
    }
    await page.reload();
    await expect(page.getByText('before').first()).toBeVisible();
    fs.rmSync(filler);
    expect((await send()).state).toBe('imported');
    expect((await page.request.get('/api/health/ready')).status()).toBe(200);
    await page.context().close();
  } finally {
    expect(await server.stop()).toBe(0);
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

/** Writes until there is no byte left. */
function fill(file: string): void {
  const descriptor = fs.openSync(file, 'w');
  try {
    for (let size = 1024 * 1024; size >= 1; ) {
      try {
        fs.writeSync(descriptor, new Uint8Array(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    fs.closeSync(descriptor);
  }
}

test('a backup beside a working server comes back whole, and only where nothing is lost by it', async ({
  someone,
}) => {
  test.setTimeout(900_000);
  const folder = temporary('backups');
  const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  const server = await startMuster(from);
  try {
    const { page } = await someone({ baseURL: server.url });
    await makeFirstAccount(page, server.firstAccountLink);
    const workspace = slugOf(page);
    const saved: string[] = [];
    let saving = true;
    const load = (async () => {
      for (let n = 0; saving; n++) {
        await importQuietly(page, workspace, [agent(`agent-${n}`)]);
        saved.push(`agent-${n}`);
      }
    })();
    await expect.poll(() => saved.length).toBeGreaterThan(10);
    const before = saved.length;
    const made = await runScript('backup.mjs', [path.join(folder, 'kept')], { MUSTER_DATA_DIR: from });
    expect(made.output).toMatch(/backed up and checked: 1 user, 1 workspace, \d+ agents/);
    const during = await runScript('restore.mjs', [made.result, '--force'], { MUSTER_DATA_DIR: from });
    expect([during.code, during.output]).toEqual([1, expect.stringMatching(/has .* open\. Stop it first/)]);
    saving = false;
    await load;
    await page.context().close();

    const back = await runScript('restore.mjs', [made.result], { MUSTER_DATA_DIR: to });
    expect([back.code, back.output]).toEqual([0, expect.stringMatching(/restored and checked/)]);
    const again = await runScript('restore.mjs', [made.result], { MUSTER_DATA_DIR: to });
    expect([again.code, again.output]).toEqual([1, expect.stringMatching(/Add --force/)]);
    const restored = await startMuster(to);
    const visitor = await someone({ baseURL: restored.url });
    await signIn(visitor.page);
    await expect(visitor.page).toHaveURL(/\/agents/);
    const exported = await visitor.page.request.get(`/api${workspace}/export`);
    const zip = (await exported.body()).toString('latin1');
    for (const name of saved.slice(0, before)) expect(zip).toContain(`${name}.md`);
    await visitor.page.context().close();
    expect(await restored.stop()).toBe(0);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test('numbers and spans go to those who were named, and nobody else is told', async ({ someone, server }) => {
  const spans: string[] = [];
  const collector = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      spans.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const observed = await startMuster(undefined, undefined, {
    MUSTER_METRICS_TOKEN: 'the-token',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  });
  try {
    const { page } = await someone({ baseURL: observed.url });
    await makeFirstAccount(page, observed.firstAccountLink);
    const metrics = (url: string, authorization: string) =>
      page.request.get(`${url}/api/metrics`, { headers: { authorization } });
    expect((await metrics(server.url, 'Bearer the-token')).status()).toBe(404);
    expect((await metrics(observed.url, 'Bearer other')).status()).toBe(401);
    const text = await (await metrics(observed.url, 'Bearer the-token')).text();
    expect(text).toContain('muster_actions_total{event="installation.claimed",outcome="done"} 1');
    expect(text).toMatch(/duration_seconds_count\{route="\/setup",method="POST",status="\d+"\} 1/);
    expect(text).toContain('muster_rows{of="users"} 1');
    await page.context().close();
    expect(await observed.stop()).toBe(0);
    const all = spans.join('\n');
    for (const name of ['action', 'transaction', 'GET /setup']) expect(all).toContain(`"name":"${name}"`);
    const { searchParams } = new URL(observed.firstAccountLink);
    for (const secret of [searchParams.get('token') ?? '', 'ada@example.org'])
      for (const where of [all, text, observed.output().replace(observed.firstAccountLink, '')])
        expect(where).not.toContain(secret);
  } finally {
    await observed.stop();
    await new Promise((resolve) => collector.close(resolve));
    fs.rmSync(observed.dataDir, { recursive: true, force: true });
  }
});

/** `npm run test:long` stops more often. */
const STOPS = process.env.MUSTER_ROUNDS === 'full' ? 20 : 4;

test(`a server that is told to stop answers all that it was asked, ${STOPS} times`, async ({ someone }) => {
  test.setTimeout(1_200_000);
  const dataDir = temporary('stops');
  let server = await startMuster(dataDir);
  try {
    const { page, context } = await someone({ baseURL: server.url });
    await makeFirstAccount(page, server.firstAccountLink);
    const workspace = slugOf(page);
    await importQuietly(
      page,
      workspace,
      ['one', 'two', 'three'].map((name) => agent(name)),
    );
    // The page would go on asking servers that are gone.
    await page.goto('about:blank');
    for (let round = 0; round < STOPS; round++) {
      const answers = await stopWhileAsked(server, context, workspace, round);
      for (const { status, whole } of answers) expect([status, whole], `round ${round}`).toEqual([200, true]);
      server = await startMuster(dataDir);
    }
    const ask = await asker(context, server.url);
    const { body } = await ask(new http.Agent(), `/api${workspace}/export`);
    for (let round = 0; round < STOPS; round++) expect(body).toContain(`upload-${round}.md`);
  } finally {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

/** Asks for pages, lists, a zip and a stream, and stops the server amid an upload; returns all answers. */
async function stopWhileAsked(
  server: MusterServer,
  context: BrowserContext,
  workspace: string,
  round: number,
): Promise<Answer[]> {
  const ask = await asker(context, server.url);
  const connect = async () => {
    const connection = new http.Agent({ keepAlive: true, maxSockets: 1 });
    // The connection is there before the request that is cut into.
    expect((await ask(connection, '/api/health/live')).status).toBe(200);
    return connection;
  };
  const kept = await connect();
  const name = `upload-${round}`;
  const { text } = agent(name, 'Word by word.\n'.repeat(2000));
  let finishUpload: () => void = () => undefined;
  const head = `Content-Disposition: form-data; name="file"; filename="${name}.md"`;
  const upload = ask(await connect(), `/api${workspace}/import?mode=write`, (request) => {
    request.write(`--${BOUNDARY}\r\n${head}\r\n\r\n${text.slice(0, 1000)}`);
    finishUpload = () => request.end(`${text.slice(1000)}\r\n--${BOUNDARY}--\r\n`);
  });
  const answers: Promise<Answer>[] = [];
  for (const address of [
    `${workspace}/agents`,
    `/api${workspace}/agents`,
    `/api${workspace}/export`,
    `/api${workspace}/duplicates`,
  ])
    answers.push(ask(await connect(), address));
  // Cut in at different moments.
  await new Promise((resolve) => setTimeout(resolve, 10 * (round % 5)));
  const stopped = server.stop();
  await expect.poll(() => isListening(server.url), { intervals: [10] }).toBe(false);
  // Both when the server has been told: one more question on a connection that was kept, the rest of the upload.
  answers.push(ask(kept, '/api/health/live'));
  finishUpload();
  const all = await Promise.all([...answers, upload]);
  const stream = all[3]?.body ?? '';
  for (const line of stream.trim().split('\n')) JSON.parse(line);
  expect(await stopped, 'a clean end').toBe(0);
  return all;
}

function isListening(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
