/** Which files hold all of a workspace? Its agents as they are, every version of them, and the rest as JSON Lines. */

import 'server-only';

import {
  countVersions,
  type Db,
  listMembers,
  listRowKinds,
  listWholeAgents,
  listWholeTemplates,
  listWriters,
  streamRows,
  streamTexts,
  streamWholeVersions,
} from '@/db';

import { jsonLine } from '@/lib/records';

import type { Scope } from '../access';
import { streamAudit } from '../reads/audit';
import { AUDIT_FORMATS, auditFile } from './audit-file';
import { type ExportPath, exportPaths } from './file-names';
import type { ZipEntry } from './zip';

/** A zip numbers its files with 16 bits; texts for which there is no number left stand in `versions.jsonl`. */
const MOST_VERSION_FILES = 40_000;
const MOST_AGENT_FILES = 20_000;

const encoder = new TextEncoder();

export interface WorkspaceFiles {
  /** How many steps there are: files, and versions in files of lines. */
  total: number;
  entries: AsyncGenerator<ZipEntry>;
}

/** Returns the files of a workspace, made as they are asked for; `onStep` hears of each agent and version. */
export async function workspaceFiles(read: Db, scope: Scope, onStep: () => void): Promise<WorkspaceFiles> {
  const { workspaceId } = scope;
  const agents = await listWholeAgents(read, { workspaceId });
  const versions = await countVersions(read, { workspaceId });
  const files = Math.min(agents.filter(isInUse).length, MOST_AGENT_FILES);
  return { total: files + 2 * versions, entries: entriesOf(read, scope, agents, onStep) };
}

type WholeAgent = Awaited<ReturnType<typeof listWholeAgents>>[number];

const isInUse = ({ archivedAt, deletedAt }: WholeAgent) => archivedAt === null && deletedAt === null;

async function* entriesOf(
  read: Db,
  scope: Scope,
  agents: readonly WholeAgent[],
  onStep: () => void,
): AsyncGenerator<ZipEntry> {
  const { workspaceId, slug, workspaceName } = scope;
  const lines = (path: string, pieces: AsyncIterable<string>): ZipEntry => ({
    path,
    pieces: bytesOf(pieces),
  });
  const inUse = agents.filter(isInUse);
  const paths = exportPaths(inUse.slice(0, MOST_AGENT_FILES));
  const head = {
    name: workspaceName,
    slug,
    exportedAt: new Date().toISOString(),
    exportedBy: scope.user.name,
  };
  yield { path: 'workspace.json', bytes: encoder.encode(`${JSON.stringify(head, null, 2)}\n`) };
  yield { path: 'people.jsonl', bytes: encoder.encode(await peopleLines(read, workspaceId)) };
  yield* currentFiles(read, workspaceId, { agents: inUse, paths, onStep });
  yield lines('agents.jsonl', agentLines(agents, paths));
  const stems = stemsOf(agents);
  const agentIds = agents.map(({ id }) => id);
  yield* versionFiles(read, workspaceId, { agentIds, stems, onStep });
  yield lines('versions.jsonl', versionLines(read, workspaceId, { agentIds, stems, onStep }));
  yield* templateFiles(read, workspaceId);
  for (const kind of listRowKinds(read)) {
    yield lines(`${kind}.jsonl`, rowLines(read, workspaceId, kind));
  }
  const format = AUDIT_FORMATS.jsonl;
  if (format) yield lines('audit.jsonl', auditFile(format, streamAudit(scope, {})));
}

async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield encoder.encode(piece);
}

interface Current {
  agents: readonly WholeAgent[];
  paths: readonly ExportPath[];
  onStep: () => void;
}

async function* currentFiles(
  read: Db,
  workspaceId: string,
  { agents, paths, onStep }: Current,
): AsyncGenerator<ZipEntry> {
  const shaOf = new Map(agents.map(({ id, textSha }) => [id, textSha]));
  const shas = paths.map(({ agentId }) => shaOf.get(agentId) ?? '');
  let at = 0;
  for await (const { bytes } of streamTexts(read, { workspaceId, shas })) {
    const path = paths[at++]?.path;
    if (path) yield { path, bytes };
    onStep();
  }
}

async function* agentLines(
  agents: readonly WholeAgent[],
  paths: readonly ExportPath[],
): AsyncGenerator<string> {
  const pathOf = new Map(paths.map(({ agentId, path }) => [agentId, path]));
  for (const { textSha: _textSha, ...agent } of agents) {
    yield jsonLine({ ...agent, file: pathOf.get(agent.id) ?? null });
  }
}

/** A folder for each agent, also for those that share a name; no two are alike. */
function stemsOf(agents: readonly WholeAgent[]): Map<string, string> {
  const stem = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
  return new Map(exportPaths(agents).map(({ agentId, path }) => [agentId, stem(path)]));
}

interface Versions {
  agentIds: readonly string[];
  stems: ReadonlyMap<string, string>;
  onStep: () => void;
}

async function* versionFiles(
  read: Db,
  workspaceId: string,
  { agentIds, stems, onStep }: Versions,
): AsyncGenerator<ZipEntry> {
  let written = 0;
  for await (const some of streamWholeVersions(read, { workspaceId, agentIds })) {
    const wanted = some.slice(0, Math.max(0, MOST_VERSION_FILES - written));
    written += wanted.length;
    let at = 0;
    for await (const { bytes } of streamTexts(read, {
      workspaceId,
      shas: wanted.map((each) => each.textSha),
    })) {
      const version = wanted[at++];
      if (version) yield { path: versionPath(stems, version), bytes };
      onStep();
    }
    for (let rest = wanted.length; rest < some.length; rest++) onStep();
  }
}

const versionPath = (
  stems: ReadonlyMap<string, string>,
  { agentId, number }: { agentId: string; number: number },
) => `versions/${stems.get(agentId) ?? agentId}/v${number}.md`;

async function* versionLines(
  read: Db,
  workspaceId: string,
  { agentIds, stems, onStep }: Versions,
): AsyncGenerator<string> {
  let written = 0;
  for await (const some of streamWholeVersions(read, { workspaceId, agentIds })) {
    for (const { textSha, ...version } of some) {
      const isFile = written++ < MOST_VERSION_FILES;
      const said = isFile
        ? { file: versionPath(stems, version) }
        : { file: null, text: await textOf(read, workspaceId, textSha) };
      yield jsonLine({ ...version, ...said });
      onStep();
    }
  }
}

async function textOf(read: Db, workspaceId: string, sha: string): Promise<string> {
  for await (const { bytes } of streamTexts(read, { workspaceId, shas: [sha] })) {
    return new TextDecoder().decode(bytes);
  }
  return '';
}

async function* templateFiles(read: Db, workspaceId: string): AsyncGenerator<ZipEntry> {
  const templates = await listWholeTemplates(read, { workspaceId });
  const lines = templates.map(({ textSha: _textSha, ...template }) =>
    jsonLine({ ...template, file: `templates/${template.id}.md` }),
  );
  yield { path: 'templates.jsonl', bytes: encoder.encode(lines.join('')) };
  let at = 0;
  for await (const { bytes } of streamTexts(read, {
    workspaceId,
    shas: templates.map((each) => each.textSha),
  })) {
    yield { path: `templates/${templates[at++]?.id}.md`, bytes };
  }
}

async function* rowLines(read: Db, workspaceId: string, kind: string): AsyncGenerator<string> {
  for await (const rows of streamRows(read, { workspaceId, kind })) yield rows.map(jsonLine).join('');
}

async function peopleLines(read: Db, workspaceId: string): Promise<string> {
  const members = await listMembers(read, { workspaceId });
  const ids = new Set(members.map(({ userId }) => userId));
  const writers = await listWriters(read, { workspaceId });
  return [...members, ...writers.filter(({ userId }) => !ids.has(userId))].map(jsonLine).join('');
}
