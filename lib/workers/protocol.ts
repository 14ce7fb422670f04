/** What do the server and its worker threads say to each other? */

import type { BulkChange, Match } from '@/lib/bulk';
import type { BlamedLine, BlameVersion, Comparison } from '@/lib/compare';
import type { Decision, MergeSource, ProposeResult } from '@/lib/merge';
import type { Cluster, PairEvidence, PairScore } from '@/lib/similarity';
import type { LineChange } from '@/lib/text';

/** What a thread can be asked: by name what goes in, what it reports on the way, and what comes out. */
export type JobTable = Record<string, { input: unknown; part: unknown; output: unknown }>;

/** An agent that changed: its profile as JSON, or null when it is not in use any more. */
export interface IndexChange {
  agentId: string;
  profile: string | null;
}

/** A cluster with the scores of all its pairs: (0,1), (0,2) … (1,2) … */
export interface ScoredCluster extends Cluster {
  scores: PairScore[];
}

export interface Neighbour extends PairScore {
  agentId: string;
  reasons: string[];
}

/** Jobs of the one thread that holds the indexes of workspaces. */
export type SimilarityJobs = {
  /** Brings an index up to date; the first time makes it. */
  update: { input: { workspaceId: string; changes: IndexChange[] }; part: never; output: { size: number } };
  /** Forgets an index. */
  drop: { input: { workspaceId: string }; part: never; output: null };
  clusters: {
    input: { workspaceId: string; distinct: [string, string][]; matrixUpTo: number };
    /** How many agents are compared; once on the way also the clusters of copies, which others may join yet. */
    part: { done: number; total: number; copies?: ScoredCluster[] };
    output: ScoredCluster[];
  };
  neighbours: {
    input: { workspaceId: string; text: string; except: string | null; limit: number };
    part: never;
    output: Neighbour[];
  };
  /** What a pair scores among the agents of its workspace; null when one of the two is not in the index. */
  score: { input: { workspaceId: string; a: string; b: string }; part: never; output: PairScore | null };
};

/** Jobs that need nothing but texts; any thread of the pool does them. */
export type TextJobs = {
  /** Profiles of texts, as JSON with the version of their recipe. */
  profiles: { input: { texts: string[] }; part: never; output: { recipe: number; json: string }[] };
  explain: { input: { a: string; b: string; score: PairScore | null }; part: never; output: PairEvidence };
  compare: { input: { before: string | null; after: string }; part: never; output: Comparison };
  blame: { input: { head: BlameVersion; versions: BlameVersion[] }; part: never; output: BlamedLine[] };
  propose: {
    input: { sources: MergeSource[]; decisions: Decision[] };
    part: never;
    output: ProposeResult;
  };
};

/** What a change makes of one text, in short: the first lines that go and come, and how many more there are. */
export interface PlannedLines {
  outcome: 'changed' | 'unchanged' | 'refused';
  message: string | null;
  matches: number;
  diff: LineChange[];
  more: number;
  gains: string[];
  startsToLoad: boolean;
}

/** All of it, of one text. */
export interface PlannedDetail {
  message: string | null;
  diff: LineChange[];
  matches: Match[];
  total: number;
}

/** Jobs of changes of many: their patterns are typed by people and may take for ever, so they have threads of their own. */
export type BulkJobs = {
  preview: { input: { change: BulkChange; texts: string[] }; part: never; output: PlannedLines[] };
  detail: { input: { change: BulkChange; text: string; skip: number[] }; part: never; output: PlannedDetail };
  /** The new text of each, or why there is none. */
  plan: {
    input: { change: BulkChange; items: { text: string; skip: number[] }[] };
    part: never;
    output: ({ text: string } | { message: string })[];
  };
  /** What agents say without a change that others have built on; null where that cannot be told apart. */
  revert: {
    input: { items: { before: string; after: string; head: string }[] };
    part: never;
    output: (string | null)[];
  };
};

export type Request =
  | { kind: 'run'; id: number; job: string; input: unknown }
  | { kind: 'cancel'; id: number };

export type Response =
  | { kind: 'part'; id: number; part: unknown }
  | { kind: 'done'; id: number; output: unknown }
  | { kind: 'failed'; id: number; error: { name: string; message: string; stack: string } };
