/** What is the difference between two versions, and who last touched each line of one? */

import 'server-only';

import { notFound } from 'next/navigation';

import { type Db, listVersionsDown, listVersionsWithTexts, type VersionOfAgent } from '@/db';
import { type BlamedLine, blameLines, type Comparison, compareAgents } from '@/lib/compare';
import type { BlameAnswer, VersionDocument } from '@/lib/contract';

import type { Scope } from '../access';
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
/** So many texts are read at once, each up to 1 MiB. */
const BATCH = 16;

/** Returns who last touched each line of a version; null when there is no such version. */
export async function blameVersion(
  scope: Scope,
  agentId: string,
  asked: string,
): Promise<BlameAnswer | null> {
  const document = await openVersion(scope, agentId, asked);
  if (!document) return null;
  const { read } = await getStore();
  const past = new Past(read, scope.workspaceId);
  const { versionId, number } = document.version;
  await past.readDown(agentId, number);
  const head = past.known.get(versionId);
  if (!head) return null;
  const most = Math.min(MOST_VERSIONS, Math.max(2, Math.floor(MOST_TEXT / Math.max(1, head.text.length))));
  const load = (ids: readonly string[]) => past.load(ids);
  const lines = await inTurn('texts', scope.user.id, () => blameLines(asBlamed(head), { most, load }));
  return answerOf(lines, past, most);
}

const asBlamed = ({ versionId, parents, text }: VersionOfAgent) => ({ id: versionId, parents, text });

/** Versions that were read, most of them before they are asked for. */
class Past {
  readonly known = new Map<string, VersionOfAgent>();

  constructor(
    private readonly read: Db,
    private readonly workspaceId: string,
  ) {}

  async load(ids: readonly string[]) {
    const missing = ids.filter((id) => !this.known.has(id));
    for (let at = 0; at < missing.length; at += BATCH) {
      const versionIds = missing.slice(at, at + BATCH);
      this.keep(await listVersionsWithTexts(this.read, { workspaceId: this.workspaceId, versionIds }));
    }
    // Whoever asks for a version asks for the one before it next.
    const [first] = missing.flatMap((id) => this.known.get(id) ?? []);
    if (first && first.number > 1) await this.readDown(first.agentId, first.number - 1);
    return ids.flatMap((id) => this.known.get(id) ?? []).map(asBlamed);
  }

  async readDown(agentId: string, number: number): Promise<void> {
    const from = { workspaceId: this.workspaceId, agentId, number, limit: BATCH };
    this.keep(await listVersionsDown(this.read, from));
  }

  private keep(versions: readonly VersionOfAgent[]): void {
    for (const version of versions) this.known.set(version.versionId, version);
  }
}

function answerOf(lines: readonly BlamedLine[], { known }: Past, most: number): BlameAnswer {
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
    most,
  };
}
