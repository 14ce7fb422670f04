/** How does the command become one file? */

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the command into `outfile`, by default `dist/muster.mjs`, and returns where it lies. The manifest beside it
 * makes of that folder a package which needs no other: `npm pack ./dist`.
 */
export async function buildCommand(outfile = path.join(ROOT, 'dist', 'muster.mjs')) {
  const { name, version, description, license, type, engines } = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  );
  // Two builds at a time, such as two test files, must never leave half a file to be run.
  const draft = `${outfile}.${process.pid}.tmp`;
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, 'cli', 'main.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    define: { MUSTER_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    banner: {
      // commander is CommonJS and requires built-in modules.
      js: "#!/usr/bin/env node\nimport { createRequire as musterRequire } from 'node:module';\nconst require = musterRequire(import.meta.url);",
    },
    legalComments: 'eof',
    logLevel: 'warning',
  });
  fs.chmodSync(draft, 0o755);
  fs.renameSync(draft, outfile);
  const bin = { [name]: path.basename(outfile) };
  const manifest = { name, version, description, license, type, engines, bin };
  fs.writeFileSync(
    path.join(path.dirname(outfile), 'package.json'),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
  return outfile;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await buildCommand(process.argv[2]);
