/** How long does a page of the audit take among a million rows, beside pages that are counted off by OFFSET? */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';

import { type AuditPlace, type AuditQuery, listAuditEvents, openStore, pageOfAudit } from '@/db';

import { makeWorkspace } from '../db/testing/rows';
import { percentile, round, table } from './measure';

const ROWS = 1_000_000;
const ROUNDS = 15;
const PAGE = 50;
const SECOND = 1000;
const START = 1_700_000_000_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'));
const store = await openStore({ dataDir: folder });
const { id: workspaceId } = await makeWorkspace(store);

const raw = new Database(path.join(folder, 'muster.db'));
// One row a second: 1 in 100,000 a deletion of a workspace, 1 in 5,000 denied, 1 in 1,000 by somebody else.
raw
  .prepare(
    `INSERT INTO audit_events (id, at, workspace_id, actor_id, event, outcome, subject_id, address, details)
     WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${ROWS})
     SELECT printf('%026d', i), ${START} + i * ${SECOND}, ?,
       CASE WHEN i % 1000 = 7 THEN 'seldom' ELSE 'person-' || (i % 20) END,
       CASE WHEN i % 100000 = 5 THEN 'workspace.deletion-asked' WHEN i % 3 = 0 THEN 'merge.saved' ELSE 'agent.saved' END,
       CASE WHEN i % 5000 = 3 THEN 'denied' ELSE 'done' END,
       'agent-' || (i % 10000), '192.0.2.1', '{"number":' || (i % 90 + 1) || '}'
     FROM n`,
  )
  .run(workspaceId);
raw.close();

const placeAt = (row: number): AuditPlace => ({
  at: START + row * SECOND,
  id: String(row).padStart(26, '0'),
});
const DEEP = placeAt(100_000);
const seldom = { actorId: 'seldom' };

const questions: { name: string; query?: Partial<AuditQuery>; before?: AuditPlace }[] = [
  { name: 'the newest' },
  { name: 'after 900,000 newer ones', before: DEEP },
  { name: 'of one agent (100 rows)', query: { subjectId: 'agent-77' } },
  { name: 'of one busy person (50,000)', query: { actorId: 'person-3' } },
  { name: 'of one person (1,000)', query: seldom },
  { name: 'of an event that was 10 times', query: { events: ['workspace.deletion-asked'] } },
  { name: 'denied (200)', query: { outcome: 'denied' } },
  { name: 'found by a name (two things)', query: { named: ['agent-77', 'agent-78'] } },
  { name: 'a busy person, denied (200)', query: { actorId: 'person-3', outcome: 'denied' } },
  { name: 'found by a name that is in no row', query: { named: ['nobody'] } },
];

const rows: (string | number)[][] = [];
for (const { name, query = {}, before = null } of questions) {
  const times: number[] = [];
  let found = 0;
  for (let turn = -2; turn < ROUNDS; turn++) {
    const began = performance.now();
    const page = await pageOfAudit(store.read, { workspaceId, ...query }, { before, limit: PAGE });
    if (turn >= 0) times.push(performance.now() - began);
    found = page.rows.length;
  }
  rows.push([name, found, round(percentile(times, 0.5)), round(percentile(times, 0.95))]);
}
const offset: number[] = [];
for (let turn = -1; turn < 5; turn++) {
  const began = performance.now();
  await listAuditEvents(store.read, { workspaceId, offset: 900_000, limit: PAGE });
  if (turn >= 0) offset.push(performance.now() - began);
}
rows.push([
  ...['rival: after 900,000 newer ones, by OFFSET', PAGE],
  ...[round(percentile(offset, 0.5)), round(percentile(offset, 0.95))],
]);

console.log(`A page of ${PAGE} among ${ROWS.toLocaleString('en-US')} rows of one workspace, SQLite.\n`);
table(['page', 'rows', 'median ms', 'p95 ms'], rows);
await store.close();
fs.rmSync(folder, { recursive: true, force: true });
