/** What is a cluster called, and what would one agent instead of its members save? */

import { createHash } from 'node:crypto';

import type { AgentRow } from '@/lib/contract';

/** Returns the id of a cluster of these agents: the same ones give the same id, in whatever order. */
export function clusterId(agentIds: readonly string[]): string {
  return createHash('sha256')
    .update([...agentIds].sort().join(' '))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Returns the commonest name of the members, in words.
 *
 * @example clusterTitle([{ name: 'backend-architect', title: 'backend-architect' }]) // 'Backend architect'
 */
export function clusterTitle(members: readonly Pick<AgentRow, 'name' | 'title'>[]): string {
  const counts = new Map<string, number>();
  for (const { name, title } of members) {
    const words = (name ?? title).replace(/[-_\s]+/gu, ' ').trim();
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [best = ''] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? [];
  const [first = '', ...rest] = [...best];
  return first.toUpperCase() + rest.join('');
}

/**
 * Returns what merging the members would save: estimated tokens of the roster, which holds every description (all of
 * them but the longest), and how many of them Claude Code does not load because another member has their name.
 */
export function savingsOf(members: readonly Pick<AgentRow, 'name' | 'loads' | 'descriptionTokens'>[]): {
  rosterTokens: number;
  hiddenAgents: number;
} {
  const tokens = members.map(({ descriptionTokens }) => descriptionTokens);
  const rosterTokens = tokens.reduce((sum, each) => sum + each, 0) - Math.max(0, ...tokens);
  const named = members.filter(({ name, loads }) => loads && name !== null).map(({ name }) => name);
  return { rosterTokens, hiddenAgents: named.length - new Set(named).size };
}
