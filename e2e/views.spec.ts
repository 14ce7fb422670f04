/** Are form, source and preview always one text, with one history? */

import { QUERY_DOCTOR, WINDOWS } from './agents';
import { importQuietly, openEditor, savedText } from './steps';
import { expect, test } from './story';

test('typing in any view is at once in the others', async ({ owner, workspace }) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const editor = await openEditor(owner, workspace, id);
  await editor.showRawFile();

  await editor.field('Name').fill('query-nurse');
  expect(await editor.rawText()).toBe(QUERY_DOCTOR.replace('query-doctor', 'query-nurse'));
  await expect(owner.getByRole('heading', { name: 'query-nurse', level: 1 })).toBeVisible();

  await editor.showWholeFile();
  await expect(editor.source).toContainText('name: query-nurse');
  await editor.source.getByText('query-nurse').dblclick();
  await owner.keyboard.press('End');
  await owner.keyboard.type('-two');
  await expect(editor.field('Name')).toHaveValue('query-nurse-two');
  expect(await editor.rawText()).toContain('name: query-nurse-two\n');

  await editor.preview.getByRole('tab', { name: 'Preview' }).click();
  await editor.typeAtEnd(' Then **stop**.');
  await expect(editor.preview.locator('strong')).toHaveText('stop');
});

test('one undo history runs across all views', async ({ owner, workspace }) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const editor = await openEditor(owner, workspace, id);
  await editor.showRawFile();

  await editor.field('Model').fill('opus');
  const afterModel = await editor.rawText();
  await editor.typeAtEnd(' Last words.');
  const afterBody = await editor.rawText();
  await editor.field('Name').fill('other-name');
  const afterName = await editor.rawText();
  expect(new Set([QUERY_DOCTOR, afterModel, afterBody, afterName]).size).toBe(4);

  await owner.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editor.rawText()).toBe(afterBody);
  await editor.source.click();
  await owner.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editor.rawText()).toBe(afterModel);
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => editor.rawText()).toBe(QUERY_DOCTOR);
  await expect(editor.field('Model')).toHaveValue('sonnet');
  await expect(owner.getByRole('button', { name: 'Undo' })).toBeDisabled();

  for (const text of [afterModel, afterBody, afterName]) {
    await owner.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => editor.rawText()).toBe(text);
  }
});

test('a file with Windows line ends keeps them, byte for byte', async ({ owner, workspace }) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: WINDOWS }]);
  const editor = await openEditor(owner, workspace, id);
  await editor.field('Description').fill('Writes the notes of a release.');
  await editor.typeAtEnd('- One line more.');
  await owner.keyboard.press('Enter');
  await owner.keyboard.type('Two.');
  await editor.saveAs(2);
  const saved = await savedText(owner, workspace, id);
  expect(saved.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(saved).toBe(
    `${WINDOWS.replace(/description: .*(?=\r\n)/, 'description: Writes the notes of a release.')}- One line more.\r\n- Two.`,
  );
});
