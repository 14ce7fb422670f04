/** What has to be there before Muster can run? Packages, the built app, the built command. Node built-ins only. */

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureBuilt } from './build.mjs';
import { ROOT } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { PlainError, runMain } from './terminal.mjs';

const STEPS = {
  install: async () => {},
  app: () => ensureBuilt('app'),
  command: () => ensureBuilt('command'),
};

/** Makes sure of the packages and then of the named steps: 'install', 'app', 'command'. */
export async function ensure(...steps) {
  checkNode(process.versions.node);
  await ensureInstalled();
  for (const step of steps) await STEPS[step]();
}

/** Throws a PlainError when this Node is older than package.json allows. */
export function checkNode(version) {
  const { engines } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '').trim();
  const [major, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new PlainError(
    `Muster needs Node ${wanted} or newer; this is Node ${version}. Get a newer one from https://nodejs.org/ and run the same command again.`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(() => {
    const steps = process.argv.slice(2);
    const unknown = steps.find((step) => !Object.hasOwn(STEPS, step));
    if (unknown) throw new PlainError(`there is no step "${unknown}"; take ${Object.keys(STEPS).join(', ')}`);
    return ensure(...steps);
  });
}
