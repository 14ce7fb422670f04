/** What do the browser and the server say of agents? Times are integer milliseconds since 1970. */

import type { ToolGrant } from '@/lib/agent-file';
import { workspaceSlug } from './slug';
import { id, prose } from './text';
import { z } from './zod';

/** The largest file that the web takes, in UTF-8 bytes. */
export const MAX_FILE_BYTES = 1024 * 1024;

const agentText = z.string().max(MAX_FILE_BYTES, 'A file may have at most 1 MiB.');

export const createAgentInput = z.object({
  workspace: workspaceSlug,
  text: agentText,
  fileName: z.string().max(255).optional(),
});
export type CreateAgentInput = z.input<typeof createAgentInput>;

export const duplicateAgentInput = z.object({ workspace: workspaceSlug, agentId: id });
export type DuplicateAgentInput = z.input<typeof duplicateAgentInput>;

export const saveAgentInput = z.object({
  workspace: workspaceSlug,
  agentId: id,
  baseVersionId: id,
  text: agentText,
  message: prose(500).optional(),
});
export type SaveAgentInput = z.input<typeof saveAgentInput>;

/** Deleting moves agents to the bin; `restoreAgents` takes the same input and brings them back. */
export const deleteAgentsInput = z.object({
  workspace: workspaceSlug,
  agentIds: z.array(id).min(1).max(10_000),
});
export type DeleteAgentsInput = z.input<typeof deleteAgentsInput>;

/** Which agents to export; all of the workspace without `ids`. */
export const exportInput = z.object({ ids: z.array(id).max(10_000).optional() });

export interface VersionStamp {
  versionId: string;
  number: number;
  savedAt: number;
  savedBy: string;
}

/**
 * `saved`: a new version. `unchanged`: the text equals the head, nothing was written.
 * `merged`: the head had moved, both changes went in cleanly; `text` is what was saved and `summary` says what came in.
 * `conflict`: nothing was written; both texts and their common base are given back to be joined.
 */
export type SaveAgentResult =
  | { kind: 'saved'; version: VersionStamp }
  | { kind: 'unchanged'; version: VersionStamp }
  | { kind: 'merged'; version: VersionStamp; text: string; summary: string }
  | { kind: 'conflict'; head: VersionStamp; headText: string; baseText: string };

/** One row of the list: columns that were extracted from the text when it was saved. */
export interface AgentRow {
  id: string;
  /** The effective name; null when the file has none. `title` is the name or the file name, never empty. */
  name: string | null;
  title: string;
  description: string;
  model: string | null;
  color: string | null;
  tools: ToolGrant;
  loads: boolean;
  /** Another agent of the workspace has the same name, so that Claude Code loads only one of them. */
  hidden: boolean;
  /** The first reason why it does not load, in words. */
  problem: string | null;
  /** Estimated tokens of description and body. */
  descriptionTokens: number;
  bodyTokens: number;
  versionNumber: number;
  updatedAt: number;
  updatedBy: string;
}

export interface AgentPage {
  agents: AgentRow[];
  /** How many agents match, over all pages. */
  total: number;
  /** Offset of the next page; null at the end. */
  next: number | null;
}

/** The agent that took another's place, and the merge that made it so. */
export interface ArchivedInto {
  agentId: string;
  title: string;
  mergeId: string | null;
}

/** An agent as the editor opens it. */
export interface AgentDocument {
  id: string;
  workspace: string;
  text: string;
  version: VersionStamp;
  fileName: string | null;
  originPath: string | null;
  canEdit: boolean;
  /** Where it went, when a merge took its place; then it can be read and not changed. */
  archived: ArchivedInto | null;
  /** Effective names of the workspace's other agents, for the name-clash check. */
  otherNames: string[];
}

/** What became of one imported file. */
export interface ImportOutcome {
  fileName: string;
  outcome: 'imported' | 'identical' | 'not-agent' | 'refused';
  agentId: string | null;
  name: string | null;
  loads: boolean;
  /** What to know or do, in words: why it was refused, why it does not load, whose name it shares. */
  message: string;
}

/** What an export says beside the files: files that do not load, and names that had to be told apart. */
export interface ExportNotice {
  agentId: string;
  title: string;
  path: string;
  message: string;
}
