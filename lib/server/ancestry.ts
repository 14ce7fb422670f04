/** Which versions does a version come from, of its own agent and of those that were merged into it, and what do they say? */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import { type Db, listVersionsById, listVersionsDown, listVersionTexts, type VersionOfAgent } from '@/db';

/** So many versions of one agent are read at once: whoever comes from one mostly comes from those before it. */
const STEP = 50;
/** So much of their texts is read before others are answered, in UTF-16 code units, and at most so many of them. */
const READ_AT_ONCE = { text: 512 * 1024, versions: 16 };

interface Place {
  agentId: string;
  number: number;
}

/** Returns a version and up to `most` in all that it comes from, the newest first, without their texts. */
export async function ancestryOf(
  read: Db,
  { workspaceId, most, ...head }: Place & { workspaceId: string; most: number },
): Promise<VersionOfAgent[]> {
  const known = new Map<string, VersionOfAgent>();
  /** Those that were looked for, whether they are there or gone. */
  const asked = new Set<string>();
  let ends: Place[] = [head];
  while (ends.length > 0 && known.size < most) {
    for (const end of ends) {
      for (const row of await listVersionsDown(read, { workspaceId, ...end, limit: STEP })) {
        known.set(row.versionId, row);
      }
    }
    const parents = new Set([...known.values()].flatMap((row) => row.parents));
    const versionIds = [...parents].filter((id) => !known.has(id) && !asked.has(id));
    for (const id of versionIds) asked.add(id);
    ends = lastOfEach(await listVersionsById(read, { workspaceId, versionIds }));
  }
  return [...known.values()].sort((a, b) => b.savedAt - a.savedAt || b.number - a.number).slice(0, most);
}

/** The last version of each agent. */
function lastOfEach(rows: readonly Place[]): Place[] {
  const last = new Map<string, number>();
  for (const { agentId, number } of rows) last.set(agentId, Math.max(number, last.get(agentId) ?? 0));
  return [...last].map(([agentId, number]) => ({ agentId, number }));
}

/** A version with its text. */
export type VersionThatSays = VersionOfAgent & { text: string };

/**
 * Returns these versions with their texts, in their order, as far as `most` UTF-16 code units go, the first in any case.
 * Others are answered meanwhile.
 */
export async function withTexts(
  read: Db,
  { workspaceId, versions, most }: { workspaceId: string; versions: readonly VersionOfAgent[]; most: number },
): Promise<VersionThatSays[]> {
  const found: VersionThatSays[] = [];
  let [size, longest, at] = [0, READ_AT_ONCE.text, 0];
  while (at < versions.length && size < most) {
    const count = Math.min(READ_AT_ONCE.versions, Math.max(1, Math.floor(READ_AT_ONCE.text / longest)));
    const batch = versions.slice(at, at + count);
    const versionIds = batch.map((row) => row.versionId);
    const rows = await listVersionTexts(read, { workspaceId, versionIds });
    const texts = new Map(rows.map(({ versionId, text }) => [versionId, text]));
    for (const row of batch) {
      const text = texts.get(row.versionId);
      if (text === undefined || (found.length > 0 && size + text.length > most)) continue;
      found.push({ ...row, text });
      size += text.length;
    }
    longest = Math.max(1, ...rows.map(({ text }) => text.length));
    at += count;
    await setImmediate();
  }
  return found;
}
