/** Is a change that lets an agent do more held until somebody has ticked that off? */

import { expectFit } from './page-checks';
import { importQuietly, openEditor } from './steps';
import { expect, test } from './story';

const TEXT =
  '---\nname: plan-reader\ndescription: Reads query plans.\ntools: Read\n---\n\nNever drop tables.\n';

test('a review that widens permissions is held until each thing is ticked off', async ({
  owner,
  workspace,
}) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'plan-reader.md', text: TEXT }]);
  await owner.goto(`${workspace}/settings`);
  await owner.getByLabel('Exports give what is published').check();
  // Alone one could never approve anything: that is said before it is set.
  const stuck = owner.getByText('With these members nothing could be published');
  await expect(stuck).toBeVisible();
  await owner.getByLabel('Authors may approve their own work').check();
  await expect(stuck).toBeHidden();
  await owner.getByRole('region', { name: 'Publishing' }).getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('1 agent published as saved last')).toBeVisible();

  const editor = await openEditor(owner, workspace, id);
  await editor.showWholeFile();
  await owner.locator('.cm-line', { hasText: 'tools: Read' }).click();
  await owner.keyboard.press('End');
  await owner.keyboard.type(', Bash, Write');
  await editor.saveAs(2);

  await owner.getByRole('link', { name: 'Propose changes…' }).click();
  await owner.getByLabel('What changes').fill('Let the plan reader run commands');
  await owner.getByRole('button', { name: 'Propose' }).click();
  const approve = owner.getByRole('button', { name: 'Approve' });
  const publish = owner.getByRole('button', { name: 'Publish', exact: true });
  await expect(approve).toBeDisabled();
  await owner.getByRole('checkbox', { name: 'gains Bash' }).check();
  await expect(approve).toBeDisabled();
  await expect(publish).toBeDisabled();
  await owner.getByRole('checkbox', { name: 'gains Write' }).check();
  await expectFit(owner);
  await owner.getByRole('link', { name: 'Show the lines of: Tools' }).click();
  await expect(owner.getByText('tools: Read, Bash, Write')).toBeVisible();
  await owner.getByRole('link', { name: 'Back to the review' }).click();
  await owner.getByRole('checkbox', { name: 'gains Bash' }).check();
  await owner.getByRole('checkbox', { name: 'gains Write' }).check();
  await approve.click();
  await expect(owner.getByText('Nothing is missing: this can be published.')).toBeVisible();
  await owner.getByRole('link', { name: 'Reviews', exact: true }).first().click();
  const row = owner.getByRole('listitem').filter({ hasText: 'Let the plan reader run commands' });
  await expect(row).toContainText('approved');
  await expect(row).toContainText('widens');
  await row.getByRole('link').click();
  await publish.click();
  await owner.getByRole('button', { name: 'Undo the publication…' }).click();
  const question = owner.getByRole('alertdialog', { name: 'Undo the publication?' });
  await expect(question).toContainText('plan-reader: v2 now, then v1 again');
  await question.getByRole('button', { name: 'Undo it' }).click();
  await expect(publish).toBeVisible();
});
