/** How is the front matter of the result written? */

import { editAgentFile, readAgentFile } from '@/lib/agent-file';
import type { FieldPlan, PlannedField } from './fields';

/** The front matter, both fences and the last line end included, and the keys that could not be written. */
export interface WrittenFrontMatter {
  text: string;
  refused: { key: string; message: string }[];
}

/** Writes the planned fields with the lens, the description behind the name, then puts the comments above them. */
export function writeFrontMatter(plan: FieldPlan, description: string): WrittenFrontMatter {
  const refused: WrittenFrontMatter['refused'] = [];
  const described: PlannedField = { key: 'description', written: description, yaml: null, comments: [] };
  const [name, ...rest] = plan.fields.filter(({ key }) => key !== 'description');
  let text = '';
  for (const field of name ? [name, described, ...rest] : [described, ...rest]) {
    const edit = write(text, field);
    if (edit.ok) text = edit.text;
    else refused.push({ key: field.key, message: edit.refusal.message });
  }
  return { text: withComments(text, plan), refused };
}

function write(text: string, { key, written, yaml }: PlannedField) {
  if (yaml === null) return editAgentFile(text, { kind: 'set', key, value: written });
  const edit = editAgentFile(text, { kind: 'set-source', key, yaml });
  return edit.ok ? edit : editAgentFile(text, { kind: 'set', key, value: written });
}

/** A comment that would change what the file says is left out; none of those that we write does. */
function withComments(text: string, { fields, comments }: FieldPlan): string {
  let result = text;
  for (const field of fields) {
    const entry = readAgentFile(result).fields.find(({ key }) => key === field.key)?.entry;
    if (entry) result = withLines(result, entry.from, field.comments);
  }
  const end = readAgentFile(result).frontMatter?.range.to;
  return end === undefined ? result : withLines(result, end, comments);
}

function withLines(text: string, at: number, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  const changed = `${text.slice(0, at)}${lines.map((line) => `${line}\n`).join('')}${text.slice(at)}`;
  const before = readAgentFile(text);
  const after = readAgentFile(changed);
  const same = JSON.stringify(after.values) === JSON.stringify(before.values);
  return same && after.verdict.loads === before.verdict.loads ? changed : text;
}
