/** What happens when two save the same agent? Nothing is overwritten. */

import type { Page } from '@playwright/test';

import { QUERY_DOCTOR } from './agents';
import { type Editor, importQuietly, openEditor, savedText, workApart } from './steps';
import { expect, type Person, test } from './story';

interface Two {
  id: string;
  mine: Editor;
  theirs: Editor;
}

async function openTwice(
  owner: Page,
  workspace: string,
  someone: (options: object) => Promise<Person>,
  storageState: unknown,
): Promise<Two> {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const other = await someone({ storageState });
  for (const page of [owner, other.page]) await workApart(page);
  const mine = await openEditor(owner, workspace, id);
  const theirs = await openEditor(other.page, workspace, id);
  return { id, mine, theirs };
}

test('two changes that go together are joined, and it is said', async ({
  owner,
  workspace,
  someone,
  ownerState,
}) => {
  const { id, mine, theirs } = await openTwice(owner, workspace, someone, ownerState);
  await theirs.field('Model').fill('opus');
  await theirs.saveAs(2);

  await mine.typeAtEnd('\nWrite it down.'); // Enter goes on with the list: 4.
  await mine.saveAs(3);
  await expect(mine.field('Model')).toHaveValue('opus');
  await expect(owner.getByText(/joined|merged|came in|brought in/i).first()).toBeVisible();
  expect(await savedText(owner, workspace, id)).toBe(
    `${QUERY_DOCTOR.replace('model: sonnet', 'model: opus')}\n4. Write it down.`,
  );
});

test('two changes of one line stand side by side, and neither is lost', async ({
  owner,
  workspace,
  someone,
  ownerState,
}) => {
  const { id, mine, theirs } = await openTwice(owner, workspace, someone, ownerState);
  await theirs.typeAtEnd(' And again.');
  await theirs.saveAs(2);
  const head = await savedText(owner, workspace, id);

  await mine.typeAtEnd(' But once.');
  await owner.keyboard.press('ControlOrMeta+s');
  const dialog = owner.getByRole('dialog', { name: 'Two texts, one agent' });
  await expect(dialog).toContainText('Measure again. And again.');
  await expect(dialog).toContainText('Measure again. But once.');
  expect(await savedText(owner, workspace, id), 'nothing was overwritten').toBe(head);

  await dialog.getByRole('group', { name: 'Which lines' }).getByRole('button', { name: 'Both' }).click();
  await dialog.getByRole('button', { name: 'Save the joined text' }).click();
  await expect(mine.status).toContainText(/Saved .*v3\b/);
  const joined = await savedText(owner, workspace, id);
  expect(joined).toContain('And again.');
  expect(joined).toContain('But once.');
});

test('without a network saving waits, says so, and goes on by itself', async ({
  owner,
  workspace,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED|Failed to fetch/);
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const editor = await openEditor(owner, workspace, id);
  await owner.context().setOffline(true);
  await editor.typeAtEnd(' Offline.');
  await expect(editor.status).toContainText('Offline: kept on this device');
  await owner.keyboard.press('ControlOrMeta+s');
  await editor.typeAtEnd(' And on.');
  await owner.context().setOffline(false);
  await expect(editor.status).toContainText(/Saved .*v2\b/);
  expect(await savedText(owner, workspace, id)).toBe(`${QUERY_DOCTOR} Offline. And on.`);

  await test.step('the browser believes in its network, but the answer of a save got lost', async () => {
    const route = `**${workspace}/agents/*`;
    let lost = 0;
    await owner.route(route, async (asked) => {
      if (asked.request().method() !== 'POST') return asked.continue();
      if (lost === 0) await asked.fetch();
      lost += 1;
      return asked.abort('connectionreset');
    });
    await editor.typeAtEnd(' Lost');
    await owner.keyboard.press('ControlOrMeta+s');
    await expect(editor.status).toContainText('Offline: kept on this device');
    await expect.poll(() => savedText(owner, workspace, id)).toContain(' Lost');
    await owner.keyboard.type(' and found.');
    await expect.poll(() => lost).toBeGreaterThan(1);
    await owner.unroute(route);
    await expect(editor.status).toContainText(/Saved .*v4\b/);
    await expect(owner.getByRole('dialog'), 'no conflict with oneself').toHaveCount(0);
    expect(await savedText(owner, workspace, id)).toBe(`${QUERY_DOCTOR} Offline. And on. Lost and found.`);
  });
});
