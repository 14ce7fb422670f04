/** `npm run test:corpus`: the laws of the lens over the corpus of real files that lies beside the checkout. */

import fs from 'node:fs';
import path from 'node:path';

import { ROOT } from './child.mjs';
import { ensure } from './ensure.mjs';
import { closeWith, runVitest } from './suites.mjs';
import { runMain, say } from './terminal.mjs';

const CORPUS = path.resolve(ROOT, process.env.MUSTER_SHARED ?? '../shared');

await runMain(async () => {
  if (!fs.existsSync(path.join(CORPUS, 'corpus', 'index.json'))) {
    say(`skipped: no corpus at ${CORPUS}; the corpus tests read corpus/ and loader-probes/ there`);
    console.log('0 passed, 0 failed');
    return;
  }
  await ensure('install', 'command');
  closeWith([await runVitest('corpus', 'corpus', process.argv.slice(2))]);
});
