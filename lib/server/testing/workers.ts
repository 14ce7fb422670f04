/** How do worker threads start in tests, where no bundler has made them? Bundled in memory when the first is wanted. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { buildSync } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../../workers/', import.meta.url));

const programs = new Map<string, string>();

/** Starts a real thread of the file of this name in `lib/workers`. */
export function startWorker(name: 'bulk' | 'similarity' | 'texts'): Worker {
  const program = programs.get(name) ?? bundle(name);
  programs.set(name, program);
  return new Worker(program, { eval: true });
}

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(SOURCES, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
