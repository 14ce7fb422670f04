/** How do the tests run the built command, each on files of its own? */

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('./build.mjs', import.meta.url));

export interface Run {
  code: number | null;
  out: string;
  bytes: Uint8Array;
  err: string;
}

export interface Harness {
  folder: string;
  /** Writes a file below the folder and returns its path from there. */
  put: (name: string, content: string | Uint8Array) => string;
  get: (name: string) => Uint8Array;
  run: (...args: string[]) => Run;
  command: string;
  clear: () => void;
}

/** Builds the command into a fresh folder and returns how to run it there. */
export function buildHarness(): Harness {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-cli-'));
  const command = path.join(root, 'muster.mjs');
  execFileSync(process.execPath, [BUILD, command]);
  const folder = path.join(root, 'files');
  fs.mkdirSync(folder);
  return {
    folder,
    command,
    put: (name, content) => {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
      return name;
    },
    get: (name) => Uint8Array.from(fs.readFileSync(path.join(folder, name))),
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        maxBuffer: 256 * 1024 * 1024,
      });
      return { code: status, out: stdout.toString(), bytes: Uint8Array.from(stdout), err: stderr.toString() };
    },
    clear: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}
