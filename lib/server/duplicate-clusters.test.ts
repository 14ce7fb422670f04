import { describe, expect, it } from 'vitest';

import { clusterId, clusterTitle, savingsOf } from './duplicate-clusters';

const member = (name: string | null, descriptionTokens = 10, loads = true) => ({
  ...{ name, title: name ?? 'Untitled', descriptionTokens, loads },
});

describe('a cluster', () => {
  it('has an id of its members, in whatever order', () => {
    expect(clusterId(['b', 'a'])).toBe(clusterId(['a', 'b']));
    expect(clusterId(['a', 'b'])).not.toBe(clusterId(['a', 'c']));
    expect(clusterId(['ab', 'c'])).not.toBe(clusterId(['a', 'bc']));
  });

  it('is called by the commonest name of its members, in words', () => {
    expect(
      clusterTitle(['api-designer', 'backend_architect', 'backend-architect'].map((n) => member(n))),
    ).toBe('Backend architect');
    expect(clusterTitle([member('zeta'), member('alpha')])).toBe('Alpha');
    expect(clusterTitle([member(null), member(null)])).toBe('Untitled');
    expect(clusterTitle([member('校閲')])).toBe('校閲');
  });

  it('would save all descriptions but the longest, and lets those load that a shared name hides', () => {
    const twins = [member('a', 30), member('a', 20), member('a', 5), member('b', 10), member('b', 10, false)];
    expect(savingsOf(twins)).toEqual({ rosterTokens: 45, hiddenAgents: 2 });
    expect(savingsOf([member(null, 4), member(null, 3)])).toEqual({ rosterTokens: 3, hiddenAgents: 0 });
    expect(savingsOf([])).toEqual({ rosterTokens: 0, hiddenAgents: 0 });
  });
});
