/** `npm run bench`: runs every `bench/*.bench.ts`, each in its own process; arguments choose by name. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT, run } from './child.mjs';
import { ensure } from './ensure.mjs';
import { PlainError, runMain, say } from './terminal.mjs';

const BENCH = path.join(ROOT, 'bench');
const BUILT = path.join(ROOT, '.muster', 'bench');

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const all = fs.readdirSync(BENCH).filter((file) => file.endsWith('.bench.ts'));
  const chosen = wanted.length ? all.filter((file) => wanted.includes(file.replace('.bench.ts', ''))) : all;
  if (chosen.length === 0)
    throw new PlainError(
      `no such bench; there are ${all.map((file) => file.replace('.bench.ts', '')).join(', ')}`,
    );
  await ensure('app', 'command');
  console.log(
    `${os.cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
  );
  const { build } = await import('esbuild');
  for (const file of chosen) {
    const outfile = path.join(BUILT, file.replace('.ts', '.mjs'));
    // Bundled ahead, so that what is measured is the code and not a test runner's module loader.
    await build({
      entryPoints: [path.join(BENCH, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      // The bundle lies elsewhere; what looks for the root from its own place shall still find it.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(BENCH, file)).href) },
      alias: { 'server-only': path.join(ROOT, 'scripts', 'empty-module.mjs') },
      logLevel: 'error',
    });
    console.log(`\n${file.replace('.bench.ts', '')}`);
    const { code } = await run(process.execPath, ['--expose-gc', outfile], { show: 'stdout' });
    if (code !== 0) {
      say(`${file} failed`);
      process.exitCode = 1;
    }
  }
});
