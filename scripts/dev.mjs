/** `npm run dev`: makes sure of the packages, then serves the sources with reload. */

import { ROOT } from './child.mjs';
import { ensure } from './ensure.mjs';
import { becomeNext, loadEnvironment } from './next.mjs';
import { runMain } from './terminal.mjs';

await runMain(async () => {
  await ensure('install');
  process.env.NODE_ENV = 'development';
  process.chdir(ROOT);
  await loadEnvironment(true);
  await becomeNext('dev', process.env.HOST || '127.0.0.1', Number(process.env.PORT || 3000));
});
