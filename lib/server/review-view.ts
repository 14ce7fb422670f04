/** How is a proposal shown: where its agents are now, and what of the reviews still holds? */

import 'server-only';

import { type Db, listLabelled, listVersionNames } from '@/db';
import { PUBLISHED, type ReviewAgent, type ReviewGiven, type ReviewVoid } from '@/lib/contract';
import { readingOf, tickOf, type VoidReading, voidReadings } from '@/lib/reviews';

import { isStale, placeOf, type ReviewState, type Widenings } from './review-state';

/** Returns the agents of a proposal with what they may do more, and with what happened to them since. */
export async function shownAgents(
  read: Db,
  workspaceId: string,
  { whole, judgement, widenings }: ReviewState & { widenings: Widenings },
): Promise<ReviewAgent[]> {
  const names = new Map(whole.reviews.map(({ userId, name }) => [userId, name]));
  const heads = await headsOf(read, workspaceId, whole.agents);
  const agentIds = whole.agents.map(({ agentId }) => agentId);
  const published = await listLabelled(read, { workspaceId, name: PUBLISHED, agentIds });
  const isOpen = whole.state === 'open';
  return whole.agents.map((agent) => {
    const { agentId, title, baseVersionId, versionId, baseNumber, number, headId } = agent;
    const gained = widenings.get(readingOf(agent)) ?? [];
    return {
      ...{ agentId, title, baseVersionId, versionId, baseNumber, number, reading: readingOf(agent) },
      widenings: gained.map(({ key, words, detail }) => ({ tick: tickOf(agentId, key), words, detail })),
      newer: isOpen ? (heads.get(agentId) ?? null) : null,
      stale: isOpen && isStale(agent, published),
      place: placeOf(agent),
      isDone: published.get(agentId) === headId,
      approvedBy: (judgement.approvals[agentId] ?? []).map((userId) => names.get(userId) ?? ''),
    };
  });
}

/** The heads that are other versions than what is proposed. */
async function headsOf(
  read: Db,
  workspaceId: string,
  agents: readonly { agentId: string; versionId: string; headId: string }[],
): Promise<Map<string, { versionId: string; number: number }>> {
  const moved = agents.filter(({ versionId, headId }) => versionId !== headId);
  const names = await listVersionNames(read, { workspaceId, versionIds: moved.map(({ headId }) => headId) });
  return new Map(names.map(({ agentId, versionId, number }) => [agentId, { versionId, number }]));
}

/** Returns what was said, and for which agents something else is proposed than what was read. */
export async function shownReviews(
  read: Db,
  workspaceId: string,
  { whole }: Pick<ReviewState, 'whole'>,
): Promise<ReviewGiven[]> {
  const voids = new Map(
    whole.reviews.map((review) => [review.reviewId, voidReadings(review, whole.agents)] as const),
  );
  const versionIds = [...voids.values()]
    .flat()
    .flatMap(({ read: { baseVersionId, versionId } }) => [versionId, baseVersionId ?? []].flat());
  const names = await listVersionNames(read, { workspaceId, versionIds });
  const nameOf = new Map(names.map((name) => [name.versionId, name]));
  const numberOf = (id: string | null) => (id === null ? null : (nameOf.get(id)?.number ?? null));
  const agents = new Map(whole.agents.map((agent) => [agent.agentId, agent]));
  const shown = ({ agentId, read: { baseVersionId, versionId } }: VoidReading): ReviewVoid => {
    const now = agents.get(agentId);
    return {
      ...{ agentId, title: now?.title ?? nameOf.get(versionId)?.title ?? null },
      read: { number: numberOf(versionId), base: numberOf(baseVersionId) },
      now: now ? { number: now.number, base: now.baseNumber } : null,
    };
  };
  return whole.reviews.map(({ reviewId, userId, name, at, verdict, body, readings }) => {
    const voided = (voids.get(reviewId) ?? []).map(shown);
    const isVoid = voided.length > 0 && voided.length === Object.keys(readings).length;
    return { reviewId, by: { userId, name }, at, verdict, body, voided, isVoid };
  });
}
