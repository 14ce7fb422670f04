/** What does a file say when text in it is found and replaced? */

import {
  type AgentFile,
  editAgentFile,
  fieldRule,
  readAgentFile,
  sameValue,
  type YamlValue,
} from '@/lib/agent-file';
import { applyReplacements, lineStarts, positionAt, type TextRange } from '@/lib/text';
import { isList } from './describe';
import { findHits, type Hit, MAX_MATCHES, toMatch, toPattern } from './find';
import type { Edited } from './set-field';
import type { Match, ReplaceChange } from './types';

export interface Replaced {
  edited: Edited;
  matches: Match[];
}

/** Returns the file with all places replaced but those whose index is in `skip`. */
export function replaceInFile(file: AgentFile, change: ReplaceChange, skip: ReadonlySet<number>): Replaced {
  const { scope } = change;
  const found = find(file, change);
  if (!found) return { edited: refused(scope, TOO_MANY), matches: [] };
  const starts = lineStarts(file.text);
  const matches = found.flatMap(({ text, from, hits, first }) =>
    hits.map((hit, at) =>
      toMatch(text, hit, first + at, from === null ? null : positionAt(starts, from + hit.from).line),
    ),
  );
  if (matches.length === 0) return { edited: unchanged('Nothing was found.'), matches };
  const kept = found.map(({ hits, first, ...part }) => ({
    ...part,
    hits: hits.filter((hit, at) => !skip.has(first + at) && hit.insert !== part.text.slice(hit.from, hit.to)),
  }));
  if (kept.every(({ hits }) => hits.length === 0))
    return { edited: unchanged('Everything that was found stays.'), matches };
  return { edited: edit(file, scope, kept), matches };
}

const TOO_MANY = `More than ${MAX_MATCHES.toLocaleString('en-US')} places in one file, or a text of many megabytes in their place. Look for more than that, or put less there.`;

const unchanged = (message: string): Edited => ({ ok: 'unchanged', message });
const refused = (key: string, message: string): Edited => ({
  ok: false,
  refusal: { code: 'replace', key, message },
});

/** A text in which is looked, where it begins in the file if it stands there as it is, and what was found. */
interface Part {
  text: string;
  from: number | null;
  hits: Hit[];
  /** The index of the first match. */
  first: number;
}

function find(file: AgentFile, change: ReplaceChange): Part[] | null {
  const pattern = toPattern(change);
  const parts: Part[] = [];
  let first = 0;
  for (const { text, from } of textsOf(file, change.scope)) {
    const hits = findHits(text, change, pattern);
    if (!hits || first + hits.length > MAX_MATCHES) return null;
    parts.push({ text, from, hits, first });
    first += hits.length;
  }
  return parts;
}

function textsOf(file: AgentFile, scope: string): Pick<Part, 'text' | 'from'>[] {
  if (scope === 'file') return [{ text: file.text, from: 0 }];
  if (scope === 'body')
    return [{ text: file.text.slice(file.body.from, file.body.to), from: file.body.from }];
  return stringsOf(valueAt(file, scope)).map((text) => ({ text, from: null }));
}

/** The value as a person knows it: in a description line breaks are such, whichever way they are written. */
function valueAt(file: AgentFile, key: string): YamlValue | undefined {
  if (key === 'description') return file.effective.description ?? undefined;
  return Object.hasOwn(file.values, key) ? file.values[key] : undefined;
}

const stringsOf = (value: YamlValue | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

function edit(file: AgentFile, scope: string, parts: Omit<Part, 'first'>[]): Edited {
  const texts = parts.map(({ text, hits }) => applyReplacements(text, hits));
  const [whole = ''] = texts;
  if (scope === 'body') return editAgentFile(file.text, { kind: 'body', text: whole });
  if (scope !== 'file') return editValue(file, scope, texts);
  const fault = faultOf(file, readAgentFile(whole), parts[0]?.hits ?? []);
  return fault ? refused(scope, fault) : { ok: true, text: whole, replacements: [] };
}

function editValue({ text, values }: AgentFile, key: string, texts: string[]): Edited {
  const rest = [...texts];
  const put = (item: YamlValue): YamlValue => (typeof item === 'string' ? (rest.shift() ?? '') : item);
  const written = values[key] ?? null;
  const value = Array.isArray(written) ? written.map(put).filter((item) => item !== '') : (texts[0] ?? '');
  const isEmpty = Array.isArray(value) ? value.length === 0 : value.trim() === '';
  // An empty list of tools means none, which nobody asked for by replacing words.
  if (isEmpty && (isList(key) || !fieldRule(key)?.required))
    return refused(key, `${labelOf(key)} would be empty. Remove the field instead.`);
  return editAgentFile(text, { kind: 'set', key, value });
}

/** Says why a replacement anywhere in the file must not be: other fields keep what they say, and what loads goes on loading. */
function faultOf(before: AgentFile, after: AgentFile, hits: readonly Hit[]): string | null {
  if (before.verdict.loads && !after.verdict.loads) {
    const reason = after.diagnostics.find(({ severity }) => severity === 'error') ?? after.verdict.reasons[0];
    return `Claude Code would not load it any more. ${reason ? `Line ${reason.line}: ${reason.message}` : ''}`.trim();
  }
  const grown = hits
    .filter(({ to }) => to <= before.body.from)
    .reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  if (
    (before.frontMatter === null) !== (after.frontMatter === null) ||
    after.body.from !== before.body.from + grown
  )
    return 'It would change where the front matter begins or ends.';
  // A file may have thousands of keys, and thousands of places in it.
  const entryOf = new Map(before.fields.map(({ key, entry }) => [key, entry]));
  for (const key of Object.keys({ ...before.values, ...after.values })) {
    const entry = entryOf.get(key);
    const isTouched = entry ? isHit(entry, hits) : !Object.hasOwn(before.values, key);
    const fault = fieldFault(before, after, key, isTouched);
    if (fault) return fault;
  }
  return null;
}

/** Whether one of the places, which are in their order, lies in the range or touches it. */
function isHit({ from, to }: TextRange, hits: readonly Hit[]): boolean {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.to ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (hits[low]?.from ?? Number.POSITIVE_INFINITY) <= to;
}

function fieldFault(before: AgentFile, after: AgentFile, key: string, isTouched: boolean): string | null {
  const had = Object.hasOwn(before.values, key);
  const has = Object.hasOwn(after.values, key);
  if (had && has && sameValue(before.values[key], after.values[key])) return null;
  if (!isTouched) return `It would also change ${labelOf(key).toLowerCase()}, where nothing was found.`;
  const rule = fieldRule(key);
  if (!rule || !had) return null;
  const got = rule.effective(before.values[key] ?? null);
  if (got === undefined) return null;
  const gets = has ? rule.effective(after.values[key] ?? null) : undefined;
  return gets === undefined ? `${rule.label} would be lost: Claude Code would not read it any more.` : null;
}

const labelOf = (key: string) => fieldRule(key)?.label ?? key;
