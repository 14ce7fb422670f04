/** `npm run muster`: builds the command when its sources changed, then is the command. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT } from './child.mjs';
import { ensure } from './ensure.mjs';
import { runMain } from './terminal.mjs';

await runMain(async () => {
  await ensure('command');
  // npm moves to the root; the paths that were typed belong to where the person stood.
  if (process.env.npm_lifecycle_event === 'muster' && process.env.INIT_CWD)
    process.chdir(process.env.INIT_CWD);
  const file = path.join(ROOT, 'dist', 'muster.mjs');
  process.argv[1] = file;
  await import(pathToFileURL(file).href);
});
