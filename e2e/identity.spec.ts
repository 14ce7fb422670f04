/** Who may come in? The first account by its token, then signing in, out, and changing the password. */

import fs from 'node:fs';
import path from 'node:path';

import { startMuster } from './server';
import { signIn } from './steps';
import { expect, makeFirstAccount, OWNER, test } from './story';

test('the first start shows a link, which makes the first account, once', async ({
  someone,
  expectConsole,
}) => {
  const server = await startMuster();
  try {
    expect(server.firstAccountLink).toContain('/setup?token=');
    const { page } = await someone({ baseURL: server.url });

    await page.goto('/');
    await expect(page).toHaveURL(/\/setup/);

    await page.goto('/setup?token=wrong');
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: /^Create/ }).click();
    await expect(page.getByText(/token/i).first()).toBeVisible();
    await expect(page).toHaveURL(/\/setup/);

    await makeFirstAccount(page, server.firstAccountLink);
    await expect(page.getByRole('heading', { name: 'Drop your agents here' })).toBeVisible();

    expectConsole(/40[34]/);
    const stranger = await someone({ baseURL: server.url });
    const again = await stranger.page.goto(server.firstAccountLink);
    await expect(stranger.page.getByRole('button', { name: /^Create/ })).toHaveCount(0);
    expect(again?.status()).toBeLessThan(500);

    if (process.platform !== 'win32') {
      const secrets = fs
        .readdirSync(server.dataDir)
        .filter((file) => file.includes('secret'))
        .map((file) => fs.statSync(path.join(server.dataDir, file)).mode & 0o777);
      expect(secrets).toEqual([0o600]);
    }
    // A page that still fetches ahead would find no server.
    await Promise.all([page, stranger.page].map((open) => open.context().close()));
    expect(await server.stop()).toBe(0);

    const next = await startMuster(server.dataDir);
    try {
      expect(next.firstAccountLink, 'no second first account').toBe('');
      const back = await someone({ baseURL: next.url });
      await signIn(back.page);
      await expect(back.page).toHaveURL(/\/w\/[^/]+\/agents/);
      await back.page.context().close();
    } finally {
      await next.stop();
    }
  } finally {
    await server.stop();
    fs.rmSync(server.dataDir, { recursive: true, force: true });
  }
});

test('signing out ends the session at once, in every window', async ({ someone, owner: _owner }) => {
  const { context, page } = await someone();
  await signIn(page);
  await expect(page).toHaveURL(/\/w\/[^/]+\/agents/);
  const list = page.url();
  const second = await context.newPage();
  await second.goto(list);
  await expect(second.getByRole('heading', { name: 'Agents', exact: true })).toBeVisible();
  const stolen = await context.cookies();

  await page.getByRole('button', { name: `Account of ${OWNER.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await second.goto(list);
  await expect(second).toHaveURL(/\/sign-in/);

  await context.addCookies(stolen);
  await page.goto(list);
  await expect(page, 'old cookies are worth nothing').toHaveURL(/\/sign-in/);
});

test('a wrong password and an unknown address get the same words', async ({ someone, owner: _owner }) => {
  const { page } = await someone();
  const words: string[] = [];
  for (const email of [OWNER.email, 'nobody@example.org']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const alert = page.getByRole('alert').filter({ hasText: /\w/ });
    await expect(alert).toBeVisible();
    words.push(await alert.innerText());
  }
  expect(words[0]).toBe(words[1]);
});

test('a changed password signs the other windows out', async ({ someone, member }) => {
  const here = await member('editor', {
    name: 'Grace Example',
    email: 'grace@example.org',
    password: 'first password',
  });
  const there = await someone();
  await signIn(there.page, 'grace@example.org', 'first password');
  await expect(there.page).toHaveURL(/\/agents/);

  await here.page.goto('/account');
  await here.page.getByLabel('Current password').fill('first password');
  await here.page.getByLabel('New password').fill('second password');
  await here.page.getByRole('button', { name: 'Change password' }).click();
  await expect(here.page.getByText(/Password changed\. 1 other session was signed out/)).toBeVisible();

  await there.page.reload();
  await expect(there.page).toHaveURL(/\/sign-in/);
  await signIn(there.page, 'grace@example.org', 'second password');
  await expect(there.page).toHaveURL(/\/agents/);
});
