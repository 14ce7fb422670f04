/** What did a workspace hold at one moment? Its rows as lines in a spool, and which texts belong to them. */

import 'server-only';

import {
  type Db,
  listAuditIdsSince,
  listMembers,
  listRowKinds,
  listWholeAgents,
  listWholeTemplates,
  listWriters,
  type Store,
  streamRows,
  streamWholeVersions,
} from '@/db';
import { jsonLine } from '@/lib/records';

import type { Scope } from '../access';
import { exportPaths } from './file-names';
import type { Spool } from './spool';

/**
 * What is older has been committed for sure. Of what is younger the snapshot knows the ids: the time of an event is
 * that of its request, which may be committed much later.
 */
const UNSETTLED_MS = 10 * 60_000;

/** A file of the export, and the text that it holds. */
export interface TextFile {
  file: string;
  sha256: string;
}

export interface WorkspaceSnapshot {
  /** The moment. */
  at: number;
  agents: number;
  versions: number;
  /** The agents in use, as Claude Code reads them. */
  current: TextFile[];
  templates: TextFile[];
  /** Which events had happened. */
  hasHappened: (event: { id: string; at: number }) => boolean;
}

/** The lines of all versions: where each is in the export, and what it says. */
export const VERSION_LINES = 'versions.jsonl';

type WholeAgent = Awaited<ReturnType<typeof listWholeAgents>>[number];

/** Puts the rows into the spool; whatever is written meanwhile is not in it. */
export function takeSnapshot(
  store: Store,
  { workspaceId }: Scope,
  { spool, signal }: { spool: Spool; signal: AbortSignal },
): Promise<WorkspaceSnapshot> {
  return store.snapshot(async (db) => {
    const at = Date.now();
    const keep = (name: string, pieces: AsyncIterable<string> | Iterable<string>) =>
      spool.keep(name, unless(signal, pieces));
    const agents = await listWholeAgents(db, { workspaceId });
    const inUse = agents.filter(({ archivedAt, deletedAt }) => archivedAt === null && deletedAt === null);
    const paths = exportPaths(inUse);
    const pathOf = new Map(paths.map(({ agentId, path }) => [agentId, path]));
    await keep('people.jsonl', [await peopleLines(db, workspaceId)]);
    await keep('agents.jsonl', agentLines(agents, pathOf));
    let versions = 0;
    await keep(
      VERSION_LINES,
      versionLines(db, workspaceId, agents, (count) => {
        versions += count;
      }),
    );
    const templates = await listWholeTemplates(db, { workspaceId });
    const fileOf = ({ id }: { id: string }) => `templates/${id}.md`;
    await keep(
      'templates.jsonl',
      templates.map(({ textSha: sha256, ...row }) => jsonLine({ ...row, file: fileOf(row), sha256 })),
    );
    for (const kind of listRowKinds(db)) await keep(`${kind}.jsonl`, rowLines(db, workspaceId, kind));
    const since = at - UNSETTLED_MS;
    const recent = new Set(await listAuditIdsSince(db, { workspaceId, since }));
    const shaOf = new Map(agents.map(({ id, textSha }) => [id, textSha]));
    return {
      ...{ at, versions, agents: agents.length },
      current: paths.map(({ agentId, path }) => ({ file: path, sha256: shaOf.get(agentId) ?? '' })),
      templates: templates.map((row) => ({ file: fileOf(row), sha256: row.textSha })),
      hasHappened: (event) => event.at < since || recent.has(event.id),
    };
  });
}

async function* unless(
  signal: AbortSignal,
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  signal.throwIfAborted();
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}

async function peopleLines(db: Db, workspaceId: string): Promise<string> {
  const members = await listMembers(db, { workspaceId });
  const ids = new Set(members.map(({ userId }) => userId));
  const writers = await listWriters(db, { workspaceId });
  return [...members, ...writers.filter(({ userId }) => !ids.has(userId))].map(jsonLine).join('');
}

function* agentLines(agents: readonly WholeAgent[], pathOf: ReadonlyMap<string, string>): Generator<string> {
  for (const { textSha: _textSha, ...agent } of agents) {
    yield jsonLine({ ...agent, file: pathOf.get(agent.id) ?? null });
  }
}

/** A folder for each agent, also for those that share a name; no two are alike. */
function foldersOf(agents: readonly WholeAgent[]): Map<string, string> {
  const stem = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
  return new Map(exportPaths(agents).map(({ agentId, path }) => [agentId, `versions/${stem(path)}`]));
}

async function* versionLines(
  db: Db,
  workspaceId: string,
  agents: readonly WholeAgent[],
  onSome: (count: number) => void,
): AsyncGenerator<string> {
  const folders = foldersOf(agents);
  const agentIds = agents.map(({ id }) => id);
  for await (const some of streamWholeVersions(db, { workspaceId, agentIds })) {
    onSome(some.length);
    const lines = some.map(({ textSha: sha256, ...version }) =>
      jsonLine({ ...version, file: `${folders.get(version.agentId)}/v${version.number}.md`, sha256 }),
    );
    yield lines.join('');
  }
}

async function* rowLines(db: Db, workspaceId: string, kind: string): AsyncGenerator<string> {
  for await (const rows of streamRows(db, { workspaceId, kind })) yield rows.map(jsonLine).join('');
}
