/** How does a script run another program, and hear what it said? */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program at the root and resolves to its exit code and all that it printed.
 * `show` lets the output through while it is collected, to standard error unless `show` is 'stdout'.
 */
export function run(command, args, { env = {}, show = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (through) => (chunk) => {
      output += chunk;
      if (show) through.write(chunk);
    };
    child.stdout.on('data', collect(show === 'stdout' ? process.stdout : process.stderr));
    child.stderr.on('data', collect(process.stderr));
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const settle = () => {
      for (const signal of FORWARDED) process.off(signal, forward);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code, signal) => {
      settle();
      resolve({ code: signal ? 1 : (code ?? 1), output });
    });
  });
}

/** Runs a file of an installed package with this Node, such as `next/dist/bin/next`. */
export function runPackage(file, args, options) {
  return run(process.execPath, [`${ROOT}/node_modules/${file}`, ...args], options);
}
