/** What are the orders of the list called? */

import type { AgentSort } from '@/lib/contract';

export type SortKey = Exclude<AgentSort, `-${string}`>;

export const SORT_WORDS: Record<AgentSort, string> = {
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  changed: 'Last changed first',
  '-changed': 'Longest unchanged first',
  tokens: 'Most tokens first',
  '-tokens': 'Fewest tokens first',
  status: 'Problems first',
  '-status': 'Problems last',
};

/** The same order the other way round. */
export const reversed = (key: SortKey): AgentSort => `-${key}`;
