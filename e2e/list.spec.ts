/** Does somebody with hundreds of agents find the right ones, and move them about, on a desk and on a phone? */

import type { Page } from '@playwright/test';

import { expectAccessible, expectFit, expectNoSidewaysScroll, PHONE } from './page-checks';
import { expect, originOf, test } from './story';

const COUNT = 240;
/** The server takes at most 200 files at once. */
const AT_ONCE = 120;
const JOBS = ['reviewer', 'planner', 'tester', 'writer'];
const MODELS = ['opus', 'sonnet', ''];

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;
const nameOf = (at: number) => `${pick(JOBS, at)}-${String(at).padStart(3, '0')}`;

/** Agents of four jobs and three models, the first one broken. */
const AGENTS = Array.from({ length: COUNT }, (_, at) => {
  const model = pick(MODELS, at);
  const lines = ['---', `name: ${nameOf(at)}`, `description: Helps with matter ${at}.`];
  if (at === 0) lines.pop();
  if (model) lines.push(`model: ${model}`);
  return {
    fileName: `${nameOf(at)}.md`,
    text: [...lines, '---', '', `You help with matter ${at}.`, ''].join('\n'),
  };
});

/** As many by one request as the server takes, as the page does. */
async function importAll(page: Page, workspace: string): Promise<void> {
  const headers = { origin: originOf(page) };
  for (let at = 0; at < COUNT; at += AT_ONCE) {
    const multipart = new FormData();
    for (const { fileName, text } of AGENTS.slice(at, at + AT_ONCE)) {
      multipart.append('file', new File([text], fileName, { type: 'text/markdown' }));
    }
    const response = await page.request.post(`/api${workspace}/import?mode=write`, { multipart, headers });
    expect(await response.text()).not.toContain('"failed"');
  }
}

const list = (page: Page, count: number) => page.getByRole('list', { name: `Agents, ${count} in all` });
const rows = (page: Page) => page.locator('[data-agent]');
const bar = (page: Page) => page.getByRole('region', { name: 'Selected agents' });

async function filterBy(
  page: Page,
  field: string,
  value: string | RegExp,
  role = 'menuitemcheckbox' as const,
) {
  await page.getByRole('button', { name: field, exact: true }).click();
  await page.getByRole(role, { name: value }).click();
  await page.keyboard.press('Escape');
}

test.describe.configure({ timeout: 900_000 });

test('hundreds of agents are found by filters, searches and keys, and the address leads back', async ({
  owner,
  workspace,
}) => {
  await importAll(owner, workspace);
  await owner.goto(`${workspace}/agents`);
  await expect(list(owner, COUNT)).toBeVisible();
  // Only what is in sight is in the document; the rest comes as one scrolls, also right into the middle.
  expect(await rows(owner).count()).toBeLessThan(60);
  await owner.locator('main').evaluate((main) => {
    main.scrollTop = main.scrollHeight / 2;
  });
  await expect(rows(owner).and(owner.locator('[aria-posinset="121"]'))).toBeVisible();
  await owner.keyboard.press('End');
  await expect(rows(owner).last()).toHaveAttribute('aria-posinset', String(COUNT));
  await expect(rows(owner).last().getByRole('link')).toBeFocused();
  await owner.keyboard.press('Home');
  await expect(owner.getByRole('link', { name: nameOf(1), exact: true })).toBeFocused();
  await owner.keyboard.press('j');
  await expect(rows(owner).nth(1).getByRole('link')).toBeFocused();

  await filterBy(owner, 'Model', /^opus 80$/);
  await expect(list(owner, 80)).toBeVisible();
  await filterBy(owner, 'Status', /^broken 1$/);
  await expect(list(owner, 1)).toBeVisible();
  await expect(owner).toHaveURL(/\?status=broken&model=opus$/);
  await owner.goBack();
  await expect(list(owner, 80)).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Clear Status' })).toHaveCount(0);
  await owner.reload();
  await expect(list(owner, 80)).toBeVisible();

  // Into an agent and back: at the same place of the same list.
  await owner.locator('main').evaluate((main) => {
    main.scrollTop = 1_600;
  });
  const deep = rows(owner).and(owner.locator('[aria-posinset="45"]')).getByRole('link');
  await expect(deep).toBeVisible();
  await owner.waitForFunction(() => typeof window.history.state?.listPlace === 'number');
  await deep.click();
  await expect(owner.getByRole('region', { name: 'Source' })).toBeVisible();
  await owner.goBack();
  await expect(list(owner, 80)).toBeVisible();
  await expect(deep).toBeInViewport();

  await owner.getByRole('button', { name: 'Clear all' }).click();
  await expect(list(owner, COUNT)).toBeVisible();
  await owner.keyboard.press('/');
  await owner.keyboard.type('revewer-004');
  await expect(owner.getByText('Also close')).toBeVisible();
  await expect(rows(owner).first().getByRole('link')).toHaveText(nameOf(4));
  await owner.getByLabel('Search agents').fill('matter 2');
  await expect(owner.locator('mark').first()).toHaveText('matter');
  await filterBy(owner, 'Model', /^no model of its own/);
  await owner.getByLabel('Search agents').fill('matter nowhere');
  await owner.getByRole('button', { name: /^Without the search/ }).click();
  await expect(list(owner, 80)).toBeVisible();
  await expectFit(owner);
});

test('all that match are chosen at once, tagged, archived, deleted, restored, and deleted for good', async ({
  owner,
  member,
  workspace,
}) => {
  await importAll(owner, workspace);
  await owner.goto(`${workspace}/agents?model=opus`);
  await owner.getByLabel('Select reviewer-012').click();
  await expect(bar(owner)).toContainText('1 selected');
  await owner.getByRole('button', { name: 'Select all 80 that match' }).click();
  await expect(bar(owner)).toContainText('80 selected');
  await owner.getByLabel('Select reviewer-012').click();
  await expect(bar(owner)).toContainText('79 selected');

  await bar(owner).getByRole('button', { name: 'Tags…' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Add').fill('Night Shift');
  await expectAccessible(owner, ['light']);
  await dialog.getByRole('button', { name: 'Save tags' }).click();
  await expect(owner.getByText('Tags of 79 agents changed')).toBeVisible();
  await owner.getByRole('button', { name: 'Clear Model' }).click();
  await expect(list(owner, COUNT)).toBeVisible();
  await filterBy(owner, 'Model', /^sonnet/);
  await expect(bar(owner)).toContainText('79 of them not shown');
  await owner.getByRole('button', { name: 'Clear the selection' }).click();
  await owner.goto(`${workspace}/agents?q=night`);
  await expect(list(owner, 79)).toBeVisible();

  // Archived, and back by the message at the foot.
  await owner.getByLabel('Select all agents shown').click();
  await bar(owner).getByRole('button', { name: 'Archive' }).click();
  await expect(owner.getByText('79 agents archived')).toBeVisible();
  await expect(owner.getByText('No agent matches “night”')).toBeVisible();
  await owner.goto(`${workspace}/agents?status=archived`);
  await expect(list(owner, 79)).toBeVisible();
  await owner.getByLabel('Select all agents shown').click();
  await bar(owner).getByRole('button', { name: 'Take out of the archive' }).click();
  await expect(owner.getByText('The archive is empty')).toBeVisible();

  await owner.goto(`${workspace}/agents?tag=night+shift&sort=-name`);
  await expect(list(owner, 79)).toBeVisible();
  await rows(owner).first().hover();
  await owner
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await owner.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(list(owner, 78)).toBeVisible();
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect(list(owner, 79)).toBeVisible();

  await owner.getByLabel('Select all agents shown').click();
  await bar(owner).getByRole('button', { name: 'Delete' }).click();
  await expect(owner.getByText('79 agents moved to the bin')).toBeVisible();
  await owner.goto(`${workspace}/agents?status=bin`);
  await expect(list(owner, 79)).toBeVisible();
  await expect(rows(owner).first()).toContainText('goes for good on');
  await expectFit(owner);
  await rows(owner).first().getByRole('checkbox').click();
  await bar(owner).getByRole('button', { name: 'Restore' }).click();
  await expect(list(owner, 78)).toBeVisible();
  await owner.getByLabel('Select all agents shown').click();
  await bar(owner).getByRole('button', { name: 'Delete for good' }).click();
  const question = owner.getByRole('alertdialog');
  await expect(question).toContainText('Delete 78 agents for good?');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(owner.getByText('The bin is empty')).toBeVisible();
  await owner.getByRole('button', { name: 'Show the agents in use' }).click();
  await expect(list(owner, COUNT - 78)).toBeVisible();

  // A viewer looks and exports; a phone has it all without sideways scrolling.
  const account = { name: 'Vera', email: 'vera.list@example.org', password: 'correct horse battery' };
  const { page: viewer } = await member('viewer', account, workspace, { viewport: PHONE });
  await viewer.goto(`${workspace}/agents`);
  await expect(list(viewer, COUNT - 78)).toBeVisible();
  await rows(viewer).first().getByRole('checkbox').click();
  await expect(bar(viewer).getByRole('button', { name: 'Export' })).toBeVisible();
  await expect(bar(viewer).getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await expectNoSidewaysScroll(viewer);
  await expectAccessible(viewer, ['dark']);
});
