/** `muster edit`: what is the file with these fields changed? */

import {
  type AgentFile,
  type AgentFileChange,
  editAgentFile,
  type FieldKind,
  fieldRule,
  readAgentFile,
  type YamlValue,
} from '@/lib/agent-file';

import { decodeText, encodeText, replaceInBytes, sameBytes } from './bytes';
import { readBytes, reasonOf, replaceFile } from './files';
import { type ExitCode, type Streams, say, UsageError } from './output';

/** One change as it was typed, in the order of the command line. */
export type EditStep =
  | { kind: 'set' | 'set-file' | 'set-json'; key: string; text: string }
  | { kind: 'unset'; key: string };

/** Prints the changed file, or writes it; a refused change prints nothing and leaves the file alone. */
export function runEdit(
  file: string,
  steps: readonly EditStep[],
  write: boolean,
  streams: Streams,
): ExitCode {
  if (steps.length === 0) {
    throw new UsageError('nothing to change', `Add a change, such as: muster edit ${file} --set model=opus`);
  }
  const changes = steps.map(changeOf);
  const before = readBytes(file);
  let bytes = before;
  for (const change of changes) {
    const text = decodeText(bytes);
    const edit = editAgentFile(text, change);
    if (!edit.ok) {
      say(streams, `${edit.refusal.key}: ${edit.refusal.message}`);
      return 1;
    }
    bytes = replaceInBytes(bytes, edit.replacements);
    if (decodeText(bytes) !== edit.text) {
      say(streams, `${file} is not UTF-8 where the change would go; nothing was changed`);
      return 1;
    }
  }
  for (const note of notesOn(readAgentFile(decodeText(bytes)), changes)) say(streams, `note: ${note}`);
  if (!write) {
    streams.out(bytes);
    return 0;
  }
  return writeBack(file, before, bytes, streams);
}

/** What the person should know of the result: that it does not load, or that a value has no effect. */
function notesOn({ fields, verdict }: AgentFile, changes: readonly AgentFileChange[]): string[] {
  const notes = fields.flatMap(({ key, written }) => {
    const rule = fieldRule(key);
    const isTouched = changes.some((change) => change.kind !== 'body' && change.key === key);
    if (!isTouched || rule === undefined || rule.effective(written ?? null) !== undefined) return [];
    return [`${key}: Claude Code does not take this value. ${rule.rule}`];
  });
  if (verdict.loads) return notes;
  const why = verdict.reasons[0];
  return [...notes, `Claude Code does not load the file${why ? `: line ${why.line}: ${why.message}` : ''}`];
}

function writeBack(file: string, before: Uint8Array, bytes: Uint8Array, streams: Streams): ExitCode {
  if (sameBytes(bytes, before)) {
    say(streams, `${file} is as wanted already`);
    return 0;
  }
  try {
    replaceFile(file, bytes);
  } catch (error) {
    say(streams, `${file} cannot be written: ${reasonOf(error)}`);
    return 1;
  }
  say(streams, `${file} written`);
  return 0;
}

function changeOf(step: EditStep): AgentFileChange {
  const { key } = step;
  if (step.kind === 'unset') return { kind: 'unset', key };
  if (step.kind === 'set-json') return { kind: 'set', key, value: parseJson(key, step.text) };
  const text = step.kind === 'set' ? step.text : fileText(key, step.text);
  return AS_KIND[fieldRule(key)?.kind ?? 'text'](key, text);
}

type Reader = (key: string, text: string) => AgentFileChange;

const asText: Reader = (key, value) => ({ kind: 'set', key, value });

/** Of a number or a truth value only the word counts, not the line end of the file that it came from. */
const asWord: Reader = (key, text) => ({ kind: 'set', key, value: text.trim() });

/** How the text of `--set` becomes the value of a field of each kind; the lens makes numbers and truth values of words. */
const AS_KIND: Readonly<Record<FieldKind, Reader>> = {
  text: asText,
  'long-text': asText,
  choice: asText,
  tools: (key, text) => ({ kind: 'set', key, value: withoutBrackets(text) }),
  'text-choice': asText,
  count: asWord,
  flag: asWord,
  list: (key, text) => ({ kind: 'set', key, value: itemsOf(text) }),
  nested: (key, yaml) => ({ kind: 'set-source', key, yaml }),
};

/** `[Read, "Grep"]` is what people type for a list; as a text its brackets would become part of the names. */
function withoutBrackets(text: string): string {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  return inner === undefined ? text : inner.replace(/["']/g, '').trim();
}

function itemsOf(text: string): string[] {
  return withoutBrackets(text)
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function parseJson(key: string, text: string): YamlValue {
  try {
    return JSON.parse(text) as YamlValue;
  } catch {
    throw new UsageError(
      `--set-json ${key}: this is no JSON: ${text}`,
      `A text is given in double quotes: --set-json '${key}="text"', or with --set ${key}=text.`,
    );
  }
}

function fileText(key: string, file: string): string {
  const bytes = readBytes(file);
  const text = decodeText(bytes);
  if (!sameBytes(encodeText(text), bytes)) {
    throw new UsageError(`--set-file ${key}: ${file} is not UTF-8`, 'Save it as UTF-8.');
  }
  return text;
}
