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
}

export const asking = new AsyncLocalStorage<Asked>();

const current = () => {
  const asked = asking.getStore();
  if (!asked) throw new Error('No request is being answered: use as().');
  return asked;
};

vi.mock('next/headers', () => ({ headers: async () => current().headers }));
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
  return { startSimilarity: () => startWorker('similarity'), startTexts: () => startWorker('texts') };
});
