/** Who may merge, and what if two do at once? */

import { line, mergeFromSelection, progress, saved } from './board';
import { SERVER_ENGINEERS } from './families';
import { importQuietly, openEditor } from './steps';
import { expect, makeWorkspace, test } from './story';

test('two people decide on one board, and a source changes meanwhile', async ({
  owner,
  workspace,
  member,
}) => {
  test.setTimeout(900_000);
  const ids = await importQuietly(owner, workspace, SERVER_ENGINEERS);
  await mergeFromSelection(owner, workspace);
  const address = new URL(owner.url()).pathname;
  const account = { name: 'Mia Example', email: `mia-${Date.now()}@example.org`, password: 'member for now' };
  const mia = await member('editor', account);
  await mia.page.goto(address);
  await mia.page.getByRole('radio', { name: 'yellow' }).check();
  await saved(mia.page);
  await expect(progress(mia.page)).toHaveText('1 of 5 decided');

  await owner.getByRole('radio', { name: 'sonnet' }).check();
  await expect(owner.getByText('Mia Example decided here as well.')).toBeVisible();
  await expect(progress(owner)).toHaveText('2 of 5 decided');
  await expect(line(owner, 'color: yellow')).toContainText('model: sonnet');

  const editor = await openEditor(await owner.context().newPage(), workspace, ids[4] ?? '');
  await editor.typeAtEnd('\n- Delete what nobody calls.');
  await editor.saveAs(2);
  await owner.reload();
  await expect(owner.getByText('backend-designer has changed since this merge began.')).toBeVisible();
  await owner.getByRole('button', { name: 'Rebase' }).click();
  await expect(line(owner, 'Delete what nobody calls.')).toBeVisible();
  await expect(progress(owner)).toHaveText('2 of 5 decided');
  await expect(owner.getByRole('button', { name: 'Rebase' })).toHaveCount(0);
});

test('a viewer looks and changes nothing; to an outsider there is no merge', async ({
  owner,
  workspace,
  server,
  member,
  expectConsole,
}) => {
  expectConsole(/404/);
  const ids = await importQuietly(owner, workspace, SERVER_ENGINEERS);
  await mergeFromSelection(owner, workspace);
  const board = new URL(owner.url()).pathname;
  const account = { name: 'Vi Example', email: `vi-${Date.now()}@example.org`, password: 'looking only' };
  const viewer = await member('viewer', account);
  await viewer.page.goto(`${workspace}/agents`);
  await viewer.page.getByLabel('Select all agents shown').click();
  await expect(viewer.page.getByText('5 selected')).toBeVisible();
  await expect(viewer.page.getByRole('button', { name: 'Merge…' })).toHaveCount(0);
  await viewer.page.goto(`${workspace}/merges`);
  await expect(viewer.page.getByRole('link', { name: 'Server engineer' })).toBeVisible();
  await expect(viewer.page.getByRole('button', { name: 'New merge' })).toHaveCount(0);
  await viewer.page.goto(board);
  await expect(viewer.page.getByText('You can look at this merge.')).toBeVisible();
  for (const name of ['Finish…', 'Undo', 'Accept', 'Follow its order', /^What to do with/])
    await expect(viewer.page.getByRole('button', { name })).toHaveCount(0);
  await expect(viewer.page.getByRole('radio', { name: 'sonnet' })).toBeDisabled();
  await viewer.page.keyboard.press('j');
  await viewer.page.keyboard.press('2');
  await line(viewer.page, 'Write a runbook').focus();
  for (const key of ['Enter', 'd', 'i', 'Alt+ArrowUp', 'u']) await viewer.page.keyboard.press(key);
  await expect(progress(viewer.page)).toHaveText('0 of 5 decided');
  await expect(viewer.page.getByRole('textbox', { name: /^Words/ })).toHaveCount(0);

  const elsewhere = await makeWorkspace(owner.context(), server.url, 'Beyond');
  const other = { name: 'Otto Example', email: `otto-${Date.now()}@example.org`, password: 'from elsewhere' };
  const outsider = await member('admin', other, elsewhere);
  const pages = [`${workspace}/merges`, board, board.replace(workspace, elsewhere)];
  for (const path of [...pages, `${workspace}/agents/${ids[0]}/history`]) {
    const response = await outsider.page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
  for (const path of pages) expect((await outsider.page.request.get(`/api${path}`)).status(), path).toBe(404);
});
