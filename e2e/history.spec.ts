/** Does somebody find out what changed, who changed it, and get back what was there before? */

import type { AgentFile } from './agents';
import { expectAccessible, expectFit, expectNoSidewaysScroll, PHONE } from './page-checks';
import { downloaded, importQuietly, openEditor, savedText } from './steps';
import { expect, test } from './story';

const KEEPER: AgentFile = {
  fileName: 'ship-keeper.md',
  text: `---
name: ship-keeper
description: Use it before a ship leaves the harbour.
tools: Read
model: sonnet
---

# Rounds

- Look at the ropes twice.
- Count the life vests.
- Write down who is on board.
`,
};

test('what changed is understood, undone, labelled and linked', async ({
  owner: page,
  workspace,
  expectConsole,
}) => {
  await page.goto(`${workspace}/agents`);
  const [id = ''] = await importQuietly(page, workspace, [KEEPER]);
  const editor = await openEditor(page, workspace, id);
  await editor.typeAtEnd('- Ask the harbour master for the tide.');
  await editor.saveAs(2);
  await editor.showWholeFile();
  await editor.source.getByText('tools: Read').click();
  await page.keyboard.press('End');
  await page.keyboard.type(', Bash');
  await editor.saveAs(3);

  // The timeline, by keys: the version on top, compared with the one before.
  await page.getByRole('link', { name: 'History' }).click();
  const versions = page.getByRole('list', { name: 'Versions, the newest first' }).getByRole('listitem');
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toContainText('last version');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'v3, open' })).toBeFocused();
  await page.keyboard.press('c');
  const meaning = page.getByRole('list', { name: 'What it means' });
  await expect(meaning).toContainText('Gains Bash');
  await expect(page.getByRole('region', { name: 'Fields' })).toContainText('Read, Bash');
  await expectFit(page);

  // Two that are picked, side by side; the choice and the address last.
  await page.goto(`${workspace}/agents/${id}/history`);
  await page.getByLabel('Pick v1 to compare').check();
  await page.getByLabel('Pick v3 to compare').check();
  await page
    .getByRole('region', { name: 'Picked versions' })
    .getByRole('button', { name: 'Compare' })
    .click();
  await expect(meaning).toContainText('1 instruction added');
  await page.getByRole('button', { name: 'Side by side' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Side by side' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('list', { name: 'Body, line by line' })).toContainText(
    '- Ask the harbour master for the tide.',
  );
  await expect(page.getByRole('region', { name: 'Instructions' })).toContainText('Rounds › line 13');

  // Another one is chosen on the page itself, by what was said of it; keys walk over changes, layouts and versions.
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/from=1&to=3&view=inline/);
  await page.keyboard.press('j');
  await expect(page.locator('[data-change]').first()).toBeFocused();
  await expect(page.getByText('Change 1 of 2')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/from=1&to=3/);
  await page.keyboard.press('t');
  await page.getByLabel('Find a version').fill('2');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expectFit(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=1&to=2&view=inline/);
  await expect(meaning).not.toContainText('Gains Bash');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/from=2&to=3&view=inline/);
  await expect(meaning).toContainText('Gains Bash');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'v1 → v2' })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { name: 'v2 → v1' })).toBeVisible();

  // Restored as a new version, and taken back.
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { name: 'v1 → v2' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore v1' }).first().click();
  await expect(page.getByText('Restored v1 as v4')).toBeVisible();
  expect(await savedText(page, workspace, id)).toBe(KEEPER.text);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('v5 says what was there before')).toBeVisible();
  expect(await savedText(page, workspace, id)).toContain('Read, Bash');

  // A label is put on a version, which is then found and exported by it.
  await page.goto(`${workspace}/agents/${id}/history`);
  await expect(versions).toHaveCount(5);
  await page.getByRole('button', { name: 'More about v2' }).click();
  await page.getByRole('menuitem', { name: 'Put a label on it' }).click();
  await page.getByRole('button', { name: 'Use "published"' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put label' }).click();
  await expect(versions.nth(3)).toContainText('published');
  await expectFit(page);
  const file = await page.request.get(`/api${workspace}/agents/${id}/download?label=published`);
  expect(await file.text()).toBe(`${KEEPER.text}- Ask the harbour master for the tide.`);
  await openEditor(page, workspace, id);
  await expect(page.getByText('v5 · published v2')).toBeVisible();

  // The link to it: read only, with who wrote each line.
  await page.goto(`${workspace}/agents/${id}/history/published`);
  await expect(page.getByRole('heading', { name: 'v2', exact: true })).toBeVisible();
  const { name } = await downloaded(page, () => page.getByRole('link', { name: 'Download' }).first().click());
  expect(name).toBe('ship-keeper.md');
  await page.getByRole('button', { name: 'Who wrote it' }).click();
  const lines = page.getByRole('list', { name: 'The file, line by line' }).getByRole('listitem');
  await expect(lines.nth(12).getByRole('link', { name: 'v2' })).toBeVisible();
  await expect(lines.first().getByRole('link', { name: 'v1' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);

  // A version that is not there says where those are that are there.
  expectConsole(/404/);
  await page.goto(`${workspace}/agents/${id}/history/nightly`);
  await expect(page.getByRole('heading', { name: 'No version carries the label “nightly”' })).toBeVisible();
  await page.getByRole('link', { name: 'Show the versions' }).click();
  await expect(versions).toHaveCount(5);
});
