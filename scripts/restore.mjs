/** `npm run restore -- BACKUP [--force]`: puts a backup in place of the data of a server that is stopped. */

import { inWords, withData } from './data.mjs';
import { PlainError, say } from './terminal.mjs';

const ENTRY = ["export { restoreBackup } from './db/restore';"];

await withData('restore', ENTRY, async ({ library, dataDir, url, toPath }) => {
  const given = process.argv.slice(2);
  const [source, ...more] = given.filter((item) => item !== '--force');
  if (!source || more.length > 0 || source.startsWith('-')) {
    throw new PlainError(
      'usage: npm run restore -- BACKUP [--force]   (BACKUP: the folder that npm run backup made)',
    );
  }
  const force = given.includes('--force');
  const restored = await library.restoreBackup({
    source: toPath(source),
    dataDir,
    url,
    force,
    now: Date.now(),
  });
  if (restored.aside) say(`what was there is now in ${restored.aside}; delete it when all is well`);
  say(`restored and checked: ${inWords(restored)}. Start Muster: npm start`);
});
