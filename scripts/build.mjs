/** Is the built app, or the built command, that of the present sources, and if not, how is it built? */

import fs from 'node:fs';
import path from 'node:path';

import { ROOT, run, runPackage } from './child.mjs';
import { dropStamp, hashSources, readStamp, withLock, writeStamp } from './stamp.mjs';
import { PlainError, sayWhile } from './terminal.mjs';

const SHARED = ['lib', 'package.json', 'package-lock.json', 'tsconfig.json'];
const BUILDS = {
  app: {
    sources: [
      'app',
      'components',
      'db',
      'public',
      'instrumentation.ts',
      'next.config.ts',
      'postcss.config.mjs',
      'proxy.ts',
      ...SHARED,
    ],
    result: path.join(ROOT, '.next', 'BUILD_ID'),
    doing: 'building the app (half a minute to a few minutes)',
    build: () => runPackage('next/dist/bin/next', ['build'], { env: BUILD_ENV }),
  },
  command: {
    sources: ['cli', ...SHARED],
    result: path.join(ROOT, 'dist', 'muster.mjs'),
    doing: 'building the command',
    build: () => run(process.execPath, [path.join(ROOT, 'cli', 'build.mjs')]),
  },
};
const BUILD_ENV = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };

/** Builds 'app' or 'command' unless the last build was made of these very sources. */
export async function ensureBuilt(name) {
  const { sources, result, doing, build } = BUILDS[name];
  if (isBuilt(name, hashSources(sources), result)) return;
  await withLock(async () => {
    const hash = hashSources(sources);
    if (isBuilt(name, hash, result)) return;
    dropStamp(name);
    const done = sayWhile(doing);
    const { code, output } = await build();
    done(code === 0 ? `${name} built` : '');
    if (code !== 0)
      throw new PlainError(`${output.trim()}\n\nThe ${name} does not build; the lines above say why.`);
    writeStamp(name, { hash, result: identity(result) });
  });
}

function isBuilt(name, hash, result) {
  const stamp = readStamp(name);
  return stamp !== null && stamp.hash === hash && stamp.result !== null && stamp.result === identity(result);
}

/** A build made by hand changes the result: then the stamp no longer speaks of it. */
function identity(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${Math.round(stat.mtimeMs)}` : null;
}
