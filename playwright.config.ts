import { defineConfig } from '@playwright/test';

import { findBrowser } from './scripts/browser.mjs';

const guarded = process.getuid?.() !== 0 && !process.env.CI;

/**
 * The popup of the address bar, which nobody sees here, loads pages of its own for every window: two thirds of what a
 * window costs. Only the last list counts, so the others are those that Playwright leaves out itself.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding'],
  ...['PreconnectToSearch', 'TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every worker has a server and a browser of its own, and waits for one or the other much of its time.
  workers: 3,
  // Story by story, so that no worker is left with a long file at the end.
  fullyParallel: true,
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
    // Made when somebody looks for a fault: it costs each story time, and says nothing about one that passes.
    trace: process.env.MUSTER_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.MUSTER_BROWSER || findBrowser() || undefined,
      chromiumSandbox: guarded,
      args: ['--disable-quic', '--disable-gpu', `--disable-features=${WITHOUT.join(',')}`],
    },
  },
});
