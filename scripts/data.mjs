/** What do commands on the data share? The environment, a library of ours, and words for what went wrong. */

import path from 'node:path';

import { ROOT } from './child.mjs';
import { ensure } from './ensure.mjs';
import { PlainError, runMain } from './terminal.mjs';

/** Errors whose message is for whoever runs Muster. */
const EXPLAINED = new Set(['BackupError', 'MigrationError', 'DumpError']);

/** Runs `work` with what the lines of `entry` export, and with the place of the data as the server would find it. */
export async function withData(name, entry, work) {
  await runMain(async () => {
    await ensure('install');
    // Paths that are typed are relative to where npm was called.
    const here = process.env.INIT_CWD || process.cwd();
    process.chdir(ROOT);
    const { loadEnvironment } = await import('./next.mjs');
    await loadEnvironment(false);
    const { loadLibrary } = await import('./library.mjs');
    const words = "export { storageFaultInWords } from './db/fault-words';";
    const library = await loadLibrary(name, [words, ...entry].join('\n'));
    const dataDir = path.resolve(process.env.MUSTER_DATA_DIR || 'data');
    const url = process.env.DATABASE_URL?.trim();
    try {
      await work({ library, dataDir, url, toPath: (typed) => path.resolve(here, typed) });
    } catch (error) {
      if (error instanceof PlainError) throw error;
      const said = EXPLAINED.has(error.name)
        ? error.message
        : library.storageFaultInWords(error, { url, dataDir });
      throw said ? new PlainError(said) : error;
    }
  });
}

/** What a backup holds, in words. */
export function inWords({ counts }) {
  const listed = Object.entries(counts).map(([table, count]) =>
    count === 1 ? `1 ${table.replace(/s$/, '')}` : `${count} ${table}`,
  );
  return listed.length > 0 ? listed.join(', ') : 'the whole database';
}
