/** Who may do what, and what does someone see who may not? */

import { QUERY_DOCTOR } from './agents';
import { downloaded, importQuietly, inviteAs, joinBy, openEditor, savedText, signIn } from './steps';
import { expect, makeWorkspace, test } from './story';

test('a viewer reads, exports, and is told why nothing can be changed', async ({
  owner,
  workspace,
  someone,
}) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const link = await inviteAs(owner, workspace, 'Viewer');
  const viewer = await someone();
  await joinBy(viewer.page, link, { name: 'Vi Example', email: 'vi@example.org', password: 'looking only' });

  await viewer.page.goto(`${workspace}/agents`);
  await expect(viewer.page.getByRole('link', { name: 'query-doctor' })).toBeVisible();
  await expect(viewer.page.getByRole('button', { name: 'Import' })).toHaveCount(0);
  await expect(viewer.page.getByRole('link', { name: 'New agent' })).toHaveCount(0);

  const editor = await openEditor(viewer.page, workspace, id);
  await expect(viewer.page.getByText(/you need the role of an editor/)).toBeVisible();
  await expect(editor.field('Name')).toHaveAttribute('readonly');
  await expect(viewer.page.getByRole('button', { name: /^Save/ })).toHaveCount(0);
  await editor.source.click();
  await viewer.page.keyboard.type('x');
  await editor.showRawFile();
  expect(await editor.rawText()).toBe(QUERY_DOCTOR);
  expect(await savedText(viewer.page, workspace, id)).toBe(QUERY_DOCTOR);

  const origin = new URL(viewer.page.url()).origin;
  const refused = await viewer.page.request.post(`/api${workspace}/import?name=b.md&path=b.md`, {
    data: 'x',
    headers: { origin },
  });
  expect(refused.status()).toBe(403);

  const again = await someone();
  await again.page.goto(new URL(link).pathname);
  await expect(again.page.getByRole('button', { name: /^Join/ }), 'a link is for one').toHaveCount(0);
});

test('to an outsider a workspace is not there, by status', async ({
  owner,
  workspace,
  server,
  someone,
  member,
  expectConsole,
}) => {
  expectConsole(/404/);
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const elsewhere = await makeWorkspace(owner.context(), server.url, 'Elsewhere');
  const email = `out-${Date.now()}@example.org`;
  const account = { name: 'Otto Example', email, password: 'from elsewhere' };
  const outsider = await member('admin', account, elsewhere);

  for (const path of [
    '',
    '/agents',
    '/agents/new',
    `/agents/${id}`,
    '/duplicates',
    '/members',
    '/settings',
  ]) {
    const response = await outsider.page.goto(`${workspace}${path}`);
    expect(response?.status(), path).toBe(404);
    await expect(outsider.page.getByText('query-doctor')).toHaveCount(0);
  }
  for (const path of ['agents', `agents/${id}/download`, 'duplicates', 'export'].map(
    (at) => `${workspace}/${at}`,
  )) {
    expect((await outsider.page.request.get(`/api${path}`)).status(), path).toBe(404);
  }
  const swapped = await outsider.page.request.get(`/api${elsewhere}/agents/${id}/download`);
  expect(swapped.status(), "another workspace's agent under one's own").toBe(404);

  const nobody = await someone();
  await nobody.page.goto(`${workspace}/agents/${id}`);
  await expect(nobody.page).toHaveURL(/\/sign-in/);
  expect((await nobody.page.request.get(`/api${workspace}/agents`)).status()).toBe(401);
});

test('a member who is removed, or given another role, feels it at once', async ({
  owner,
  workspace,
  someone,
  member: join,
  expectConsole,
}) => {
  expectConsole(/404/);
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const account = { name: 'Mia Example', email: `mia-${Date.now()}@example.org`, password: 'member for now' };
  const member = await join('editor', account);
  const editor = await openEditor(member.page, workspace, id);
  await expect(editor.field('Name')).toBeEditable();

  await owner.goto(`${workspace}/members`);
  await editor.typeAtEnd(' Not yet.');
  const giveRole = async (role: string) => {
    await owner.getByLabel(`Role of ${account.name}`).click();
    await owner.getByRole('option', { name: role }).click();
  };

  await test.step('who may only read keeps what they typed, and can take it along', async () => {
    await giveRole('Viewer');
    const told = member.page.getByRole('alert').filter({ hasText: 'Your role was changed' });
    await expect(told).toContainText('kept on this device');
    await expect(editor.status).toContainText('Not shared: kept on this device');
    await expect(editor.field('Name')).not.toBeEditable();
    await member.page.keyboard.press('ControlOrMeta+s');
    await told.getByRole('button', { name: 'Copy the text' }).click();
    const copied = await member.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(' Not yet.');
    const file = await downloaded(member.page, () => told.getByRole('button', { name: 'Download' }).click());
    expect(file.bytes.toString('utf8')).toBe(copied);
    expect(await savedText(owner, workspace, id)).toBe(QUERY_DOCTOR);
  });

  await test.step('whose role is back goes on', async () => {
    await giveRole('Editor');
    await expect(editor.field('Name')).toBeEditable();
    await editor.saveAs(2);
    await editor.typeAtEnd(' No longer.');
  });

  await owner
    .getByRole('listitem')
    .filter({ hasText: account.name })
    .getByRole('button', { name: 'Remove' })
    .click();
  await owner
    .getByRole('alertdialog')
    .getByRole('button', { name: /Remove/ })
    .click();
  await expect(owner.getByLabel(`Role of ${account.name}`)).toHaveCount(0);
  await expect(
    member.page.getByRole('alert').filter({ hasText: 'You are no longer a member of' }),
  ).toContainText('Your last changes were not taken. They are kept on this device.');
  expect(await savedText(owner, workspace, id)).not.toContain('No longer.');
  member.page.on('dialog', (dialog) => void dialog.accept());
  const response = await member.page.goto(`${workspace}/agents`);
  expect(response?.status()).toBe(404);
  await expect(member.page.getByText('or no longer, a member of')).toBeVisible();
  await signIn((await someone()).page, account.email, account.password);
});
