/** How do the tests start another process that works on the same data? */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { build } from 'esbuild';

export interface Running {
  process: ChildProcess;
  /** The lines said so far, whole ones only. */
  lines(): string[];
  /** Resolves when the process has ended; rejects when it failed by itself. */
  ended: Promise<void>;
}

export interface ChildProgram {
  start(task: 'save' | 'migrate' | 'write', input: object): Running;
  remove(): void;
}

/** Builds a program, `child.ts` unless another is named, into a file inside node_modules, from where its packages are found. */
export async function buildChild(entry = 'db/testing/child.ts'): Promise<ChildProgram> {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'muster-db-'));
  const program = join(folder, 'child.mjs');
  await build({
    entryPoints: [resolve(entry)],
    alias: { 'server-only': resolve('scripts/empty-module.mjs') },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  return {
    start: (task, input) => run(program, [task, JSON.stringify(input)]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(program: string, args: string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const ended = new Promise<void>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') done();
      else fail(new Error(`ended with ${code ?? signal}: ${errors}`));
    });
  });
  return { process: child, ended, lines: () => output.split('\n').slice(0, -1) };
}
