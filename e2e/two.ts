/**
 * How is a page seen twice at once: as everybody has it, and without the policy that would stop a script that got in?
 * What gets in anywhere runs in the bare one, so that one goes everywhere; the other sees each kind of page once.
 */

import type { Page } from '@playwright/test';

import { Alarm } from './alarm';
import { expect, type Person, test as story } from './story';

/** The same pages twice. */
export interface Two {
  /** The policy is not enforced: what gets in runs. */
  bare: Page;
  /** The policy is enforced: what it had to stop was heard too. */
  guarded: Page;
  /** Does the same in both at once. */
  both: <Result>(what: (page: Page) => Promise<Result>) => Promise<Result[]>;
  open: (signedIn: boolean) => Promise<Person[]>;
}

/** Fails when anything was heard on any of the pages. */
export const test = story.extend<{ two: Two }>({
  two: async ({ someone, ownerState, server, expectConsole }, use) => {
    expectConsole(/Failed to load resource: the server responded with a status of 40[04]/);
    const alarms: Alarm[] = [];
    const open = async (signedIn: boolean) => {
      const state = signedIn ? { storageState: ownerState } : {};
      const people = [await someone({ ...state, bypassCSP: true }), await someone(state)];
      for (const { context } of people) alarms.push(await Alarm.in(context, server.url));
      return people;
    };
    const pages = (await open(true)).map(({ page }) => page) as [Page, Page];
    const [bare, guarded] = pages;
    await use({ bare, guarded, both: (what) => Promise.all(pages.map(what)), open });
    expect(alarms.flatMap(({ heard }) => heard)).toEqual([]);
  },
});
