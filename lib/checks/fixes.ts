/** Which edits mend a problem without touching anything else? */

import {
  type AgentFile,
  type AgentFileChange,
  editAgentFile,
  type Field,
  type Fix,
  readAgentFile,
  sameValue,
} from '@/lib/agent-file';
import { applyReplacements, type Replacement } from '@/lib/text';

/** Returns the fix that one change of the lens makes, or undefined where the lens refuses it. */
export function editFix(file: AgentFile, title: string, change: AgentFileChange): Fix | undefined {
  const edit = editAgentFile(file.text, change);
  if (!edit.ok || edit.text === file.text) return undefined;
  return { title, replacements: edit.replacements };
}

/**
 * Returns a fix made of replacements, if it is sound: the file loads if it did, its body is the same, and no key
 * but those of `touched` says anything else than before. `reached` may ask more of the result.
 */
export function soundFix(
  file: AgentFile,
  title: string,
  replacements: Replacement[],
  touched: readonly string[],
  reached: (after: AgentFile) => boolean = () => true,
): Fix | undefined {
  const after = readAgentFile(applyReplacements(file.text, replacements));
  if (file.verdict.loads && !after.verdict.loads) return undefined;
  if (after.text.slice(after.body.from) !== file.text.slice(file.body.from)) return undefined;
  const keys = new Set([...file.fields, ...after.fields].map((field) => field.key));
  for (const key of keys) {
    if (!touched.includes(key) && !sameWritten(file, after, key)) return undefined;
  }
  return reached(after) ? { title, replacements } : undefined;
}

/** Returns the fix that gives a key another name and leaves its value as it stands. */
export function renameFix(file: AgentFile, field: Field, name: string): Fix | undefined {
  if (file.fields.some((other) => other.key === name)) return undefined;
  const source = file.text.slice(field.entry.from, field.entry.to);
  const quoted = [field.key, `"${field.key}"`, `'${field.key}'`].find((key) => source.startsWith(key));
  if (quoted === undefined) return undefined;
  const replacement = { from: field.entry.from, to: field.entry.from + quoted.length, insert: name };
  return soundFix(file, `Rename ${field.key} to ${name}`, [replacement], [field.key, name], (after) => {
    const renamed = after.fields.find((other) => other.key === name);
    return renamed !== undefined && sameValue(renamed.written, field.written);
  });
}

function sameWritten(before: AgentFile, after: AgentFile, key: string): boolean {
  const had = before.fields.find((field) => field.key === key);
  const has = after.fields.find((field) => field.key === key);
  return (had === undefined) === (has === undefined) && sameValue(had?.written, has?.written);
}
