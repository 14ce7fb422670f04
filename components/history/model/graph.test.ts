import { describe, expect, it } from 'vitest';

import type { HistoryRow } from '@/lib/contract';

import { graphOf, MOST_LANES } from './graph';

const parent = (number: number, agentId = 'own') => ({
  ...{ agentId, number, title: agentId, versionId: `${agentId}-${number}` },
});
function version(number: number, ...parents: HistoryRow['parents']): HistoryRow {
  return {
    ...{
      versionId: `own-${number}`,
      number,
      savedAt: 0,
      savedBy: 'Ada',
      savedById: 'ada',
      others: [],
      message: null,
    },
    ...{ mergeId: null, labels: [], parents },
  };
}

describe('the lines beside the versions', () => {
  it('are one where each is made of the former one', () => {
    const { rows, lanes } = graphOf([version(2, parent(1)), version(1)], 'own', false);
    expect(lanes).toBe(0);
    expect(rows.map(({ goesOn, isMerge }) => [goesOn, isMerge])).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  it('go from a merge past the versions between to the one that came in', () => {
    const versions = [
      version(4, parent(3), parent(1)),
      version(3, parent(2)),
      version(2, parent(1)),
      version(1),
    ];
    const { rows, lanes } = graphOf(versions, 'own', false);
    expect(lanes).toBe(1);
    expect(rows.map(({ beginning, passing, ending }) => [beginning, passing, ending])).toEqual([
      [[1], [], []],
      [[], [1], []],
      [[], [1], []],
      [[], [], [1]],
    ]);
  });

  it('share the way to one version, and leave a lane as soon as they can', () => {
    const versions = [
      version(6, parent(5), parent(3)),
      version(5, parent(4), parent(3)),
      version(4, parent(3)),
      version(3, parent(2), parent(1)),
      version(2, parent(1)),
      version(1),
    ];
    const { rows, lanes } = graphOf(versions, 'own', false);
    expect(lanes).toBe(1);
    expect(rows.map(({ beginning, ending }) => [beginning, ending])).toEqual([
      [[1], []],
      [[1], []],
      [[], []],
      [[1], [1]],
      [[], []],
      [[], [1]],
    ]);
  });

  it('count what came from other agents, and go on where older versions are not shown', () => {
    const [row] = graphOf([version(9, parent(8), parent(2, 'other'), parent(4, 'third'))], 'own', true).rows;
    expect(row).toMatchObject({ isMerge: true, foreign: 2, goesOn: true, beginning: [] });
  });

  it('are never more than can be followed', () => {
    const versions = [9, 8, 7, 6, 5].map((number) => version(number, parent(number - 1), parent(number - 4)));
    expect(graphOf(versions, 'own', true).lanes).toBe(MOST_LANES);
  });
});
