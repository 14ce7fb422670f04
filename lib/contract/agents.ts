/** What do the browser and the server say of agents? Times are integer milliseconds since 1970. */

import type { ToolGrant } from '@/lib/agent-file';
import { agentChoice, type FilterField } from './agent-filter';
import { liveSave } from './live-save';
import { workspaceSlug } from './slug';
import { labelName } from './tags';
import { id, prose } from './text';
import { z } from './zod';

/** The largest file that the web takes, in UTF-8 bytes. */
export const MAX_FILE_BYTES = 1024 * 1024;

export const agentText = z.string().max(MAX_FILE_BYTES, 'A file may have at most 1 MiB.');

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
  /** Where several write: the version is made of what the server has of this document, which has `text` in it. */
  live: liveSave.optional(),
});
export type SaveAgentInput = z.input<typeof saveAgentInput>;

/** Of the chosen agents those are moved that are where the command takes them from: in use, archived, in the bin. */
export const moveAgentsInput = z.object({ workspace: workspaceSlug, choice: agentChoice });
export type MoveAgentsInput = z.input<typeof moveAgentsInput>;

/** Which agents were moved. */
export interface MovedAgents {
  ids: string[];
}

/** Which agents to export, all of the workspace without `ids`; with a label those that carry it, as it stands there. */
export const exportInput = z.object({
  ids: z.array(id).max(10_000).optional(),
  label: labelName.optional(),
  /** As they were saved last, also where the workspace publishes. */
  as: z.literal('saved').optional(),
});

export interface VersionStamp {
  versionId: string;
  number: number;
  savedAt: number;
  savedBy: string;
}

/**
 * `saved`: a new version; `text` is what it says, where that need not be what was sent. `unchanged`: the text equals the head, nothing was written.
 * `merged`: the head had moved, both changes went in cleanly; `text` is what was saved and `summary` says what came in.
 * `conflict`: nothing was written; both texts and their common base are given back to be joined.
 */
export type SaveAgentResult =
  | { kind: 'saved'; version: VersionStamp; text?: string }
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
  /** Which version is published, null for none; left out where the workspace does not publish. */
  publishedNumber?: number | null;
  updatedAt: number;
  updatedBy: string;
  updatedById: string;
  /** In their order. */
  tags: string[];
  /** When it went to the bin, from where it goes for good `BIN_DAYS` later. */
  deletedAt: number | null;
  archivedAt: number | null;
  /** The agent that took its place, when it was archived by a merge. */
  mergedInto: string | null;
}

/** How long an agent stays in the bin. */
export const BIN_DAYS = 30;

/** An agent as the palette finds it. */
export interface AgentTitle {
  id: string;
  title: string;
  model: string | null;
}

export interface AgentPage {
  agents: AgentRow[];
  /** How many agents match, over all pages. */
  total: number;
  /** On the first page of a search that finds few: agents whose names are written almost like it. */
  close: AgentRow[];
  /** When nothing matches: how many would without each field of the filter that is set. */
  without: { field: FilterField; count: number }[];
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
  /** The number of the version that is published; null while none is. */
  published: number | null;
  fileName: string | null;
  originPath: string | null;
  canEdit: boolean;
  /** Whether the workspace publishes, and the person may propose what. */
  canPropose: boolean;
  /** Where it went, when a merge took its place; then it can be read and not changed. */
  archived: ArchivedInto | null;
  /** Effective names of the workspace's other agents, for the name-clash check. */
  otherNames: string[];
}

/** What an export says beside the files: files that do not load, and names that had to be told apart. */
export interface ExportNotice {
  agentId: string;
  title: string;
  path: string;
  message: string;
}

/** What an export would hold. */
export interface ExportOutlook {
  /** How many agents are meant. */
  meant: number;
  /** Of how many of them something is published; null where the workspace does not publish. */
  published: number | null;
  /** Those of which nothing is published, at most `NAMED_UNPUBLISHED` of them. */
  unpublished: { agentId: string; title: string }[];
  /** Of the files that it holds as it is asked for. */
  notices: ExportNotice[];
}

/** So many agents of which nothing is published are named. */
export const NAMED_UNPUBLISHED = 5;
