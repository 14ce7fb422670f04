/** `npm run backup [-- FOLDER]`: copies database and secret into a new folder in FOLDER, while the server runs. */

import path from 'node:path';

import { inWords, withData } from './data.mjs';
import { PlainError, say } from './terminal.mjs';

const ENTRY = ["export { makeBackup } from './db/archive';"];

await withData('backup', ENTRY, async ({ library, dataDir, url, toPath }) => {
  const [typed, ...more] = process.argv.slice(2);
  if (more.length > 0 || typed?.startsWith('-')) {
    throw new PlainError('usage: npm run backup [-- FOLDER]   (unset: backups in the data folder)');
  }
  const into = typed ? toPath(typed) : path.join(dataDir, 'backups');
  const { folder, manifest } = await library.makeBackup({ dataDir, url, into, now: Date.now() });
  say(`backed up and checked: ${inWords(manifest)}`);
  if (!manifest.files['auth-secret']) {
    say(
      'there is no secret in it: keep AUTH_SECRET of the environment elsewhere, or all have to sign in again',
    );
  }
  // The result alone, for scripts.
  console.log(folder);
});
