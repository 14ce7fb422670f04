/** What do tiers and figures mean, in words? Pure. */

import type { PairScore, Tier } from '@/lib/similarity';

/** From the strongest to the weakest; written here because the values of the similarity room are not for the browser. */
export const TIER_ORDER: readonly Tier[] = ['same', 'copy', 'role'];

/** What a tier is called, and what it says of two agents. */
export const TIER_WORDS: Record<Tier, { label: string; meaning: string }> = {
  same: {
    label: 'same file',
    meaning: 'One file: equal but for line ends, blanks around it and the order of its front matter.',
  },
  copy: {
    label: 'copied text',
    meaning:
      'Their bodies share passages word for word: one was copied from the other, or both from a third.',
  },
  role: {
    label: 'same role',
    meaning: 'The same job in other words.',
  },
};

/**
 * Returns a figure between 0 and 1 in per cent; never rounded to nothing, or to all, when it is not.
 *
 * @example formatPercent(0.943) // '94 %'
 */
export function formatPercent(figure: number): string {
  if (figure > 0 && figure < 0.01) return 'under 1 %';
  if (figure < 1 && figure > 0.99) return 'over 99 %';
  return `${Math.round(figure * 100)} %`;
}

/** As `formatPercent` without the sign, for a narrow cell: at most 99 unless it is all. */
export function formatCell(figure: number): string {
  return String(figure < 1 ? Math.min(99, Math.round(figure * 100)) : 100);
}

/** From this role score on two agents count as one role: `CONFIG.role.threshold` of the similarity room. */
export const ONE_ROLE = 0.5;

/**
 * The figure of a tier with its word: "copied text, 94 %". The tier "same" needs none. Members of a cluster may be alike
 * by way of the others alone; then their own role is in doubt.
 */
export function formatScore({ tier, score }: Pick<PairScore, 'tier' | 'score'>): string {
  const isDoubtful = tier === 'role' && score < ONE_ROLE;
  const label = isDoubtful ? 'role in doubt' : TIER_WORDS[tier].label;
  return tier === 'same' ? label : `${label}, ${formatPercent(score)}`;
}

/** What the tier and its score say of two agents, in a sentence. */
export function explainTier({ tier, score }: Pick<PairScore, 'tier' | 'score'>): string {
  const isDoubtful = tier === 'role' && score < ONE_ROLE;
  return isDoubtful ? 'By themselves these would not count as one role.' : TIER_WORDS[tier].meaning;
}

export interface Figure {
  label: string;
  value: number;
  /** What the value says of these two. */
  meaning: string;
}

/** The three figures of a pair, each with a sentence that reads it out. */
export function listFigures({ role, jaccard, containment }: PairScore): Figure[] {
  return [
    {
      label: 'Role',
      value: role,
      meaning:
        'How likely it is that both have one job, by the words of name, description and body. From 50 % on they count as one role.',
    },
    {
      label: 'Shared text',
      value: jaccard,
      meaning:
        jaccard === 0
          ? 'No passage of five words stands in both bodies.'
          : `Of all passages of five words in the two bodies, ${formatPercent(jaccard)} stand in both.`,
    },
    {
      label: 'Contained',
      value: containment,
      meaning:
        containment === 0
          ? 'Nothing of the shorter body stands in the other word for word.'
          : `Of the shorter body’s passages, ${formatPercent(containment)} stand in the other as well.`,
    },
  ];
}
