/** Which clusters are shown, and in which order? What the address says of it; pure. */

import type { DuplicateCluster } from '@/lib/contract';
import type { Tier } from '@/lib/similarity';

import { TIER_ORDER } from './score-words';

export const SORTS = ['saving', 'hidden', 'score', 'size', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  /** Only these tiers; all when empty. */
  tiers: readonly Tier[];
  query: string;
  /** The least score, in per cent. */
  least: number;
  /** Only clusters in which a shared name hides an agent. */
  hidden: boolean;
  sort: Sort;
  /** Instead of clusters, the pairs that were called not duplicates. */
  apart: boolean;
}

export const NO_FILTERS: Filters = {
  tiers: [],
  query: '',
  least: 0,
  hidden: false,
  sort: 'saving',
  apart: false,
};

const LONGEST_QUERY = 200;

/** Reads the filters of an address; what it does not know or cannot be is passed over. */
export function readFilters(search: string): Filters {
  const asked = new URLSearchParams(search);
  const tiers = (asked.get('tier') ?? '').split(',');
  const least = Math.round(Number(asked.get('min')));
  const sort = SORTS.find((each) => each === asked.get('sort'));
  return {
    tiers: TIER_ORDER.filter((tier) => tiers.includes(tier)),
    query: (asked.get('q') ?? '').slice(0, LONGEST_QUERY),
    least: least > 0 && least <= 100 ? least : 0,
    hidden: asked.get('hidden') === '1',
    sort: sort ?? 'saving',
    apart: asked.get('show') === 'apart',
  };
}

/** Writes the filters as the query of an address, with its question mark; empty when nothing is filtered. */
export function writeFilters({ tiers, query, least, hidden, sort, apart }: Filters): string {
  const said = new URLSearchParams();
  if (query.trim() !== '') said.set('q', query.trim());
  if (tiers.length > 0) said.set('tier', tiers.join(','));
  if (least > 0) said.set('min', String(least));
  if (hidden) said.set('hidden', '1');
  if (sort !== 'saving') said.set('sort', sort);
  if (apart) said.set('show', 'apart');
  const search = said.toString().replaceAll('%2C', ',');
  return search === '' ? '' : `?${search}`;
}

/** The clusters that pass the filters, in the order that is asked for; equal ones by saving, then title, then id. */
export function filterClusters(clusters: readonly DuplicateCluster[], filters: Filters): DuplicateCluster[] {
  const words = foldText(filters.query).split(/\s+/u).filter(Boolean);
  const least = filters.least / 100;
  const by = ORDERS[filters.sort];
  return clusters
    .filter(
      (cluster) =>
        (filters.tiers.length === 0 || filters.tiers.includes(cluster.tier)) &&
        cluster.score >= least &&
        (!filters.hidden || cluster.hiddenAgents > 0) &&
        (words.length === 0 || says(cluster, words)),
    )
    .sort((a, b) => by(a, b) || ORDERS.saving(a, b) || ORDERS.title(a, b) || compare(a.id, b.id));
}

type Order = (a: DuplicateCluster, b: DuplicateCluster) => number;

const ORDERS: Record<Sort, Order> = {
  saving: (a, b) => b.rosterTokens - a.rosterTokens || b.hiddenAgents - a.hiddenAgents,
  hidden: (a, b) => b.hiddenAgents - a.hiddenAgents,
  score: (a, b) => TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier) || b.score - a.score,
  size: (a, b) => b.members.length - a.members.length,
  title: (a, b) => compare(foldText(a.title), foldText(b.title)),
};

/** Every word stands somewhere in the cluster's title, its reasons, or its members' names and descriptions. */
function says(cluster: DuplicateCluster, words: readonly string[]): boolean {
  const { title, reasons, members } = cluster;
  const text = foldText(
    [title, ...reasons, ...members.flatMap((each) => [each.title, each.name ?? '', each.description])].join(
      '\n',
    ),
  );
  return words.every((word) => text.includes(word));
}

/** Without case and accents. */
const foldText = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** By code units: the same in every place. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
