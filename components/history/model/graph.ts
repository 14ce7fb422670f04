/** Which lines join the versions of an agent? One main line, and one beside it for each version that was merged in. */

import type { HistoryRow } from '@/lib/contract';

/** What is drawn beside one version: lanes are numbered from 1 beside the main line, which is lane 0. */
export interface GraphRow {
  isMerge: boolean;
  /** The main line goes on below. */
  goesOn: boolean;
  /** Lanes that pass by. */
  passing: number[];
  /** Lanes that come from a merge above and end at this version. */
  ending: number[];
  /** Lanes that begin at this version, which is a merge, and go down. */
  beginning: number[];
  /** How many versions of other agents came in. */
  foreign: number;
}

export interface Graph {
  rows: GraphRow[];
  /** The highest lane in use: 0 when there is only the main line. */
  lanes: number;
}

/** More lines than this beside each other nobody can follow; the words of the row tell them all. */
export const MOST_LANES = 3;

/** Draws versions that come the newest first; `hasMore` when older ones are not shown. */
export function graphOf(versions: readonly HistoryRow[], agentId: string, hasMore: boolean): Graph {
  /** By lane: the number of the version that it goes down to. */
  const open = new Map<number, number>();
  let lanes = 0;
  const rows = versions.map((version, at) => {
    const ending = lanesTo(open, version.number);
    for (const lane of ending) open.delete(lane);
    const passing = [...open.keys()].sort();
    const beginning = parentsBeside(version, agentId).flatMap((number) => {
      const known = [...open].find(([, target]) => target === number)?.[0];
      const lane = known ?? freeLane(open);
      if (lane === null) return [];
      open.set(lane, number);
      lanes = Math.max(lanes, lane);
      return [lane];
    });
    return {
      isMerge: isMerge(version, agentId),
      goesOn: hasMore || at < versions.length - 1,
      passing,
      ending,
      beginning,
      foreign: version.parents.filter((parent) => parent.agentId !== agentId).length,
    };
  });
  return { rows, lanes };
}

/** Says whether a version was made of more than its former one. */
export function isMerge(version: HistoryRow, agentId: string): boolean {
  return version.mergeId !== null || version.parents.length > 1 || hasForeign(version, agentId);
}

const hasForeign = ({ parents }: HistoryRow, agentId: string) =>
  parents.some((parent) => parent.agentId !== agentId);

/** The own former versions that came in, but for the one right below. */
function parentsBeside({ number, parents }: HistoryRow, agentId: string): number[] {
  const own = parents.filter((parent) => parent.agentId === agentId).map((parent) => parent.number);
  return [...new Set(own)].filter((parent) => parent < number - 1);
}

function lanesTo(open: ReadonlyMap<number, number>, number: number): number[] {
  return [...open].flatMap(([lane, target]) => (target === number ? [lane] : []));
}

function freeLane(open: ReadonlyMap<number, number>): number | null {
  for (let lane = 1; lane <= MOST_LANES; lane++) if (!open.has(lane)) return lane;
  return null;
}
