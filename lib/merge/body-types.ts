/** What do aligning and composing the bodies say to each other, and to the proposal? */

import type { Unit, UnitKind } from '@/lib/units';
import type { BlockId, UnitId } from './types';

/** One unit of one source's body. Its `unit.range` is in the source's whole text. */
export interface BodyUnit {
  id: UnitId;
  source: string;
  unit: Unit;
  /** Normalised protected terms of its text; none of them may get lost. */
  protectedTerms: readonly string[];
}

/** A source with the units of its body. Sources come in canonical order: by text, then by id. */
export interface BodySource {
  id: string;
  letter: string;
  units: BodyUnit[];
}

/** How people steer the body. */
export interface Steering {
  /** The source whose order and headings are followed; the most central one when null. */
  skeleton: string | null;
  /** Units that stay in their own words. */
  keep: ReadonlySet<UnitId>;
  /** Units that are not in the result: dropped, quarantined, or the losing side of a conflict. */
  excluded: ReadonlySet<UnitId>;
  split: readonly (readonly UnitId[])[];
  fuse: readonly (readonly UnitId[])[];
}

/** Which units say the same or overlap. */
export interface Alignment {
  /** Pairs of different sources with the TF-IDF cosine of what they say; in canonical order. */
  related: { a: BodyUnit; b: BodyUnit; similarity: number }[];
}

/** One piece of the composed body, in the order of the result. */
export interface Piece {
  id: BlockId;
  kind: UnitKind;
  /** Whole lines, list marker and indentation included, without the last line end. */
  text: string;
  /** Whether a blank line stands before it. */
  spaced: boolean;
  units: UnitId[];
  origin: 'source' | 'merge';
}

export interface BodyResult {
  pieces: Piece[];
  /** Of every unit that is not excluded. */
  fates: Map<UnitId, { fate: 'kept' | 'fused' | 'contained'; block: BlockId; reason: string }>;
}
