/** What does every story start from? A server and an owner per worker, and pages that fail on any console error. */

import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';

import { askAction } from './actions';
import { type MusterServer, startMuster } from './server';

export interface Person {
  context: BrowserContext;
  page: Page;
}

export interface Account {
  name: string;
  email: string;
  password: string;
}

type ContextOptions = Parameters<Browser['newContext']>[0];

export const OWNER = { name: 'Ada Example', email: 'ada@example.org', password: 'correct horse battery' };

interface WorkerFixtures {
  server: MusterServer;
  /** Cookies of the owner, who made the first account of the worker's server. */
  ownerState: Awaited<ReturnType<BrowserContext['storageState']>>;
}

interface StoryFixtures {
  /** Lets a console error pass that the story expects, such as the browser's line about a 404. */
  expectConsole: (pattern: RegExp) => void;
  /** Opens a browser of its own for someone; signed out unless given cookies. */
  someone: (options?: ContextOptions) => Promise<Person>;
  /** The owner's page, empty. */
  owner: Page;
  /** The address of a new, empty workspace of the owner, such as `/w/story-3`. */
  workspace: string;
  /** Somebody with an account of their own who has joined the workspace, or another of the owner; the page is empty. */
  member: (role: Role, account: Account, where?: string, options?: ContextOptions) => Promise<Person>;
}

export type Role = 'admin' | 'editor' | 'viewer';

let made = 0;

const origins = new WeakMap<BrowserContext, string>();

/** Where the pages of this browser are from, also while it shows none. */
export const originOf = (page: Page): string => origins.get(page.context()) ?? new URL(page.url()).origin;

/** Makes a workspace as its form would; returns its address. */
export async function makeWorkspace(context: BrowserContext, url: string, name: string): Promise<string> {
  made += 1;
  const slug = `story-${process.pid}-${made}`;
  await askAction(context, `${url}/w/new`, 'createWorkspace', { name, slug });
  return `/w/${slug}`;
}

export const test = base.extend<StoryFixtures & { consoleGuard: ConsoleGuard }, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern.
    async ({}, use) => {
      const server = await startMuster();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  ownerState: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      await makeFirstAccount(page, server.firstAccountLink);
      await use(await context.storageState());
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  consoleGuard: async ({}, use) => {
    const guard = new ConsoleGuard();
    await use(guard);
    guard.verify();
  },

  expectConsole: async ({ consoleGuard }, use) => {
    await use((pattern) => consoleGuard.allow(pattern));
  },

  someone: async ({ browser, server, consoleGuard }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
        ...options,
      });
      contexts.push(context);
      origins.set(context, options.baseURL ?? server.url);
      context.on('page', (page) => consoleGuard.watch(page));
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
  },

  owner: async ({ someone, ownerState }, use) => {
    const { page } = await someone({ storageState: ownerState });
    await use(page);
  },

  workspace: async ({ owner, server }, use, info) => {
    await use(await makeWorkspace(owner.context(), server.url, `Story ${info.workerIndex} ${made}`));
  },

  member: async ({ owner, server, someone, workspace }, use) => {
    await use(async (role, account, where = workspace, options = {}) => {
      const input = { workspace: where.slice('/w/'.length), role };
      const invited = await askAction<{ url: string }>(
        owner.context(),
        `${server.url}${where}/members`,
        'createInvitation',
        input,
      );
      const person = await someone(options);
      const token = new URL(invited?.url ?? '').pathname.split('/').at(-1);
      await askAction(person.context, `${server.url}/join/${token}`, 'acceptInvitation', { token, account });
      return person;
    });
  },
});

export { expect };

/** Makes the first account by the link that the terminal shows; ends on the list of its workspace. */
export async function makeFirstAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByLabel('Workspace').fill('Home');
  await page.getByRole('button', { name: /^Create/ }).click();
  await page.waitForURL(/\/w\/[^/]+\/agents/);
}

/** Collects what goes wrong in the console of any page, and fails the story for it. */
class ConsoleGuard {
  private readonly heard: string[] = [];
  private readonly allowed: RegExp[] = [];

  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  watch(page: Page): void {
    page.on('pageerror', (error) => this.heard.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.heard.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
  }

  verify(): void {
    const unexpected = this.heard.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
    expect(unexpected, 'errors in the console').toEqual([]);
  }
}
