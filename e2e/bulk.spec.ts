/** Does somebody change many agents at once, knowing what will happen to each, and take it back as one? */

import type { Locator, Page } from '@playwright/test';

import type { AgentFile } from './agents';
import { expectAccessible, expectNoSidewaysScroll, PHONE } from './page-checks';
import { importQuietly, savedText } from './steps';
import { expect, test } from './story';

const agent = (name: string, front: string, body = 'You help with invoices.\n'): AgentFile => ({
  fileName: `${name}.md`,
  text: `---\nname: ${name}\ndescription: Helps with ${name}.\n${front}---\n\n${body}`,
});

const READER = agent('reader', 'tools: Read, Grep # no more\nmodel: haiku\n');
const WRITER = agent(
  'writer',
  'tools: [Read, Edit]\nmodel: haiku\n',
  'You write. Invoice 12, invoice 345.\n',
);
const RUNNER = agent('runner', 'tools: Read, Bash\nmodel: sonnet\n');
/** Claude Code cannot read its front matter, so no field of it can be set. */
const BROKEN = {
  fileName: 'broken.md',
  text: '---\nname: "broken\n---\n\nNothing.\n',
};
const FOUR = [READER, WRITER, RUNNER, BROKEN];

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const dialog = (page: Page) => page.getByRole('dialog');

async function chooseAll(page: Page, count: number): Promise<void> {
  await page
    .getByLabel(/^Select (?!all)/)
    .first()
    .click();
  await page.getByRole('button', { name: `Select all ${count} that match` }).click();
  await expect(page.getByRole('region', { name: 'Selected agents' })).toContainText(`${count} selected`);
}

async function choose(within: Locator, page: Page, label: string, option: string): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

test.describe.configure({ timeout: 900_000 });

test('a field is set in many agents after a look at each, and taken back as one', async ({
  owner,
  member,
  workspace,
}) => {
  const ids = await importQuietly(owner, workspace, FOUR);
  const [reader = '', writer = '', runner = '', broken = ''] = ids;
  await owner.goto(`${workspace}/agents`);
  await chooseAll(owner, 4);
  await owner.getByRole('button', { name: 'Change…' }).click();

  // Who would be refused, who stays, who may do more: said before anything is done.
  await choose(dialog(owner), owner, 'Field', 'Tools');
  await dialog(owner).getByLabel('Names').fill('Bash,');
  await expect(preview(owner)).toContainText('4 agents looked at.');
  await expect(preview(owner)).toContainText(
    '2 agents may do more then: reader gains Bash and writer gains Bash',
  );
  await expect(preview(owner).getByLabel('Changes of reader')).toContainText(
    'tools: Read, Grep, Bash # no more',
  );
  await preview(owner).getByRole('button', { name: 'Refused 1' }).click();
  await expect(preview(owner)).toContainText('The front matter cannot be read');
  await preview(owner).getByRole('button', { name: 'Stay as they are 1' }).click();
  await expect(preview(owner).getByRole('listitem').first()).toContainText('runner');

  // Another change instead; one agent is left out of it.
  await choose(dialog(owner), owner, 'Field', 'Model');
  await dialog(owner).getByLabel('Value').fill('opus');
  await expect(preview(owner).getByRole('button', { name: 'Will change 3' })).toBeVisible();
  await expectAccessible(owner);
  await preview(owner).getByRole('checkbox', { name: 'runner' }).uncheck();
  await dialog(owner).getByRole('button', { name: 'Change 2 agents' }).click();
  await expect(dialog(owner).getByRole('status')).toHaveText('2 agents changed.');
  expect(await savedText(owner, workspace, reader)).toBe(READER.text.replace('haiku', 'opus'));
  expect(await savedText(owner, workspace, runner)).toBe(RUNNER.text);
  expect(await savedText(owner, workspace, broken)).toBe(BROKEN.text);

  await dialog(owner).getByRole('link', { name: 'Changes of many' }).click();
  await expect(owner.getByRole('listitem')).toContainText(['Set model to opus']);
  await expectAccessible(owner);
  await owner.getByRole('button', { name: 'Undo Set model to opus' }).click();
  await owner.getByRole('button', { name: 'Undo 2 agents' }).click();
  await expect(owner.getByRole('status').filter({ hasText: '2 agents taken back.' })).toBeVisible();
  await dialog(owner).getByRole('button', { name: 'Close' }).first().click();
  await expect(owner.getByText('undone', { exact: true })).toBeVisible();
  expect(await savedText(owner, workspace, reader)).toBe(READER.text);
  expect(await savedText(owner, workspace, writer)).toBe(WRITER.text);

  // A viewer sees what was done, and can do nothing of it.
  const { page: viewer } = await member('viewer', {
    name: 'Vera Example',
    email: 'vera.bulk@example.org',
    password: 'battery staple horse',
  });
  await viewer.goto(`${workspace}/agents`);
  await viewer
    .getByLabel(/^Select (?!all)/)
    .first()
    .click();
  await expect(viewer.getByRole('button', { name: 'Export' }).first()).toBeVisible();
  await expect(viewer.getByRole('button', { name: 'Change…' })).toHaveCount(0);
  await viewer.goto(`${workspace}/changes`);
  await expect(viewer.getByRole('listitem')).toContainText(['Set model to opus']);
  await expect(viewer.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('text is found by a pattern in all agents and replaced, one place left out, also on a phone', async ({
  owner,
  workspace,
}) => {
  const [reader = '', writer = '', runner = ''] = await importQuietly(owner, workspace, FOUR);
  await owner.goto(`${workspace}/agents`);
  await owner.getByRole('button', { name: 'More', exact: true }).click();
  await owner.getByRole('menuitem', { name: 'Find and replace…' }).click();
  const find = dialog(owner).getByLabel('Find', { exact: true });
  await find.fill('(invoice');
  await dialog(owner).getByLabel('Regular expression').check();
  await expect(dialog(owner)).toContainText('This is no regular expression');
  await find.fill('(invoice) (\\d+)');
  await dialog(owner).getByLabel('Replace by').fill('bill $2');
  await expect(preview(owner)).toContainText('2 places found.');
  await preview(owner).getByRole('button', { name: '2 places' }).click();
  const places = preview(owner).getByRole('list', { name: 'Places in writer' });
  await places.getByRole('checkbox').first().uncheck();
  await expect(preview(owner).getByLabel('All changes of writer')).toContainText('Invoice 12, bill 345.');
  await expectAccessible(owner);
  await dialog(owner).getByRole('button', { name: 'Change 1 agent' }).click();
  await expect(dialog(owner).getByRole('status')).toHaveText('1 agent changed.');
  expect(await savedText(owner, workspace, writer)).toBe(WRITER.text.replace('invoice 345', 'bill 345'));
  await dialog(owner).getByRole('button', { name: 'Close' }).first().click();
  await owner.goto(`${workspace}/agents/${writer}/history`);
  await expect(owner.locator('main')).toContainText('Replace /(invoice) (\\d+)/ by "bill $2"');

  // A pattern that never ends is stopped, and said; the server goes on answering.
  await owner.goto(`${workspace}/agents`);
  await owner.setViewportSize(PHONE);
  await owner.getByRole('button', { name: 'More', exact: true }).click();
  await owner.getByRole('menuitem', { name: 'Find and replace…' }).click();
  await dialog(owner).getByLabel('Find', { exact: true }).fill('name: reader');
  await expect(preview(owner)).toContainText('1 place found.');
  await expectNoSidewaysScroll(owner);
  await expectAccessible(owner, ['light']);
  await dialog(owner).getByLabel('Replace by').fill('nome: reader');
  await expect(preview(owner)).toContainText('Claude Code would not load it any more');
  await expect(dialog(owner).getByRole('button', { name: 'Change', exact: true }).last()).toBeDisabled();
  expect(await savedText(owner, workspace, reader)).toBe(READER.text);
  expect(await savedText(owner, workspace, runner)).toBe(RUNNER.text);
});

test('a change of many is stopped half way; what was done is said, and taken back', async ({
  owner,
  workspace,
}) => {
  const many = Array.from({ length: 26 }, (_, at) => agent(`helper-${at}`, 'model: haiku\n'));
  await importQuietly(owner, workspace, many);
  await owner.goto(`${workspace}/agents`);
  await chooseAll(owner, 26);
  await owner.getByRole('button', { name: 'Change…' }).click();
  await dialog(owner).getByLabel('Value').fill('opus');
  await expect(preview(owner)).toContainText('26 agents looked at.');

  // The first of two batches is under way when somebody stops.
  let goOn = () => {};
  const stopped = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await owner.route('**/agents', async (route) => {
    if (route.request().method() === 'POST') await stopped;
    await route.continue();
  });
  await dialog(owner).getByRole('button', { name: 'Change 26 agents' }).click();
  await expect(dialog(owner).getByRole('heading', { name: 'Changing agents' })).toBeVisible();
  await expect(dialog(owner).getByRole('progressbar', { name: 'Agents changed' })).toBeVisible();
  await dialog(owner).getByRole('button', { name: 'Stop' }).click();
  goOn();
  await expect(dialog(owner).getByRole('status')).toHaveText('25 agents changed; stopped after 25 of 26.');
  await expect(dialog(owner).getByRole('heading', { name: 'What was changed' })).toBeVisible();
  await owner.unroute('**/agents');

  await dialog(owner).getByRole('button', { name: 'Undo 25 as one' }).click();
  await expect(dialog(owner).getByRole('status')).toHaveText('25 agents taken back.');
  await expect(dialog(owner).getByRole('heading', { name: 'What was undone' })).toBeVisible();
});
