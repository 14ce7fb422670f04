/** How does an agent change? By a new version on the one that its author saw; if that has moved, by joining both. */

import 'server-only';

import {
  type AgentWithText,
  type Db,
  getAgent,
  getMergeOfArchived,
  getVersion,
  moveLiveBase,
  saveVersion,
  type Tx,
} from '@/db';
import { type SaveAgentResult, saveAgentInput, type VersionStamp } from '@/lib/contract';
import { mergeThreeWay } from '@/lib/three-way';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { isStorable, requireStorable } from '../agent-text';
import { type WorkspaceContext, workspaceCommand } from '../command';
import { Failure, LostRace, notFoundFailure } from '../failure';
import { type LiveText, readLiveText } from '../live/live-text';

/** What is to be written on top of `head`. */
interface Write {
  head: AgentWithText;
  text: string;
  parents: string[];
  authors?: string[];
  /** What the others had changed; null when the head was what the author saw. */
  summary: string | null;
}

type Plan = { done: SaveAgentResult } | { write: Write };

interface Wanted {
  agentId: string;
  baseVersionId: string;
  text: string;
}

export const saveAgent = workspaceCommand({
  event: 'agent.saved',
  permission: 'agent:save',
  input: saveAgentInput,
  async prepare(input, { read, scope }) {
    const { agentId } = input;
    const key = { workspaceId: scope.workspaceId, agentId };
    const live = input.live ? await readLiveText(key, input.live.generation) : null;
    const wanted = live ? { ...live, agentId } : input;
    requireStorable(wanted.text);
    const plan = await planSave(read, scope, wanted);
    // What came in meanwhile has to be in the document first; with the next attempt it is.
    if (live && !isOnHead(plan)) throw new LostRace();
    if ('done' in plan) return plan;
    const facts = agentFacts(plan.write.text, plan.write.head.fileName);
    return { ...plan, live, facts, profile: await profileOf(plan.write.text) };
  },
  async commit(tx, plan, { agentId, message }, { scope, now }) {
    if ('done' in plan) return { output: plan.done, nothingChanged: true };
    const { live } = plan;
    const { head, text, parents, summary } = plan.write;
    const authors = live?.authors.length ? live.authors : plan.write.authors;
    const saved = await saveVersion(tx, {
      workspaceId: scope.workspaceId,
      agentId,
      baseVersionId: head.version.versionId,
      userId: scope.user.id,
      text,
      facts: plan.facts,
      ...(plan.profile && { profile: plan.profile }),
      message: message ?? null,
      parents,
      ...(authors && { authors }),
      now,
    });
    // Somebody was faster: what they saved is looked at anew, and joined if it can be.
    if (!saved) throw new LostRace();
    if (
      live &&
      !(await standsOn(tx, { workspaceId: scope.workspaceId, agentId, live, to: saved.versionId }))
    ) {
      throw new LostRace();
    }
    const version: VersionStamp = { ...saved, savedBy: scope.user.name };
    const output: SaveAgentResult =
      summary === null
        ? { kind: 'saved', version, ...(live && { text }) }
        : { kind: 'merged', version, text, summary };
    return { output, subjectId: agentId, details: { kind: output.kind, number: saved.number } };
  },
});

function isOnHead(plan: Plan): boolean {
  return 'done' in plan ? plan.done.kind === 'unchanged' : plan.write.summary === null;
}

/** Puts the document onto the version that was just made of it. One that nobody has written in yet is stored nowhere. */
async function standsOn(
  tx: Tx,
  { live, to, ...key }: { workspaceId: string; agentId: string; live: LiveText; to: string },
): Promise<boolean> {
  const { generation, baseVersionId: from, sequence } = live;
  return moveLiveBase(tx, { ...key, generation, from, to, sequence });
}

/** What a draft of an archived agent is worth keeping for: the agent that took its place. */
async function archivedFailure(read: Db, key: { workspaceId: string; agentId: string }): Promise<Failure> {
  const merge = await getMergeOfArchived(read, key);
  const into = merge ? `"${merge.into.title}"` : 'another agent';
  return new Failure(
    'conflict',
    `This agent was merged into ${into}. Change that one, or undo the merge and save again; your text is still here.`,
  );
}

async function planSave(
  read: Db,
  scope: WorkspaceContext['scope'],
  { agentId, baseVersionId, text }: Wanted,
): Promise<Plan> {
  const { workspaceId } = scope;
  const head = await getAgent(read, { workspaceId, agentId });
  if (!head) throw notFoundFailure();
  if (head.deletedAt !== null) {
    throw new Failure(
      'conflict',
      'This agent is in the bin. Restore it, then save again; your text is still here.',
    );
  }
  if (head.archivedAt !== null) throw await archivedFailure(read, { workspaceId, agentId });
  const headId = head.version.versionId;
  if (head.text === text) return { done: { kind: 'unchanged', version: head.version } };
  if (headId === baseVersionId) return { write: { head, text, parents: [headId], summary: null } };
  const base = await getVersion(read, { workspaceId, agentId, versionId: baseVersionId });
  if (!base) throw notFoundFailure();
  const merged = mergeThreeWay(base.text, text, head.text);
  // Two texts that fit may be too large together.
  if (merged.kind === 'conflict' || !isStorable(merged.text)) {
    return { done: { kind: 'conflict', head: head.version, headText: head.text, baseText: base.text } };
  }
  const { summary } = merged;
  if (merged.text === head.text) {
    return { done: { kind: 'merged', version: head.version, text: head.text, summary } };
  }
  const theirs = await getVersion(read, { workspaceId, agentId, versionId: headId });
  const authors = [...new Set([...(theirs?.authors ?? []), scope.user.id])];
  return { write: { head, text: merged.text, parents: [headId, baseVersionId], authors, summary } };
}
