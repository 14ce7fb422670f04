/** What is left of unsaved text when a tab dies, a session ends, the network goes, or somebody just leaves? All of it. */

import type { Page } from '@playwright/test';

import { QUERY_DOCTOR } from './agents';
import { DESK, expectAccessible, expectFit, expectNoSidewaysScroll, PHONE } from './page-checks';
import { Editor, importQuietly, inviteAs, joinBy, openEditor, savedText, signIn, workApart } from './steps';
import { type Account, expect, test } from './story';

const GRACE: Account = {
  name: 'Grace Example',
  email: 'grace.drafts@example.org',
  password: 'one more long password',
};
const ALAN: Account = {
  name: 'Alan Example',
  email: 'alan.drafts@example.org',
  password: 'yet another long password',
};

/** What the browser's database holds, as another page of it would read. */
function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Who opens what is not there makes it, and the page would find it without its stores.
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === 'muster')) return [];
    const open = indexedDB.open('muster');
    await new Promise((resolve) => {
      open.onsuccess = resolve;
    });
    const all = open.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    open.result.close();
    return all.result.map(({ text, fields }) => text ?? fields.pasted);
  });
}

/** What was typed is on the device, before anybody saves or leaves. */
async function expectKept(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => (await keptTexts(page)).filter((kept) => kept.includes(text)).length, {
      timeout: 20_000,
      intervals: [50],
    })
    .toBeGreaterThan(0);
}

/** Ends the process of the tab, as a crash does: no farewell, no question. */
async function crash(page: Page): Promise<Page> {
  const context = page.context();
  const gone = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => {});
  await gone;
  await page.close();
  return context.newPage();
}

async function expectRestored(editor: Editor, text: string): Promise<void> {
  await expect(editor.page.getByText(/Your unsaved changes of .* are back/)).toBeVisible();
  await expect(editor.source).toContainText(text);
  await expect(editor.status).toContainText('Unsaved changes on v');
}

test('a tab that crashes loses nothing, also when the agent has moved on meanwhile', async ({
  someone,
  owner,
  workspace,
  ownerState,
}) => {
  test.slow();
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const apart = (await someone({ storageState: ownerState })).page;
  for (const each of [owner, apart]) await workApart(each);
  const other = await openEditor(apart, workspace, id);
  let editor = await openEditor(owner, workspace, id);
  await editor.typeAtEnd('\nTyped before the crash.');
  await expectKept(owner, 'Typed before the crash.');

  let page = await crash(owner);
  editor = await openEditor(page, workspace, id);
  await expectRestored(editor, 'Typed before the crash.');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(editor.source).not.toContainText('Typed before');
  await editor.source.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor.source).toContainText('Typed before the crash.');

  await test.step('another version since: a choice, a diff, and both texts joined', async () => {
    await expectKept(page, 'Typed before the crash.');
    page = await crash(page);
    await other.field('Model').fill('opus');
    await other.saveAs(2);
    editor = await openEditor(page, workspace, id);
    const notice = page.getByText(
      /You have unsaved changes of .*, made on version 1; the agent is now at version 2/,
    );
    await expect(notice).toBeVisible();
    await expect(editor.source).not.toContainText('Typed before');
    await expectFit(page);
    await page.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', { name: /Unsaved changes of/ });
    await expect(dialog.getByRole('list', { name: 'What restoring changes' })).toContainText(
      '4. Typed before the crash.',
    );
    await expectFit(page);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText(/joined with what was saved since: /)).toBeVisible();
    await expect(editor.field('Model')).toHaveValue('opus');
    await editor.saveAs(3);
    expect(await savedText(page, workspace, id)).toBe(
      `${QUERY_DOCTOR.replace('model: sonnet', 'model: opus')}\n4. Typed before the crash.`,
    );
    await expect.poll(() => keptTexts(page)).toEqual([]);
  });

  await test.step('the same line changed by both: side by side', async () => {
    await editor.typeAtEnd(' Mine.');
    await expectKept(page, ' Mine.');
    page = await crash(page);
    await other.page.reload();
    await other.typeAtEnd(' Theirs.');
    await other.saveAs(4);
    editor = await openEditor(page, workspace, id);
    await page.getByRole('button', { name: 'Restore' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two texts, one agent' });
    await expect(dialog).toContainText('the crash. Mine.');
    await expect(dialog).toContainText('the crash. Theirs.');
    expect(await savedText(page, workspace, id)).toContain('Theirs.');
    await dialog.getByRole('button', { name: 'Take mine' }).click();
    await expect(editor.status).toContainText(/Saved .*v5\b/);
    expect(await savedText(page, workspace, id)).toMatch(/the crash\. Mine\.$/);
  });
});

test('two tabs on one agent keep what each has, and a closed one gives it back', async ({
  owner,
  workspace,
}) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  await workApart(owner);
  const first = await openEditor(owner, workspace, id);
  await first.typeAtEnd(' In the first tab.');
  await expectKept(owner, 'In the first tab.');
  const second = await openEditor(await owner.context().newPage(), workspace, id);
  await second.typeAtEnd(' In the second tab.');
  await expectKept(owner, 'In the second tab.');
  await expectKept(owner, 'In the first tab.');
  await expect(second.source).not.toContainText('In the first tab.');

  await second.page.close();
  await expect.poll(() => keptTexts(owner)).toHaveLength(2);
  const third = await openEditor(await owner.context().newPage(), workspace, id);
  await expectRestored(third, 'In the second tab.');
  await expect(third.source).not.toContainText('In the first tab.');
  await expect(first.source).toContainText('In the first tab.');
  await third.saveAs(2);
  await first.page.bringToFront();
  await first.page.keyboard.press('ControlOrMeta+s');
  await expect(owner.getByRole('dialog', { name: 'Two texts, one agent' })).toContainText(
    'In the first tab.',
  );
});

test('leaving asks, the list says what is unsaved, and nobody else is shown it', async ({
  owner,
  workspace,
  someone,
  expectConsole,
}) => {
  // Between the end of the session and that of its page, the page may still ask for something.
  expectConsole(/status of 401/);
  await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const link = await inviteAs(owner, workspace, 'Editor');
  // A session of its own, for it is ended below.
  const { page } = await someone();
  await signIn(page);
  await page.goto(`${workspace}/agents`);
  await page
    .getByRole('link', { name: /query-doctor/ })
    .first()
    .click();
  const editor = new Editor(page);
  await editor.typeAtEnd(' Unsaved.');
  const question = page.getByRole('dialog', { name: 'Leave with unsaved changes?' });

  await page.getByRole('link', { name: 'Agents', exact: true }).first().click();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(editor.source).toContainText('Unsaved.');
  await test.step('keys that lead elsewhere ask as well', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(editor.source).toContainText('Unsaved.');
  });
  // Not goBack(), which waits for the page to change.
  await page.evaluate(() => window.history.back());
  await expect(question).toBeVisible();
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(DESK);
  await question.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.waitForURL(/\/agents$/);

  const note = page.getByText('1 agent has unsaved changes on this device.');
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: 'Show' }).click();
  const list = page.getByRole('dialog', { name: 'Unsaved changes on this device' });
  await expect(list).toContainText('made on version 1');
  await expectFit(page);
  await list.getByRole('link', { name: 'Open' }).click();
  await expectRestored(editor, 'Unsaved.');

  await test.step('a reload asks, and brings it back', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expectRestored(editor, 'Unsaved.');
  });

  await test.step('signing out asks; the next person sees nothing; the same person has it back', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const asking = page.getByRole('dialog', { name: 'Sign out with unsaved changes?' });
    await expect(asking).toContainText('1 agent has unsaved changes on this device.');
    await expectAccessible(page);
    await asking.getByRole('button', { name: 'Keep and sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await joinBy(page, link, GRACE);
    await page.goto(`${workspace}/agents`);
    await expect(page.getByLabel(/^Select query-doctor/).first()).toBeVisible();
    await expect(note).toBeHidden();
    await page
      .getByRole('link', { name: /query-doctor/ })
      .first()
      .click();
    await expect(editor.status).toContainText('Saved');
    await expect(editor.source).not.toContainText('Unsaved.');

    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(/\/sign-in/);
    await signIn(page);
    await page.goto(`${workspace}/agents`);
    await expect(note).toBeVisible();
  });
});

test('a session that ends while typing is taken up again in place', async ({
  owner,
  workspace,
  someone,
  member,
  expectConsole,
}) => {
  // What the page asks by itself meanwhile, such as its comments.
  expectConsole(/status of 401/);
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const { page } = await member('editor', ALAN);
  const editor = await openEditor(page, workspace, id);
  await editor.typeAtEnd(' Signed out.');
  const elsewhere = (await someone()).page;
  await signIn(elsewhere, ALAN.email, ALAN.password);
  await elsewhere.goto('/account');
  await elsewhere.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(elsewhere.getByText('Signed out on 1 other device')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'You are signed out' });
  await expect(dialog).toBeVisible();
  await expect(editor.status).toContainText('Signed out: kept on this device');
  await expectFit(page);
  await dialog.getByLabel('Password').fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in and save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('wrong');
  await dialog.getByLabel('Password').fill(ALAN.password);
  await dialog.getByRole('button', { name: 'Sign in and save' }).click();
  await expect(editor.status).toContainText(/Saved .*v2\b/);
  await expect(dialog).toBeHidden();
  await expect(editor.source).toContainText('Signed out.');
  expect(await savedText(page, workspace, id)).toBe(`${QUERY_DOCTOR} Signed out.`);

  await test.step('also where somebody else has signed in, in another tab of the same browser', async () => {
    await editor.typeAtEnd(' Still mine.');
    // A sign-in of its own: it ends with the next one in this browser.
    const other = (await someone()).page;
    await signIn(other);
    await page.context().addCookies(await other.context().cookies());
    await page.keyboard.press('ControlOrMeta+s');
    await expect(dialog).toBeVisible();
    await expect(
      page.getByText(/This browser is signed in as .* now, but this page is somebody else's/),
    ).toBeVisible();
    await dialog.getByLabel('Password').fill(ALAN.password);
    await dialog.getByRole('button', { name: 'Sign in and save' }).click();
    await expect(editor.status).toContainText(/Saved .*v3\b/);
    const history = await page.request.get(`/api${workspace}/agents/${id}/history`);
    expect((await history.json()).versions[0]).toMatchObject({ number: 3, savedBy: ALAN.name });
  });
});

test('a page of an older Muster asks for a reload, and the reload has the text', async ({
  owner,
  workspace,
  expectConsole,
}) => {
  expectConsole(/status of (404|409)|ChunkLoadError|Failed to load chunk/);
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const editor = await openEditor(owner, workspace, id);
  await editor.typeAtEnd(' Before the upgrade.');
  // The server is asked for an action that it does not have any more.
  await owner.route('**/agents/*', (route) => {
    const headers = route.request().headers();
    if (headers['next-action']) headers['next-action'] = headers['next-action'].replace(/.{8}$/, '00000000');
    return route.continue({ headers });
  });
  await owner.keyboard.press('ControlOrMeta+s');
  await expect(editor.status).toContainText('Muster was updated: kept on this device');
  await expectAccessible(owner, ['light']);
  await owner.unroute('**/agents/*');
  await owner.getByRole('button', { name: 'Reload' }).click();
  await expectRestored(editor, 'Before the upgrade.');

  await test.step('a part of the page that the server does not have any more', async () => {
    await owner.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 404 }));
    await editor.typeAtEnd(' And after.');
    await owner.getByRole('tab', { name: 'Similar' }).click();
    await expect(owner.getByText('Muster was updated since this page was opened.')).toBeVisible();
    await owner.unroute('**/_next/static/chunks/**');
    await owner.getByRole('button', { name: 'Reload' }).click();
    await expectRestored(editor, 'Before the upgrade. And after.');
    await editor.saveAs(2);
  });
});

test('a browser without a database keeps the text in the tab; a new agent is kept as well', async ({
  owner,
  workspace,
  expectConsole,
}) => {
  // What is like the text is asked whenever the typing rests, also on the way.
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  await owner.goto(`${workspace}/agents/new`);
  await owner.getByRole('tab', { name: 'From pasted text' }).click();
  await owner.getByRole('textbox', { name: 'Text' }).fill('You write poems, and nothing else.');
  await expectKept(owner, 'You write poems');
  const page = await crash(owner);
  await page.goto(`${workspace}/agents/new`);
  await expect(page.getByText('What you had typed here is back.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('You write poems, and nothing else.');
  await page.getByRole('button', { name: 'Create agent' }).click();
  await page.waitForURL(/\/agents\/(?!new)[^/]+$/);
  await expect.poll(() => keptTexts(page)).toEqual([]);

  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  const editor = await openEditor(page, workspace, id);
  await editor.typeAtEnd(' Private.');
  await page.context().setOffline(true);
  await expect(editor.status).toContainText('Offline: kept in this tab');
  await page.context().setOffline(false);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expectRestored(editor, 'Private.');
});
