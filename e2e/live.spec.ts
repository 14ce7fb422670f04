/** What if two people write in one agent at the same time? They see each other, and nothing of either is lost. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';
import * as Y from 'yjs';

import { QUERY_DOCTOR } from './agents';
import { expectFit } from './page-checks';
import { startMuster } from './server';
import { Editor, importQuietly, openEditor, savedText } from './steps';
import { expect, makeFirstAccount, test } from './story';

const PASSWORD = 'grace writes along';

test('two people write in one agent, see each other, and save what both wrote', async ({
  owner,
  workspace,
  member,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/);
  const { page } = await member('editor', {
    name: 'Grace Example',
    email: 'grace-live@example.org',
    password: PASSWORD,
  });
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);

  const ada = await openEditor(owner, workspace, id);
  await ada.typeAtEnd(' From Ada.');
  const grace = await openEditor(page, workspace, id);
  await expect(owner.getByRole('button', { name: '2 here: you, Grace Example' })).toBeVisible();
  await expect(page.getByRole('button', { name: '2 here: you, Ada Example' })).toBeVisible();

  await test.step('what was typed before the other came is there, too', async () => {
    await expect(grace.source).toContainText('From Ada.');
    await expect(ada.status).toContainText('Shared with all, no version yet');
  });

  await test.step('carets and selections have a name, and fields of the form an outline', async () => {
    await grace.typeAtEnd(' From Grace.');
    await expect(ada.source).toContainText('From Ada. From Grace.');
    await expect(owner.locator('.cm-other-name')).toHaveText('Grace Example');
    await expect(ada.source.locator('.cm-other'), 'it takes no room in the line').toHaveCount(0);
    await grace.field('Model').click();
    await expect(ada.form.getByText('Here now: Grace Example')).toBeVisible();
    await grace.field('Model').fill('opus');
    await expect(ada.field('Model')).toHaveValue('opus');
    await expectFit(owner);
  });

  await test.step('undo takes back only what is one’s own', async () => {
    await ada.typeAtEnd(' Not this.');
    await expect(grace.source).toContainText('Not this.');
    await owner.keyboard.press('ControlOrMeta+z');
    await expect(grace.source).not.toContainText('Not this.');
    await expect(ada.source).toContainText('From Grace.');
  });

  await test.step('whoever was offline finds everything together again', async () => {
    await page.context().setOffline(true);
    await grace.typeAtEnd(' Offline.');
    await expect(grace.status).toContainText('Offline: kept on this device');
    await ada.typeAtEnd(' Meanwhile.');
    await page.context().setOffline(false);
    await expect(ada.source).toContainText('Offline.');
    await expect(grace.source).toContainText('Meanwhile.');
  });

  await test.step('a version holds what both wrote, and both stand on it', async () => {
    await expect(grace.status).toContainText('Shared with all, no version yet');
    await grace.saveAs(2);
    await expect(ada.status).toContainText(/Saved .*v2\b/);
    const saved = await savedText(owner, workspace, id);
    for (const part of ['model: opus', 'From Ada.', 'From Grace.', 'Offline.', 'Meanwhile.']) {
      expect(saved).toContain(part);
    }
    expect(saved).not.toContain('Not this.');
  });

  await test.step('who is signed out is told so, signs in where they are, and hears the others again', async () => {
    const { origin } = new URL(page.url());
    expectConsole(/status of 401/);
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(`${origin}${workspace}/agents`);
    await elsewhere.getByRole('button', { name: /Grace Example/ }).click();
    await elsewhere.getByRole('menuitem', { name: 'Sign out' }).click();
    await elsewhere.waitForURL(/sign-in/);
    await elsewhere.close();
    await expect(owner.getByRole('button', { name: /here: you/ })).toHaveCount(0);
    await grace.typeAtEnd(' Signed out.');
    await expect(grace.status).toContainText('Signed out: kept on this device');
    await expect(page.getByRole('dialog'), 'nobody is interrupted').toHaveCount(0);
    await ada.typeAtEnd(' While she was out.');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'You are signed out' });
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in and save' }).click();
    await expect(grace.status).toContainText('Shared with all, no version yet');
    await expect(grace.source).toContainText('While she was out.');
    await expect(ada.source).toContainText('Signed out.');
    await ada.typeAtEnd(' She hears again.');
    await expect(grace.source).toContainText('She hears again.');
  });

  await test.step('a tab that dies leaves at once, though another one holds the stream', async () => {
    const second = await page.context().newPage();
    await openEditor(second, workspace, id);
    await expect(owner.getByRole('button', { name: /^3 here/ })).toBeVisible();
    const died = second.waitForEvent('crash');
    await second.goto('chrome://crash').catch(() => {});
    await died;
    await expect(owner.getByRole('button', { name: /^2 here/ })).toBeVisible();
    await second.close();
  });

  await test.step('who leaves is gone, and work goes on', async () => {
    await page.close();
    await expect(owner.getByRole('button', { name: /here: you/ })).toHaveCount(0);
    await ada.typeAtEnd(' Alone again.');
    await ada.saveAs(3);
    const saved = await savedText(owner, workspace, id);
    for (const part of ['Signed out.', 'She hears again.', 'Alone again.']) expect(saved).toContain(part);
  });
});

test('the server dies while two write: what was acknowledged is there, and what was not comes when it is back', async ({
  someone,
  expectConsole,
}) => {
  expectConsole(/ERR_|Failed to fetch/);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-live-'));
  let server = await startMuster(dataDir);
  const { port } = new URL(server.url);
  try {
    const { page, context } = await someone({ baseURL: server.url });
    await makeFirstAccount(page, server.firstAccountLink);
    const workspace = new URL(page.url()).pathname.replace(/\/agents.*/, '');
    const [id = ''] = await importQuietly(page, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
    const other = await someone({ baseURL: server.url, storageState: await context.storageState() });
    const writers = [new Writer(page, 'a'), new Writer(other.page, 'b')];
    for (const writer of writers) await writer.open(workspace, id);

    await Promise.all(writers.map((writer) => writer.type(10)));
    for (const { editor } of writers) {
      await expect(editor.status).toContainText('Shared with all, no version yet');
    }
    const typing = Promise.all(writers.map((writer) => writer.type(30)));
    await page.waitForTimeout(400);
    await server.kill();
    await typing;
    for (const { editor } of writers)
      await expect(editor.status).toContainText('Offline: kept on this device');

    await test.step('on the disk is all that was acknowledged, whoever wrote it', async () => {
      for (const writer of writers) await writer.page.context().setOffline(true);
      server = await startMuster(dataDir, undefined, { PORT: port });
      const third = await someone({ baseURL: server.url, storageState: await context.storageState() });
      const { source } = await openEditor(third.page, workspace, id);
      for (const writer of writers) {
        expect(writer.acknowledged.length, 'some was, and not all').toBeGreaterThan(0);
        expect(writer.acknowledged.length).toBeLessThan(writer.typed.length);
        for (const word of writer.acknowledged) await expect(source).toContainText(word);
      }
      await third.page.close();
    });

    await test.step('both come back by themselves, with all that they typed', async () => {
      for (const writer of writers) await writer.page.context().setOffline(false);
      for (const { editor } of writers) {
        await expect(editor.status).toContainText('Shared with all, no version yet');
        for (const writer of writers) await expect(editor.source).toContainText(writer.typed.join(''));
      }
      await writers[0]?.editor.saveAs(2);
      const saved = await savedText(page, workspace, id);
      for (const { typed } of writers) expect(saved).toContain(typed.join(''));
    });
  } finally {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

/** Somebody who types one word after the other in a line of their own, and notes which the server has acknowledged. */
class Writer {
  readonly typed: string[] = [];
  readonly acknowledged: string[] = [];
  editor: Editor;

  constructor(
    readonly page: Page,
    private readonly name: string,
  ) {
    this.editor = new Editor(page);
    page.on('response', async (response) => {
      if (!response.url().endsWith('/updates')) return;
      const answer = (await response.json().catch(() => null)) as { kind: string } | null;
      if (answer?.kind === 'stored') this.note(response.request().postDataJSON() as { update: string });
    });
  }

  async open(workspace: string, id: string): Promise<void> {
    this.editor = await openEditor(this.page, workspace, id);
    await expect(this.editor.status).toContainText(/Saved/);
    await this.editor.source.click();
    await this.page.keyboard.press(this.name === 'a' ? 'ControlOrMeta+Home' : 'ControlOrMeta+End');
  }

  async type(words: number): Promise<void> {
    for (let at = 0; at < words; at++) {
      const word = `${this.name}${this.typed.length}.`;
      this.typed.push(word);
      await this.page.keyboard.type(word);
    }
  }

  /** What is typed goes in the order in which it was typed, some characters in each request. */
  private note({ update }: { update: string }): void {
    const { structs } = Y.decodeUpdate(new Uint8Array(Buffer.from(update, 'base64')));
    for (const struct of structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        this.sent += struct.content.str;
    }
    const whole = this.sent.split('.').slice(0, -1);
    this.acknowledged.splice(0, this.acknowledged.length, ...whole.map((word) => `${word}.`));
  }

  private sent = '';
}
