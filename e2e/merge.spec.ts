/** Do several agents become one, with every instruction accounted for, and can it be undone? */

import { card, line, mergeFromSelection, progress, said, saved, showSource, unit } from './board';
import { GARDENER, SERVER_ENGINEERS } from './families';
import { DESK, expectAccessible, expectFit, expectNoSidewaysScroll, PHONE } from './page-checks';
import { importQuietly, savedText } from './steps';
import { expect, test } from './story';

test('five agents become one by keyboard, and come back', async ({ owner: page, workspace }) => {
  test.setTimeout(900_000);
  await importQuietly(page, workspace, [...SERVER_ENGINEERS, GARDENER]);
  await mergeFromSelection(page, workspace);
  await expect(progress(page)).toHaveText('0 of 5 decided');

  await page.keyboard.press('j');
  await expect(card(page, 'Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/1 of 5 decided/);
  await expect(card(page, 'Model')).toBeFocused();
  await page.keyboard.press('3');
  await expect(said(page)).toHaveText('Model: sonnet chosen. 2 of 5 decided.');
  await expect(line(page, 'model: sonnet')).toBeVisible();
  await page.keyboard.press('u');
  await expect(said(page)).toHaveText('Undone. 1 of 5 decided.');
  await expect(line(page, 'model: opus')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Colour')).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('j');
  await expect(card(page, 'Coverage')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Belongs to one project')).toBeFocused();
  await page.keyboard.press('1');
  await expect(progress(page)).toHaveText('5 of 5 decided');
  await expect(line(page, 'harbour')).toHaveCount(0);
  await saved(page);

  const runbook = line(page, 'Write a runbook for each alert.');
  await runbook.hover();
  await expect(runbook).toHaveAttribute('data-lit', 'self');
  await runbook.focus();
  await page.keyboard.press('o');
  await expect(unit(page, 'Write a runbook for each alert.')).toBeFocused();
  await expect(unit(page, 'Write a runbook for each alert.')).toContainText(/kept/);
  await page.keyboard.press('o');
  await expect(runbook).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Words of this block')).toBeFocused();
  await page.keyboard.type(' Rehearse it twice a year.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(line(page, 'Write a runbook for each alert. Rehearse it twice a year.')).toBeFocused();

  const alerts = line(page, 'Define alerts for latency');
  await alerts.focus();
  await page.keyboard.press('d');
  await page.getByLabel('Reason').fill('The platform does it');
  await page.getByRole('button', { name: 'Drop', exact: true }).click();
  await expect(alerts).toHaveCount(0);
  await expect(line(page, 'Write a runbook'), 'the focus is where the line was').toBeFocused();
  await expect(unit(page, 'Define alerts for latency')).toContainText('dropped');
  await saved(page);

  await page.reload();
  await expect(progress(page)).toHaveText('5 of 5 decided');
  await expect(line(page, 'Rehearse it twice a year.')).toBeVisible();
  await page.getByRole('tab', { name: /^Decisions/ }).click();
  await expect(page.getByText(/dropped: The platform does it/)).toBeVisible();
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await page.getByRole('region', { name: 'Decide' }).getByRole('button', { name: '1 dropped' }).click();
  await expect(page.getByRole('list', { name: 'Ledger' }).getByRole('listitem')).toHaveCount(1);

  const board = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Finish…' }).click();
  await page.getByLabel('What changed').fill('One server engineer');
  await page.getByRole('button', { name: 'Finish the merge' }).click();
  await page.waitForURL(/\/agents\/[^/]+$/);
  const id = page.url().split('/').at(-1) ?? '';
  const text = await savedText(page, workspace, id);
  expect(text).toContain('Rehearse it twice a year.');
  expect(text).toContain('color: yellow');
  expect(text).not.toContain('harbour');

  await page.getByRole('link', { name: 'History' }).click();
  const version = page.getByRole('list', { name: 'Versions, the newest first' }).getByRole('listitem');
  await expect(version).toHaveCount(1);
  await expect(version).toContainText('One server engineer');
  await expect(version).toContainText('Merged from');
  await expect(version.getByRole('link', { name: 'server-engineer' })).toHaveCount(4);
  await expect(version.getByRole('link', { name: 'backend-designer' })).toHaveCount(1);

  await version.getByRole('link', { name: 'backend-designer' }).click();
  await expect(page.getByRole('heading', { name: 'v1', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'backend-designer', exact: true }).click();
  await expect(page.getByText('This agent was merged into')).toBeVisible();
  await page.goto(`${workspace}/agents`);
  await expect(page.getByRole('list', { name: 'Agents, 2 in all' })).toBeVisible();

  await page.goto(board);
  await expect(page.getByText(/^Finished/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish…' })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'sonnet' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo merge' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo merge' }).click();
  await page.waitForURL(/\/agents$/);
  await expect(page.getByRole('list', { name: 'Agents, 6 in all' })).toBeVisible();
});

test('the automatic steps are overruled: fused, separated, moved, released, written', async ({
  owner: page,
  workspace,
}) => {
  test.setTimeout(900_000);
  await importQuietly(page, workspace, SERVER_ENGINEERS);
  await mergeFromSelection(page, workspace);

  await unit(page, 'Log in a structured format').focus();
  await page.keyboard.press('x');
  await unit(page, 'Define alerts for latency').focus();
  await page.keyboard.press('x');
  await expect(page.getByText('2 selected', { exact: true })).toHaveCount(2);
  await page.keyboard.press('f');
  await expect(said(page)).toHaveText('2 fused. 0 of 5 decided.');
  await page.getByRole('tab', { name: /^Decisions/ }).click();
  await expect(page.getByText(/^2 instructions made one/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: 'Nothing decided yet' })).toBeVisible();
  await page.getByRole('tab', { name: /^Decide/ }).click();

  const runbook = line(page, 'Write a runbook');
  const rows = page.getByRole('region', { name: 'Result' }).locator('[data-row]');
  const placeOf = (text: string) =>
    rows.evaluateAll((all, words) => all.findIndex((row) => row.textContent?.includes(words)), text);
  const before = await placeOf('Write a runbook');
  await runbook.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => placeOf('Write a runbook')).toBe(before - 1);
  await expect(runbook).toBeFocused();

  await page.keyboard.press('i');
  await page.getByLabel('Words to add below').fill('- Keep the runbook beside the code.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(line(page, 'Keep the runbook beside the code.')).toContainText('person');

  await runbook.focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: /^Move behind/ }).click();
  await page.getByLabel('Search the lines').fill('Hash passwords');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Hash passwords/ })
    .click();
  await expect
    .poll(async () => (await placeOf('Write a runbook')) - (await placeOf('Hash passwords')))
    .toBe(1);

  await card(page, 'Belongs to one project')
    .getByRole('button', { name: /^Release into/ })
    .click();
  await expect(line(page, 'services/harbour/README.md')).toBeVisible();
  await expect(progress(page)).toHaveText('1 of 5 decided');

  await card(page, 'Model').getByRole('button', { name: 'Another value…' }).click();
  await page.getByLabel(/^Another value for Model/).fill('haiku');
  await page.keyboard.press('Enter');
  await expect(line(page, 'model: haiku')).toBeVisible();

  await line(page, 'model: haiku').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Fields of the result' }).getByLabel('Name').fill('server-lead');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(line(page, 'name: server-lead')).toBeVisible();

  await showSource(page, 'B');
  await page.getByRole('button', { name: 'Follow its order' }).click();
  await expect(page.getByRole('button', { name: 'Its order is followed' })).toBeVisible();
  await saved(page);
  const download = page.waitForEvent('download');
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await page.getByRole('button', { name: 'JSON' }).click();
  expect((await download).suggestedFilename()).toBe('ledger-server-engineer.json');
});

test('a merge is begun by search, and a draft thrown away', async ({ owner: page, workspace }) => {
  await importQuietly(page, workspace, [...SERVER_ENGINEERS, GARDENER]);
  await page.goto(`${workspace}/merges`);
  await page.getByRole('button', { name: 'New merge' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Search agents').fill('changelog');
  await dialog.getByRole('button', { name: 'Add changelog-gardener' }).click();
  await expect(dialog.getByRole('button', { name: 'Choose at least two' })).toBeDisabled();
  await dialog.getByLabel('Search agents').fill('backend-des');
  await dialog.getByRole('button', { name: 'Add backend-designer' }).click();
  await dialog.getByRole('button', { name: 'Merge 2 agents' }).click();
  await page.waitForURL(/\/merges\/[^/]+$/);
  await page.getByRole('button', { name: 'More about this draft' }).click();
  await page.getByRole('menuitem', { name: /^Throw the draft away/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Throw away' }).click();
  await page.waitForURL(/\/merges$/);
  await expect(page.getByRole('heading', { name: 'No merges yet' })).toBeVisible();
});

test('board, list, dialogs and history are fit for everyone', async ({ owner: page, workspace }) => {
  test.setTimeout(900_000);
  const ids = await importQuietly(page, workspace, SERVER_ENGINEERS);
  const closeDialog = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await page.goto(`${workspace}/merges`);
  await expect(page.getByRole('heading', { name: 'No merges yet' })).toBeVisible();
  await expectFit(page);
  await page.getByRole('button', { name: 'New merge' }).click();
  await expect(page.getByRole('list', { name: 'Agents found' }).getByRole('listitem')).toHaveCount(5);
  await page.getByRole('button', { name: 'Add backend-designer' }).click();
  await expectFit(page);
  await closeDialog();

  await mergeFromSelection(page, workspace);
  await page.keyboard.press('j');
  await expectFit(page);
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await line(page, 'Write a runbook').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Words of this block')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Words of this block').press('Escape');
  await expect(line(page, 'Write a runbook')).toBeFocused();
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await closeDialog();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, ['light']);
  await closeDialog();
  await page.getByRole('button', { name: 'Finish…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFit(page);
  await closeDialog();
  await page.getByRole('tab', { name: /^Decide/ }).click();
  await page.setViewportSize(PHONE);
  for (const column of ['Sources', 'Decide', 'Result']) {
    await page.getByRole('group', { name: 'Which column' }).getByRole('button', { name: column }).click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, ['dark']);
  }
  await page.setViewportSize(DESK);
  await page.goto(`${workspace}/merges`);
  await expect(page.getByRole('link', { name: 'Server engineer' })).toBeVisible();
  await expectFit(page);
  await page.goto(`${workspace}/agents/${ids[0]}/history`);
  await expect(page.getByText('v1')).toBeVisible();
  await expectFit(page);
});
