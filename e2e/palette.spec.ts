/** Is everything at hand? The palette, keys, problems, starters, templates, samples and hints, by the keyboard where it can be. */

import type { Locator } from '@playwright/test';

import { expectAccessible, expectFit, expectNoSidewaysScroll, PHONE } from './page-checks';
import { importQuietly, openEditor, savedText, workApart } from './steps';
import { expect, type Person, test } from './story';

test.describe.configure({ timeout: 900_000 });

const agent = (name: string) => ({
  fileName: `${name}.md`,
  text: `---\nname: ${name}\ndescription: Helps with ${name}, whenever somebody asks for it.\n---\n\nYou help.\n`,
});

type Page = Person['page'];

/** Waits until the page has all that it fetches. */
async function ready(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

// An open agent listens for as long as it is open: its network is never idle.
test.beforeEach(({ owner }) => workApart(owner));

/** Presses a key until `there` is: a page answers to keys a moment after it is shown. */
async function pressFor(page: Page, key: string, there: Locator): Promise<void> {
  await expect(async () => {
    if (!(await there.isVisible())) await page.keyboard.press(key);
    await expect(there).toBeVisible({ timeout: 3000 });
  }).toPass();
}

async function openPalette(page: Page): Promise<void> {
  const input = page.getByRole('dialog', { name: 'Palette' }).getByRole('combobox');
  await pressFor(page, 'ControlOrMeta+k', input);
  await expect(input).toBeFocused();
}

test('the palette leads to an agent, a page, an action and a theme, by the keyboard alone', async ({
  owner,
  workspace,
}) => {
  const names = ['code-reviewer', 'database-architect', 'release-notes', 'security-tester'];
  const ids = await importQuietly(owner, workspace, names.map(agent));
  await owner.goto(`${workspace}/agents`);
  await ready(owner);
  const palette = owner.getByRole('dialog', { name: 'Palette' });
  const input = palette.getByRole('combobox');
  const options = palette.getByRole('option');

  await openPalette(owner);
  await expect(palette.getByText('Agents changed last')).toBeVisible();
  await expect(options.filter({ hasText: 'security-tester' })).toBeVisible();
  await expectFit(owner);

  // A typo, and Enter.
  await owner.keyboard.type('datavase');
  await expect(options.first()).toContainText('database-architect');
  await owner.keyboard.press('Enter');
  await owner.waitForURL(`**${workspace}/agents/${ids[1]}`);
  await expect(palette).toBeHidden();

  // Who types before it is there loses no letter, and none of them leads anywhere.
  await owner.goto(`${workspace}/agents`);
  await ready(owner);
  await owner.evaluate(() => {
    const press = (key: string, more: KeyboardEventInit = {}) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
      );
    press('k', { ctrlKey: true });
    for (const key of 'gd') press(key);
  });
  await expect(input).toBeFocused();
  await owner.keyboard.type('x');
  await expect(input).toHaveValue('gdx');
  await owner.keyboard.press('Escape');
  expect(new URL(owner.url()).pathname).toBe(`${workspace}/agents`);

  // From the source, where letters are letters.
  const editor = await openEditor(owner, workspace, ids[1] ?? '');
  await ready(owner);
  await editor.typeAtEnd('g d ?');
  await expect(editor.source).toContainText('g d ?');
  await openPalette(owner);
  await owner.keyboard.type('save');
  await expect(options.first()).toContainText('Save');
  await owner.keyboard.press('Enter');
  await expect(editor.status).toContainText(/Saved .*v2\b/);

  // An action of the page, reached with the arrows; a page by its two keys; a theme.
  await owner.goto(`${workspace}/agents`);
  await ready(owner);
  await openPalette(owner);
  await owner.keyboard.type('agents');
  await expect(options.filter({ hasText: 'Search the agents' })).toBeVisible();
  for (let step = 0; step < 8; step++) {
    if ((await palette.locator('[data-highlighted]').textContent())?.includes('Search the agents')) break;
    await owner.keyboard.press('ArrowDown');
  }
  await owner.keyboard.press('Enter');
  await expect(owner.getByLabel('Search agents')).toBeFocused();
  await owner.getByLabel('Search agents').blur();
  await owner.keyboard.press('g');
  await owner.keyboard.press('d');
  await owner.waitForURL(/\/duplicates/);
  await openPalette(owner);
  await owner.keyboard.type('theme dark');
  await owner.keyboard.press('Enter');
  await expect(owner.locator('html')).toHaveAttribute('data-theme', 'dark');

  // What nothing is called, and Escape.
  await openPalette(owner);
  await owner.keyboard.type('qqqqzz');
  await expect(palette.getByText('Nothing is called')).toBeVisible();
  await owner.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await owner.setViewportSize(PHONE);
  await owner.getByRole('button', { name: 'Open the menu' }).click();
  await owner.getByRole('button', { name: 'Go to an agent, page or action' }).click();
  await expect(input).toBeFocused();
  await expectNoSidewaysScroll(owner);
  await options.filter({ hasText: 'code-reviewer' }).click();
  await owner.waitForURL(`**${workspace}/agents/${ids[0]}`);
});

test('? shows the keys of the page, and F8 goes from problem to problem', async ({ owner, workspace }) => {
  const text =
    '---\nname: helper\ndescription: Helps people who ask.\ntools: Read, Rread\ncolour: blue\nmodel: sonnet\n---\n\nYou help.\n';
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'helper.md', text }]);
  const keys = owner.getByRole('dialog', { name: 'Keys' });
  for (const [path, words] of [
    ['agents', 'Select from the last one to here'],
    ['duplicates', 'Compare its two closest members'],
    ['settings', 'Go to the merges'],
  ]) {
    await owner.goto(`${workspace}/${path}`);
    await ready(owner);
    await pressFor(owner, '?', keys);
    await expect(keys).toContainText(words ?? '');
    if (path === 'agents') await expectAccessible(owner, ['light']);
    await owner.keyboard.press('Escape');
    await expect(keys).toBeHidden();
  }

  const editor = await openEditor(owner, workspace, id);
  await ready(owner);
  await expect(editor.status.getByRole('button', { name: 'Go to the next problem' })).toBeVisible();
  const said = editor.status.getByRole('status').filter({ hasText: /^\d+ of \d+: / });
  await pressFor(owner, 'F8', said);
  for (let step = 0; step < 6; step++) {
    const before = (await said.textContent()) ?? '';
    const focused = await owner.evaluate(() => {
      const active = document.activeElement;
      return active?.closest('[data-field]')?.getAttribute('data-field') ?? active?.className ?? '';
    });
    expect(focused).toMatch(/^(?:tools|colour|description|color)$|cm-content/);
    await owner.keyboard.press('F8');
    await expect(said).not.toHaveText(before);
  }
  const first = await said.textContent();
  await owner.keyboard.press('Shift+F8');
  await expect(said).not.toHaveText(first ?? '');
  await expectFit(owner);
});

test('a starter becomes an agent that loads, and an agent becomes a template', async ({
  owner,
  workspace,
  member,
}) => {
  await owner.goto(`${workspace}/agents/new`);
  await ready(owner);
  await owner.getByRole('tab', { name: 'From a starter or template' }).click();
  const preview = owner.getByRole('region', { name: 'Text of the choice' });
  await expect(preview).toContainText('name: reviewer');
  // Radios: the arrows choose.
  await owner.getByRole('radio', { name: /^Reviewer/ }).focus();
  await owner.keyboard.press('ArrowDown');
  await expect(preview).toContainText('name: planner');
  await expect(owner.getByLabel('Name', { exact: true })).toHaveAttribute('placeholder', 'planner');
  await expectFit(owner);
  await owner.getByRole('button', { name: 'Create agent' }).click();
  await owner.waitForURL((url) => /\/agents\/(?!new)[^/]+$/.test(url.pathname));
  await expect(owner.getByText('Loads in Claude Code').first()).toBeVisible();

  // The text on the screen becomes a template, and that another agent, both to the byte but for the name.
  const id = new URL(owner.url()).pathname.split('/').at(-1) ?? '';
  const starter = await savedText(owner, workspace, id);
  await owner.getByRole('button', { name: 'Export' }).first().click();
  await owner.getByRole('menuitem', { name: /^Save as template/ }).click();
  const dialog = owner.getByRole('dialog', { name: 'Save as template' });
  await dialog.getByLabel('Title').fill('Our planner');
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(dialog.getByText('Say in a line what it is good for.')).toBeVisible();
  await dialog.getByLabel('Purpose').fill('Plans as we do');
  await expectAccessible(owner);
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(owner.getByText('“Our planner” is a template now')).toBeVisible();

  await owner.goto(`${workspace}/settings`);
  const list = owner.getByRole('list', { name: 'Templates' });
  await list.getByRole('button', { name: 'Rename Our planner' }).click();
  await owner.getByRole('dialog').getByLabel('Title').fill('Team planner');
  await owner.getByRole('dialog').getByRole('button', { name: 'Save template' }).click();
  await expect(list).toContainText('Team planner');
  await list.getByRole('button', { name: 'Delete Team planner' }).click();
  await expect(list).toBeHidden();
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect(list).toContainText('Team planner');
  await expectFit(owner);
  await list.getByRole('link', { name: 'Use' }).click();
  await expect(preview).toContainText('name: planner');
  await expect(owner.getByLabel('Name', { exact: true })).toHaveAttribute('placeholder', 'planner-2');
  await owner.getByRole('button', { name: 'Create agent' }).click();
  await owner.waitForURL((url) => /\/agents\/(?!new)[^/]+$/.test(url.pathname));
  const second = new URL(owner.url()).pathname.split('/').at(-1) ?? '';
  expect(second).not.toBe(id);
  expect(await savedText(owner, workspace, second)).toBe(starter.replace('name: planner', 'name: planner-2'));

  // A viewer sees the templates and changes none.
  const account = { name: 'Vera Example', email: 'vera.keys@example.org', password: 'a viewer of things' };
  const viewer = await member('viewer', account);
  await viewer.page.goto(`${workspace}/settings`);
  const seen = viewer.page.getByRole('list', { name: 'Templates' });
  await expect(seen).toContainText('Plans as we do');
  await expect(seen.getByRole('button')).toHaveCount(0);
  await expect(seen.getByRole('link')).toHaveCount(0);
});

test('samples fill an empty workspace; a hint that was dismissed stays away, on every device', async ({
  workspace,
  member,
  someone,
}) => {
  // A person of their own: the owner has seen hints in other stories.
  const account = { name: 'Hana Example', email: 'hana@example.org', password: 'hints only once' };
  const { page, context } = await member('admin', account);
  await page.goto(`${workspace}/agents`);
  await page.getByRole('button', { name: 'Add the samples' }).click();
  await expect(page.getByRole('list', { name: 'Agents, 12 in all' })).toBeVisible();
  await expect(page.getByText('12 samples added')).toBeVisible();
  await expect(page.getByText('broken', { exact: true })).toBeVisible();

  const hint = page.getByRole('note', { name: 'Hint' });
  await expect(hint).toContainText('⌘K');
  await expectFit(page);
  await hint.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toBeHidden();

  // Who compares needs no hint any more that one can.
  await page.goto(`${workspace}/duplicates`);
  await expect(page.getByText('2 clusters').first()).toBeVisible();
  await expect(hint).toContainText('Compare shows');
  await page
    .getByRole('button', { name: /^Compare(?! again)/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();

  // The broken one: its problem has a fix, and F8 shows where.
  await page.goto(`${workspace}/agents`);
  await page
    .getByRole('link', { name: /incident-scribe/ })
    .first()
    .click();
  await expect(hint).toContainText('F8');
  await pressFor(page, 'F8', page.getByRole('status').filter({ hasText: /^\d of 2: / }));
  await expect(hint).toBeHidden();

  const other = await someone({ storageState: await context.storageState() });
  for (const path of ['agents', 'duplicates']) {
    await other.page.goto(`${workspace}/${path}`);
    await expect(other.page.getByRole('heading', { level: 1 })).toBeVisible();
    await other.page.waitForLoadState('networkidle');
    await expect(other.page.getByRole('note', { name: 'Hint' })).toHaveCount(0);
  }
});
