import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { guardLeaving, leaveBy, leaveWithoutAsking } from './leave-guard';

/** A page with something unsaved or not, and what became of those who wanted to leave it. */
function openPage(isUnsaved: boolean) {
  const page = { isUnsaved, held: [] as (() => void)[], left: 0, gone: 0 };
  const end = guardLeaving({
    isUnsaved: () => page.isUnsaved,
    ask: (go) => page.held.push(go),
    push: () => {},
    onLeft: () => {
      page.left += 1;
    },
  });
  const leave = () =>
    leaveBy(() => {
      page.gone += 1;
    });
  return { page, leave, end };
}

describe('leaving by a key', () => {
  // It only hears events there.
  beforeEach(() => vi.stubGlobal('window', new EventTarget()));
  afterEach(() => vi.unstubAllGlobals());

  it('asks where something is unsaved, and goes when that is meant', () => {
    const { page, leave, end } = openPage(true);
    leave();
    expect(page).toMatchObject({ gone: 0, held: [expect.any(Function)] });
    page.held[0]?.();
    expect(page.gone).toBe(1);
    // Who has said so is not asked again.
    leave();
    expect(page).toMatchObject({ gone: 2, held: [expect.any(Function)] });
    end();
  });

  it('goes at once where all is saved, as of that moment', () => {
    const { page, leave, end } = openPage(false);
    leave();
    expect(page).toMatchObject({ gone: 1, held: [] });
    page.isUnsaved = true;
    leave();
    expect(page).toMatchObject({ gone: 1, held: [expect.any(Function)] });
    end();
  });

  it('goes at once where no page holds anybody up, or none does any more', () => {
    let gone = 0;
    const go = () => {
      gone += 1;
    };
    leaveBy(go);
    const { page, end } = openPage(true);
    end();
    leaveBy(go);
    expect([gone, page.left, page.held]).toEqual([2, 1, []]);
  });

  it('is the affair of the page that is there now, also when the former one goes later', () => {
    const former = openPage(true);
    const now = openPage(true);
    former.end();
    now.leave();
    expect([former.page.held, now.page.held]).toEqual([[], [expect.any(Function)]]);
    now.end();
  });

  it('asks nobody who has said already that they leave', () => {
    const { page, leave, end } = openPage(true);
    leaveWithoutAsking();
    leave();
    end();
    expect(page).toMatchObject({ gone: 1, held: [], left: 0 });
  });
});
