/** Does a hostile text run, fetch or become an element where agents are compared and made one? */

import type { Page } from '@playwright/test';

import { comeNear } from './closeness';
import { ALIKE } from './hostile';
import { familyOf } from './payloads';
import { importQuietly } from './steps';
import { expect } from './story';
import { test } from './two';

test.describe.configure({ timeout: 900_000 });

test('as what is compared and merged: duplicates, evidence, board, ledger', async ({
  workspace,
  two: { bare, both },
}) => {
  await bare.goto(`${workspace}/agents`);
  await importQuietly(bare, workspace, ALIKE);
  await both(async (page) => {
    await page.goto(`${workspace}/duplicates`);
    await expect(page.locator('[data-cluster]').first()).toBeVisible({ timeout: 120_000 });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    const evidence = page.getByRole('dialog', { name: 'Compare two agents' });
    await expect(evidence.getByRole('heading', { name: /^Instructions of both/ })).toBeVisible({
      timeout: 120_000,
    });
    await comeNear(evidence.getByRole('region', { name: 'Why' }));
  });

  await bare.goto(`${workspace}/agents`);
  await bare.getByLabel('Select all agents shown').click();
  await bare.getByRole('button', { name: 'Merge…' }).click();
  await bare.waitForURL(/\/merges\/[^/]+$/);
  const board = new URL(bare.url()).pathname;
  const lines = (page: Page) => page.getByRole('list', { name: 'Lines of the result' });
  await expect(lines(bare)).toBeVisible({ timeout: 120_000 });
  await lines(bare).locator('[data-row]').filter({ hasText: 'Say first what a user has to do' }).focus();
  await bare.keyboard.press('d');
  await bare.getByLabel('Reason').fill(familyOf('short')[5]?.text ?? '');
  await bare.getByRole('button', { name: 'Drop', exact: true }).click();
  await expect(bare.getByText('Draft saved')).toBeVisible();
  await both(async (page) => {
    await page.goto(board);
    await expect(lines(page)).toBeVisible({ timeout: 120_000 });
    for (const tab of [/^Decisions/, 'Ledger', /^Decide/]) {
      await page.getByRole('tab', { name: tab }).click();
      for (const region of ['Sources', 'Decide']) await comeNear(page.getByRole('region', { name: region }));
    }
    await page.goto(`${workspace}/merges`);
    await expect(page.locator(`a[href="${board}"]`)).toBeVisible();
  });
});
