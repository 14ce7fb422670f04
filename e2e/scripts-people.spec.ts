/** Does a hostile text run, fetch or become an element where people, workspaces and templates are called so, and in what the page says of them? */

import { Alarm } from './alarm';
import { comeNear } from './closeness';
import { ALIKE } from './hostile';
import { familyOf } from './payloads';
import { importQuietly, inviteAs, joinBy, openEditor } from './steps';
import { expect } from './story';
import { test } from './two';

test.describe.configure({ timeout: 900_000 });

test('as what people and workspaces are called', async ({
  owner,
  server,
  someone,
  two: { bare, both, open },
}) => {
  const names = familyOf('short').map(({ text }) => text);
  await owner.goto('/w/new');
  await owner.getByLabel('Name').fill(names[0] ?? '');
  await owner.getByLabel('Address').fill(`hostile-${Date.now()}`);
  await owner.getByRole('button', { name: 'Create workspace' }).click();
  await owner.waitForURL(/\/w\/hostile[^/]*\/agents/);
  const workspace = new URL(owner.url()).pathname.replace('/agents', '');
  const link = await inviteAs(owner, workspace, 'Editor', { uses: '5 people' });

  const [stranger, other] = await open(false);
  if (!stranger || !other) throw new Error('nobody came');
  for (const { page } of [stranger, other]) {
    await page.goto(new URL(link).pathname);
    await expect(page.getByRole('heading', { name: names[0] })).toBeVisible();
  }
  const account = {
    name: names[1] ?? '',
    email: `hostile-${Date.now()}@example.org`,
    password: 'hostile but known',
  };
  await joinBy(stranger.page, link, account);
  const [id] = await importQuietly(stranger.page, workspace, ALIKE);

  for (const name of names.filter((_, at) => at % 3 === 2)) {
    await stranger.page.goto('/account');
    await stranger.page.getByLabel('Your name').fill(name);
    await stranger.page.getByRole('button', { name: 'Change name' }).click();
    await expect(stranger.page.getByText(`You are ${name} now.`)).toBeVisible();
    await bare.goto(`${workspace}/settings`);
    await bare.getByLabel('Name', { exact: true }).fill(name);
    await bare.getByRole('button', { name: 'Rename' }).click();
    await expect(bare.getByText('Renamed')).toBeVisible();
    await bare.reload();
    await expect(bare.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
    await expect(bare.getByLabel('Name', { exact: true })).toHaveValue(name);
  }
  await both(async (page) => {
    await page.goto(`${workspace}/settings`);
    await page.getByRole('button', { name: /^Workspace .*: switch or create$/ }).click();
    await page.keyboard.press('Escape');
    await page.goto(`${workspace}/members`);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    for (const path of ['agents', `agents/${id}`, `agents/${id}/history`]) {
      await page.goto(`${workspace}/${path}`);
      await expect(page.locator('main')).toBeVisible();
    }
  });
  const visitor = await someone({ userAgent: names.join(' ').replace(/[^\u0020-\u007e]/g, '') });
  const { heard } = await Alarm.in(visitor.context, server.url);
  await visitor.page.goto('/sign-in');
  await visitor.page.getByLabel('E-mail').fill(account.email);
  await visitor.page.getByLabel('Password').fill(account.password);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await visitor.page.waitForURL(/\/agents/);
  await stranger.page.goto('/account');
  await expect(stranger.page.getByText('An unknown device')).toBeVisible();
  expect(heard).toEqual([]);
});

/** Titles of templates that fit into a line of 80 characters. */
const TITLES = familyOf('short').map(({ text }) => text);

test('as what templates are called, in the palette, in changes of many, exports and messages', async ({
  workspace,
  two: { bare, both },
}) => {
  const [title = '', other = '', third = ''] = TITLES;
  await bare.goto(`${workspace}/agents`);
  const [id = ''] = await importQuietly(bare, workspace, ALIKE);

  await test.step('templates', async () => {
    await openEditor(bare, workspace, id);
    await bare.getByRole('button', { name: 'Export' }).first().click();
    await bare.getByRole('menuitem', { name: /^Save as template/ }).click();
    const dialog = bare.getByRole('dialog', { name: 'Save as template' });
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('Purpose').fill(other);
    await dialog.getByRole('button', { name: 'Save template' }).click();
    const toast = bare.getByText(`“${title}” is a template now`);
    await expect(toast).toBeVisible();
    await comeNear(toast);
    await both(async (page) => {
      await page.goto(`${workspace}/settings`);
      const list = page.getByRole('list', { name: 'Templates' });
      await comeNear(list);
      await list.getByRole('button', { name: `Rename ${title}` }).click();
      await comeNear(page.getByRole('dialog'));
      await page.keyboard.press('Escape');
      await list.getByRole('link', { name: 'Use' }).click();
      await expect(page.getByRole('region', { name: 'Text of the choice' })).toContainText(
        'You keep the records',
      );
      await comeNear(page.locator('main'));
    });
    await bare.goto(`${workspace}/settings`);
    await bare.getByRole('button', { name: `Delete ${title}` }).click();
    const gone = bare.getByText(`“${title}” was deleted`);
    await expect(gone).toBeVisible();
    await comeNear(gone);
  });

  await test.step('the palette', () =>
    both(async (page) => {
      await page.goto(`${workspace}/agents`);
      const palette = page.getByRole('dialog', { name: 'Palette' });
      await expect(async () => {
        if (!(await palette.isVisible())) await page.keyboard.press('ControlOrMeta+k');
        await expect(palette).toBeVisible({ timeout: 3_000 });
      }).toPass();
      await palette.getByRole('combobox').fill('img src');
      await expect(palette.getByRole('option').filter({ hasText: title }).first()).toBeVisible();
      await comeNear(palette);
    }));

  await test.step('changes of many', async () => {
    await both(async (page) => {
      await page.goto(`${workspace}/agents`);
      await page.getByLabel('Select all agents shown').click();
      await page.getByRole('button', { name: 'Change…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Field', { exact: true }).click();
      await page.getByRole('option', { name: 'Model' }).first().click();
      await dialog.getByLabel('Value').fill(third);
      await expect(dialog.getByRole('button', { name: 'Change 3 agents' })).toBeEnabled();
      await comeNear(dialog);
    });
    const dialog = bare.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Change 3 agents' }).click();
    await expect(dialog.getByRole('status')).toHaveText('3 agents changed.');
    await both(async (page) => {
      await page.goto(`${workspace}/changes`);
      await expect(page.locator('main')).toContainText(third);
      await page
        .getByRole('button', { name: /^Undo / })
        .first()
        .click();
      await comeNear(page.getByRole('alertdialog'));
      await page.keyboard.press('Escape');
    });
  });

  await test.step('exports, and what goes to the bin', async () => {
    await both(async (page) => {
      await page.goto(`${workspace}/agents`);
      await page.getByRole('button', { name: 'Export' }).click();
      const notices = page.getByRole('dialog').getByRole('listitem');
      await expect(notices.filter({ hasText: title }).first()).toBeVisible();
      await comeNear(page.getByRole('dialog'));
    });
    await bare.goto(`${workspace}/agents`);
    await bare.locator('[data-agent]').first().hover();
    await bare
      .getByRole('button', { name: /^More for/ })
      .first()
      .click();
    await bare.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(bare.getByRole('button', { name: 'Undo' })).toBeVisible();
    await comeNear(bare.locator('body'));
    await both(async (page) => {
      await page.goto(`${workspace}/agents?status=bin`);
      await expect(page.locator('[data-agent]')).toHaveCount(1);
      await comeNear(page.locator('main'));
    });
  });
});
