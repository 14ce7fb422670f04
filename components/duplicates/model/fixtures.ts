/** Clusters and agents for the tests of this room. */

import type { DuplicateCluster, DuplicateMember } from '@/lib/contract';
import type { PairScore } from '@/lib/similarity';

export function member(agentId: string, more: Partial<DuplicateMember> = {}): DuplicateMember {
  return {
    agentId,
    title: `agent-${agentId}`,
    name: `agent-${agentId}`,
    description: `Does the work of ${agentId}.`,
    model: null,
    loads: true,
    hidden: false,
    descriptionTokens: 100,
    bodyTokens: 400,
    updatedAt: 0,
    ...more,
  };
}

export function score(more: Partial<PairScore> = {}): PairScore {
  return { tier: 'role', score: 0.6, jaccard: 0, containment: 0, role: 0.6, ...more };
}

export function cluster(id: string, more: Partial<DuplicateCluster> = {}): DuplicateCluster {
  const members = more.members ?? [member(`${id}1`), member(`${id}2`)];
  const pairs = (members.length * (members.length - 1)) / 2;
  return {
    id,
    title: `Agent ${id}`,
    tier: 'role',
    score: 0.6,
    reasons: [],
    members,
    scores: Array.from({ length: pairs }, () => score()),
    rosterTokens: 100,
    hiddenAgents: 0,
    ...more,
  };
}
