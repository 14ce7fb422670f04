/** Can people come in by a provider, and by that alone what is theirs? */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { QUERY_DOCTOR } from './agents';
import { expectFit } from './page-checks';
import { CLIENT, startProvider, type TestProvider } from './provider';
import { type MusterServer, startMuster } from './server';
import { importQuietly, inviteAs, openEditor, signIn } from './steps';
import { expect, makeFirstAccount, OWNER, type Person, test } from './story';

test.describe.configure({ timeout: 900_000 });
test.use({ actionTimeout: 30_000 });

let provider: TestProvider;
let server: MusterServer;
test.beforeAll(async () => {
  provider = await startProvider();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-story-'));
  server = await startMuster(dataDir, undefined, {
    AUTH_OIDC_ISSUER: provider.url,
    AUTH_OIDC_ID: CLIENT.id,
    AUTH_OIDC_SECRET: CLIENT.secret,
    AUTH_OIDC_NAME: 'Example ID',
    AUTH_GITHUB_URL: provider.url,
    AUTH_GITHUB_ID: CLIENT.id,
    AUTH_GITHUB_SECRET: CLIENT.secret,
    MUSTER_SIGNUP: 'open',
  });
});
test.afterAll(async () => {
  await server?.stop();
  await provider?.stop();
  fs.rmSync(server.dataDir, { recursive: true, force: true });
});

/** Presses the button of a provider, and answers there. */
async function goBy(page: Page, button: string, answer: 'Agree' | 'Cancel' = 'Agree'): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('link', { name: answer }).click();
}

const alertOf = (page: Page) => page.getByRole('alert').filter({ hasText: /\w/ });

async function removeMember(owner: Page, workspace: string, name: string): Promise<void> {
  await owner.goto(`${workspace}/members`);
  const row = owner.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button', { name: 'Remove' }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(owner.getByRole('listitem').filter({ hasText: name })).toHaveCount(0);
}

async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Create one' }).click();
  await page.getByLabel('Your name').fill('Zoë Example');
  await page.getByLabel('E-mail').fill('zoe@example.org');
  await page.getByLabel('Password').fill('12345678');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('one of the most common passwords')).toBeVisible();
  await expectFit(page);
  await page.getByLabel('Password').fill('nobody else has this');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/w/new');
  await expect(page.getByLabel('Name')).toBeVisible();
}

test('joining, signing in, connecting and leaving, by providers and without', async ({
  someone,
  expectConsole,
}) => {
  expectConsole(/404/);
  const open = (): Promise<Person> => someone({ baseURL: server.url });
  const { page: owner } = await open();
  await makeFirstAccount(owner, server.firstAccountLink);
  const workspace = new URL(owner.url()).pathname.replace('/agents', '');
  const [agentId = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const link = await inviteAs(owner, workspace, 'Editor', { days: '30 days', uses: '5 people' });
  await expect(owner.getByText('0 of 5 used')).toBeVisible();

  // Somebody says no, somebody has no verified address: both are told so, and nobody is in.
  provider.person = { subject: '7', name: 'Grace Example', email: 'grace@example.org', verified: false };
  const { page: grace } = await open();
  await grace.goto('/sign-in');
  await expectFit(grace);
  await goBy(grace, 'Continue with Example ID', 'Cancel');
  await expect(alertOf(grace)).toContainText('did not agree');
  await expectFit(grace);
  expect(new URL(grace.url()).search, 'no code stays in the address').toBe('');
  await grace.getByRole('link', { name: 'Back to sign-in' }).click();
  await goBy(grace, 'Continue with GitHub');
  await expect(alertOf(grace)).toContainText('has not verified your address');

  provider.person.verified = true;
  await grace.goto(new URL(link).pathname);
  await expectFit(grace);
  await goBy(grace, 'Join with Example ID');
  await grace.waitForURL(`**${workspace}/agents`);
  await expect(grace.getByRole('link', { name: 'query-doctor' })).toBeVisible();

  // The account has no password: the provider stays until there is one.
  const { page: there } = await open();
  await there.goto(`/sign-in?${new URLSearchParams({ next: `${workspace}/duplicates` })}`);
  await goBy(there, 'Continue with Example ID');
  await there.waitForURL(`**${workspace}/duplicates`);
  await grace.goto('/account');
  await expect(grace.getByRole('button', { name: 'Disconnect Example ID' })).toBeDisabled();
  await goBy(grace, 'Connect GitHub');
  await grace.waitForURL('**/account');
  await expect(grace.getByRole('button', { name: 'Disconnect GitHub' })).toBeEnabled();
  await grace.getByRole('button', { name: 'Disconnect Example ID' }).click();
  await expect(grace.getByRole('button', { name: 'Connect Example ID' })).toBeVisible();
  await grace.getByLabel('New password').fill('password1');
  await grace.getByRole('button', { name: 'Set password' }).click();
  await expect(grace.getByText('one of the most common passwords')).toBeVisible();
  await grace.getByLabel('New password').fill('grace and no other');
  await grace.getByRole('button', { name: 'Set password' }).click();
  await expect(grace.getByText('Password set. 1 other session was signed out.')).toBeVisible();
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in/);
  await signIn(there, 'grace@example.org', 'grace and no other');

  await grace.reload();
  await grace.getByLabel('Your name').fill('Grace B. Example');
  await grace.getByRole('button', { name: 'Change name' }).click();
  await expect(grace.getByText('You are Grace B. Example now.')).toBeVisible();
  await expect(grace.getByText('this device')).toHaveCount(1);
  await expectFit(grace);
  await grace.getByRole('button', { name: /^Sign out Chrome on/ }).click();
  await expect(grace.getByRole('button', { name: /^Sign out Chrome on/ })).toHaveCount(0);
  await there.goto(`${workspace}/agents`);
  await expect(there).toHaveURL(/\/sign-in/);

  // An address that only a password goes with is not taken over; its owner connects it.
  provider.person = { subject: '8', name: 'Ada', email: OWNER.email, verified: true };
  await there.goto('/sign-in');
  await goBy(there, 'Continue with Example ID');
  await expect(alertOf(there)).toContainText('Sign in with your password and connect Example ID');
  await owner.goto('/account');
  await goBy(owner, 'Connect Example ID');
  await expect(owner.getByRole('button', { name: 'Disconnect Example ID' })).toBeEnabled();
  await there.goto('/sign-in');
  await goBy(there, 'Continue with Example ID');
  await there.waitForURL('**/agents');

  // A removed member loses the next request, and not a word of what was being written.
  const editor = await openEditor(grace, workspace, agentId);
  await editor.typeAtEnd(' And stay.');
  await removeMember(owner, workspace, 'Grace B. Example');
  await grace.keyboard.press('ControlOrMeta+s');
  await expect(editor.status).toContainText('Not saved');
  await expect(editor.source).toContainText('And stay.');
  await expect(grace.getByText(/no longer a member of|not a member of its workspace/).first()).toBeVisible();
  const statuses = await grace.evaluate(
    async (paths) => Promise.all(paths.map(async (at) => (await fetch(at)).status)),
    [`${workspace}/agents`, `/api${workspace}/agents`, `/api${workspace}/agents/${agentId}/download`],
  );
  expect(statuses).toEqual([404, 404, 404]);

  await signUp((await open()).page);
});
