/** The pure library for scripts that write its tables: bundled at once, for Node cannot read its sources. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import { ROOT } from './child.mjs';

/** Bundles an entry, the text of a module at the root, for the script `name`; returns its exports. */
export async function loadLibrary(name, entry) {
  const outfile = path.join(ROOT, '.muster', name, 'entry.mjs');
  await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
