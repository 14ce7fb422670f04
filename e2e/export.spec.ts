/** Is what comes out what was saved? */

import { strFromU8, unzipSync } from 'fflate';

import { FIVE, QUERY_DOCTOR } from './agents';
import { downloaded, importQuietly, openEditor } from './steps';
import { expect, test } from './story';

test('one file is exported byte for byte, and copied', async ({ owner, workspace }) => {
  for (const { fileName, text } of FIVE) {
    const [id = ''] = await importQuietly(owner, workspace, [{ fileName, text }]);
    const response = await owner.request.get(`/api${workspace}/agents/${id}/download`);
    expect(await response.body(), fileName).toEqual(Buffer.from(text));
  }
});

test('the export menu gives the file and the clipboard exactly the saved text', async ({
  owner,
  workspace,
}) => {
  const [id = ''] = await importQuietly(owner, workspace, [
    { fileName: 'query-doctor.md', text: QUERY_DOCTOR },
  ]);
  await openEditor(owner, workspace, id);
  await owner.getByRole('button', { name: 'Export' }).click();
  const file = await downloaded(owner, () => owner.getByRole('menuitem', { name: /Download/ }).click());
  expect(file.name).toBe('query-doctor.md');
  expect(file.bytes.toString('utf8')).toBe(QUERY_DOCTOR);

  await owner.getByRole('button', { name: 'Export' }).click();
  await owner.getByRole('menuitem', { name: /Copy/ }).click();
  await expect.poll(() => owner.evaluate(() => navigator.clipboard.readText())).toBe(QUERY_DOCTOR);
});

test('the zip is laid out for a project, the same each time, and says what will not load', async ({
  owner,
  workspace,
}) => {
  await importQuietly(owner, workspace, FIVE);
  await owner.goto(`${workspace}/agents`);
  await owner.getByRole('button', { name: 'Export' }).click();
  const dialog = owner.getByRole('dialog');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'incident-scribe' })).toContainText(/line 3/i);
  const first = await downloaded(owner, () => dialog.getByRole('button', { name: 'Download zip' }).click());

  await owner.waitForTimeout(2_100); // past the resolution of a zip's clock, which must not show
  const response = await owner.request.get(`/api${workspace}/export`);
  expect(await response.body(), 'same input, same bytes').toEqual(first.bytes);

  const entries = unzipSync(new Uint8Array(first.bytes));
  const names = Object.keys(entries).sort();
  expect(names.every((name) => name.startsWith('.claude/agents/') && name.endsWith('.md'))).toBe(true);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
  expect(names).toContain('.claude/agents/query-doctor.md');
  expect(
    Object.values(entries)
      .map((bytes) => strFromU8(bytes))
      .sort(),
  ).toEqual(FIVE.map(({ text }) => text).sort());
});

test('a selection is exported alone', async ({ owner, workspace }) => {
  await importQuietly(owner, workspace, FIVE.slice(2));
  await owner.goto(`${workspace}/agents`);
  await owner.getByLabel('Select query-doctor').click();
  await owner.getByLabel('Select release-clerk').click();
  await owner.getByRole('button', { name: 'Export' }).last().click();
  const zip = await downloaded(owner, () =>
    owner.getByRole('dialog').getByRole('button', { name: 'Download zip' }).click(),
  );
  expect(Object.keys(unzipSync(new Uint8Array(zip.bytes))).sort()).toEqual([
    '.claude/agents/query-doctor.md',
    '.claude/agents/release-clerk.md',
  ]);
});
