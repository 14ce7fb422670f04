/** Which agents of one workspace are alike? An index that others may ask while a long search goes on. */

import {
  type Cluster,
  createProfile,
  createSimilarityIndex,
  type PairScore,
  type Profile,
} from '@/lib/similarity';

import type { IndexChange, Neighbour, ScoredCluster, SimilarityJobs } from './protocol';
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
  report(part: SimilarityJobs['clusters']['part']): void;
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
    const takeTurns = createTurns();
    for (const { agentId, profile } of changes) {
      if (profile === null) index.remove(agentId);
      else index.add(agentId, JSON.parse(profile) as Profile);
      await takeTurns();
    }
    return index.size;
  }

  async function clusters({ distinct, matrixUpTo, signal, report }: ClusterSearch): Promise<ScoredCluster[]> {
    signal.throwIfAborted();
    const asked = JSON.stringify([matrixUpTo, distinct]);
    if (last?.asked === asked) return last.clusters;
    const search = index.clusters({ distinct });
    const takeTurns = createTurns(signal);
    const score = (found: readonly Cluster[]) => withScores(found, matrixUpTo, takeTurns);
    let reported = 0;
    for (;;) {
      const step = search.next();
      if (step.done) {
        last = { asked, clusters: await score(step.value) };
        return last.clusters;
      }
      const { copies, ...progress } = step.value;
      if (copies) report({ ...progress, copies: await score(copies) });
      else if (Date.now() - reported >= REPORT_MS) {
        reported = Date.now();
        report(progress);
      }
      await takeTurns();
    }
  }

  async function withScores(
    clusters: readonly Cluster[],
    matrixUpTo: number,
    takeTurns: () => Promise<void>,
  ): Promise<ScoredCluster[]> {
    const scored: ScoredCluster[] = [];
    for (const cluster of clusters) {
      const { members } = cluster;
      const scores: PairScore[] = [];
      for (const [at, a] of members.length > matrixUpTo ? [] : members.entries()) {
        for (const b of members.slice(at + 1)) {
          const score = index.score(a, b);
          if (!score) throw new Error(`${a} or ${b} is in a cluster and not in the index`);
          scores.push(score);
        }
        await takeTurns();
      }
      scored.push({ ...cluster, scores });
    }
    return scored;
  }

  return {
    update: (changes) => exclusively(() => update(changes)),
    clusters: (search) => exclusively(() => clusters(search)),
    neighbours: (text, options) =>
      index
        .neighbours(createProfile(text), options)
        .map(({ id: agentId, ...neighbour }) => ({ ...neighbour, agentId })),
    score: index.score,
  };
}

/** Returns what a long job awaits again and again: every few milliseconds it lets others in. */
function createTurns(signal?: AbortSignal): () => Promise<void> {
  let until = Date.now() + SLICE_MS;
  return async () => {
    if (Date.now() < until) return;
    await pause();
    signal?.throwIfAborted();
    until = Date.now() + SLICE_MS;
  };
}
