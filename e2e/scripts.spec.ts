/** Does any of hundreds of hostile texts run, fetch or become an element, in whatever field of a list and in whatever address? */

import type { Page } from '@playwright/test';

import type { AgentFile } from './agents';
import { comeNear, seeAll } from './closeness';
import { addresses, agentOf, asCase } from './hostile';
import { familyOf, PAYLOADS, type Payload } from './payloads';
import { importQuietly, openEditor, savedText } from './steps';
import { expect } from './story';
import { test } from './two';

test.describe.configure({ timeout: 900_000 });

async function importAll(page: Page, files: readonly AgentFile[]): Promise<void> {
  await page.getByLabel('Agent files').setInputFiles(
    files.map(({ fileName, text }) => ({
      name: fileName,
      mimeType: 'text/markdown',
      buffer: Buffer.from(text),
    })),
  );
  const dialog = page.getByRole('dialog');
  const start = dialog.getByRole('button', { name: `Import ${files.length} agents` });
  await expect(start).toBeVisible({ timeout: 120_000 });
  await seeAll(dialog.getByRole('region', { name: 'Files' }), '[data-index]', files.length);
  await start.click();
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible({ timeout: 120_000 });
  await seeAll(dialog.getByRole('region', { name: 'Files' }), '[data-index]', files.length);
  await dialog.getByRole('button', { name: 'Done' }).click();
}

const rows = (page: Page) => page.locator('[data-agent]');

test('as names, descriptions, values, keys, files and tags: import, list, search, filters, forms', async ({
  workspace,
  two: { bare, both },
}) => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(500);
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
  await bare.goto(`${workspace}/agents`);
  await importAll(bare, PAYLOADS.map(agentOf));

  await bare.goto(`${workspace}/agents`);
  await rows(bare).first().getByRole('checkbox').click();
  await bare.getByRole('region', { name: 'Selected agents' }).getByRole('button', { name: 'Tags…' }).click();
  const tags = bare.getByRole('dialog').getByLabel('Tags', { exact: true });
  for (const { text } of familyOf('short')) {
    await tags.fill(text);
    await tags.press('Enter');
  }
  await bare.getByRole('button', { name: 'Save tags' }).click();
  await expect(bare.getByText('Tags of 1 agent changed')).toBeVisible();

  await both(async (page) => {
    await page.goto(`${workspace}/agents`);
    await seeAll(page.locator('main'), '[data-agent]', PAYLOADS.length);
    await comeNear(page.locator('main'));
    for (const field of ['Model', 'Tools', 'Tag', 'Problem', 'Colour', 'By']) {
      await page.getByRole('button', { name: field, exact: true }).click();
      await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await page.getByLabel('Search agents').fill('img src onerror');
    await expect(page.locator('mark').first()).toBeVisible();
    await comeNear(page.locator('main'));
  });
  for (const address of addresses(PAYLOADS)) {
    await bare.goto(`${workspace}/agents?${address}`);
    await expect(bare.getByRole('button', { name: 'Clear all' }).first()).toBeVisible();
  }
  const titles: { id: string; title: string }[] = await (
    await bare.request.get(`/api${workspace}/agents/titles`)
  ).json();
  for (const payload of PAYLOADS.filter((_, at) => at % 97 === 0)) {
    const { id } = titles.find(({ title }) => title.startsWith(asCase(payload))) ?? { id: '' };
    expect(await savedText(bare, workspace, id)).toBe(agentOf(payload).text);
    const editor = await openEditor(bare, workspace, id);
    await expect(editor.preview.getByText(asCase(payload)).first()).toBeVisible();
    await editor.showWholeFile();
    await comeNear(editor.form);
  }
});

test('in addresses: no page says them as HTML, and no route answers with anything that is one', async ({
  workspace,
  server,
  two: { bare, both, open },
}) => {
  const [id = ''] = await importQuietly(bare, workspace, [agentOf(familyOf('endings')[9] as Payload)]);
  const tries = ['handlers', 'endings', 'scripts', 'comments', 'encoded', 'fetches', 'short']
    .flatMap((family) => familyOf(family).slice(0, 2))
    .map(({ text }) => text);
  const routes = (said: string) => [
    ...['agents', 'agents/facets', 'agents/ids', 'merges', 'export', 'agents/titles'].flatMap((path) => [
      `/api${workspace}/${path}?q=${said}&of=${said}&offset=${said}&ids=${said}&model=${said}&by=${said}`,
      `/api${workspace}/${path}?of=models&q=case&limit=5`,
    ]),
    ...[`agents/${said}/download`, `agents/${said}/history`, `templates/${said}`, `merges/${said}`, said].map(
      (path) => `/api${workspace}/${path}`,
    ),
    ...[`agents/${id}/download`, `agents/${id}/history`, 'export', 'duplicates', 'import'].map(
      (path) => `/api${workspace}/${path}?${said}`,
    ),
    `/api${workspace}/duplicates/pair?a=${said}&b=${said}`,
    `/api/w/${said}/agents`,
    `/api/health/live?${said}`,
    `/api/health/ready?${said}`,
    `/api/metrics?${said}`,
  ];
  const types = new Set<string>();
  for (const text of tries) {
    const said = encodeURIComponent(text);
    for (const path of routes(said)) {
      const response = await bare.request.get(path, { maxRedirects: 0 });
      const headers = response.headers();
      const type = headers['content-type'] ?? '';
      types.add(type);
      expect(response.status(), path).toBeLessThan(500);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      if (/markdown|zip/.test(type))
        expect(headers['content-disposition'], path).toMatch(/^attachment; filename="/);
      if (/html/.test(type)) expect(await response.text(), path).not.toContain(text);
      else expect(type, path).toMatch(/^(?:application\/(?:json|x-ndjson|zip)\b|text\/markdown\b|$)/);
    }
  }
  expect([...types].some((type) => type.startsWith('application/json'))).toBe(true);

  const [stranger] = await open(false);
  for (const [at, text] of tries.filter((_, at) => at % 3 === 0).entries()) {
    const said = encodeURIComponent(text);
    const paths = [`/w/${said}/agents`, `${workspace}/agents/${said}`, `/${said}`];
    const show = async (page: Page) => {
      for (const path of paths) await page.goto(path);
    };
    await (at === 0 ? both(show) : show(bare));
    // The policy of an answer that is no page forbids even the scripts of the story.
    await bare.goto(`/api${workspace}/agents?q=${said}`);
    const pages = [
      `/sign-in?next=${said}&error=${said}`,
      `/sign-in/${said}`,
      `/join/${said}`,
      `/setup?token=${said}`,
    ];
    for (const path of pages) await stranger?.page.goto(`${server.url}${path}`);
  }
});
