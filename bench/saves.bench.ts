/** How many saves does the store take in a second, beside the least that raw better-sqlite3 could do? */

import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';

import { openStore, saveVersion } from '@/db';

import { facts, makeAgent, makeWorkspace } from '../db/testing/rows';
import { median, race, round, table } from './measure';

const SAVES = 200;
const ROUNDS = 7;
const BODY = 'One line of an instruction that is long enough to be real.\n'.repeat(60);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
let save = 0;
const nextText = () => `---\nname: reviewer\ndescription: Save ${++save}.\n---\n\n${BODY}`;

const store = await openStore({ dataDir: path.join(folder, 'muster') });
const workspace = await makeWorkspace(store);
const agent = await makeAgent(store, workspace, { text: nextText() });
let head = agent.versionId;

async function saveWithMuster(): Promise<void> {
  for (let count = 0; count < SAVES; count++) {
    const saved = await store.write((tx) =>
      saveVersion(tx, {
        workspaceId: workspace.id,
        agentId: agent.agentId,
        baseVersionId: head,
        userId: workspace.ownerId,
        text: nextText(),
        facts: facts({ description: `Save ${save}.` }),
        now: Date.now(),
      }),
    );
    if (!saved) throw new Error('the head moved under the only writer');
    head = saved.versionId;
  }
}

const raw = new Database(path.join(folder, 'raw.db'));
raw.exec(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
  CREATE TABLE texts (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE agents (id TEXT PRIMARY KEY, head TEXT NOT NULL) STRICT;
  CREATE TABLE versions (id TEXT PRIMARY KEY, agent TEXT NOT NULL, number INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
  INSERT INTO agents VALUES ('a', 'start');
`);
const putText = raw.prepare('INSERT OR IGNORE INTO texts VALUES (?, ?)');
const putVersion = raw.prepare('INSERT INTO versions VALUES (?, ?, ?, ?)');
const move = raw.prepare("UPDATE agents SET head = ? WHERE id = 'a' AND head = ?");
let rawHead = 'start';
const saveRaw = raw.transaction((text: string) => {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (move.run(id, rawHead).changes !== 1) throw new Error('the head moved');
  putText.run(sha256, Buffer.from(text));
  putVersion.run(id, 'a', save, sha256);
  rawHead = id;
});

const times = await race(
  [
    { name: 'Muster', run: saveWithMuster },
    {
      name: 'raw better-sqlite3',
      run: () => {
        for (let count = 0; count < SAVES; count++) saveRaw.immediate(nextText());
      },
    },
  ],
  ROUNDS,
);

const own = median(times.get('Muster') ?? []);
console.log(
  `${round(Buffer.byteLength(BODY) / 1000)} kB texts, every save durable (WAL, synchronous=FULL), one after another`,
);
table(
  ['', 'saves/s', 'of raw'],
  [...times].map(([name, all]) => {
    const share = median(times.get('raw better-sqlite3') ?? []) / own;
    return [
      name,
      round(SAVES / (median(all) / 1000)),
      name === 'Muster' ? `${(100 * share).toFixed(0)} %` : '',
    ];
  }),
);
await store.close();
raw.close();
fs.rmSync(folder, { recursive: true, force: true });
