/** What if two people write in one agent at the same time? They see each other, and nothing of either is lost. */

import { QUERY_DOCTOR } from './agents';
import { expectFit } from './page-checks';
import { importQuietly, inviteAs, joinBy, openEditor, savedText } from './steps';
import { expect, test } from './story';

test('two people write in one agent, see each other, and save what both wrote', async ({
  owner,
  workspace,
  someone,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/);
  const link = await inviteAs(owner, workspace, 'Editor');
  const { page } = await someone();
  await joinBy(page, link, {
    name: 'Grace Example',
    email: 'grace-live@example.org',
    password: 'grace writes along',
  });
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);

  const ada = await openEditor(owner, workspace, id);
  await ada.typeAtEnd(' From Ada.');
  const grace = await openEditor(page, workspace, id);
  await expect(owner.getByRole('button', { name: '2 here: you, Grace Example' })).toBeVisible();
  await expect(page.getByRole('button', { name: '2 here: you, Ada Example' })).toBeVisible();

  await test.step('what was typed before the other came is there, too', async () => {
    await expect(grace.source).toContainText('From Ada.');
    await expect(ada.status).toContainText('Shared with all, no version yet');
  });

  await test.step('carets and selections have a name, and fields of the form an outline', async () => {
    await grace.typeAtEnd(' From Grace.');
    await expect(ada.source).toContainText('From Ada. From Grace.');
    await expect(ada.source.locator('.cm-other-name')).toHaveText('Grace Example');
    await grace.field('Model').click();
    await expect(ada.form.getByText('Here now: Grace Example')).toBeVisible();
    await grace.field('Model').fill('opus');
    await expect(ada.field('Model')).toHaveValue('opus');
    await expectFit(owner);
  });

  await test.step('undo takes back only what is one’s own', async () => {
    await ada.typeAtEnd(' Not this.');
    await expect(grace.source).toContainText('Not this.');
    await owner.keyboard.press('ControlOrMeta+z');
    await expect(grace.source).not.toContainText('Not this.');
    await expect(ada.source).toContainText('From Grace.');
  });

  await test.step('whoever was offline finds everything together again', async () => {
    await page.context().setOffline(true);
    await grace.typeAtEnd(' Offline.');
    await expect(grace.status).toContainText('Offline: kept on this device');
    await ada.typeAtEnd(' Meanwhile.');
    await page.context().setOffline(false);
    await expect(ada.source).toContainText('Offline.');
    await expect(grace.source).toContainText('Meanwhile.');
  });

  await test.step('a version holds what both wrote, and both stand on it', async () => {
    await expect(grace.status).toContainText('Shared with all, no version yet');
    await grace.saveAs(2);
    await expect(ada.status).toContainText(/Saved .*v2\b/);
    const saved = await savedText(owner, workspace, id);
    for (const part of ['model: opus', 'From Ada.', 'From Grace.', 'Offline.', 'Meanwhile.']) {
      expect(saved).toContain(part);
    }
    expect(saved).not.toContain('Not this.');
  });

  await test.step('who leaves is gone, and work goes on', async () => {
    await page.close();
    await expect(owner.getByRole('button', { name: /here: you/ })).toHaveCount(0);
    await ada.typeAtEnd(' Alone again.');
    await ada.saveAs(3);
    expect(await savedText(owner, workspace, id)).toContain('Alone again.');
  });
});
