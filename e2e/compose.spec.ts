/** Can someone write an agent in the form, and does the form leave alone what it does not change? */

import { QUERY_DOCTOR } from './agents';
import { Editor, importQuietly, openEditor, savedText } from './steps';
import { expect, test } from './story';

test('a new agent is composed in the form, saved, and is what the form said', async ({
  owner,
  workspace,
}) => {
  await owner.goto(`${workspace}/agents`);
  await owner.getByRole('link', { name: 'New agent' }).first().click();
  await owner.getByLabel('Name', { exact: true }).fill('change-guide');
  await owner.getByRole('button', { name: 'Create agent' }).click();
  await owner.waitForURL(/\/agents\/(?!new)[^/]+$/);
  const editor = new Editor(owner);
  await expect(editor.source).toBeVisible();

  await editor.field('Description').fill('Explains a change: what it does, and why.');
  await editor.field('Model').fill('opus');
  await editor.form.getByRole('button', { name: 'green' }).click();

  const authority = editor.form.getByRole('status').first();
  const before = await authority.innerText();
  await editor.form.getByText('Chosen tools').click();
  await editor.form.getByLabel('Search tools').fill('web');
  await editor.form.getByRole('checkbox', { name: /WebFetch/ }).check();
  await expect(authority).not.toHaveText(before);

  await editor.form.getByRole('button', { name: 'Add example' }).click();
  await editor.field('User').fill('What does this change do?');
  await editor.field('Assistant').fill('I will ask the change-guide.');

  await editor.typeAtEnd('\n## Answer\n\n- Begin with the effect.');
  await expect(editor.preview.getByRole('heading', { name: 'Answer' })).toBeVisible();
  await expect(editor.preview.getByRole('listitem')).toHaveText('Begin with the effect.');
  await editor.saveAs(2);

  const id = owner.url().split('/').at(-1) ?? '';
  const text = await savedText(owner, workspace, id);
  expect(text).toContain('name: change-guide\n');
  expect(text).toContain('Explains a change: what it does, and why.');
  expect(text).toContain('What does this change do?');
  expect(text).toContain('model: opus\n');
  expect(text).toContain('color: green\n');
  expect(text).toMatch(/^tools:.*\bWebFetch\b/m);
  expect(text).toContain('## Answer\n\n- Begin with the effect.');

  await owner.reload();
  await expect(editor.field('Model')).toHaveValue('opus');
  await expect(editor.status).toContainText('loads');
});

test('changing one field leaves every other byte', async ({ owner, workspace }) => {
  const [id = ''] = await importQuietly(owner, workspace, [
    { fileName: 'query-doctor.md', text: QUERY_DOCTOR },
  ]);
  const editor = await openEditor(owner, workspace, id);
  await editor.field('Model').fill('opus');
  await editor.saveAs(2);
  expect(await savedText(owner, workspace, id)).toBe(
    QUERY_DOCTOR.replace('model: sonnet #', 'model: opus #'),
  );
});

test('a problem stands under its field, with its fix one click away', async ({ owner, workspace }) => {
  const text = '---\nname: helper\ndescription: Helps.\nallowed-tools: Read\n---\n\nHelp.\n';
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'helper.md', text }]);
  const editor = await openEditor(owner, workspace, id);
  await expect(editor.status).toContainText(/1 (error|warning)/);
  const everything = editor.form.locator('section, details').filter({ hasText: 'Everything else' });
  await expect(everything).toContainText('allowed-tools');
  const fix = everything.getByRole('button').filter({ hasText: /tools/ }).first();
  await fix.click();
  await editor.showRawFile();
  await expect.poll(() => editor.rawText()).toContain('\ntools: Read\n');
});

test('a file that does not load says why, and one click mends it', async ({ owner, workspace }) => {
  const text =
    '---\r\nname: scribe\r\ndescription: Keeps the timeline: who and when.\r\n---\r\n\r\nWrite.\r\n';
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'scribe.md', text }]);
  const editor = await openEditor(owner, workspace, id);
  await expect(editor.status).toContainText('does not load');
  await editor.form.getByRole('button', { name: /quote/i }).first().click();
  await expect(editor.status).not.toContainText('does not load');
  await editor.saveAs(2);
  const saved = await savedText(owner, workspace, id);
  expect(saved.replaceAll(/["']/g, '')).toBe(text);
});

test('an agent is pasted, and one is duplicated', async ({ owner, workspace }) => {
  await owner.goto(`${workspace}/agents/new`);
  await owner.getByRole('tab', { name: 'From pasted text' }).click();
  await owner.getByLabel('Text', { exact: true }).fill(QUERY_DOCTOR);
  await owner.getByRole('button', { name: 'Create agent' }).click();
  await owner.waitForURL(/\/agents\/(?!new)[^/]+$/);
  const first = owner.url().split('/').at(-1) ?? '';
  expect(await savedText(owner, workspace, first)).toBe(QUERY_DOCTOR);

  await owner.getByRole('button', { name: 'Export' }).click();
  await owner.getByRole('menuitem', { name: /Duplicate/ }).click();
  await owner.waitForURL((url) => !url.pathname.endsWith(first));
  const second = owner.url().split('/').at(-1) ?? '';
  const copy = await savedText(owner, workspace, second);
  expect(copy).not.toContain('name: query-doctor\n');
  expect(copy.replace(/^name: .*$/m, 'name: query-doctor')).toBe(QUERY_DOCTOR);
});
