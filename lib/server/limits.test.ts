import { afterEach, describe, expect, it, vi } from 'vitest';

import { forgetSingleton } from './singleton';

afterEach(() => {
  forgetSingleton('limit:token-address');
});

describe('limits', () => {
  it('count together, and refuse in words, where pages and routes are bundled apart', async () => {
    const ofPages = await import('./limits');
    vi.resetModules();
    // The other bundle's copy of the library: the same code, but classes of its own.
    vi.doMock('rate-limiter-flexible', async (original) => ({
      ...(await original<object>()),
      RateLimiterRes: class RateLimiterRes {},
    }));
    const ofRoutes = await import('./limits');
    expect(ofRoutes).not.toBe(ofPages);
    for (let point = 1; point <= 15; point++) {
      await ofPages.requirePoint('token-address', 'here');
      await ofRoutes.requirePoint('token-address', 'here');
    }
    for (const { takePoint, requirePoint } of [ofPages, ofRoutes]) {
      expect(await takePoint('token-address', 'here')).toBeGreaterThan(0);
      await expect(requirePoint('token-address', 'here')).rejects.toMatchObject({ code: 'rate_limited' });
      expect(await takePoint('token-address', 'elsewhere')).toBe(0);
    }
  });
});
