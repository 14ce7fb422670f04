/** What do the browser and the server say of versions and the labels on them? Times are integer milliseconds since 1970. */

import type { VersionStamp } from './agents';
import { workspaceSlug } from './slug';
import { labelName, newLabelName } from './tags';
import { id } from './text';
import { z } from './zod';

/** `headId` is the version that the person saw as the last: nobody else's save is passed over. */
export const restoreVersionInput = z.object({
  workspace: workspaceSlug,
  agentId: id,
  versionId: id,
  headId: id,
});
export type RestoreVersionInput = z.input<typeof restoreVersionInput>;

/** `unchanged`: the last version says the same, so that nothing was written. */
export interface RestoreVersionResult {
  kind: 'restored' | 'unchanged';
  version: VersionStamp;
  /** The version that was the last one before. */
  formerId: string;
}

export const putLabelInput = z.object({
  workspace: workspaceSlug,
  agentId: id,
  versionId: id,
  name: newLabelName,
});
export type PutLabelInput = z.input<typeof putLabelInput>;

export const removeLabelInput = z.object({ workspace: workspaceSlug, agentId: id, name: labelName });
export type RemoveLabelInput = z.input<typeof removeLabelInput>;

/** The most labels of one agent. */
export const MAX_LABELS = 30;

/** Where a label stands. */
export interface LabelMark {
  name: string;
  versionId: string;
  number: number;
  movedAt: number;
  movedBy: string;
}

/** A move of a label, by numbers of versions; from null when it was put, to null when it was taken away. */
export interface LabelMove {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
  movedAt: number;
  movedBy: string;
  /** The proposal that was published by it. */
  proposalId: string | null;
}

export interface LabelsOfAgent {
  labels: LabelMark[];
  /** The newest first, as many as are shown. */
  moves: LabelMove[];
}

/** A version as others refer to it. */
export interface VersionName {
  versionId: string;
  agentId: string;
  title: string;
  number: number;
}

export interface HistoryRow extends VersionStamp {
  /** The person's id. */
  savedById: string;
  /** Whose writing came in with it, beside that of who saved it. */
  others: { id: string; name: string }[];
  message: string | null;
  /** Versions it was made from: its own former one, and of a merge those that came in, also of other agents. */
  parents: VersionName[];
  /** The merge that made it, if one did. */
  mergeId: string | null;
  /** In their order. */
  labels: string[];
}

/** The newest first. */
export interface HistoryPage {
  versions: HistoryRow[];
  /** The version that is the last one now. */
  headId: string;
  /** Ask for the versions before this number next; null at the end. */
  next: number | null;
}

/** What one may do with the versions of an agent. */
export interface HistoryRights {
  restore: boolean;
  label: boolean;
  /** Move `published` by hand. */
  publish: boolean;
}

/** An agent as the pages of its history show it. */
export interface HistoryAgent {
  id: string;
  workspace: string;
  title: string;
  head: VersionStamp;
  rights: HistoryRights;
}

/** One version, with what it says. */
export interface VersionDocument {
  agent: HistoryAgent;
  version: HistoryRow;
  text: string;
  fileName: string;
  /** The numbers of the versions beside it; null at the ends. */
  former: number | null;
  next: number | null;
}

/** Who last touched each line: the version of each by its place in `versions`. */
export interface BlameAnswer {
  versions: BlamedVersion[];
  lines: number[];
  /** Lines, counted from 0, that may be older than the version that is named. */
  bound: number[];
  /** How many versions were looked at. */
  looked: number;
}

export interface BlamedVersion extends VersionStamp {
  savedById: string;
  agentId: string;
  title: string;
  message: string | null;
}
