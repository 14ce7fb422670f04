/** Are agents of one role found, is it said why, and is a person's "no" remembered? */

import type { Page } from '@playwright/test';

import { COPIED, GARDENER, SERVER_ENGINEERS } from './families';
import {
  DESK,
  expectAccessible,
  expectFit,
  expectNoSidewaysScroll,
  measureScripts,
  PHONE,
} from './page-checks';
import { importQuietly, openEditor } from './steps';
import { expect, test } from './story';

const summary = (page: Page) => page.getByRole('region', { name: 'Summary' });
const rows = (page: Page) => page.locator('[data-cluster]');
const row = (page: Page, title: string) =>
  rows(page).filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const members = (page: Page, title: string) =>
  row(page, title).getByRole('list', { name: 'Members' }).getByRole('listitem');

async function openDuplicates(page: Page, workspace: string, search = ''): Promise<void> {
  await page.goto(`${workspace}/duplicates${search}`);
  await expect(rows(page).first()).toBeVisible();
}

test('one role in five wordings is found, read, called apart and taken back, by keyboard', async ({
  owner: page,
  workspace,
}) => {
  await importQuietly(page, workspace, [...SERVER_ENGINEERS, GARDENER]);
  await page.goto(`${workspace}/agents`);
  const place = page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: /Duplicates/ });
  await expect(place).toHaveText('Duplicates');
  await place.click();

  await expect(rows(page)).toHaveCount(1);
  await expect(summary(page)).toHaveText(
    /^1 cluster · merging it saves \d+ roster tokens and brings back 3 hidden agents$/,
  );
  await expect(place).toHaveText('Duplicates1');
  await expect(row(page, 'Server engineer')).toContainText('5 agents');
  await expect(row(page, 'Server engineer')).toContainText('same role');
  await expect(row(page, 'Server engineer')).toContainText('3 hidden by a shared name');

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(members(page, 'Server engineer')).toHaveCount(5);
  await expect(row(page, 'Server engineer').getByText('changelog-gardener')).toHaveCount(0);

  // The table: one stop for Tab, arrows from there, Enter opens the evidence of the two.
  const table = row(page, 'Server engineer').getByRole('table');
  await expect(table.getByRole('rowheader')).toHaveCount(4);
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  const cells = table.getByRole('button');
  await expect(cells).toHaveCount(10);
  await cells.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(2)).toBeFocused();
  await expect(cells.nth(2)).toHaveAccessibleName(/^server-engineer and server-engineer: .*\d+ %$/);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Compare two agents' });
  await expect(dialog.getByRole('heading', { name: /^Instructions of both/ })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Why' })).toContainText(/one job/);
  await expect(dialog.getByRole('heading', { name: /^Only in .* on the left/ })).toBeVisible();
  await dialog.getByLabel('Left').click();
  await page.getByRole('option', { name: '5 · ' }).click();
  await expect(dialog.getByText('Write a runbook for each alert.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Not duplicates' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('1 pair remembered as not duplicates')).toBeVisible();
  await expect(row(page, 'Server engineer')).not.toContainText('5 agents');

  await page.getByRole('button', { name: /^Not duplicates 1$/ }).click();
  const apart = page.getByRole('list', { name: 'Pairs that are not duplicates, 1 in all' });
  await expect(apart.getByRole('listitem')).toContainText('Ada Example');
  await expect(page).toHaveURL(/show=apart/);
  await page.reload();
  await apart.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog).toContainText('Ada Example said that these are not duplicates');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('button', { name: 'Not duplicates' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Every pair is still compared' })).toBeVisible();
  await page.getByRole('button', { name: /^Not duplicates 0$/ }).click();
  await expect(row(page, 'Server engineer')).toContainText('5 agents');
});

test('a pair goes with one key and comes back with Undo; one member is set apart from the rest', async ({
  owner: page,
  workspace,
}) => {
  await importQuietly(page, workspace, [...SERVER_ENGINEERS, ...COPIED]);
  await openDuplicates(page, workspace, '?tier=copy');
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Release scribe')).toContainText(/copied text, \d+ %/);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'No cluster passes the filters' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('button', { name: /^copied text/i }).click();
  await expect(rows(page)).toHaveCount(2);
  await row(page, 'Server engineer').getByRole('button', { name: 'Server engineer' }).focus();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Not duplicates in “Server engineer”' });
  await dialog.getByLabel('backend-designer').click();
  await dialog.getByRole('button', { name: 'Set apart 4 pairs' }).click();
  await expect(row(page, 'Server engineer')).toContainText('4 agents');
});

test('filters, order and search stand in the address and survive a reload', async ({
  owner: page,
  workspace,
}) => {
  await importQuietly(page, workspace, [...SERVER_ENGINEERS, ...COPIED]);
  await openDuplicates(page, workspace);
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel('Order').click();
  await page.getByRole('option', { name: 'By name' }).click();
  await expect(rows(page).first()).toContainText('Release scribe');
  await page.getByRole('checkbox', { name: 'Hidden agents only' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: /^same role/i }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('engineer');
  await expect(page).toHaveURL(/\?q=engineer&tier=role&hidden=1&sort=title$/);

  await page.reload();
  await expect(row(page, 'Server engineer')).toBeVisible();
  await expect(page.getByLabel('Search clusters')).toHaveValue('engineer');
  await expect(page.getByRole('button', { name: /^same role/i })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('checkbox', { name: 'Hidden agents only' })).toBeChecked();
  await expect(page.getByLabel('Order')).toHaveText('By name');
  await expect(summary(page)).toHaveText(/^1 of 2 clusters · merging it saves/);

  await page.getByLabel('Search clusters').fill('nobody says this');
  await expect(page.getByRole('heading', { name: 'No cluster passes the filters' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(/\/duplicates\?sort=title$/);
});

test('a comparison can be cancelled and begun again; a failure says so', async ({
  owner: page,
  workspace,
  expectConsole,
}) => {
  await importQuietly(page, workspace, SERVER_ENGINEERS);
  let answer: 'never' | 'failing' | 'really' = 'never';
  await page.route(`**/api${workspace}/duplicates`, async (route) => {
    if (answer === 'never') return;
    if (answer === 'failing')
      await route.fulfill({ body: '{"kind":"error","message":"It was too much."}\n' });
    else await route.continue();
  });
  const dropped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/duplicates'));
  await page.goto(`${workspace}/duplicates`);
  await expect(page.getByRole('progressbar', { name: 'Comparison of the agents' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'The comparison was cancelled' })).toBeVisible();
  expect((await dropped).failure()?.errorText).toMatch(/ABORTED/);
  await expectAccessible(page, ['light']);

  answer = 'failing';
  await page.getByRole('button', { name: 'Compare the agents' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The agents could not be compared. It was too much.',
  );
  await expectAccessible(page, ['light']);
  answer = 'really';
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Server engineer')).toBeVisible();
  expectConsole(/ERR_ABORTED/);
});

test('members are unticked before a merge, and it goes to the board', async ({ owner: page, workspace }) => {
  await importQuietly(page, workspace, SERVER_ENGINEERS);
  await openDuplicates(page, workspace);
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Merge “Server engineer”' });
  await expect(dialog.getByRole('button', { name: 'Merge 5 agents' })).toBeVisible();
  await dialog.getByLabel('All', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Choose at least two' })).toBeDisabled();
  await dialog.getByLabel('All', { exact: true }).click();
  await dialog.getByLabel('backend-designer').click();
  await dialog.getByRole('button', { name: 'Merge 4 agents' }).click();
  await page.waitForURL(/\/merges\/[^/]+$/);
  await expect(page.getByRole('button', { name: /^Source D:/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Source E:/ })).toHaveCount(0);
});

test('a viewer compares and changes nothing', async ({ owner, workspace, member }) => {
  await importQuietly(owner, workspace, SERVER_ENGINEERS);
  const account = { name: 'Vi Example', email: `vi-${Date.now()}@example.org`, password: 'looking only' };
  const { page } = await member('viewer', account);
  await openDuplicates(page, workspace);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(members(page, 'Server engineer')).toHaveCount(5);
  await page.keyboard.press('n');
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Merge/ })).toHaveCount(0);
  await expect(row(page, 'Server engineer').getByRole('button', { name: /Not duplicates/ })).toHaveCount(0);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Compare two agents' });
  await expect(dialog.getByRole('heading', { name: /^Instructions of both/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Merge|Not duplicates/ })).toHaveCount(0);
});

test('while an agent is written, those like it stand beside it', async ({ owner: page, workspace }) => {
  await importQuietly(page, workspace, [...SERVER_ENGINEERS, GARDENER]);
  await page.goto(`${workspace}/agents/new`);
  await page.getByLabel('Name').fill('server-planner');
  await page.getByRole('button', { name: 'Create agent' }).click();
  await page.waitForURL(/\/agents\/(?!new)[^/]+$/);
  const id = page.url().split('/').at(-1) ?? '';
  const editor = await openEditor(page, workspace, id);
  const tab = editor.preview.getByRole('tab', { name: /^Similar/ });
  await expect(tab).toHaveText('Similar');

  await editor.field('Description').fill('Designs backend services: APIs, database schemas, authentication.');
  await editor.typeAtEnd(
    'design REST APIs with clear resource names and plan database schemas with indexes.',
  );
  await expect(tab).toHaveText(/^Similar [1-5]$/);
  await tab.click();
  const peers = editor.preview.getByRole('listitem');
  await expect(editor.preview.getByRole('link', { name: /^server-engineer, opens/ }).first()).toBeVisible();
  await expect(peers.first()).toContainText(/same role, .*%/);
  await expect(editor.preview.getByText('changelog-gardener')).toHaveCount(0);
  await expectAccessible(page);
  await editor.saveAs(2);
  await editor.preview.getByRole('button', { name: 'Compare' }).first().click();
  await expect(
    page.getByRole('dialog', { name: 'Compare two agents' }).getByText('server-planner').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto(`${workspace}/agents/new`);
  await page.getByRole('tab', { name: 'From pasted text' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill(SERVER_ENGINEERS[0]?.text ?? '');
  const similar = page.getByRole('region', { name: 'Similar agents' });
  await expect(similar.getByRole('link').first()).toHaveAccessibleName(/^server-engineer/);
  await expect(similar.getByText('same file').first()).toBeVisible();
});

test('the page is fit for everyone, full and empty', async ({
  owner: page,
  workspace,
  someone,
  ownerState,
}) => {
  test.setTimeout(900_000);
  await page.goto(`${workspace}/duplicates`);
  await expect(page.getByRole('heading', { name: 'No agents yet' })).toBeVisible();
  await expectFit(page);
  await importQuietly(page, workspace, [GARDENER, ...SERVER_ENGINEERS.slice(0, 1)]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No two agents are alike' })).toBeVisible();
  await expect(page.getByText('2 agents were compared')).toBeVisible();
  await expectFit(page);

  await importQuietly(page, workspace, [...SERVER_ENGINEERS.slice(1), ...COPIED]);
  await openDuplicates(page, workspace);
  for (const button of await page.locator('[data-cluster] [aria-expanded]').all()) await button.click();
  await expect(members(page, 'Server engineer')).toHaveCount(5);
  await expectFit(page);
  for (const key of ['c', 'm', 'n', '?']) {
    await row(page, 'Server engineer').getByRole('button', { name: 'Server engineer' }).focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    if (key === 'c') await expect(page.getByRole('heading', { name: /^Instructions of both/ })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(DESK);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  const fresh = await someone({ storageState: ownerState });
  const size = await measureScripts(fresh.page, `${workspace}/duplicates`);
  console.log(`duplicates: ${size.toFixed(0)} kB of JavaScript, gzip; at most 250`);
  expect(size).toBeLessThanOrEqual(250);
});
