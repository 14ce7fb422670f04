/** `npm run test:e2e`: the browser stories alone; arguments go on to Playwright. */

import { requireBrowser } from './browser.mjs';
import { ensure } from './ensure.mjs';
import { closeWith, runPlaywright } from './suites.mjs';
import { runMain } from './terminal.mjs';

await runMain(async () => {
  await ensure('app', 'command');
  const browser = await requireBrowser();
  closeWith([await runPlaywright('browser stories', { MUSTER_BROWSER: browser }, process.argv.slice(2))]);
});
