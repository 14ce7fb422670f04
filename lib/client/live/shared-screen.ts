/** What does a document that several write need of the page that shows it, and what does it tell the page? */

import type { ActionError, LiveSync, VersionStamp } from '@/lib/contract';
import type { Replacement } from '@/lib/text';

/** The text on the screen, which is typed into and into which comes what others type. */
export interface ScreenText {
  read: () => string;
  /** Makes replacements that are nobody's to undo here. */
  apply: (replacements: readonly Replacement[]) => void;
}

/** `stored`: the server has everything that was typed here. `sending`: not yet. `offline`: it cannot be reached. `refused`: it said no. */
export type SharedPhase = 'stored' | 'sending' | 'offline' | 'refused';

export interface SharedDocumentOptions {
  workspace: string;
  agentId: string;
  userId: string;
  tab: string;
  /** Whether the person may change it now: what is typed is sent only then. */
  canEdit: () => boolean;
  screen: ScreenText;
  /** The version that the screen is based on. */
  baseText: () => string;
  sync: (asked: { generation: string | null; vector: string | null }) => Promise<LiveSync>;
  /** `refusal` says why, where it is `refused`. */
  onPhase: (phase: SharedPhase, refusal: ActionError | null) => void;
  /** It will not take anything from this person any more. */
  onLost: (error: ActionError) => void;
  /** The server took something again after it had not. */
  onBack: () => void;
  onBase: (version: VersionStamp, text: string, summary: string | null) => void;
  /** Something of somebody else came in: places in the text have moved. */
  onRemote: () => void;
}

/** What was typed and not stored yet, in a form that can be brought into the same document later, once or twice. */
export interface Unstored {
  generation: string;
  update: string;
}
