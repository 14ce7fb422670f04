/** What if the server dies while people save? What they were told is saved is there. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { prepareKills } from './kills';
import { expect, test } from './story';

const BACKUP = fileURLToPath(new URL('../scripts/backup.mjs', import.meta.url));
/** `npm run test:long` kills more often, and the bench more often still. */
const ROUNDS = process.env.MUSTER_ROUNDS === 'full' ? 20 : 4;

test(`a server killed while several save loses nothing that it acknowledged, ${ROUNDS} times`, async ({
  someone,
}) => {
  test.setTimeout(1_200_000);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-kill-'));
  const kills = await prepareKills(async (baseURL) => (await someone({ baseURL })).page, dataDir);
  try {
    for (let round = 1; round <= ROUNDS; round++) expect(await kills.round(), `round ${round}`).toEqual([]);
    const saves = kills.writers.map(({ acknowledged }) => acknowledged.length);
    expect(Math.min(...saves)).toBeGreaterThan(0);
    test.info().annotations.push({ type: 'acknowledged', description: saves.join(' + ') });
    // It checks the integrity of what it copied.
    const env = { ...process.env, MUSTER_DATA_DIR: dataDir, DATABASE_URL: '' };
    expect(execFileSync(process.execPath, [BACKUP], { env, encoding: 'utf8' })).toContain('backups');
  } finally {
    await kills.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});
