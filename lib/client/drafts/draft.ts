/** What lies on this device of what is not saved, and can it still be read? */

import type { VersionStamp } from '@/lib/contract';

/** Raised when drafts are written differently; what a newer Muster wrote is left alone. */
export const DRAFT_FORMAT = 1;

interface AnyDraft {
  format: typeof DRAFT_FORMAT;
  /** Of one open editor: two tabs never write the same draft. */
  id: string;
  userId: string;
  workspace: string;
  /** What a person knows it by. */
  title: string;
  changedAt: number;
}

/** Unsaved text of an agent, with the version that it is based on. */
export interface AgentDraft extends AnyDraft {
  kind: 'agent';
  agentId: string;
  base: VersionStamp;
  baseText: string;
  text: string;
  /** Where several write: what of the text the server had not acknowledged, for the document of this generation. */
  live?: { generation: string; update: string };
}

/** What was typed for an agent that does not exist yet. */
export interface NewAgentDraft extends AnyDraft {
  kind: 'new';
  fields: Record<string, string>;
}

export type Draft = AgentDraft | NewAgentDraft;

/** Returns an id that no other draft has. */
export function newDraftId(): string {
  // Not randomUUID: over plain HTTP browsers do not have it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns what was read as a draft, or null where it is none that this Muster understands. */
export function readDraft(value: unknown): Draft | null {
  if (!isRecord(value) || value.format !== DRAFT_FORMAT) return null;
  const { id, userId, workspace, title, changedAt } = value;
  if (![id, userId, workspace, title].every(isText) || typeof changedAt !== 'number') return null;
  if (value.kind === 'new') {
    const isFields = isRecord(value.fields) && Object.values(value.fields).every(isText);
    return isFields ? (value as unknown as NewAgentDraft) : null;
  }
  if (value.kind !== 'agent' || ![value.agentId, value.baseText, value.text].every(isText)) return null;
  return isStamp(value.base) ? (value as unknown as AgentDraft) : null;
}

function isStamp(value: unknown): boolean {
  if (!isRecord(value) || !isText(value.versionId) || !isText(value.savedBy)) return false;
  return typeof value.number === 'number' && typeof value.savedAt === 'number';
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
