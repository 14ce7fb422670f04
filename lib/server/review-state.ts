/** How does a proposal stand? What it would let agents do, what is missing, and who may say so. */

import 'server-only';

import {
  type Db,
  getProposal,
  getPublishingPolicy,
  listLabelled,
  listVersionTexts,
  type WholeProposal,
} from '@/db';
import { readAgentFile } from '@/lib/agent-file';
import { compareAuthorityOfFiles, type Widening } from '@/lib/compare';
import { DEFAULT_PUBLISHING, PUBLISHED, type PublishingPolicy, type ReviewAgent } from '@/lib/contract';
import { type Judgement, judge, needsInWords, type ProposedAgent, readingOf } from '@/lib/reviews';

import { Failure, notFoundFailure } from './failure';
import { singleton } from './singleton';

interface Change {
  agentId: string;
  baseVersionId: string | null;
  versionId: string;
}

/** What each change lets its agent do that it may not do now, by `readingOf`. */
export type Widenings = ReadonlyMap<string, readonly Widening[]>;

/** So many changes are remembered: versions stay as they are, so that what lies between two is worked out once. */
const MAX_KNOWN = 1_000;
/** What is longer is rare, and would fill the memory. */
const MAX_KEY_LENGTH = 4_096;
const known = () => singleton('widenings', () => new Map<string, readonly Widening[]>());

/** Returns what these changes let their agents do more. */
export async function widenedBy(
  read: Db,
  workspaceId: string,
  changes: readonly Change[],
): Promise<Widenings> {
  const all = known();
  const fresh = await compareEach(
    read,
    workspaceId,
    changes.filter((change) => !all.has(readingOf(change))),
  );
  const found = new Map(
    changes.map((change) => {
      const reading = readingOf(change);
      return [reading, fresh.get(reading) ?? all.get(reading) ?? []];
    }),
  );
  for (const [reading, widenings] of fresh) {
    if (widenings.reduce((sum, { key }) => sum + key.length, 0) <= MAX_KEY_LENGTH)
      all.set(reading, widenings);
  }
  for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - MAX_KNOWN))) all.delete(oldest);
  return found;
}

/** Reads the texts of these changes and compares what their agents may do: some milliseconds for each. */
async function compareEach(read: Db, workspaceId: string, changes: readonly Change[]): Promise<Widenings> {
  const versionIds = changes.flatMap(({ baseVersionId, versionId }) =>
    [versionId, baseVersionId ?? []].flat(),
  );
  const texts = await listVersionTexts(read, { workspaceId, versionIds: [...new Set(versionIds)] });
  const textOf = new Map(texts.map(({ versionId, text }) => [versionId, text]));
  return new Map(
    changes.map((change) => {
      const before = change.baseVersionId === null ? null : (textOf.get(change.baseVersionId) ?? null);
      const after = readAgentFile(textOf.get(change.versionId) ?? '');
      const was = before === null ? null : readAgentFile(before);
      return [readingOf(change), compareAuthorityOfFiles(was, after).widenings];
    }),
  );
}

export interface ReviewState {
  whole: WholeProposal;
  policy: PublishingPolicy;
  judgement: Judgement;
  agents: ProposedAgent[];
}

/** Judges a proposal as it is stored at this moment; null when the workspace has none of this id. */
export async function reviewState(
  db: Db,
  key: { workspaceId: string; proposalId: string },
  known?: Widenings,
): Promise<(ReviewState & { widenings: Widenings }) | null> {
  const whole = await getProposal(db, key);
  if (!whole) return null;
  const widenings = known ?? (await widenedBy(db, key.workspaceId, whole.agents));
  const policy = await policyOf(db, key.workspaceId);
  const agents = whole.agents.map((agent) => ({
    ...agent,
    widenings: (widenings.get(readingOf(agent)) ?? []).map(({ key: power }) => power),
  }));
  const { createdById: proposer, reviews } = whole;
  return { whole, policy, agents, widenings, judgement: judge(policy, { proposer, agents, reviews }) };
}

/** As `reviewState` of a proposal that is open; refuses any other. */
export async function requireOpenReview(db: Db, key: { workspaceId: string; proposalId: string }) {
  const state = await reviewState(db, key);
  if (!state) throw notFoundFailure();
  if (state.whole.state !== 'open') throw closedFailure();
  return state;
}

export const closedFailure = () =>
  new Failure('conflict', 'This proposal was published or withdrawn meanwhile. Reload the page.');

/** The policy of a workspace, the usual one while it has none of its own. */
export async function policyOf(db: Db, workspaceId: string): Promise<PublishingPolicy> {
  return (await getPublishingPolicy(db, { workspaceId })) ?? DEFAULT_PUBLISHING;
}

/** What is missing, in words. */
export function missingInWords({ whole, judgement }: Pick<ReviewState, 'whole' | 'judgement'>): string[] {
  const titles = new Map(whole.agents.map(({ agentId, title }) => [agentId, title]));
  const names = new Map(whole.reviews.map(({ userId, name }) => [userId, name]));
  return needsInWords(judgement.needs, {
    agent: (agentId) => titles.get(agentId) ?? 'an agent',
    person: (userId) => names.get(userId) ?? 'Somebody',
    several: whole.agents.length > 1,
  });
}

/** Why agents of the proposal cannot be published whatever was said of them, in words; empty when they can. */
export async function obstacles(db: Db, workspaceId: string, whole: WholeProposal): Promise<string[]> {
  const agentIds = whole.agents.map(({ agentId }) => agentId);
  const published = await listLabelled(db, { workspaceId, name: PUBLISHED, agentIds });
  return whole.agents.flatMap((agent) => {
    const place = placeOf(agent);
    if (place !== 'in-use') {
      return [`${agent.title} is in the ${place}. Bring it back, or update the proposal to leave it out.`];
    }
    if (isStale(agent, published)) {
      return [
        `Something else was published of ${agent.title} since. Update the proposal, and have it read anew.`,
      ];
    }
    return [];
  });
}

export function placeOf({ deletedAt, archivedAt }: WholeProposal['agents'][number]): ReviewAgent['place'] {
  if (deletedAt !== null) return 'bin';
  return archivedAt === null ? 'in-use' : 'archive';
}

export const isStale = (
  { agentId, baseVersionId }: Pick<Change, 'agentId' | 'baseVersionId'>,
  published: ReadonlyMap<string, string>,
): boolean => (published.get(agentId) ?? null) !== baseVersionId;
