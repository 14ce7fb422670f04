/** What becomes of a batch of files? Agents with exactly their texts, new versions, or a sentence that says why not. */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import { z } from 'zod';

import { type AgentThere, createAgent, type StoredProfile, saveVersion, type Tx } from '@/db';
import { type ImportDeed, type ImportedFile, workspaceSlug } from '@/lib/contract';
import { can } from '@/lib/policy';

import { profileOf } from '../agent-profile';
import { type WorkspaceContext, workspaceCommand } from '../command';
import { accessFailure, LostRace } from '../failure';
import { type Judged, judgeFile } from '../import/judge';
import {
  asImported,
  describe,
  findLikes,
  type Likes,
  namesakeWords,
  remarks,
  twinWords,
} from '../import/relate';
import { audited } from './audited-ids';

/** Files of one transaction: long enough to share its cost, short enough that others need not wait. */
export const FILES_PER_BATCH = 40;
/** For more files than this the profiles are made when somebody asks for them. */
const PROFILES_AT_ONCE = 5;

const file = z.object({
  key: z.string(),
  path: z.string().max(1024),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  sameName: z.enum(['keep', 'replace', 'skip']),
  remark: z.string().nullable(),
});
export const importAgentsInput = z.object({
  workspace: workspaceSlug,
  files: z.array(file).min(1).max(FILES_PER_BATCH),
});
type FileInput = z.output<typeof file>;

type Agent = Extract<Judged, { ok: true }>;
type Line = ImportedFile<ImportDeed>;

interface Prepared {
  input: FileInput;
  judged: Judged;
  profile: StoredProfile | undefined;
}

export const importAgents = workspaceCommand({
  event: 'agent.imported',
  permission: 'agent:create',
  input: importAgentsInput,
  limit: 'import',
  async prepare({ files }, { scope }): Promise<Prepared[]> {
    const replaces = files.some(({ sameName }) => sameName === 'replace');
    if (replaces && !can(scope.role, 'agent:save')) throw accessFailure('forbidden');
    const prepared: Prepared[] = [];
    for (const input of files) {
      const judged = judgeFile(input.path, input.bytes);
      const isNow = judged.ok && files.length <= PROFILES_AT_ONCE;
      prepared.push({ input, judged, profile: isNow ? await profileOf(judged.text) : undefined });
      // Other requests get their turn between two files.
      await setImmediate();
    }
    return prepared;
  },
  async commit(tx, prepared, _input, context) {
    const agents = prepared.flatMap(({ judged }) => (judged.ok ? [judged] : []));
    const likes = await findLikes(tx, context.scope.workspaceId, agents);
    const output: Line[] = [];
    for (const each of prepared) output.push(await writeFile(tx, each, likes, context));
    const changed = output.filter(({ state }) => state === 'imported' || state === 'replaced');
    const replaced = changed.filter(({ state }) => state === 'replaced').length;
    const ids = changed.flatMap(({ agent }) => (agent ? [agent.id] : []));
    const { subjectId, details } = audited(ids);
    return { output, subjectId, details: { ...details, replaced }, nothingChanged: ids.length === 0 };
  },
});

async function writeFile(
  tx: Tx,
  { input, judged, profile }: Prepared,
  likes: Likes,
  context: WorkspaceContext,
): Promise<Line> {
  const { key, path, remark, sameName } = input;
  if (!judged.ok) {
    const { state, message } = judged;
    return { key, path, state, message, name: null, loads: false, sha256: null, agent: null };
  }
  const about = describe(key, path, judged);
  const twin = likes.twinOf(judged);
  if (twin) return { ...about, state: 'identical', message: twinWords(twin), agent: asImported(twin) };
  const namesake = likes.namesakeOf(judged, path);
  if (namesake && sameName === 'skip') {
    return {
      ...about,
      state: 'skipped',
      message: namesakeWords(judged.facts.name),
      agent: asImported(namesake),
    };
  }
  const write = { path, agent: judged, profile };
  if (namesake && sameName === 'replace') {
    const there = await replaceAgent(tx, write, namesake, context);
    likes.add(there);
    return { ...about, state: 'replaced', message: remarks(judged, remark), agent: asImported(there) };
  }
  const there = await addAgent(tx, write, context);
  likes.add(there);
  const also = namesake && judged.facts.loads ? alsoCalled(judged.facts.name) : null;
  return { ...about, state: 'imported', message: remarks(judged, also, remark), agent: asImported(there) };
}

const alsoCalled = (name: string | null) =>
  `Another agent is called "${name}", too: in one project Claude Code loads only one of them.`;

interface Write {
  path: string;
  agent: Agent;
  profile: StoredProfile | undefined;
}

function saveOf({ agent, profile }: Write, { scope, now }: WorkspaceContext) {
  const { text, facts } = agent;
  const { workspaceId, user } = scope;
  return { workspaceId, userId: user.id, text, facts, ...(profile && { profile }), now };
}

async function addAgent(tx: Tx, write: Write, context: WorkspaceContext): Promise<AgentThere> {
  const { path, agent } = write;
  const { fileName, sha256, facts } = agent;
  const made = await createAgent(tx, { ...saveOf(write, context), fileName, originPath: path });
  return {
    agentId: made.agentId,
    headId: made.versionId,
    title: facts.title,
    name: facts.name,
    textSha: sha256,
    fileName,
    originPath: path,
    updatedAt: made.savedAt,
  };
}

async function replaceAgent(
  tx: Tx,
  write: Write,
  there: AgentThere,
  context: WorkspaceContext,
): Promise<AgentThere> {
  const { agentId, headId } = there;
  const message = `Imported from ${write.path}`.slice(0, 500);
  const saved = await saveVersion(tx, { ...saveOf(write, context), agentId, baseVersionId: headId, message });
  // Somebody saved since it was looked up, a moment ago.
  if (!saved) throw new LostRace();
  const { facts, sha256 } = write.agent;
  const { title, name } = facts;
  return { ...there, headId: saved.versionId, title, name, textSha: sha256, updatedAt: saved.savedAt };
}
