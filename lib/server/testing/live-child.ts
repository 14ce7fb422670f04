/** What does a server do that is killed while several write? Started by the tests, it says what was acknowledged. */

import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';

import * as Y from 'yjs';

import { openStore } from '@/db';
import { openDocument, sharedText } from '@/lib/live';

import { LiveDocument } from '../live/live-document';

interface Task {
  dataDir: string;
  workspaceId: string;
  agentId: string;
  userId: string;
}

const WRITERS = 4;

/** Somebody who writes one line after the other, each when the one before is acknowledged. */
async function write(document: LiveDocument, userId: string): Promise<never> {
  const own = openDocument(document.since(null).update);
  for (;;) {
    const before = Y.encodeStateVector(own);
    const line = `${randomUUID()}\n`;
    sharedText(own).insert(sharedText(own).length, line);
    const taken = await document.take({ userId, tab: null, update: Y.encodeStateAsUpdate(own, before) });
    if (!taken.ok) throw new Error(taken.message);
    writeSync(1, line);
  }
}

const { dataDir, workspaceId, agentId, userId } = JSON.parse(process.argv[3] ?? '{}') as Task;
const store = await openStore({ dataDir });
const document = await LiveDocument.open(store, { workspaceId, agentId });
if (!document) throw new Error('no such agent');
await Promise.all(Array.from({ length: WRITERS }, () => write(document, userId)));
