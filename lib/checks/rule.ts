/** What is a rule, and what does it know of the file that it looks at? */

import type { AgentFile, Field, FieldKey, Fix, Severity } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';

/** What the file alone does not say. */
export interface CheckContext {
  /** Effective names of the other agents beside it, for the name-clash check. */
  otherNames?: readonly string[];
  /** The file belongs to a plugin, where Claude Code ignores some keys. */
  plugin?: boolean;
}

/** One thing that a rule found; the rule's row adds the code and the severity. */
export interface Finding {
  message: string;
  range: TextRange;
  field?: string;
  /** Works out the fix; it reads the file again, so it is called only where the fix is wanted. */
  mend?: () => Fix | undefined;
}

/** A row of the table of checks. `find` returns one finding a problem, none where all is well. */
export interface Rule {
  code: string;
  severity: Severity;
  find: (file: AgentFile, context: CheckContext) => Finding[];
}

/** Returns the field of a key, or null. */
export function fieldOf(file: AgentFile, key: FieldKey | (string & {})): Field | null {
  return file.fields.find((field) => field.key === key) ?? null;
}

/** Returns the range to underline for a field: its value, or the whole entry when the value is empty. */
export function rangeOf(field: Field): TextRange {
  return field.value ?? field.entry;
}

/** Returns the first place of `text` in the source of a field, or the whole value where it is not found as written. */
export function rangeOfText(file: AgentFile, field: Field, text: string): TextRange {
  const range = rangeOf(field);
  const source = file.text.slice(range.from, range.to);
  for (let at = source.indexOf(text); at !== -1; at = source.indexOf(text, at + 1)) {
    const before = source[at - 1] ?? ' ';
    const after = source[at + text.length] ?? ' ';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) {
      return { from: range.from + at, to: range.from + at + text.length };
    }
  }
  return range;
}

/** Returns a place for what concerns the file as a whole: its first line. */
export function firstLine(file: AgentFile): TextRange {
  const end = file.text.indexOf('\n');
  return { from: 0, to: end === -1 ? file.text.length : end };
}
