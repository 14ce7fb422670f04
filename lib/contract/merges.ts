/** What do the browser and the server say of merges? */

import type { Decision, Proposal } from '@/lib/merge';
import { workspaceSlug } from './slug';
import { id, line, prose } from './text';
import { z } from './zod';

/** The most sources that one merge takes. */
export const MAX_MERGE_SOURCES = 50;

const reference = z.string().min(1).max(200);
const words = z.string().max(100_000);

/** As `Decision` of `lib/merge`. */
export const decision: z.ZodType<Decision, Decision> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choose'), conflict: reference, option: reference }),
  z.object({
    kind: z.literal('set'),
    key: z.enum([
      'name',
      'description',
      'tools',
      'disallowedTools',
      'model',
      'permissionMode',
      'maxTurns',
      'skills',
      'mcpServers',
      'hooks',
      'memory',
      'background',
      'omitClaudeMd',
      'effort',
      'isolation',
      'color',
      'initialPrompt',
      'experimental',
    ]),
    value: words.nullable(),
  }),
  z.object({ kind: z.literal('skeleton'), source: reference }),
  z.object({ kind: z.literal('keep'), unit: reference }),
  z.object({ kind: z.literal('drop'), unit: reference, reason: line(500, 'Say why.') }),
  z.object({ kind: z.literal('release'), unit: reference }),
  z.object({ kind: z.literal('quarantine'), unit: reference }),
  z.object({ kind: z.literal('split'), units: z.array(reference).min(1).max(500) }),
  z.object({ kind: z.literal('fuse'), units: z.array(reference).min(2).max(500) }),
  z.object({ kind: z.literal('move'), block: reference, after: reference.nullable() }),
  z.object({ kind: z.literal('edit'), block: reference, text: words }),
  z.object({ kind: z.literal('insert'), id: reference, after: reference.nullable(), text: words }),
]);

export const createMergeInput = z.object({
  workspace: workspaceSlug,
  agentIds: z
    .array(id)
    .min(2, 'Choose at least two agents.')
    .max(MAX_MERGE_SOURCES, `A merge takes at most ${MAX_MERGE_SOURCES} agents.`),
});
export type CreateMergeInput = z.input<typeof createMergeInput>;

/** `revision` is the one that the decisions were made on; if another has been saved since, nothing is written. */
export const saveMergeInput = z.object({
  workspace: workspaceSlug,
  mergeId: id,
  revision: z.number().int().min(0),
  decisions: z.array(decision).max(5_000),
});
export type SaveMergeInput = z.input<typeof saveMergeInput>;
export type SaveMergeResult =
  | { kind: 'saved'; revision: number }
  | { kind: 'moved'; revision: number; decisions: Decision[]; by: string };

/** Pins the sources' present versions instead of the older ones; decisions stay. */
export const rebaseMergeInput = z.object({ workspace: workspaceSlug, mergeId: id });
export type RebaseMergeInput = z.input<typeof rebaseMergeInput>;
/** Titles of the agents whose newer version is pinned now, and of those that are gone and were taken out. */
export interface RebaseMergeResult {
  revision: number;
  changed: string[];
  gone: string[];
}

export const finishMergeInput = z.object({
  workspace: workspaceSlug,
  mergeId: id,
  revision: z.number().int().min(0),
  /** Where the result goes: a new agent, or one of the sources. */
  into: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('new') }),
    z.object({ kind: z.literal('source'), agentId: id }),
  ]),
  message: prose(500).optional(),
});
export type FinishMergeInput = z.input<typeof finishMergeInput>;
/**
 * `changed`: sources have moved, or gone, since they were pinned. `moved`: somebody has saved other decisions meanwhile.
 * In both cases nothing was written.
 */
export type FinishMergeResult =
  | { kind: 'finished'; agentId: string; versionId: string }
  | { kind: 'changed'; agentIds: string[] }
  | { kind: 'moved'; revision: number; decisions: Decision[]; by: string };

export const undoMergeInput = z.object({ workspace: workspaceSlug, mergeId: id });
export type UndoMergeInput = z.input<typeof undoMergeInput>;
/** `agentIds`: the sources, as they are back. `edited`: the result had been changed since; its versions are kept. */
export interface UndoMergeResult {
  agentIds: string[];
  edited: boolean;
}
/** Throws a draft away; its sources are untouched. */
export const discardMergeInput = undoMergeInput;
export type DiscardMergeInput = UndoMergeInput;

export type MergeStatus = 'draft' | 'finished' | 'undone' | 'discarded';

/** A source of a merge, at the version that was pinned. */
export interface MergeSourceRow {
  agentId: string;
  title: string;
  versionId: string;
  versionNumber: number;
  /** Whether the agent has moved on, or is gone, since it was pinned. */
  changed: boolean;
  gone: boolean;
  text: string;
}

/** A merge as its board shows it; of a finished one, as it was finished. The proposal's source ids are agent ids. */
export interface MergeBoard {
  mergeId: string;
  title: string;
  status: MergeStatus;
  revision: number;
  decisions: Decision[];
  sources: MergeSourceRow[];
  proposal: Proposal;
  /** Estimated tokens by which the roster would shrink. */
  savedTokens: number;
  /** Why this draft cannot be finished as it is, in words; empty when it can. */
  blockers: string[];
  /** What to know before finishing, in words: names that clash with agents outside the merge. */
  notices: string[];
  canEdit: boolean;
  updatedAt: number;
  updatedBy: string;
  /** Of a finished merge: the agent that holds the result. */
  result: { agentId: string; title: string; versionId: string } | null;
}

export interface MergeRow {
  mergeId: string;
  title: string;
  status: MergeStatus;
  sources: number;
  updatedAt: number;
  updatedBy: string;
  updatedById: string;
}

export interface MergePage {
  merges: MergeRow[];
  /** Offset of the next page; null at the end. */
  next: number | null;
}
