/** What do the browser and the server say of agents that are alike? */

import type { PairEvidence, PairScore, Tier } from '@/lib/similarity';
import { workspaceSlug } from './slug';
import { id } from './text';
import { z } from './zod';

/** Two agents of a workspace that are not duplicates, as a person says; the order of the two does not matter. */
export const notDuplicatesInput = z.object({
  workspace: workspaceSlug,
  pairs: z
    .array(z.tuple([id, id]))
    .min(1)
    .max(1_000),
});
export type NotDuplicatesInput = z.input<typeof notDuplicatesInput>;

/** Of larger clusters nobody looks at every pair. */
export const MAX_MATRIX_MEMBERS = 60;

export interface DuplicateMember {
  agentId: string;
  title: string;
  name: string | null;
  description: string;
  model: string | null;
  loads: boolean;
  hidden: boolean;
  descriptionTokens: number;
  bodyTokens: number;
  updatedAt: number;
}

export interface DuplicateCluster {
  /** Of its members: the same cluster has the same id at the next look. */
  id: string;
  /** The commonest name of its members, in words: "Backend architect". */
  title: string;
  tier: Tier;
  score: number;
  reasons: string[];
  members: DuplicateMember[];
  /**
   * Scores of all pairs, row by row of the upper triangle: (0,1), (0,2) … (1,2) … Empty when there are more members than
   * `MAX_MATRIX_MEMBERS`.
   */
  scores: PairScore[];
  /** What one agent instead of these would save: estimated tokens of the roster, and agents that a shared name hides. */
  rosterTokens: number;
  hiddenAgents: number;
}

/**
 * One line of the streamed answer of `GET /api/w/…/duplicates`: progress and clusters, then the end or an error. Clusters
 * of copies come while roles are still compared: one of the same id takes the place of the former, and `gone` are ids of
 * those that others have joined.
 */
export type DuplicatesLine =
  | { kind: 'progress'; step: 'reading' | 'comparing'; done: number; total: number }
  | { kind: 'clusters'; clusters: DuplicateCluster[]; gone: string[] }
  | { kind: 'done'; agents: number; dismissed: DismissedPair[] }
  | { kind: 'error'; message: string };

/** A pair that somebody called not duplicates. */
export interface DismissedPair {
  a: { agentId: string; title: string };
  b: { agentId: string; title: string };
  by: string;
  at: number;
}

/** The answer of `GET /api/w/…/duplicates/pair?a=…&b=…`. */
export interface PairAnswer {
  a: { agentId: string; title: string; text: string };
  b: { agentId: string; title: string; text: string };
  evidence: PairEvidence;
  dismissed: { by: string; at: number } | null;
}

/** Agents like a text that is being written: `POST /api/w/…/similar`. A question, not a change. */
export const similarInput = z.object({
  text: z.string().max(1024 * 1024),
  /** The agent that is being written, which is not its own duplicate. */
  except: id.optional(),
});
export type SimilarInput = z.input<typeof similarInput>;

export interface SimilarAgent extends PairScore {
  agentId: string;
  title: string;
  description: string;
  /** In words, strongest first; at most three. */
  reasons: string[];
}
