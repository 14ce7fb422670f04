/** Is a page fit for everyone? Accessible in both themes, inside its width, and within its JavaScript budget. */

import { gzipSync } from 'node:zlib';

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Theme = 'light' | 'dark';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A theme changes colours only, so only these rules can differ in the second one. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Fails on any axe violation in the first theme, of colours only if asked to, and on any of colour in the others. */
export async function expectAccessible(
  page: Page,
  themes: readonly Theme[] = ['light', 'dark'],
  { colours = true } = {},
): Promise<void> {
  for (const [index, theme] of themes.entries()) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme))
      .toContain(theme);
    await transitionsDone(page);
    // No page has frames: the mode without them needs no second page and takes two thirds of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    if (index > 0) axe.withRules(COLOUR_RULES);
    else if (!colours) axe.disableRules(COLOUR_RULES);
    const { violations } = await axe.analyze();
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${theme} ${id}: ${help} ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
    expect(lines, `axe on ${page.url()}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/**
 * A transition of no length still keeps the former colour until the next frame, which a busy machine draws late; and
 * when it ends, what inherits its colour may begin one of its own.
 */
async function transitionsDone(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let round = 0; round < 20; round++) {
      const running = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      if (running.length === 0) return;
      await Promise.allSettled(running.map(({ finished }) => finished));
    }
  });
}

/** Fails when the page is wider than its window, and names what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
  expect(wide, `sideways scroll on ${page.url()}`).toEqual([]);
}

/**
 * Both widths, and both themes at a desk. A phone has the same colours: what only it shows is looked at with them in the
 * stories of the pages, the list and the merge.
 */
export async function expectFit(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, ['light'], { colours: false });
  await page.setViewportSize(DESK);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

/** Opens the address with an empty cache and returns the gzipped size of all scripts that came, in kB. */
export async function measureScripts(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || !response.ok()) return;
    sizes.push(response.text().then((text) => gzipSync(text).length));
  });
  await page.goto(address, { waitUntil: 'load' });
  // Not until the network is idle: an open agent listens for as long as it is open.
  for (let seen = -1; seen !== sizes.length; ) {
    seen = sizes.length;
    await page.waitForTimeout(1_000);
  }
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}
