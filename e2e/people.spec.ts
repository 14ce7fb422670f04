/** How do people come, change places, forget their password and go? By e-mail, from the first letter to the last. */

import fs from 'node:fs';

import { QUERY_DOCTOR } from './agents';
import { type Mailbox, startMailbox } from './mailbox';
import { expectFit } from './page-checks';
import { type MusterServer, startMuster } from './server';
import { importQuietly, openEditor } from './steps';
import { expect, makeFirstAccount, OWNER, test } from './story';

const GRACE = { name: 'Grace Example', email: 'grace.people@example.org', password: 'invited by a letter' };

let server: MusterServer;
let mailbox: Mailbox;

test.beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startMuster(undefined, undefined, { SMTP_URL: mailbox.url, MUSTER_MAIL_DELAY: '0' });
});
test.afterAll(async () => {
  await server.stop();
  await mailbox.stop();
  fs.rmSync(server.dataDir, { recursive: true, force: true });
});

/** The path that a letter leads to. */
const pathIn = (text: string): string => {
  const url = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? 'http://none');
  return url.pathname + url.search;
};

test('a letter invites; the invited writes, owns, forgets the password, and the former owner leaves', async ({
  someone,
  expectConsole,
}) => {
  const { page: ada } = await someone({ baseURL: server.url });
  await makeFirstAccount(ada, server.firstAccountLink);
  const workspace = new URL(ada.url()).pathname.replace(/\/agents.*/, '');
  const [id = ''] = await importQuietly(ada, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);

  await test.step('who made an account without a letter gets one to confirm the address', async () => {
    await ada.goto('/account');
    await expect(ada.getByRole('button', { name: 'Send me a link to confirm it' })).toBeVisible();
    await expectFit(ada);
    await ada.goto(pathIn((await mailbox.waitFor(OWNER.email)).text));
    await ada.getByRole('button', { name: 'Confirm the address' }).click();
    await ada.waitForURL('**/account**');
    await expect(ada.getByText('Confirmed')).toBeVisible();
  });

  await ada.goto(`${workspace}/members`);
  await ada.getByLabel('E-mail addresses').fill(`${GRACE.email}, nobody`);
  await ada.getByRole('button', { name: 'Invite 2 people' }).click();
  await expect(ada.getByText('“nobody” is no e-mail address.')).toBeVisible();
  await ada.getByLabel('E-mail addresses').fill(`Grace <${GRACE.email}>`);
  await ada.getByRole('button', { name: 'Send invitation' }).click();
  const open = ada.getByRole('list', { name: 'Open invitations' });
  await expect(open).toContainText(GRACE.email);
  await expectFit(ada);

  const { page: grace } = await someone({ baseURL: server.url });
  await grace.goto(pathIn((await mailbox.waitFor(GRACE.email)).text));
  await expect(grace.getByLabel('E-mail')).toHaveValue(GRACE.email);
  await grace.getByLabel('Your name').fill(GRACE.name);
  await grace.getByLabel('Password').fill(GRACE.password);
  await grace.getByRole('button', { name: /^Join/ }).click();
  await grace.waitForURL(`**${workspace}/agents`);
  const editor = await openEditor(grace, workspace, id);
  await editor.typeAtEnd('Written by Grace.');
  await editor.saveAs(2);
  await grace.keyboard.press('F9');
  await expect(grace.getByLabel('Your comment')).toBeFocused();
  await grace.keyboard.type('Is this right, @ada');
  await grace.keyboard.press('Enter');
  await grace.keyboard.press('Control+Enter');

  await ada.reload();
  await expect(open).toBeHidden();
  await test.step('who is named is written to, and gets there', async () => {
    const { subject, text } = await mailbox.waitFor(OWNER.email, 2);
    expect(subject).toContain(`${GRACE.name} named you`);
    await ada.goto(pathIn(text));
    await expect(ada.getByRole('article', { name: `Thread of ${GRACE.name}` })).toBeVisible();
    await ada.goto(`${workspace}/members`);
  });
  await ada.getByRole('button', { name: 'Leave' }).click();
  await expect(ada.getByRole('dialog', { name: 'Hand the workspace over first' })).toBeVisible();
  await ada.keyboard.press('Escape');
  await ada.getByRole('button', { name: `More for ${GRACE.name}` }).click();
  await ada.getByRole('menuitem', { name: /owner in my place/ }).click();
  await ada.getByRole('button', { name: 'Hand over' }).click();
  await expect(ada.getByText('owns the workspace now; you are an admin')).toBeVisible();

  await test.step('who forgot the password gets a link, once', async () => {
    await grace.goto('/account');
    await grace.getByLabel('Somebody answers where you wrote').check();
    await grace.getByRole('button', { name: 'Save notifications' }).click();
    await expect(grace.getByText('Saved.')).toBeVisible();
    await grace.getByRole('button', { name: 'Sign out', exact: true }).click();
    await grace.waitForURL(/\/sign-in/);
    await grace.getByRole('link', { name: 'Forgot your password?' }).click();
    await grace.waitForURL('**/forgot');
    await grace.getByLabel('E-mail').fill(GRACE.email);
    await grace.getByRole('button', { name: 'Send the link' }).click();
    await expect(grace.getByText(`If there is an account of ${GRACE.email}`)).toBeVisible();
    await expectFit(grace);
    const link = pathIn((await mailbox.waitFor(GRACE.email, 2)).text);
    await grace.goto(link);
    await expectFit(grace);
    await grace.getByLabel('New password').fill('set by a letter');
    await grace.getByRole('button', { name: 'Set password and sign in' }).click();
    await grace.waitForURL(`**${workspace}/agents`);
    await grace.goto(link);
    await expect(grace.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  });

  await test.step('an owner makes a link for a member, who sees it', async () => {
    await grace.goto(`${workspace}/members`);
    await grace.getByRole('button', { name: `More for ${OWNER.name}` }).click();
    await grace.getByRole('menuitem', { name: /link for a new password/ }).click();
    await grace.getByRole('button', { name: 'Make the link' }).click();
    await expect(grace.getByLabel(`Link for ${OWNER.name}`)).toHaveValue(/\/reset\//);
    await expectFit(grace);
    await ada.goto('/account');
    await expect(ada.getByText(`${GRACE.name} made a link to set your password`)).toBeVisible();
    await expectFit(ada);
  });

  await ada.goto(`${workspace}/members`);
  await ada.getByRole('button', { name: 'Leave' }).click();
  await ada.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await ada.waitForURL('**/w/new');
  expectConsole(/404/);
  expect((await ada.goto(`${workspace}/agents`))?.status()).toBe(404);
});
