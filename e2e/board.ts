/** How does a story name the parts of the merge board? */

import type { Page } from '@playwright/test';

import { expect } from './story';

/** Selects all agents of the one role in the list, and merges them. */
export async function mergeFromSelection(page: Page, workspace: string): Promise<void> {
  await page.goto(`${workspace}/agents`);
  const boxes = page.getByLabel('Select server-engineer');
  await expect(boxes).toHaveCount(4);
  await page.getByLabel('Select backend-designer').click();
  await expect(page.getByRole('button', { name: 'Merge…' })).toBeDisabled();
  for (const box of await boxes.all()) await box.click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.waitForURL(/\/merges\/[^/]+$/);
  // The first merge starts a thread of the server, which a busy machine takes its time for.
  await expect(page.getByRole('list', { name: 'Lines of the result' })).toBeVisible({ timeout: 120_000 });
}

export const said = (page: Page) => page.locator('main').getByRole('status');
export const progress = (page: Page) => page.locator('header').getByText(/^\d+ of \d+ decided$/);
export const saved = (page: Page) => expect(page.getByText('Draft saved')).toBeVisible();
export const card = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Decide' }).getByRole('listitem', { name });
export const line = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Result' }).locator('[data-row]').filter({ hasText: text });
export const unit = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Sources' }).locator('[data-row]').filter({ hasText: text });
export const showSource = (page: Page, letter: string) =>
  page.getByRole('button', { name: new RegExp(`^Source ${letter}:`) }).click();
