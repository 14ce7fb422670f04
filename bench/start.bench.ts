/** How soon is the command done, and how soon after a warm `npm start` is the first page there? */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { FIVE } from '../e2e/agents';
import { startMuster } from '../e2e/server';
import { median, percentile, race, round, table } from './measure';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
const file = path.join(folder, 'agent.md');
fs.writeFileSync(file, FIVE[0]?.text ?? '');

function run(args: string[], command = process.execPath): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
}

const commands = await race(
  [
    { name: 'node -e 0', run: () => run(['-e', '0']) },
    { name: 'dist/muster.mjs read', run: () => run(['dist/muster.mjs', 'read', file, '--json']) },
    { name: 'scripts/muster.mjs read', run: () => run(['scripts/muster.mjs', 'read', file, '--json']) },
    {
      name: 'npm run --silent muster -- read',
      run: () => run(['run', '--silent', 'muster', '--', 'read', file, '--json'], 'npm'),
    },
  ],
  15,
);
console.log('one file read by the command, from the start of the process to its end');
table(
  ['', 'median ms', 'p95 ms'],
  [...commands].map(([name, all]) => [name, round(median(all)), round(percentile(all, 0.95))]),
);

const dataDir = path.join(folder, 'data');
const starts: number[] = [];
for (let count = 0; count < 6; count++) {
  const started = performance.now();
  const server = await startMuster(dataDir, { command: 'npm', args: ['start', '--silent'] });
  if (count > 0) starts.push(performance.now() - started);
  await server.stop();
}
console.log('\nwarm npm start to the first page that answers');
table(['median ms', 'slowest ms'], [[round(median(starts)), round(Math.max(...starts))]]);
fs.rmSync(folder, { recursive: true, force: true });
