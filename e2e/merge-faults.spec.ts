/** What if a merge is too much to work out, or the server dies while it is finished? */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Page, Request } from '@playwright/test';

import type { AgentFile } from './agents';
import { startMuster } from './server';
import { importQuietly } from './steps';
import { expect, makeFirstAccount, test } from './story';

function agent(name: string, body: string): AgentFile {
  return {
    fileName: `${name}.md`,
    text: `---\nname: ${name}\ndescription: Looks after ${name}.\n---\n${body}`,
  };
}

/** Merges the agents of these names from the list. */
async function merge(page: Page, workspaceUrl: string, names: readonly string[]): Promise<void> {
  await page.goto(`${workspaceUrl}/agents`);
  for (const name of names) await page.getByLabel(`Select ${name}`).click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.waitForURL(/\/merges\/[^/]+$/);
}

test('a draft that is too much for a merge says so, and can be thrown away', async ({
  owner: page,
  workspace,
  expectConsole,
}) => {
  expectConsole(/409/);
  const names = ['north-mill', 'south-mill'];
  // Each is within the limit of a merge, both together are not.
  const files = names.map((name) => agent(name, '- Grind.\n'.repeat(10_001)));
  await importQuietly(page, workspace, files);
  await merge(page, workspace, names);
  await expect(
    page.getByText(/The files hold 20,\d{3} instructions, and a merge takes 20,000/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Throw the draft away…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Throw away' }).click();
  await page.waitForURL(/\/merges$/);
  await expect(page.getByRole('heading', { name: 'No merges yet' })).toBeVisible();
});

/** `npm run test:long` kills more often. */
const ROUNDS = process.env.MUSTER_ROUNDS === 'full' ? 10 : 3;

test(`a server killed while it finishes a merge has done all of it or nothing, ${ROUNDS} times`, async ({
  someone,
}) => {
  test.setTimeout(900_000);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-kill-'));
  let server = await startMuster(dataDir);
  try {
    const { page } = await someone({ baseURL: server.url });
    await makeFirstAccount(page, server.firstAccountLink);
    const workspace = new URL(page.url()).pathname.replace(/\/agents.*/, '');
    const { drafts, finish } = await prepareDrafts(page, workspace);
    const restart = async () => {
      await server.kill();
      server = await startMuster(dataDir);
    };
    /** Finishes as soon as the server has everything at hand, so that the kill meets the writing. */
    const begin = async ({ mergeId }: Draft) => {
      for (const address of [`/api${workspace}/merges/${mergeId}`, `${workspace}/merges/${mergeId}`])
        expect((await page.request.get(`${server.url}${address}`)).status()).toBe(200);
      return { began: performance.now(), acknowledged: finish(server.url, mergeId).catch(() => false) };
    };
    const [calm, ...others] = drafts;
    await restart();
    const { began, acknowledged } = await begin(calm as Draft);
    expect(await acknowledged).toBe(true);
    const milliseconds = performance.now() - began;
    await restart();
    const seen = { whole: 0, nothing: 0 };
    for (const [round, draft] of others.entries()) {
      const { acknowledged } = await begin(draft);
      // Spread over the time that it takes, and a little beyond.
      await pause((milliseconds * 1.2 * (round + Math.random())) / ROUNDS);
      await restart();
      const isWhole = await readOutcome(page, `${server.url}/api${workspace}`, draft);
      if (await acknowledged) expect(isWhole, 'what was acknowledged is done').toBe(true);
      seen[isWhole ? 'whole' : 'nothing'] += 1;
    }
    test.info().annotations.push({ type: 'rounds', description: JSON.stringify(seen) });
  } finally {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

interface Draft {
  mergeId: string;
  /** Ids of the two sources. */
  agentIds: string[];
}

/** Makes a merge by hand, and as many drafts more as are needed; returns these and how to finish one. */
async function prepareDrafts(page: Page, workspace: string) {
  const { origin } = new URL(page.url());
  const pairs = Array.from({ length: ROUNDS + 2 }, (_, at) => [`left-${at}`, `right-${at}`]);
  const files = pairs.flat().map((name) => agent(name, `Never forget ${name}.\n\n- Count ${name} twice.\n`));
  const ids = await importQuietly(page, workspace, files);

  const creating = page.waitForRequest(isAction);
  await merge(page, workspace, pairs[0] ?? []);
  const creation = await creating;
  await page.getByRole('button', { name: 'Finish…' }).click();
  const finishing = page.waitForRequest(isAction);
  await page.getByRole('button', { name: 'Finish the merge' }).click();
  const finished = await finishing;
  await page.waitForURL(/\/agents\/[^/]+$/);
  // The page would go on asking servers that are gone.
  await page.goto('about:blank');

  const drafts: Draft[] = [];
  for (let at = 2; at < ids.length; at += 2) {
    const agentIds = ids.slice(at, at + 2);
    const answer = await act(page, creation, origin, { agentIds });
    drafts.push({ mergeId: /"mergeId":"([^"]+)"/.exec(answer)?.[1] ?? '', agentIds });
  }
  const finish = async (at: string, mergeId: string): Promise<boolean> =>
    (await act(page, finished, at, { mergeId })).includes('"kind":"finished"');
  return { drafts, finish };
}

const isAction = (request: Request) => request.headers()['next-action'] !== undefined;
const inputOf = (request: Request) => JSON.parse(request.postData() ?? '[]')[0];

/** Does again what the page did, with other input; returns the answer. */
async function act(page: Page, recorded: Request, origin: string, input: object): Promise<string> {
  const headers = recorded.headers();
  const response = await page.request.post(`${origin}${new URL(recorded.url()).pathname}`, {
    headers: {
      origin,
      'next-action': headers['next-action'] ?? '',
      'content-type': 'text/plain;charset=UTF-8',
    },
    data: JSON.stringify([{ ...inputOf(recorded), ...input }]),
  });
  return response.text();
}

/** Whether the merge was finished; expects everything that belongs to it, or that nothing has changed. */
async function readOutcome(page: Page, api: string, { mergeId, agentIds }: Draft): Promise<boolean> {
  const get = async (address: string) => (await page.request.get(`${api}${address}`)).json();
  const board = await get(`/merges/${mergeId}`);
  const { agents } = await get('/agents?limit=200');
  const inUse = new Set(agents.map(({ id }: { id: string }) => id));
  expect(board.proposal.ledger.length).toBeGreaterThan(0);
  if (board.status === 'draft') {
    expect(board.result).toBeNull();
    expect(agentIds.every((id) => inUse.has(id))).toBe(true);
    return false;
  }
  expect(board.status).toBe('finished');
  const { agentId, versionId } = board.result;
  expect(agentIds.filter((id) => inUse.has(id))).toEqual([]);
  expect(inUse.has(agentId)).toBe(true);
  const { versions } = await get(`/agents/${agentId}/history`);
  expect(versions).toMatchObject([{ versionId, number: 1, mergeId }]);
  const parents = versions[0].parents.map((parent: { agentId: string }) => parent.agentId);
  expect(new Set(parents)).toEqual(new Set(agentIds));
  const saved = await page.request.get(`${api}/agents/${agentId}/download`);
  expect(await saved.text()).toBe(board.proposal.text);
  return true;
}
