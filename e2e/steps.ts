/** What does a user do again and again? Signing in, inviting, importing, opening the editor. */

import fs from 'node:fs';

import { expect, type Locator, type Page } from '@playwright/test';

import type { AgentFile } from './agents';
import { type Account, OWNER, originOf } from './story';

export async function signIn(page: Page, email = OWNER.email, password = OWNER.password): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Makes an invitation link on the members page of the workspace. */
export async function inviteAs(
  page: Page,
  workspace: string,
  role: 'Admin' | 'Editor' | 'Viewer',
  { days, uses }: { days?: '1 day' | '30 days'; uses?: '5 people' | '25 people' } = {},
): Promise<string> {
  await page.goto(`${workspace}/members`);
  const choices = { Role: role, 'Open for': days, 'Lets in': uses };
  for (const [label, choice] of Object.entries(choices)) {
    if (!choice) continue;
    await page.getByLabel(label, { exact: true }).click();
    await page.getByRole('option', { name: new RegExp(`^${choice}`) }).click();
  }
  await page.getByRole('button', { name: 'Create link' }).click();
  const link = page.getByRole('textbox', { name: 'Invitation link' });
  await expect(link).toHaveValue(/\/join\//);
  return link.inputValue();
}

export async function joinBy(page: Page, link: string, account: Account): Promise<void> {
  await page.goto(new URL(link).pathname);
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: /^Join/ }).click();
  await page.waitForURL(/\/w\/[^/]+\/agents/);
}

/** Lets files go over the page, as from a file manager. */
export async function dropFiles(page: Page, files: readonly AgentFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((items) => {
    const data = new DataTransfer();
    for (const { fileName, text } of items)
      data.items.add(new File([text], fileName, { type: 'text/markdown' }));
    return data;
  }, files);
  const target = page.locator('main');
  for (const type of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(type, { dataTransfer: transfer });
}

/** Imports without the page, for stories about something else; returns the ids in the order of the files. */
export async function importQuietly(
  page: Page,
  workspace: string,
  files: readonly AgentFile[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { fileName, text } of files) {
    const multipart = new FormData();
    multipart.append('file', new File([text], fileName, { type: 'text/markdown' }));
    const response = await page.request.post(`/api${workspace}/import?mode=write`, {
      multipart,
      headers: { origin: originOf(page) },
    });
    const answer = await response.text();
    expect(response.status(), answer).toBe(200);
    ids.push(JSON.parse(answer.split('\n')[0] ?? '').agent?.id);
  }
  return ids;
}

/** The text that was saved, as the download gives it. */
export async function savedText(page: Page, workspace: string, agentId: string): Promise<string> {
  const response = await page.request.get(`/api${workspace}/agents/${agentId}/download`);
  expect(response.status()).toBe(200);
  return (await response.body()).toString('utf8');
}

/** Opens an agent and waits until it can be edited. */
export async function openEditor(page: Page, workspace: string, agentId: string): Promise<Editor> {
  await page.goto(`${workspace}/agents/${agentId}`);
  const editor = new Editor(page);
  await expect(editor.source).toBeVisible();
  return editor;
}

/** As behind a proxy that lets no stream through: what others write is not seen before it is saved. Of all pages of a browser. */
export async function workApart(page: Page): Promise<void> {
  await page.context().route('**/api/w/*/live', (route) => route.fulfill({ status: 204 }));
}

/** The parts of the editor, as a person names them. */
export class Editor {
  readonly form: Locator;
  readonly source: Locator;
  readonly preview: Locator;
  readonly status: Locator;
  readonly save: Locator;

  constructor(readonly page: Page) {
    this.form = page.getByRole('region', { name: 'Form' });
    this.source = page.getByRole('region', { name: 'Source' }).locator('.cm-content');
    this.preview = page.getByRole('region', { name: 'Preview' });
    this.status = page.getByLabel('Status', { exact: true });
    this.save = page.getByRole('button', { name: 'Save ⌘S' });
  }

  field(label: string): Locator {
    return this.form.getByLabel(label, { exact: true });
  }

  async showWholeFile(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Whole file' }).click();
  }

  async showRawFile(): Promise<void> {
    await this.preview.getByRole('tab', { name: 'File' }).click();
  }

  /** The text as the preview shows the raw file; call `showRawFile` first. */
  async rawText(): Promise<string> {
    return (await this.preview.locator('pre').textContent()) ?? '';
  }

  /** Types at the very end of the text. */
  async typeAtEnd(text: string): Promise<void> {
    await this.source.click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.type(text);
  }

  /** Saves with the keyboard and waits for the word of it. */
  async saveAs(version: number): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await expect(this.status).toContainText(new RegExp(`Saved .*v${version}\\b`));
  }
}

/** Clicks and returns the bytes that the browser saved. */
export async function downloaded(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}
