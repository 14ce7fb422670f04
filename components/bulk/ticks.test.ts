import { describe, expect, it } from 'vitest';

import type { BulkPreview } from '@/lib/contract';

import { ALL_TICKED, groupAgents, itemsToChange, tickAgents, tickPlace } from './ticks';

const agent = (agentId: string, outcome: BulkPreview['outcome'], gains: string[] = []): BulkPreview => ({
  ...{ agentId, title: agentId, versionId: `v-${agentId}`, outcome, gains, message: null },
  ...{ matches: 2, diff: [], more: 0, startsToLoad: false },
});
const AGENTS = [
  agent('a', 'changed'),
  agent('b', 'refused'),
  agent('c', 'changed', ['gains Bash']),
  agent('d', 'unchanged'),
];

describe('what is ticked', () => {
  it('is all that changes, until something is left out', () => {
    const ids = (ticks = ALL_TICKED) => itemsToChange(AGENTS, ticks).map(({ agentId }) => agentId);
    expect(ids()).toEqual(['a', 'c']);
    const out = tickAgents(ALL_TICKED, ['a', 'c'], false);
    expect(ids(out)).toEqual([]);
    expect(ids(tickAgents(out, ['c'], true))).toEqual(['c']);
  });

  it('goes down to the single place', () => {
    const ticks = tickPlace(tickPlace(ALL_TICKED, 'a', 1, false), 'a', 0, false);
    expect(itemsToChange(AGENTS, ticks)[0]).toEqual({ agentId: 'a', versionId: 'v-a', skip: [1, 0] });
    expect(itemsToChange(AGENTS, tickPlace(ticks, 'a', 1, true))[0]?.skip).toEqual([0]);
  });
});

it('names those first that may do more then', () => {
  const names = Object.entries(groupAgents(AGENTS)).map(([group, agents]) => [
    group,
    agents.map(({ agentId }) => agentId),
  ]);
  expect(Object.fromEntries(names)).toEqual({
    ...{ widening: ['c'], changed: ['c', 'a'], refused: ['b'], unchanged: ['d'] },
  });
});
