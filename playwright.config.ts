import { defineConfig } from '@playwright/test';

import { findBrowser } from './scripts/browser.mjs';

const guarded = process.getuid?.() !== 0 && !process.env.CI;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every worker has a server and a browser of its own.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 400_000,
  globalTimeout: 50 * 60_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.MUSTER_BROWSER || findBrowser() || undefined,
      chromiumSandbox: guarded,
      args: ['--disable-quic', '--disable-gpu'],
    },
  },
});
