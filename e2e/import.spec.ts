/** What becomes of files that are dropped on the page? */

import { FIVE } from './agents';
import { dropFiles, importQuietly, savedText } from './steps';
import { expect, test } from './story';

test('five files are dropped, each gets a result, and each is kept byte for byte', async ({
  owner,
  workspace,
}) => {
  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('heading', { name: 'Drop your agents here' })).toBeVisible();
  await dropFiles(owner, FIVE);

  const dialog = owner.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(5);
  await expect(dialog.getByText('imported', { exact: true })).toHaveCount(4);
  const broken = dialog.getByRole('listitem').filter({ hasText: 'incident-scribe.md' });
  await expect(broken).toContainText('will not load');
  await expect(broken).toContainText(/line 3/i);
  await dialog.getByRole('button', { name: 'Done' }).click();

  const rows = owner.getByRole('list', { name: 'Agents, 5 in all' }).getByRole('listitem');
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: 'service-builder' })).toHaveCount(2);
  await expect(rows.filter({ hasText: 'service-builder' }).first()).toContainText(/hidden/i);

  for (const link of await rows.getByRole('link').all()) {
    const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    const text = await savedText(owner, workspace, id);
    expect(FIVE.map((file) => file.text)).toContain(text);
  }
});

test('what is no agent, is too large or is already here is said and changes nothing', async ({
  owner,
  workspace,
}) => {
  await importQuietly(owner, workspace, FIVE.slice(0, 1));
  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('list', { name: 'Agents, 1 in all' })).toBeVisible();
  await dropFiles(owner, [
    { fileName: 'again.md', text: FIVE[0]?.text ?? '' },
    { fileName: 'notes.md', text: '# Notes\n\nNothing of an agent.\n' },
    { fileName: 'large.md', text: `---\nname: large\ndescription: Large.\n---\n${'x'.repeat(1_100_000)}` },
    { fileName: 'zero.md', text: '---\nname: zero\ndescription: Has a NUL.\n---\na\0b\n' },
  ]);
  const dialog = owner.getByRole('dialog');
  const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  await expect(line('again.md')).toContainText('already here');
  await expect(line('notes.md')).toContainText('not an agent');
  await expect(line('large.md')).toContainText('refused');
  await expect(line('zero.md')).toContainText('refused');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(owner.getByRole('list', { name: 'Agents, 1 in all' })).toBeVisible();
});

test('files come by the picker too, and the search finds them', async ({ owner, workspace }) => {
  await owner.goto(`${workspace}/agents`);
  await owner.getByLabel('Agent files').setInputFiles(
    FIVE.map(({ fileName, text }) => ({
      name: fileName,
      mimeType: 'text/markdown',
      buffer: Buffer.from(text),
    })),
  );
  await owner.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(owner.getByRole('dialog')).toHaveCount(0);
  await expect(owner.getByRole('list', { name: 'Agents, 5 in all' })).toBeVisible();

  await owner.keyboard.press('/');
  await owner.keyboard.type('slow quer');
  const found = owner.getByRole('list', { name: 'Agents, 1 in all' });
  await expect(found.getByRole('link', { name: 'query-doctor' })).toBeVisible();
  await owner.keyboard.press('Escape');
  await expect(owner.getByRole('list', { name: 'Agents, 5 in all' })).toBeVisible();
});

test('deleted agents go to the bin and come back', async ({ owner, workspace }) => {
  await importQuietly(owner, workspace, FIVE.slice(2, 4));
  await owner.goto(`${workspace}/agents`);
  await owner.getByLabel('Select query-doctor').click();
  await owner.getByRole('button', { name: 'Delete' }).click();
  await expect(owner.getByRole('list', { name: 'Agents, 1 in all' })).toBeVisible();
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect(owner.getByRole('list', { name: 'Agents, 2 in all' })).toBeVisible();
});
