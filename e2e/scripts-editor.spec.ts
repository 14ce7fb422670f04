/** Does any of hundreds of hostile texts run, fetch or become an element where it is written, rendered and joined? */

import { comeNear } from './closeness';
import { asCase, familyFile } from './hostile';
import { FAMILY_NAMES, familyOf } from './payloads';
import { importQuietly, openEditor, workApart } from './steps';
import { expect } from './story';
import { test } from './two';

test.describe.configure({ timeout: 900_000 });

test('as bodies: source, preview, file, conflict, history', async ({
  workspace,
  two: { bare, guarded, both },
}) => {
  await bare.goto(`${workspace}/agents`);
  const ids = await importQuietly(bare, workspace, FAMILY_NAMES.map(familyFile));
  await both(async (page) => {
    for (const [at, family] of FAMILY_NAMES.entries()) {
      const editor = await openEditor(page, workspace, ids[at] ?? '');
      const cases = familyOf(family).map(asCase);
      await expect(editor.preview).toContainText(cases.at(-1) ?? '');
      const shown = (await editor.preview.textContent()) ?? '';
      expect(
        cases.filter((each) => !shown.includes(each)),
        family,
      ).toEqual([]);
      await comeNear(editor.preview.locator('.md-preview'), { press: true });
      await editor.source.press('ControlOrMeta+End');
      await editor.showRawFile();
      await expect(editor.preview.locator('pre')).toContainText(cases.at(-1) ?? '');
      expect(await editor.rawText()).toBe(familyFile(family).text);
    }
  });

  const id = ids[0] ?? '';
  await both(workApart);
  const [mine, theirs] = await Promise.all([
    openEditor(bare, workspace, id),
    openEditor(guarded, workspace, id),
  ]);
  const link = mine.preview.locator('a[href="https://example.org/"]').first();
  await expect(link, 'a good link stays one').toHaveAttribute('rel', /noopener/);
  await expect(link).toHaveAttribute('target', '_blank');
  for (const [at, { text }] of familyOf('short').slice(0, 3).entries()) {
    await theirs.typeAtEnd(` ${text}`);
    await guarded.getByRole('button', { name: 'Save with a message' }).click();
    await guarded.getByLabel('What changed').fill(text);
    await guarded.getByLabel('What changed').press('Enter');
    await expect(theirs.status).toContainText(new RegExp(`Saved .*v${at + 2}\\b`));
  }
  await mine.typeAtEnd(` ${familyOf('short')[5]?.text}`);
  await bare.keyboard.press('ControlOrMeta+s');
  const conflict = bare.getByRole('dialog', { name: 'Two texts, one agent' });
  await comeNear(conflict);
  await conflict.getByRole('button', { name: 'Take mine' }).click();
  await expect(mine.status).toContainText(/Saved .*v5\b/);
  await both(async (page) => {
    await page.goto(`${workspace}/agents/${id}/history`);
    await expect(page.getByText(familyOf('short')[2]?.text ?? '')).toBeVisible();
    await comeNear(page.locator('main'));
  });
});
