/** Does a comment stay with what it is about, and does whom it names get to know? */

import { expectAccessible, expectFit } from './page-checks';
import { importQuietly, openEditor } from './steps';
import { expect, test } from './story';

const RULE = 'Ask for the plan before you call a query slow.';
const TEXT = `---\nname: plan-reader\ndescription: Reads query plans.\n---\n\n# Rules\n\nNever drop tables.\n\n${RULE}\n`;

test('a comment survives edits, and reaches whom it names', async ({ owner, workspace, member }) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'plan-reader.md', text: TEXT }]);
  const { page: vera } = await member('viewer', {
    name: 'Vera Viewer',
    email: 'vera-comments@example.org',
    password: 'a long enough one',
  });

  // A viewer may not change the text, but may say something about it.
  await openEditor(vera, workspace, id);
  await vera.locator('.cm-line', { hasText: RULE }).click({ clickCount: 3 });
  const comments = vera.getByRole('tabpanel', { name: /Comments/ });
  await expect(async () => {
    await vera.keyboard.press('F9');
    await expect(comments.getByLabel('Your comment')).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await vera.keyboard.type('Is this still so, @ada');
  await expect(comments.getByRole('option', { name: /Ada Example/ })).toBeVisible();
  await vera.keyboard.press('Enter');
  await vera.keyboard.type('?');
  await vera.keyboard.press('Control+Enter');
  await expect(comments.getByRole('article')).toContainText('Is this still so, @Ada Example?');
  await expect(vera.locator('.cm-commented')).toHaveText(RULE);

  // On a field it shows beside the label.
  await comments.getByRole('button', { name: 'Comment', exact: true }).click();
  await comments.getByLabel('What it is about').click();
  await vera.getByRole('option', { name: 'The field Tools' }).click();
  await comments.getByLabel('Your comment').fill('Is it meant to have all of them?');
  await vera.keyboard.press('Control+Enter');
  const mark = vera.getByRole('button', { name: 'One thread on Tools: show' });
  await expect(mark).toBeVisible();
  await expectAccessible(vera);

  // The one who is named finds it in the inbox and goes there.
  await owner.goto(`${workspace}/inbox`);
  await expect(owner.getByRole('link', { name: /Inbox/ })).toContainText('1');
  await expectFit(owner);
  await owner.getByRole('link', { name: /Vera Viewer named you/ }).click();
  const thread = owner.getByRole('article').filter({ hasText: 'Is this still so' });
  await expect(thread).toBeFocused();
  await owner.getByRole('button', { name: 'One thread on Tools: show' }).click();
  const onTools = owner.getByRole('article').filter({ hasText: 'Is it meant to have all of them?' });
  await expect(onTools).toBeFocused();
  await onTools.getByRole('button', { name: 'Resolve' }).click();
  await expect(owner.getByRole('button', { name: 'One thread on Tools: show' })).toBeHidden();
  // Long before the other page would ask by itself.
  await expect(mark).toBeHidden({ timeout: 8_000 });

  // Text above it is changed, then the words themselves, then they are taken away.
  await owner.locator('.cm-line', { hasText: 'Never drop tables.' }).click();
  await owner.keyboard.press('Home');
  await owner.keyboard.type('Something new above. ');
  await thread.getByTitle('Show it in the source').click();
  await expect(owner.locator('.cm-commented')).toHaveText(RULE);
  await owner.locator('.cm-commented').first().click({ clickCount: 3 });
  await owner.keyboard.press('Delete');
  await expect(thread.getByText('The text that this is about is gone.')).toBeVisible();
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(owner.getByRole('button', { name: 'Show 2 resolved' })).toBeVisible();
  await owner.keyboard.press('Control+s');
  await expect(owner.getByLabel('Status', { exact: true })).toContainText(/v2/);
});
