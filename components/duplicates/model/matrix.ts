/** How alike is each member of a cluster to each other? Places in the list of scores, shades, and walks; pure. */

import type { DuplicateCluster } from '@/lib/contract';
import type { PairScore } from '@/lib/similarity';

/** Where the score of two members stands in the upper triangle of `size` members, row by row. */
export function pairIndex(one: number, other: number, size: number): number {
  const [low, high] = one < other ? [one, other] : [other, one];
  return low * size - (low * (low + 1)) / 2 + (high - low - 1);
}

/** The score of two members; undefined when the cluster is too large to have them. */
export function scoreOf(
  { scores, members }: Pick<DuplicateCluster, 'scores' | 'members'>,
  one: number,
  other: number,
): PairScore | undefined {
  return scores[pairIndex(one, other, members.length)];
}

/** Shades from the palest to the fullest; a figure falls into the last one that it reaches. */
const SHADES = [0, 0.3, 0.5, 0.7, 0.9] as const;

/** The shade of a figure: 0 the palest, 4 the fullest. The figure itself always stands in the cell. */
export function shadeOf(figure: number): number {
  return SHADES.findLastIndex((least) => figure >= least);
}

/** The two members that are most alike: the best place to begin reading. Of equal pairs the first. */
export function closestPair(cluster: Pick<DuplicateCluster, 'scores' | 'members'>): [number, number] {
  const size = cluster.members.length;
  let best: [number, number] = [0, 1];
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size; other++) {
      const [former, score] = [scoreOf(cluster, ...best), scoreOf(cluster, one, other)];
      if (former && score && isCloser(score, former)) best = [one, other];
    }
  }
  return best;
}

const RANK = { same: 0, copy: 1, role: 2 };

function isCloser(a: PairScore, b: PairScore): boolean {
  return RANK[a.tier] < RANK[b.tier] || (a.tier === b.tier && a.score > b.score);
}

/** Steps of the arrow keys in the lower triangle, whose rows are 1 … size−1 and whose columns are 0 … row−1. */
const STEPS: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell where a key leads from a cell of the lower triangle; null when the key leads nowhere. */
export function walkCell(
  key: string,
  [row, column]: readonly [number, number],
  size: number,
): [number, number] | null {
  if (key === 'Home') return [row, 0];
  if (key === 'End') return [row, row - 1];
  const step = STEPS[key];
  if (!step) return null;
  const next: [number, number] = [row + step[0], column + step[1]];
  const isInside = next[0] >= 1 && next[0] < size && next[1] >= 0 && next[1] < next[0];
  return isInside ? next : null;
}
