/** Which agents of one workspace are alike? An index that others may ask while a long search goes on. */

import { createProfile, createSimilarityIndex, type PairScore, type Profile } from '@/lib/similarity';

import type { IndexChange, Neighbour, ScoredCluster } from './protocol';
import { pause } from './serve';

/** Milliseconds of work between two looks at what else is wanted: a question while typing may wait for this long. */
const SLICE_MS = 8;
/** A report more often than this is not seen. */
const REPORT_MS = 100;

interface ClusterSearch {
  distinct: [string, string][];
  /** Clusters of more members come without the scores of their pairs. */
  matrixUpTo: number;
  signal: AbortSignal;
  report(progress: { done: number; total: number }): void;
}

export interface WorkspaceIndex {
  /** Brings it up to date. Waits for a search that is under way, because that must see one state only. */
  update(changes: readonly IndexChange[]): Promise<number>;
  clusters(search: ClusterSearch): Promise<ScoredCluster[]>;
  neighbours(text: string, options: { except: string | null; limit: number }): Neighbour[];
  /** Null when one of the two is not in the index. */
  score(a: string, b: string): PairScore | null;
}

/** An index without agents. */
export function createWorkspaceIndex(): WorkspaceIndex {
  const index = createSimilarityIndex();
  /** The last answer, as long as nothing changes: pages ask again and again. */
  let last: { asked: string; clusters: ScoredCluster[] } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** Searches and updates, one after the other. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function update(changes: readonly IndexChange[]): Promise<number> {
    if (changes.length > 0) last = null;
    let until = Date.now() + SLICE_MS;
    for (const { agentId, profile } of changes) {
      if (profile === null) index.remove(agentId);
      else index.add(agentId, JSON.parse(profile) as Profile);
      if (Date.now() < until) continue;
      await pause();
      until = Date.now() + SLICE_MS;
    }
    return index.size;
  }

  async function clusters({ distinct, matrixUpTo, signal, report }: ClusterSearch): Promise<ScoredCluster[]> {
    signal.throwIfAborted();
    const asked = JSON.stringify([matrixUpTo, distinct]);
    if (last?.asked === asked) return last.clusters;
    const search = index.clusters({ distinct });
    let until = Date.now() + SLICE_MS;
    let reported = 0;
    for (;;) {
      const step = search.next();
      if (step.done) {
        const found = step.value.map((cluster) => {
          return { ...cluster, scores: scoresOf(cluster.members, matrixUpTo) };
        });
        last = { asked, clusters: found };
        return found;
      }
      const now = Date.now();
      if (now < until) continue;
      if (now - reported >= REPORT_MS) {
        reported = now;
        report(step.value);
      }
      await pause();
      signal.throwIfAborted();
      until = Date.now() + SLICE_MS;
    }
  }

  function scoresOf(members: readonly string[], matrixUpTo: number): PairScore[] {
    if (members.length > matrixUpTo) return [];
    return members.flatMap((a, at) =>
      members.slice(at + 1).map((b) => {
        const score = scoreOf(a, b);
        if (!score) throw new Error(`${a} or ${b} is in a cluster and not in the index`);
        return score;
      }),
    );
  }

  function scoreOf(a: string, b: string): PairScore | null {
    const score = index.score(a, b);
    return score && { ...score, tier: score.tier ?? 'role' };
  }

  return {
    update: (changes) => exclusively(() => update(changes)),
    clusters: (search) => exclusively(() => clusters(search)),
    neighbours: (text, options) =>
      index
        .neighbours(createProfile(text), options)
        .map(({ id: agentId, ...neighbour }) => ({ ...neighbour, agentId })),
    score: scoreOf,
  };
}
