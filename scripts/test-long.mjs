/** `npm run test:long`: what is killed, stopped and sent at random, repeated more often than `npm test` has time for. */

import { requireBrowser } from './browser.mjs';
import { ensure } from './ensure.mjs';
import { closeWith, runPlaywright, runVitest } from './suites.mjs';
import { runMain } from './terminal.mjs';

const REPEATED = ', \\d+ times';

await runMain(async () => {
  process.env.MUSTER_ROUNDS = 'full';
  await ensure('app', 'command');
  const browser = await requireBrowser();
  const tests = await runVitest('tests with all rounds', 'unit', [
    'db/kill.test.ts',
    'lib/server/import/fuzz.test.ts',
    '-t',
    REPEATED,
  ]);
  const stories = await runPlaywright('stories with all rounds', { MUSTER_BROWSER: browser }, [
    '--grep',
    REPEATED,
  ]);
  closeWith([tests, stories]);
});
