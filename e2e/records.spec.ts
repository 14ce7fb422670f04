/** Is it known who did what, and does a workspace go only after everybody could object? */

import { QUERY_DOCTOR } from './agents';
import { expectFit } from './page-checks';
import { importQuietly } from './steps';
import { expect, test } from './story';

test('what is done is seen in the activity, audited and exported', async ({ owner, workspace, member }) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const account = { name: 'Nina Example', email: 'nina@example.org', password: 'only looking on' };
  const viewer = await member('viewer', account);
  await viewer.page.goto(`${workspace}/agents`);
  const refused = await viewer.page.request.post(`/api${workspace}/import?mode=preview`, {
    multipart: { file: { name: 'b.md', mimeType: 'text/markdown', buffer: Buffer.from(QUERY_DOCTOR) } },
    headers: { origin: new URL(viewer.page.url()).origin },
  });
  expect(refused.status()).toBe(403);

  await viewer.page.getByRole('link', { name: 'Activity' }).click();
  const rows = viewer.page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveText([
    /Nina Example joined as a viewer/,
    /Ada Example imported query-doctor/,
    /created the workspace/,
  ]);
  await expect(viewer.page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await viewer.page.getByRole('button', { name: 'Nina Example', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await expect(viewer.page).toHaveURL(/by=/);
  await viewer.page.goBack();
  await expect(rows).toHaveCount(3);
  await rows.getByRole('link', { name: 'query-doctor' }).click();
  await viewer.page.waitForURL(new RegExp(`/agents/${id}`));

  await owner.goto(`${workspace}/members`);
  await owner.getByRole('link', { name: 'Activity of Nina Example' }).click();
  await expect(owner.getByRole('main').getByRole('listitem')).toHaveText([/Nina Example joined as a viewer/]);
  await expectFit(owner);
  const palette = owner.getByRole('dialog', { name: 'Palette' });
  await expect(async () => {
    if (!(await palette.isVisible())) await owner.keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('combobox')).toBeFocused({ timeout: 3000 });
  }).toPass();
  await owner.keyboard.type('audit');
  await palette.getByRole('option').filter({ hasText: 'Audit' }).click();
  await owner.waitForURL(/\/audit$/);
  const denied = owner.getByRole('row').filter({ hasText: 'tried to do what needs agent:create' });
  await expect(denied).toContainText('Nina Example');
  await expect(denied).toContainText('Denied');
  await expectFit(owner);
  await owner.getByRole('searchbox').fill('query');
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('row').filter({ hasText: 'imported query-doctor' })).toHaveCount(1);
  await expect(denied).toHaveCount(0);
  const download = owner.waitForEvent('download');
  await owner.getByRole('button', { name: 'Export what is filtered' }).click();
  await owner.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/-audit\.csv$/);
  await owner.getByRole('button', { name: 'Clear all' }).click();
  await expect(owner.getByRole('row').filter({ hasText: 'exported the audit as CSV, filtered' })).toHaveCount(
    1,
  );
});

test('a workspace is given up, exported first, and kept after all', async ({ owner, workspace }) => {
  await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  await owner.goto(`${workspace}/settings`);
  const name = await owner.getByLabel('Name', { exact: true }).inputValue();
  const panel = owner.getByRole('region', { name: 'Delete this workspace' });
  await panel.getByLabel('Name of the workspace').fill(name);
  await panel.getByRole('button', { name: 'Delete in 14 days' }).click();
  await expect(panel.getByRole('alert')).toContainText('Export the whole workspace first');

  const download = owner.waitForEvent('download');
  await panel.getByRole('button', { name: 'Export everything' }).click();
  expect((await download).suggestedFilename()).toMatch(/-everything\.zip$/);
  await expect(panel.getByRole('status')).toContainText('Exported');
  await panel.getByRole('button', { name: 'Delete in 14 days' }).click();
  const banner = owner.getByRole('region', { name: 'Deletion' });
  await expect(banner).toContainText(`${name} will be deleted on`);
  await expectFit(owner);

  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('link', { name: 'New agent' })).toHaveCount(0);
  await expect(owner.getByRole('link', { name: 'query-doctor' })).toBeVisible();
  await banner.getByRole('link', { name: 'Keep it' }).click();
  await owner.getByRole('button', { name: 'Keep the workspace' }).click();
  await expect(banner).toHaveCount(0);
  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('link', { name: 'New agent' })).toBeVisible();
});
