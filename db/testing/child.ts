/** What does another process do to the same data? Started by the tests, it says what it has done, line by line. */

import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';

import { migrateSqlite } from '../migrate-sqlite';
import { readMigrations } from '../migrations';
import { openStore } from '../open-store';
import { saveVersion } from '../queries/agent-changes';
import { getAgent } from '../queries/agent-heads';
import { facts } from './rows';

const say = (value: unknown): void => void writeSync(1, `${JSON.stringify(value)}\n`);

interface SaveTask {
  dataDir: string;
  workspaceId: string;
  agentId: string;
  userId: string;
  /** How many saves to make; without end when absent. */
  saves?: number;
}

/** Saves on the head, again when another process was faster, and says each version that was acknowledged. */
async function save({ dataDir, workspaceId, agentId, userId, saves = Number.POSITIVE_INFINITY }: SaveTask) {
  const store = await openStore({ dataDir });
  for (let done = 0; done < saves; ) {
    const head = await getAgent(store.read, { workspaceId, agentId });
    if (!head) throw new Error('no such agent');
    const text = `${randomUUID()} ${'x'.repeat(20_000)}`;
    const input = {
      workspaceId,
      agentId,
      baseVersionId: head.version.versionId,
      text,
      facts: facts(),
      userId,
    };
    const saved = await store.write((tx) => saveVersion(tx, { ...input, now: Date.now() }));
    if (!saved) continue;
    done++;
    say({ versionId: saved.versionId, text: text.slice(0, 36) });
  }
  await store.close();
}

async function migrate({ file, folder, backups }: { file: string; folder: string; backups: string }) {
  const migrations = readMigrations(folder, 'sqlite');
  say(await migrateSqlite({ file, migrations, backups, now: Date.now() }));
}

const TASKS: Record<string, (task: never) => Promise<void>> = { save, migrate };
const [task = '', input = '{}'] = process.argv.slice(2);
await TASKS[task]?.(JSON.parse(input) as never);
