/** `npm test`: everything that proves Muster, from a fresh clone on; the last line is `N passed, M failed`. */

import { requireBrowser } from './browser.mjs';
import { ensure } from './ensure.mjs';
import { closeWith, runCheck, runPlaywright, runVitest } from './suites.mjs';
import { PlainError, runMain, say } from './terminal.mjs';

const NEXT = 'next/dist/bin/next';

await runMain(async () => {
  await ensure('install');
  const results = [];
  results.push(
    await runCheck('types', [
      [NEXT, 'typegen'],
      ['typescript/bin/tsc', '--noEmit'],
    ]),
  );
  results.push(await runCheck('lint', [['@biomejs/biome/bin/biome', 'check', '.']]));
  results.push(await attempt('command', () => ensure('command')));
  results.push(await runVitest('unit, property and contract tests', 'unit'));
  results.push(await attempt('build', () => ensure('app')));
  results.push(await stories(results));
  closeWith(results);
});

/** A build that fails is a failed test, not the end of the run. */
async function attempt(name, work) {
  const started = Date.now();
  const result = { name, passed: 1, failed: 0, skipped: 0, files: null };
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    say(error.message);
    Object.assign(result, { passed: 0, failed: 1 });
  }
  return { ...result, seconds: Math.round((Date.now() - started) / 1000) };
}

async function stories(before) {
  const name = 'browser stories';
  if (before.some((result) => result.name === 'build' && result.failed > 0)) {
    say('without a build there are no browser stories');
    return { name, passed: 0, failed: 1, skipped: 0, files: null, seconds: 0 };
  }
  let browser;
  const found = await attempt(name, async () => {
    browser = await requireBrowser();
  });
  return browser ? runPlaywright(name, { MUSTER_BROWSER: browser }) : found;
}
