/** What is the difference between two versions, and who last touched each line of one? */

import 'server-only';

import { notFound } from 'next/navigation';

import type { VersionOfAgent } from '@/db';
import { type BlamedLine, blameLines, type Comparison, compareAgents } from '@/lib/compare';
import type { BlameAnswer, VersionDocument } from '@/lib/contract';

import type { Scope } from '../access';
import { ancestryOf, type VersionThatSays, withTexts } from '../ancestry';
import { requireScope } from '../pages';
import { getStore } from '../store';
import { inWords } from '../threads/fault';
import { getThreads } from '../threads/threads';
import { inTurn } from '../turns';
import { openVersion } from './history';

/** What takes longer than some ten milliseconds belongs on a thread (UTF-16 code units of both texts). */
const MAX_INLINE = 64 * 1024;
const LIMIT_MS = 20_000;

export interface ComparedVersions {
  before: VersionDocument;
  after: VersionDocument;
  comparison: Comparison;
}

/** Returns two versions of an agent and what lies between them; a 404 when one is not there. */
export async function requireComparison(
  slug: string,
  agentId: string,
  ends: { from: string; to: string },
): Promise<ComparedVersions> {
  const scope = await requireScope(slug, 'agent:read');
  return (await compareVersions(scope, agentId, ends)) ?? notFound();
}

/** Returns two versions of an agent, by number or label, and what lies between them; null when one is not there. */
export async function compareVersions(
  scope: Scope,
  agentId: string,
  { from, to }: { from: string; to: string },
): Promise<ComparedVersions | null> {
  const before = await openVersion(scope, agentId, from);
  const after = before && (await openVersion(scope, agentId, to));
  if (!before || !after) return null;
  return { before, after, comparison: await comparisonOf(scope, before.text, after.text) };
}

/** As `compareAgents`, of long texts on a thread, one by one for each person; `before` is null where there was no file. */
export async function comparisonOf(
  { user }: Scope,
  before: string | null,
  after: string,
): Promise<Comparison> {
  if ((before?.length ?? 0) + after.length <= MAX_INLINE) return compareAgents(before, after);
  const { texts } = getThreads();
  return inTurn('texts', user.id, () =>
    inWords(texts.run('compare', { before, after }, { limitMs: LIMIT_MS })),
  );
}

/** Lines that are older than so many versions are not followed further. */
const MOST_VERSIONS = 200;
/** Of long texts fewer versions are looked at, so many UTF-16 code units in all: each takes its time. */
const MOST_TEXT = 16 * 1024 * 1024;

/** Returns who last touched each line of a version; null when there is no such version. */
export async function blameVersion(
  scope: Scope,
  agentId: string,
  asked: string,
): Promise<BlameAnswer | null> {
  const document = await openVersion(scope, agentId, asked);
  if (!document) return null;
  const { versionId, number } = document.version;
  const { workspaceId, user } = scope;
  return inTurn('texts', user.id, async () => {
    const { read } = await getStore();
    const past = await ancestryOf(read, { workspaceId, agentId, number, most: MOST_VERSIONS });
    const versions = await withTexts(read, { workspaceId, versions: past, most: MOST_TEXT });
    const head = versions.find((version) => version.versionId === versionId);
    return head ? answerOf(await blamed(head, versions), versions) : null;
  });
}

/** As `blameLines`, of much text on a thread. */
async function blamed(head: VersionThatSays, past: readonly VersionThatSays[]): Promise<BlamedLine[]> {
  const versions = past.map(({ versionId, parents, text }) => ({ id: versionId, parents, text }));
  const { text, parents, versionId: id } = head;
  const size = versions.reduce((sum, version) => sum + version.text.length, 0);
  if (size <= MAX_INLINE) return blameLines({ id, parents, text }, versions);
  const { texts } = getThreads();
  return inWords(texts.run('blame', { head: { id, parents, text }, versions }, { limitMs: LIMIT_MS }));
}

function answerOf(lines: readonly BlamedLine[], past: readonly VersionOfAgent[]): BlameAnswer {
  const known = new Map(past.map((version) => [version.versionId, version]));
  const ids = [...new Set(lines.map(({ versionId }) => versionId))];
  const placeOf = new Map(ids.map((id, at) => [id, at]));
  return {
    versions: ids.flatMap((id) => {
      const version = known.get(id);
      if (!version) return [];
      const { versionId, number, savedAt, savedBy, savedById, agentId, title, message } = version;
      return [{ versionId, number, savedAt, savedBy, savedById, agentId, title, message }];
    }),
    lines: lines.map(({ versionId }) => placeOf.get(versionId) ?? 0),
    bound: lines.flatMap(({ isBound }, at) => (isBound ? [at] : [])),
    looked: past.length,
  };
}
