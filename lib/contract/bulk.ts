/** What do the browser and the server say of changes of many agents at once? */

import type { BulkChange, Match } from '@/lib/bulk';
import type { LineChange } from '@/lib/text';

import { agentChoice } from './agent-filter';
import { workspaceSlug } from './slug';
import { exact, id } from './text';
import { z } from './zod';

/** `set-field`: one field set in each; `replace`: text found and replaced. */
export type BulkKind = 'set-field' | 'replace';

/** The most agents that one request changes: others save in between. */
export const MAX_BULK_BATCH = 50;
/** The most names in one value. */
const MAX_VALUES = 100;
/** The most matches of one agent that can be left out one by one. */
const MAX_SKIPPED = 1_000;

const key = exact(100);

/** As `BulkChange` of `lib/bulk`. */
export const bulkChange: z.ZodType<BulkChange, BulkChange> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set-field'),
    key,
    how: z.enum(['set', 'unset', 'add', 'remove']),
    values: z.array(exact(10_000)).max(MAX_VALUES),
  }),
  z.object({
    kind: z.literal('replace'),
    scope: key,
    find: exact(1_000),
    insert: exact(10_000),
    isPattern: z.boolean(),
    matchCase: z.boolean(),
    wholeWord: z.boolean(),
  }),
]);

const skip = z.array(z.int().min(0)).max(MAX_SKIPPED).default([]);

/** What would a change make of these agents? */
export const bulkPreviewInput = z.object({ choice: agentChoice, change: bulkChange });
export type BulkPreviewInput = z.input<typeof bulkPreviewInput>;

/** The whole of it for one agent at one version. */
export const bulkDetailInput = z.object({ agentId: id, versionId: id, change: bulkChange, skip });
export type BulkDetailInput = z.input<typeof bulkDetailInput>;

/**
 * Changes the next few agents, each if its head still is the version that was looked at; `bulkId` is that of the agents
 * before them, null for the first.
 */
export const changeAgentsInput = z.object({
  workspace: workspaceSlug,
  bulkId: id.nullable(),
  change: bulkChange,
  items: z
    .array(z.object({ agentId: id, versionId: id, skip }))
    .min(1)
    .max(MAX_BULK_BATCH),
});
export type ChangeAgentsInput = z.input<typeof changeAgentsInput>;

/** Undoes a change of many from its agent `from` on, a few at a time. */
export const undoBulkInput = z.object({ workspace: workspaceSlug, bulkId: id, from: z.int().min(0) });
export type UndoBulkInput = z.input<typeof undoBulkInput>;

/** An agent that was left as it is, and why. */
export interface LeftAlone {
  agentId: string;
  title: string;
  message: string;
}

/** `bulkId` is null as long as nothing was changed. */
export interface ChangedBatch {
  bulkId: string | null;
  changed: number;
  left: LeftAlone[];
}

/** `next` is where to go on; null at the end. */
export interface UndoneBatch {
  undone: number;
  left: LeftAlone[];
  next: number | null;
}

/** What a change would make of one agent, in short. */
export interface BulkPreview {
  agentId: string;
  title: string;
  versionId: string;
  outcome: 'changed' | 'unchanged' | 'refused';
  /** Why it is left as it is. */
  message: string | null;
  /** How many places were found. */
  matches: number;
  /** The first lines that go and come. */
  diff: LineChange[];
  /** How many more lines there are. */
  more: number;
  gains: string[];
  startsToLoad: boolean;
}

/** One line of the answer: how many there are, some of them, what went wrong. */
export type BulkPreviewLine =
  | { kind: 'total'; total: number }
  | { kind: 'agents'; agents: BulkPreview[] }
  | { kind: 'done' }
  | { kind: 'error'; message: string };

/** All lines of one agent, and the first places of those that were found. */
export interface BulkDetail {
  message: string | null;
  diff: LineChange[];
  matches: Match[];
  /** How many places were found. */
  total: number;
}

/** One change of many, as the list of them shows it. */
export interface BulkRow {
  bulkId: string;
  kind: BulkKind;
  summary: string;
  /** How many agents were changed. */
  agents: number;
  createdAt: number;
  createdBy: string;
  createdById: string;
  undoneAt: number | null;
}

export interface BulkPage {
  changes: BulkRow[];
  /** Offset of the next page; null at the end. */
  next: number | null;
}
