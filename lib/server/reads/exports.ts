/** What does an export hold, and what is to be known before it is taken? */

import 'server-only';

import {
  type AgentForExport,
  type Db,
  getAgent,
  getPublishingPolicy,
  listAgentsForExport,
  listLabelled,
  streamTexts,
} from '@/db';
import {
  type ExportNotice,
  type ExportOutlook,
  NAMED_UNPUBLISHED,
  PUBLISHED,
  readVersionRef,
  type VersionRef,
} from '@/lib/contract';

import type { Scope } from '../access';
import { agentFacts } from '../agent-facts';
import { type ExportPath, exportPaths, safeStem } from '../export/file-names';
import { type ZipEntry, zipStream } from '../export/zip';
import { Failure } from '../failure';
import { getStore } from '../store';
import { takeTurn } from '../turns';
import { findVersion } from './history';

/**
 * Which agents, and at which version: without a label at the one that is published where the workspace publishes, else at
 * their last, which `as: 'saved'` always means.
 */
export interface ExportChoice {
  ids?: readonly string[] | undefined;
  label?: string | undefined;
  as?: 'saved' | undefined;
}

/** The label that an export follows; undefined where it takes what was saved last. */
async function followed(
  read: Db,
  workspaceId: string,
  { label, as: asked }: Pick<ExportChoice, 'label' | 'as'>,
): Promise<string | undefined> {
  if (label !== undefined || asked === 'saved') return label;
  return (await getPublishingPolicy(read, { workspaceId }))?.enabled ? PUBLISHED : undefined;
}

/** Returns what to know before exporting these agents, or all: which of them it holds, and what is wrong with their files. */
export async function exportOutlook(scope: Scope, choice: ExportChoice = {}): Promise<ExportOutlook> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  const agents = await listChosen(read, scope, choice);
  const notices = noticesOf(agents);
  if ((await followed(read, workspaceId, {})) === undefined) {
    return { meant: agents.length, published: null, unpublished: [], notices };
  }
  const { ids } = choice;
  const meant = await listAgentsForExport(read, { workspaceId, ...(ids && { agentIds: ids }) });
  const agentIds = meant.map(({ id }) => id);
  const labelled = await listLabelled(read, { workspaceId, name: PUBLISHED, agentIds });
  const without = meant.filter(({ id }) => !labelled.has(id));
  return {
    ...{ meant: meant.length, published: meant.length - without.length, notices },
    unpublished: without.slice(0, NAMED_UNPUBLISHED).map(({ id, title }) => ({ agentId: id, title })),
  };
}

/** Files that will not load, and names told apart. */
function noticesOf(agents: readonly AgentForExport[]): ExportNotice[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const shared = sharedNames(agents);
  return exportPaths(agents).flatMap((path) => {
    const agent = byId.get(path.agentId);
    if (!agent) return [];
    return messagesOf(agent, path, shared).map((message) => ({
      agentId: agent.id,
      title: agent.title,
      path: path.path,
      message,
    }));
  });
}

function messagesOf(agent: AgentForExport, path: ExportPath, shared: ReadonlySet<string>): string[] {
  const messages: string[] = [];
  if (!agent.loads) messages.push(`Claude Code will not load this file. ${agent.problem ?? ''}`.trim());
  if (agent.loads && agent.name !== null && shared.has(agent.name)) {
    messages.push(
      `Another exported agent is called "${agent.name}", too: in one project Claude Code loads only one of them.`,
    );
  }
  if (path.wanted) {
    messages.push(`${path.wanted} is taken by another agent, ignoring case; this one becomes ${path.path}.`);
  }
  return messages;
}

function sharedNames(agents: readonly AgentForExport[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name, loads } of agents) {
    if (name === null || !loads) continue;
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

export interface Zip {
  fileName: string;
  /** Whose files it holds. */
  agentIds: string[];
  stream: ReadableStream<Uint8Array>;
}

/** Returns the zip of these agents, or of all; null when there is none to export. */
export async function openZip(scope: Scope, choice: ExportChoice = {}): Promise<Zip | null> {
  const { read } = await getStore();
  const agents = await listChosen(read, scope, choice);
  if (agents.length === 0) return null;
  const shaOf = new Map(agents.map(({ id, textSha }) => [id, textSha]));
  const paths = exportPaths(agents);
  const shas = paths.map(({ agentId }) => shaOf.get(agentId) ?? '');
  const texts = streamTexts(read, { workspaceId: scope.workspaceId, shas });
  const which = choice.label === undefined ? 'agents' : safeStem(choice.label);
  return {
    fileName: `${scope.slug}-${which}.zip`,
    agentIds: paths.map(({ agentId }) => agentId),
    stream: zipStream(inTurns(scope.user.id, entriesOf(paths, texts))),
  };
}

/** Begins with the first entry that is asked for, and ends with the last one or whoever stops reading. */
async function* inTurns(userId: string, entries: AsyncGenerator<ZipEntry>): AsyncGenerator<ZipEntry> {
  const end = await takeTurn('zip', userId);
  try {
    yield* entries;
  } finally {
    end();
  }
}

async function* entriesOf(
  paths: readonly ExportPath[],
  texts: AsyncIterable<{ bytes: Uint8Array }>,
): AsyncGenerator<ZipEntry> {
  let at = 0;
  for await (const { bytes } of texts) {
    const path = paths[at++];
    if (path) yield { path: path.path, bytes };
  }
}

export interface SingleFile {
  fileName: string;
  text: string;
}

/**
 * Returns one agent as a file, exactly as it was saved, at the version that is meant, else as an export gives it; null when it is not
 * in the workspace, in the bin, or has no such version. Where nothing is published yet it refuses in words.
 */
export async function openFile(
  { workspaceId, slug }: Scope,
  agentId: string,
  asked?: VersionRef,
  as?: 'saved',
): Promise<SingleFile | null> {
  const { read } = await getStore();
  const label = asked ? undefined : await followed(read, workspaceId, { as });
  const ref = asked ?? (label === undefined ? undefined : readVersionRef(label));
  const agent = await getAgent(read, { workspaceId, agentId });
  if (!agent || agent.deletedAt !== null) return null;
  if (!ref) return { fileName: `${safeStem(agent.title)}.md`, text: agent.text };
  const version = await findVersion(read, { workspaceId, agentId }, ref);
  if (!version && 'label' in ref && ref.label === PUBLISHED) throw unpublishedFailure(slug, agentId);
  if (!version) return null;
  const { title } = agentFacts(version.text, agent.fileName);
  return { fileName: `${safeStem(title)}.md`, text: version.text };
}

function unpublishedFailure(slug: string, agentId: string): Failure {
  return new Failure(
    'not_found',
    `Nothing of this agent is published yet, so there is no file to give. What was saved last is at /api/w/${slug}/agents/${agentId}/download?as=saved`,
  );
}

/** The agents that are meant; of those that are not taken at their last version, what that version says. */
async function listChosen(
  read: Db,
  { workspaceId }: Scope,
  { ids, ...choice }: ExportChoice,
): Promise<AgentForExport[]> {
  const label = await followed(read, workspaceId, choice);
  const asked = { workspaceId, ...(ids && { agentIds: ids }), ...(label !== undefined && { label }) };
  const agents = await listAgentsForExport(read, asked);
  const former = agents.filter(({ isHead }) => !isHead);
  if (former.length === 0) return agents;
  const texts = streamTexts(read, { workspaceId, shas: former.map(({ textSha }) => textSha) });
  const changed = new Map<string, AgentForExport>();
  let at = 0;
  for await (const { bytes } of texts) {
    const agent = former[at++];
    if (!agent) break;
    const { name, title, loads, problem } = agentFacts(new TextDecoder().decode(bytes), agent.fileName);
    changed.set(agent.id, { ...agent, name, title, loads, problem });
  }
  return agents.map((agent) => changed.get(agent.id) ?? agent);
}
