/** Does any of hundreds of hostile texts run, fetch or become an element, in whatever field and on whatever page? */

import type { Page } from '@playwright/test';
import type { AgentFile } from './agents';
import { Alarm } from './alarm';
import { comeNear, seeAll } from './closeness';
import { ALIKE, addresses, agentOf, asCase, familyFile } from './hostile';
import { FAMILY_NAMES, familyOf, PAYLOADS, type Payload } from './payloads';
import { importQuietly, inviteAs, joinBy, openEditor, savedText } from './steps';
import { expect, type Person, test as story } from './story';

/** The same pages twice: as everybody has them, and without the policy that would stop a script that got in. */
interface Two {
  /** The policy is not enforced: what gets in runs. */
  bare: Page;
  /** The policy is enforced: what it had to stop was heard too. */
  guarded: Page;
  /** Does the same in both at once. */
  both: <Result>(what: (page: Page) => Promise<Result>) => Promise<Result[]>;
  open: (signedIn: boolean) => Promise<Person[]>;
}

const test = story.extend<{ two: Two }>({
  two: async ({ someone, ownerState, server, expectConsole }, use) => {
    expectConsole(/Failed to load resource: the server responded with a status of 40[04]/);
    const alarms: Alarm[] = [];
    const open = async (signedIn: boolean) => {
      const state = signedIn ? { storageState: ownerState } : {};
      const people = [await someone({ ...state, bypassCSP: true }), await someone(state)];
      for (const { context } of people) alarms.push(await Alarm.in(context, server.url));
      return people;
    };
    const pages = (await open(true)).map(({ page }) => page) as [Page, Page];
    const [bare, guarded] = pages;
    await use({ bare, guarded, both: (what) => Promise.all(pages.map(what)), open });
    expect(alarms.flatMap(({ heard }) => heard)).toEqual([]);
  },
});

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
    await both(async (page) => {
      await page.goto(`${workspace}/agents?${address}`);
      await expect(page.getByRole('button', { name: 'Clear all' }).first()).toBeVisible();
    });
  }
  const titles: { id: string; title: string }[] = await (
    await bare.request.get(`/api${workspace}/agents/titles`)
  ).json();
  for (const payload of PAYLOADS.filter((_, at) => at % 97 === 0)) {
    const { id } = titles.find(({ title }) => title.startsWith(asCase(payload))) ?? { id: '' };
    expect(await savedText(bare, workspace, id)).toBe(agentOf(payload).text);
    await both(async (page) => {
      const editor = await openEditor(page, workspace, id);
      await expect(editor.preview.getByText(asCase(payload)).first()).toBeVisible();
      await editor.showWholeFile();
      await comeNear(editor.form);
    });
  }
});

test('as bodies: source, preview, file, conflict, history', async ({
  workspace,
  two: { bare, guarded, both },
}) => {
  await bare.goto(`${workspace}/agents`);
  const ids = await importQuietly(bare, workspace, FAMILY_NAMES.map(familyFile));
  await both(async (page) => {
    for (const [at, family] of FAMILY_NAMES.entries()) {
      const editor = await openEditor(page, workspace, ids[at] ?? '');
      const cases = familyOf(family).map(asCase);
      await expect(editor.preview).toContainText(cases.at(-1) ?? '');
      const shown = (await editor.preview.textContent()) ?? '';
      expect(
        cases.filter((each) => !shown.includes(each)),
        family,
      ).toEqual([]);
      await comeNear(editor.preview.locator('.md-preview'), { press: true });
      await editor.source.press('ControlOrMeta+End');
      await editor.showRawFile();
      await expect(editor.preview.locator('pre')).toContainText(cases.at(-1) ?? '');
      expect(await editor.rawText()).toBe(familyFile(family).text);
    }
  });

  const id = ids[0] ?? '';
  const [mine, theirs] = await Promise.all([
    openEditor(bare, workspace, id),
    openEditor(guarded, workspace, id),
  ]);
  const link = mine.preview.locator('a[href="https://example.org/"]').first();
  await expect(link, 'a good link stays one').toHaveAttribute('rel', /noopener/);
  await expect(link).toHaveAttribute('target', '_blank');
  for (const [at, { text }] of familyOf('short').slice(0, 3).entries()) {
    await theirs.typeAtEnd(` ${text}`);
    await guarded.getByRole('button', { name: 'Save with a message' }).click();
    await guarded.getByLabel('What changed').fill(text);
    await guarded.getByLabel('What changed').press('Enter');
    await expect(theirs.status).toContainText(new RegExp(`Saved .*v${at + 2}\\b`));
  }
  await mine.typeAtEnd(` ${familyOf('short')[5]?.text}`);
  await bare.keyboard.press('ControlOrMeta+s');
  const conflict = bare.getByRole('dialog', { name: 'Two texts, one agent' });
  await comeNear(conflict);
  await conflict.getByRole('button', { name: 'Take mine' }).click();
  await expect(mine.status).toContainText(/Saved .*v5\b/);
  await both(async (page) => {
    await page.goto(`${workspace}/agents/${id}/history`);
    await expect(page.getByText(familyOf('short')[2]?.text ?? '')).toBeVisible();
    await comeNear(page.locator('main'));
  });
});

test('as what is compared and merged: duplicates, evidence, board, ledger', async ({
  workspace,
  two: { bare, both },
}) => {
  await bare.goto(`${workspace}/agents`);
  await importQuietly(bare, workspace, ALIKE);
  await both(async (page) => {
    await page.goto(`${workspace}/duplicates`);
    await expect(page.locator('[data-cluster]').first()).toBeVisible({ timeout: 120_000 });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    const evidence = page.getByRole('dialog', { name: 'Compare two agents' });
    await expect(evidence.getByRole('heading', { name: /^Instructions of both/ })).toBeVisible({
      timeout: 120_000,
    });
    await comeNear(evidence.getByRole('region', { name: 'Why' }));
  });

  await bare.goto(`${workspace}/agents`);
  await bare.getByLabel('Select all agents shown').click();
  await bare.getByRole('button', { name: 'Merge…' }).click();
  await bare.waitForURL(/\/merges\/[^/]+$/);
  const board = new URL(bare.url()).pathname;
  const lines = (page: Page) => page.getByRole('list', { name: 'Lines of the result' });
  await expect(lines(bare)).toBeVisible({ timeout: 120_000 });
  await lines(bare).locator('[data-row]').filter({ hasText: 'Say first what a user has to do' }).focus();
  await bare.keyboard.press('d');
  await bare.getByLabel('Reason').fill(familyOf('short')[5]?.text ?? '');
  await bare.getByRole('button', { name: 'Drop', exact: true }).click();
  await expect(bare.getByText('Draft saved')).toBeVisible();
  await both(async (page) => {
    await page.goto(board);
    await expect(lines(page)).toBeVisible({ timeout: 120_000 });
    for (const tab of [/^Decisions/, 'Ledger', /^Decide/]) {
      await page.getByRole('tab', { name: tab }).click();
      for (const region of ['Sources', 'Decide']) await comeNear(page.getByRole('region', { name: region }));
    }
    await page.goto(`${workspace}/merges`);
    await expect(page.locator(`a[href="${board}"]`)).toBeVisible();
  });
});

test('as what people and workspaces are called', async ({
  owner,
  server,
  someone,
  two: { bare, both, open },
}) => {
  const names = familyOf('short').map(({ text }) => text);
  await owner.goto('/w/new');
  await owner.getByLabel('Name').fill(names[0] ?? '');
  await owner.getByLabel('Address').fill(`hostile-${Date.now()}`);
  await owner.getByRole('button', { name: 'Create workspace' }).click();
  await owner.waitForURL(/\/w\/hostile[^/]*\/agents/);
  const workspace = new URL(owner.url()).pathname.replace('/agents', '');
  const link = await inviteAs(owner, workspace, 'Editor', { uses: '5 people' });

  const [stranger, other] = await open(false);
  if (!stranger || !other) throw new Error('nobody came');
  for (const { page } of [stranger, other]) {
    await page.goto(new URL(link).pathname);
    await expect(page.getByRole('heading', { name: names[0] })).toBeVisible();
  }
  const account = {
    name: names[1] ?? '',
    email: `hostile-${Date.now()}@example.org`,
    password: 'hostile but known',
  };
  await joinBy(stranger.page, link, account);
  const [id] = await importQuietly(stranger.page, workspace, ALIKE);

  for (const name of names.filter((_, at) => at % 3 === 2)) {
    await stranger.page.goto('/account');
    await stranger.page.getByLabel('Your name').fill(name);
    await stranger.page.getByRole('button', { name: 'Change name' }).click();
    await expect(stranger.page.getByText(`You are ${name} now.`)).toBeVisible();
    await bare.goto(`${workspace}/settings`);
    await bare.getByLabel('Name', { exact: true }).fill(name);
    await bare.getByRole('button', { name: 'Rename' }).click();
    await expect(bare.getByText('Renamed')).toBeVisible();
    await both(async (page) => {
      await page.goto(`${workspace}/settings`);
      await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
    });
  }
  await both(async (page) => {
    await page.getByRole('button', { name: /^Workspace .*: switch or create$/ }).click();
    await page.keyboard.press('Escape');
    await page.goto(`${workspace}/members`);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    for (const path of ['agents', `agents/${id}`, `agents/${id}/history`]) {
      await page.goto(`${workspace}/${path}`);
      await expect(page.locator('main')).toBeVisible();
    }
  });
  const visitor = await someone({ userAgent: names.join(' ').replace(/[^\u0020-\u007e]/g, '') });
  const { heard } = await Alarm.in(visitor.context, server.url);
  await visitor.page.goto('/sign-in');
  await visitor.page.getByLabel('E-mail').fill(account.email);
  await visitor.page.getByLabel('Password').fill(account.password);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await visitor.page.waitForURL(/\/agents/);
  await stranger.page.goto('/account');
  await expect(stranger.page.getByText('An unknown device')).toBeVisible();
  expect(heard).toEqual([]);
});

test('in addresses: no page says them as HTML, and no route answers with anything that is one', async ({
  workspace,
  server,
  two: { bare, both, open },
}) => {
  await bare.goto(`${workspace}/agents`);
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

  const strangers = (await open(false)).map(({ page }) => page);
  for (const text of tries.filter((_, at) => at % 3 === 0)) {
    const said = encodeURIComponent(text);
    await both(async (page) => {
      for (const path of [`/w/${said}/agents`, `${workspace}/agents/${said}`, `/${said}`])
        await page.goto(path);
    });
    // The policy of an answer that is no page forbids even the scripts of the story.
    await bare.goto(`/api${workspace}/agents?q=${said}`);
    for (const page of strangers) {
      const pages = [
        `/sign-in?next=${said}&error=${said}`,
        `/sign-in/${said}`,
        `/join/${said}`,
        `/setup?token=${said}`,
      ];
      for (const path of pages) await page.goto(`${server.url}${path}`);
    }
  }
});
