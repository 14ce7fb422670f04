/** What is an instruction, and where in its text does it stand? */

import type { TextRange } from '@/lib/text';

/**
 * `heading`: a heading line, or a line of its own that introduces a list. `sentence`: of a paragraph. `bullet`, `step`:
 * one list item without the items nested in it. `row`: of a table, its head rows among them. `code`: a whole block.
 * `tag`: an opening or closing line of an XML-like block; what stands between is split as elsewhere. `rule`: a line that
 * only divides. `trigger`: a sentence of a description. `example`: one example of a description.
 */
export type UnitKind =
  | 'heading'
  | 'sentence'
  | 'bullet'
  | 'step'
  | 'row'
  | 'code'
  | 'tag'
  | 'rule'
  | 'trigger'
  | 'example';

/**
 * One instruction. The units of a text tile it: every character that is not blank lies in exactly one of them, and they
 * come in the order of the text.
 */
export interface Unit {
  /** Its place in the list of units: 0, 1, 2 … */
  index: number;
  kind: UnitKind;
  /** Its source, marker included, outer blanks excluded; UTF-16 offsets into the text that was split. */
  range: TextRange;
  /** What it says: without its list marker, heading signs and indentation; lines of one paragraph joined by a blank. */
  text: string;
  /** The headings above it, outermost first, as they read. */
  headings: string[];
  /** The unit that it hangs under: a bullet's parent bullet, or the line that introduces its list; null at the top. */
  parent: number | null;
  /** Nesting within lists: 0 outside and at the top level of a list. Of a heading: 1 to 6; an introducing line has 0. */
  depth: number;
  /** The bold or colon-ended words that an item opens with, without their marks ("API Design"); null without. */
  label: string | null;
  /** A number that joins what is written together: a paragraph, a list, a table. */
  block: number;
}
