/** What does a row say of a cluster, and the summary of all of them? Words; pure. */

import { formatCount, formatMany } from '@/components/ui/numbers';
import type { DuplicateCluster, DuplicatesLine } from '@/lib/contract';

import { formatScore, TIER_WORDS } from './score-words';

/** The facts of a cluster in a line: "5 agents · same role · 3 hidden by a shared name · saves 1,323 t". */
export function listFacts(
  cluster: Pick<DuplicateCluster, 'members' | 'tier' | 'score' | 'hiddenAgents' | 'rosterTokens'>,
) {
  const { members, tier, score, hiddenAgents, rosterTokens } = cluster;
  return {
    size: formatMany(members.length, 'agent'),
    tier: tier === 'copy' ? formatScore({ tier, score }) : TIER_WORDS[tier].label,
    hidden: hiddenAgents > 0 ? `${formatCount(hiddenAgents)} hidden by a shared name` : null,
    saving: rosterTokens > 0 ? `saves ${formatCount(rosterTokens)} t` : null,
  };
}

/**
 * What merging every cluster would bring.
 *
 * @example "12 clusters · merging all saves 6,420 roster tokens and brings back 9 hidden agents"
 */
export function summarise(
  shown: readonly DuplicateCluster[],
  total: number,
): { count: string; gain: string } {
  const tokens = shown.reduce((sum, { rosterTokens }) => sum + rosterTokens, 0);
  const hidden = shown.reduce((sum, { hiddenAgents }) => sum + hiddenAgents, 0);
  const count =
    shown.length === total
      ? formatMany(total, 'cluster')
      : `${formatCount(shown.length)} of ${formatMany(total, 'cluster')}`;
  const gains = [
    tokens > 0 && `saves ${formatMany(tokens, 'roster token')}`,
    hidden > 0 && `brings back ${formatMany(hidden, 'hidden agent')}`,
  ].filter(Boolean);
  if (gains.length === 0) return { count, gain: '' };
  const subject =
    shown.length === 1 ? 'merging it' : shown.length === total ? 'merging all' : 'merging these';
  return { count, gain: `${subject} ${gains.join(' and ')}` };
}

/** How far the comparison is: "Comparing 4,200 of 10,000 agents". */
export function formatProgress(
  progress: Omit<Extract<DuplicatesLine, { kind: 'progress' }>, 'kind'> | null,
): string {
  if (!progress) return 'Asking which agents are alike';
  const verb = progress.step === 'reading' ? 'Reading' : 'Comparing';
  return `${verb} ${formatCount(progress.done)} of ${formatMany(progress.total, 'agent')}`;
}
