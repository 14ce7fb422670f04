/** What would N files be as one, who said so, and what became of each instruction? */

import type { FieldKey } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';
import type { UnitKind } from '@/lib/units';

/** One file to merge. `id` is the caller's: a file's path, an agent's id. Distinct within a merge. */
export interface MergeSource {
  id: string;
  text: string;
}

/**
 * Names one instruction of one source for as long as the source says it: the source's id, `#`, a hash of what the unit
 * says under which headings, and a count where a source says the same twice.
 */
export type UnitId = string;

/** Names one piece of the result: the id of its first unit in the canonical order, `front-matter`, or `person:N`. */
export type BlockId = string;

/**
 * What people decided, in the order in which they did; the board's whole state. To undo is to remove one. A decision
 * whose unit, conflict or block is no longer there has no effect and is named in `Proposal.idle`.
 */
export type Decision =
  /** Choose an option of a conflict, or a value of one's own for a field. */
  | { kind: 'choose'; conflict: string; option: string }
  | { kind: 'set'; key: FieldKey; value: string | null }
  /** The source whose order and headings the result follows. */
  | { kind: 'skeleton'; source: string }
  /** Keep this unit in its own words, beside whatever says the same. */
  | { kind: 'keep'; unit: UnitId }
  | { kind: 'drop'; unit: UnitId; reason: string }
  /** Take out of quarantine into the result, or put there. */
  | { kind: 'release'; unit: UnitId }
  | { kind: 'quarantine'; unit: UnitId }
  /** These are not to be one: each stands by itself, unless another decision joins it elsewhere. */
  | { kind: 'split'; units: UnitId[] }
  /** These are one instruction. */
  | { kind: 'fuse'; units: UnitId[] }
  /** Put a block behind another; `null` for the top of the body. */
  | { kind: 'move'; block: BlockId; after: BlockId | null }
  /** A person's own words instead of a block's, or between two. An empty text takes the block's words away. */
  | { kind: 'edit'; block: BlockId; text: string }
  | { kind: 'insert'; id: string; after: BlockId | null; text: string };

/**
 * What became of a unit. `kept`: its words stand in the result. `fused`: joined with others into one. `contained`: what
 * it says stands in another's words. `quarantined`: it belongs to one project and waits for a person. `conflict`: it
 * contradicts another, and the other was chosen (or nobody chose yet and the safe default stands). `dropped`: by a
 * person, who gave a reason.
 */
export type Fate = 'kept' | 'fused' | 'contained' | 'quarantined' | 'conflict' | 'dropped';

export interface LedgerEntry {
  unit: UnitId;
  source: string;
  /** In the source's text. */
  range: TextRange;
  text: string;
  part: 'front-matter' | 'description' | 'body';
  kind: UnitKind | 'field';
  headings: string[];
  fate: Fate;
  /** Where in the result; null for what is not there. */
  target: TextRange | null;
  /** The block of the result that holds it. */
  block: BlockId | null;
  /** Why, in words. */
  reason: string;
}

/** One piece of the result: lines that belong together and have the same origin. Blocks tile the result's lines. */
export interface Block {
  id: BlockId;
  range: TextRange;
  kind: 'front-matter' | UnitKind;
  /** What it is made of; empty for what the merge or a person wrote. */
  units: UnitId[];
  /** The letters of the sources in it, sorted. */
  letters: string[];
  origin: 'source' | 'merge' | 'person';
}

/** One way to settle a conflict. `value` is as written; null for absent; of numbers and polarity the instruction's text. */
export interface ConflictOption {
  id: string;
  value: string | null;
  /** Ids of the sources that say so. */
  sources: string[];
  /** What the choice means, in words: which tools it grants, what changes. */
  meaning: string;
  /** Whether it would let the agent do more than some source did. */
  widens: boolean;
}

export type ConflictKind = 'field' | 'tools' | 'number' | 'polarity' | 'name';

export interface Conflict {
  /** Stable while the sources stand: `model`, `tools`, `name`, `number:…`, `polarity:…`. */
  id: string;
  kind: ConflictKind;
  /** The front-matter key; of numbers and polarity what they are about ("coverage"). */
  key: string;
  /** Asks in words. */
  question: string;
  options: ConflictOption[];
  /** The option that stands in the result: the person's, else the safe default. */
  chosen: string;
  /** Whether a person chose. */
  decided: boolean;
  /** Units that the conflict is about; empty for fields. */
  units: UnitId[];
}

export interface Quarantined {
  unit: UnitId;
  source: string;
  range: TextRange;
  reason: string;
}

export interface ProposalSource {
  id: string;
  /** A to H, then A1, B1 …: by content, so that the order of the sources does not matter. */
  letter: string;
  name: string | null;
  /** Whether Claude Code loads it, and if not, why; its fields were read nevertheless. */
  loads: boolean;
  problem: string | null;
  /** The id of the source with an equal text, of which this one is only a repetition. */
  repeats: string | null;
}

/** Figures of the result. Words are those of the bodies; shares are between 0 and 1. */
export interface MergeMetrics {
  /** Words of the result's body by those of all distinct sources' bodies. */
  wordRatio: number;
  /** Share of units of which one unit of the result holds at least half, or nine tenths, of the IDF weight. */
  unitCoverage50: number;
  unitCoverage90: number;
  /** Share of protected terms that the result has; quarantined and dropped units apart. */
  protectedTerms: number;
  /** Share of the result's units that are like another of them (TF-IDF cosine of at least .40). */
  redundancy: number;
  words: number;
  sourceWords: number;
  /** Estimated tokens of the descriptions: what the roster costs in every session. */
  rosterTokens: number;
  sourceRosterTokens: number;
}

export interface Proposal {
  /** The merged file. Of one distinct source: that source, byte for byte. */
  text: string;
  sources: ProposalSource[];
  blocks: Block[];
  ledger: LedgerEntry[];
  conflicts: Conflict[];
  quarantined: Quarantined[];
  metrics: MergeMetrics;
  /** Indexes of decisions that have no effect any more. */
  idle: number[];
}

/** Why files cannot be merged, in words that say what to do. */
export interface MergeRefusal {
  code: string;
  message: string;
}

export type ProposeResult = { ok: true; proposal: Proposal } | { ok: false; refusal: MergeRefusal };
