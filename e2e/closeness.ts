/** How does a story see all of a page, and come near to everything on it? */

import type { Locator } from '@playwright/test';

import { expect } from './story';

/** Scrolls up and down until so many different rows have been in the document. */
export async function seeAll(scroller: Locator, rows: string, count: number): Promise<void> {
  const seen = await scroller.evaluate(
    async (box, asked) => {
      const found = new Set<string | undefined>();
      const end = Date.now() + 60_000;
      while (found.size < asked.count && Date.now() < end) {
        for (const row of box.querySelectorAll<HTMLElement>(asked.rows)) found.add(row.dataset.index);
        const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
        box.scrollTop = isAtEnd ? 0 : box.scrollTop + box.clientHeight;
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      }
      return found.size;
    },
    { rows, count },
  );
  expect(seen, `rows on ${scroller.page().url()}`).toBe(count);
}

/** Points at everything in it and brings the focus there; presses it too if asked to, links that lead away apart. */
export async function comeNear(part: Locator, { press = false } = {}): Promise<void> {
  await part.evaluate((root, isPressed) => {
    for (const element of root.querySelectorAll('*')) {
      for (const type of ['pointerover', 'mouseover', 'mouseenter', 'focus', 'focusin'])
        element.dispatchEvent(new Event(type, { bubbles: true }));
      if (isPressed && !element.closest('a[target=_blank]'))
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }, press);
}
