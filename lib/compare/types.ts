/** What does Muster say of a change of an agent? */

import type { TextRange } from '@/lib/text';
import type { UnitKind } from '@/lib/units';

/** A stretch of a line; `changed` when the other side says something else there. Joined, they are the line. */
export interface Part {
  text: string;
  changed: boolean;
}

/** A line that the other side does not have like this; `line` counts from 1 in the file. */
export interface ChangedLine {
  line: number;
  parts: Part[];
}

/**
 * A run of lines that stay (`before` and `after` are the numbers of the first), or one line that changes: on one side
 * only, or beside the line of the other side that is most like it.
 */
export type DiffRow =
  | { kind: 'same'; before: number; after: number; lines: string[] }
  | { kind: 'changed'; before: ChangedLine | null; after: ChangedLine | null };

export type UnitChangeKind = 'added' | 'removed' | 'reworded' | 'moved';
export type UnitPlace = 'description' | 'body';

/** An instruction as one side says it. */
export interface UnitText {
  kind: UnitKind;
  text: string;
  /** The headings above it, outermost first. */
  headings: string[];
  /** Offsets into the file; of the description, its whole value. */
  range: TextRange;
  /** The line it begins in, counted from 1 in the file. */
  line: number;
}

/** What became of one instruction. */
export interface UnitChange {
  /** The same in every comparison in which the same words change in the same way. */
  key: string;
  kind: UnitChangeKind;
  place: UnitPlace;
  /** Null when it was added. */
  before: UnitText | null;
  /** Null when it was removed. */
  after: UnitText | null;
  /** Whether a reworded one stands elsewhere, too. */
  moved: boolean;
  /** Both texts word by word, when it was reworded. */
  words: { before: Part[]; after: Part[] } | null;
}

export type FieldChangeKind = 'added' | 'removed' | 'changed';

/** A field whose value is another for the agent; of a key that Claude Code does not read, its written value. */
export interface FieldChange {
  key: string;
  /** The name of the field; of a key that Claude Code does not read, the key. */
  label: string;
  known: boolean;
  kind: FieldChangeKind;
  /** The values in words; null where there is none. */
  before: string | null;
  after: string | null;
  /** Of a list: the items that came and those that went. */
  added: string[];
  removed: string[];
  /** Of a text: both values word by word. */
  words: { before: Part[]; after: Part[] } | null;
  /** Where it stands in the file; null where it does not. */
  ranges: { before: TextRange | null; after: TextRange | null };
}

/** One thing that the agent may do and could not before. */
export interface Widening {
  /** The same in every comparison that gives the same power: what was agreed to is found by it. */
  key: string;
  /** A verb phrase: "gains Bash". */
  words: string;
  /** What exactly, where the words do not say all: the settings of a hook, the tools of a session. */
  detail: string | null;
}

export interface AuthorityDifference {
  widenings: Widening[];
  narrowings: Widening[];
}

/** Whether the file loads, before and after; `before` is null where there was no file. `reasons` say why not. */
export interface VerdictDifference {
  before: boolean | null;
  after: boolean;
  reasons: { before: string[]; after: string[] };
}

export type SentenceCode =
  | 'equal'
  | 'breaks'
  | 'broken'
  | 'loads'
  | 'gains'
  | 'loses'
  | 'field'
  | 'description'
  | 'instructions'
  | 'headings'
  | 'unreadable'
  | 'formatting'
  | 'line-ends';

/** `widens`, `narrows`: of authority; `good`, `bad`: whether it loads. */
export type SentenceTone = 'widens' | 'narrows' | 'good' | 'bad' | 'plain';

/** What the change means, one thing at a time; with a capital and without a full stop. */
export interface Sentence {
  code: SentenceCode;
  tone: SentenceTone;
  words: string;
}

/** How many of a kind came, went, were reworded or moved. */
export type UnitCounts = Record<UnitChangeKind, number>;

export interface Comparison {
  /** The two files are equal, character for character. */
  equal: boolean;
  sentences: Sentence[];
  verdict: VerdictDifference;
  authority: AuthorityDifference;
  /** In the order of the form, then of the file. */
  fields: FieldChange[];
  /** In the order of the text, first of the description and then of the body. */
  units: UnitChange[];
  counts: { instructions: UnitCounts; headings: UnitCounts };
  /** The two files line by line. */
  rows: { frontMatter: DiffRow[]; body: DiffRow[] };
  /** Numbers of changed lines that neither a field nor an instruction accounts for: comments, blanks, markers. */
  formatting: { before: number[]; after: number[] };
  /** Whose front matter cannot be read, so that its fields are not compared. */
  unreadable: { before: boolean; after: boolean };
}
