/** How often can the server be killed while several people save, before something acknowledged is lost? */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium } from '@playwright/test';
import Database from 'better-sqlite3';

import { bytesToText } from '../db/text-bytes';
import { prepareKills } from '../e2e/kills';
import { findBrowser } from '../scripts/browser.mjs';
import { table } from './measure';

const ROUNDS = 100;

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
try {
  const kills = await prepareKills((baseURL) => browser.newPage({ baseURL }), dataDir);
  const lost: string[] = [];
  for (let round = 0; round < ROUNDS; round++) lost.push(...(await kills.round()));
  await kills.stop();

  const database = new Database(path.join(dataDir, 'muster.db'), { readonly: true });
  const read = database.prepare<[string], { bytes: Uint8Array }>(
    'SELECT bytes FROM versions JOIN texts ON sha256 = text_sha AND texts.workspace_id = versions.workspace_id WHERE id = ?',
  );
  const acknowledged = kills.writers.flatMap((writer) => writer.acknowledged);
  for (const { versionId, text } of acknowledged) {
    const row = read.get(versionId);
    if (!row || bytesToText(row.bytes) !== text) lost.push(`version ${versionId} does not have its text`);
  }
  const integrity = database.pragma('integrity_check', { simple: true });
  const foreign = database.pragma('foreign_key_check') as unknown[];
  database.close();
  table(
    ['kills', 'saves acknowledged', 'lost', 'integrity_check', 'foreign_key_check'],
    [
      [
        ROUNDS,
        acknowledged.length,
        lost.length,
        String(integrity),
        foreign.length === 0 ? 'ok' : foreign.length,
      ],
    ],
  );
  if (lost.length > 0 || integrity !== 'ok' || foreign.length > 0)
    throw new Error(lost.join('\n') || 'damaged');
} finally {
  await browser.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
}
