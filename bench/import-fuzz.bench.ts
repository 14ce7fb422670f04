/** Does the door of the import stand when it is knocked at for minutes? MUSTER_FUZZ_MS says how long; 10 minutes otherwise. */

import { spawnSync } from 'node:child_process';

const lasts = process.env.MUSTER_FUZZ_MS ?? String(10 * 60_000);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'unit', 'lib/server/import/fuzz.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, MUSTER_FUZZ_MS: lasts },
  },
);
if (status !== 0) throw new Error('the door gave way; the seed is above');
