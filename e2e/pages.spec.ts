/** Is every page fit for everyone: both themes, a desk and a phone, a slow line? */

import { FIVE, QUERY_DOCTOR } from './agents';
import { expectAccessible, expectFit, expectNoSidewaysScroll, measureScripts, PHONE } from './page-checks';
import { dropFiles, importQuietly, inviteAs, openEditor } from './steps';
import { expect, test } from './story';

test.describe.configure({ timeout: 900_000 });

test('the pages for people who are not signed in', async ({ owner, workspace, someone, expectConsole }) => {
  expectConsole(/404/);
  const link = await inviteAs(owner, workspace, 'Viewer');
  const { page } = await someone();
  for (const path of ['/sign-in', new URL(link).pathname, '/join/no-such-token', '/setup']) {
    await page.goto(path);
    await expectFit(page);
  }
});

test('the lists, full and empty, and the dialogs over them', async ({ owner, workspace }) => {
  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('heading', { name: 'Drop your agents here' })).toBeVisible();
  await expectFit(owner);

  await dropFiles(owner, FIVE);
  await owner.getByRole('dialog').getByRole('button', { name: 'Import 5 agents' }).click();
  await expect(owner.getByRole('dialog').getByRole('button', { name: 'Done' })).toBeVisible();
  await expectFit(owner);
  await owner.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(owner.getByRole('list', { name: 'Agents, 5 in all' })).toBeVisible();
  await expectFit(owner);

  await owner.getByLabel('Select query-doctor').click();
  await expectFit(owner);
  await owner.keyboard.press('Escape');
  await owner.getByRole('button', { name: 'Export' }).first().click();
  await expect(owner.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await expectFit(owner);
});

test('the editor, in every pane', async ({ owner, workspace }) => {
  const ids = await importQuietly(
    owner,
    workspace,
    [FIVE[0], FIVE[4]].filter((file) => file !== undefined),
  );
  for (const id of ids) {
    const editor = await openEditor(owner, workspace, id);
    await expectFit(owner);
    await editor.showWholeFile();
    await editor.showRawFile();
    await expectAccessible(owner);
  }
  await owner.setViewportSize(PHONE);
  for (const pane of ['Form', 'Source', 'Preview']) {
    await owner.getByRole('group', { name: 'Which pane' }).getByRole('button', { name: pane }).click();
    await expectNoSidewaysScroll(owner);
    await expectAccessible(owner);
  }
});

test('settings, members, account, new agent, new workspace, not found', async ({
  owner,
  workspace,
  expectConsole,
}) => {
  expectConsole(/404/);
  await inviteAs(owner, workspace, 'Viewer');
  for (const path of [
    `${workspace}/settings`,
    `${workspace}/members`,
    '/account',
    `${workspace}/agents/new`,
    '/w/new',
    '/no-such-page',
  ]) {
    await owner.goto(path);
    await expectFit(owner);
  }
});

test('the JavaScript of a first load stays within its budget', async ({
  someone,
  owner,
  workspace,
  ownerState,
}) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const budgets = [
    { page: 'sign-in', path: '/sign-in', kilobytes: 180, signedIn: false },
    { page: 'list', path: `${workspace}/agents`, kilobytes: 240, signedIn: true },
    { page: 'editor', path: `${workspace}/agents/${id}`, kilobytes: 480, signedIn: true },
    { page: 'inbox', path: `${workspace}/inbox`, kilobytes: 240, signedIn: true },
    { page: 'reviews', path: `${workspace}/reviews`, kilobytes: 200, signedIn: true },
  ];
  for (const { page, path, kilobytes, signedIn } of budgets) {
    const fresh = await someone(signedIn ? { storageState: ownerState } : {});
    const size = await measureScripts(fresh.page, path);
    console.log(`${page}: ${size.toFixed(0)} kB of JavaScript, gzip; at most ${kilobytes}`);
    expect(size, page).toBeGreaterThan(50);
    expect(size, page).toBeLessThanOrEqual(kilobytes);
  }
});
