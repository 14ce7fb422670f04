/** What stands in for Next, its bundler and the cookie in tests? A request that `as` describes; everything behind it is real. */

import { AsyncLocalStorage } from 'node:async_hooks';

import { vi } from 'vitest';

export interface Claims {
  userId: string;
  sessionId: string;
}

export interface Asked {
  headers: Headers;
  claims: Claims | null;
  /** What the answer did to the cookie. */
  cookie: Claims | 'cleared' | null;
  /** All other cookies of the browser. */
  jar: Map<string, string>;
}

export const asking = new AsyncLocalStorage<Asked>();

const current = () => {
  const asked = asking.getStore();
  if (!asked) throw new Error('No request is being answered: use as().');
  return asked;
};

vi.mock('next/headers', () => ({
  headers: async () => current().headers,
  cookies: async () => {
    const { jar } = current();
    return {
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string, { maxAge = 1 }: { maxAge?: number } = {}) =>
        maxAge > 0 ? jar.set(name, value) : jar.delete(name),
    };
  },
}));
vi.mock('next/server', async (original) => ({
  ...(await original<object>()),
  after: () => undefined,
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('@/lib/server/auth', () => ({
  SESSION_MS: 86_400_000,
  readCookie: async () => current().claims,
  setCookie: async (claims: Claims) => {
    current().cookie = claims;
  },
  clearCookie: async () => {
    current().cookie = 'cleared';
  },
}));
vi.mock('@/lib/server/threads/start', async () => {
  const { startWorker } = await import('./workers');
  return {
    startBulk: () => startWorker('bulk'),
    startSimilarity: () => startWorker('similarity'),
    startTexts: () => startWorker('texts'),
  };
});
