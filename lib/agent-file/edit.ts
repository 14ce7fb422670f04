/** Which few characters have to change so that the agent gets this value? */

import { applyReplacements, mainLineEnd, type Replacement, type TextRange } from '@/lib/text';
import { accepts } from './accepts';
import { byteOrderMarkLength } from './fence';
import { effectiveValue, fieldRule } from './fields';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { placeOf } from './layout';
import { changedKeys, sameValue } from './meaning';
import { repairReplacements } from './repair';
import { grantedTools } from './tools';
import type { AgentFileChange, EditResult, FieldKey, Refusal, YamlValue } from './types';
import { findLoadFaults } from './verdict';
import { sourceWritings, writings } from './write-value';
import { checkYamlSource, dedentedSource } from './yaml-source';

/** What a change must have done to be right; `key` null for the body. */
interface Goal {
  key: string | null;
  reached: (after: FrontMatter | null, text: string) => boolean;
}

/**
 * Changes one field or the body of an agent file. The result differs from `text` in the ranges of `replacements`
 * only, the other fields mean what they meant, a file that loads goes on loading, and reading the field gives the
 * value back. What cannot be written so is refused, never altered.
 *
 * @example editAgentFile('---\nname: a\n---\n', { kind: 'set', key: 'name', value: 'b' }) // text: '---\nname: b\n---\n'
 */
export function editAgentFile(text: string, change: AgentFileChange): EditResult {
  if (change.kind === 'body') return setBody(text, change.text);
  const front = readFrontMatter(text);
  if (change.kind === 'unset') return unset(text, front, change.key);
  if (change.kind === 'set-source') return setSource(text, front, change.key, change.yaml);
  return set(text, front, change.key, normalised(change.key, change.value));
}

const unchanged = (text: string): EditResult => ({ ok: true, text, replacements: [] });
const refuse = (key: string, code: string, message: string): EditResult => ({
  ok: false,
  refusal: { code, key, message },
});

/** A text from a form or a shell stands for a number, a truth value or a list where the field is one. */
function normalised(key: string, value: YamlValue): YamlValue {
  if (typeof value !== 'string') return value;
  const kind = fieldRule(key)?.kind;
  if (kind === 'flag' && /^(?:true|false)$/.test(value)) return value === 'true';
  if (kind === 'count' && /^[1-9][0-9]{0,14}$/.test(value)) return Number(value);
  if (key === 'effort' && /^(?:0|[1-9][0-9]{0,14})$/.test(value)) return Number(value);
  return value;
}

function set(text: string, front: FrontMatter | null, key: string, value: YamlValue): EditResult {
  if (front && isThere(front, key, value)) return unchanged(text);
  const refusal = accepts(key, value);
  if (refusal) return { ok: false, refusal };
  if (!front) return create(text, key, (start, begun) => set(start, begun, key, value));
  const locked = lockedReason(front, key);
  if (locked) return { ok: false, refusal: locked };
  const goal: Goal = { key, reached: (after) => after !== null && says(after, key, value) };
  return firstThatHolds(text, front, goal, writings(placeOf(text, front, key), value));
}

/** Says whether the file already gives this value, as it is written or as the agent gets it. */
function isThere(front: FrontMatter, key: string, value: YamlValue): boolean {
  if (!Object.hasOwn(front.values, key)) return false;
  const written = front.values[key] ?? null;
  if (sameValue(written, value)) return true;
  if (!fieldRule(key)) return false;
  if (key === 'tools') return sameTools(written, value, hasMemory(front)) || sameTools(written, value, false);
  return sameValue(effectiveValue(key as FieldKey, written), value);
}

const hasMemory = (front: FrontMatter): boolean =>
  Object.hasOwn(front.values, 'memory') && effectiveValue('memory', front.values.memory) !== undefined;

function sameTools(written: YamlValue, value: YamlValue, memory: boolean): boolean {
  if (!Array.isArray(value)) return false;
  const grant = grantedTools(written, memory);
  return grant.kind !== 'inherit' && sameValue(grant.kind === 'list' ? grant.list : [], value);
}

/** Says whether reading gives `value`: the list for tools, line ends in a description whichever way they are written. */
function says(front: FrontMatter, key: string, value: YamlValue): boolean {
  if (!Object.hasOwn(front.values, key)) return false;
  const written = front.values[key] ?? null;
  if (key === 'description') return sameValue(effectiveValue('description', written), value);
  if (key === 'tools' || key === 'disallowedTools') {
    const rule = (of: YamlValue) => grantedTools(of, false) as unknown as YamlValue;
    return sameValue(rule(written), rule(value));
  }
  return sameValue(written, value);
}

function lockedReason(front: FrontMatter, key: string): Refusal | null {
  if (front.parse === 'failed') {
    return {
      code: 'front-matter-unreadable',
      key,
      message:
        'The front matter cannot be read, so no field of it can be changed. Mend it in the source first.',
    };
  }
  if (front.isMap || front.blank) return null;
  return {
    code: 'front-matter-no-fields',
    key,
    message: 'The front matter is not a list of fields. Mend it in the source first.',
  };
}

/** Puts front matter before a text that has none. */
function create(
  text: string,
  key: string,
  fill: (start: string, front: FrontMatter | null) => EditResult,
): EditResult {
  const at = byteOrderMarkLength(text);
  if (text.startsWith('---', at)) {
    return refuse(
      key,
      'front-matter-unclosed',
      'The front matter is not closed. Add a line of three hyphens (---) after it first.',
    );
  }
  const end = mainLineEnd(text);
  const empty = `${text.slice(0, at)}---${end}---${end}`;
  const filled = fill(empty, readFrontMatter(empty));
  if (!filled.ok) return filled;
  const result = filled.text + text.slice(at);
  const front = readFrontMatter(result);
  if (front?.fences.body.from !== filled.text.length) return cannotCarry(key);
  return { ok: true, text: result, replacements: [{ from: at, to: at, insert: filled.text.slice(at) }] };
}

function cannotCarry(key: string): EditResult {
  return refuse(
    key,
    'cannot-carry',
    'No way to write this value leaves the rest of the file as it is. Change it in the source.',
  );
}

function setSource(text: string, front: FrontMatter | null, key: string, yaml: string): EditResult {
  if (yaml.trim() === '') return unset(text, front, key);
  const check = checkYamlSource(yaml);
  if (!check.ok)
    return refuse(key, check.code, `Line ${check.line}, column ${check.column}: ${check.message}`);
  if (front) {
    const place = placeOf(text, front, key);
    if (place.entry && dedentedSource(place) === yaml) return unchanged(text);
  }
  const refusal = accepts(key, check.value);
  if (refusal) return { ok: false, refusal };
  if (!front) return create(text, key, (start, begun) => setSource(start, begun, key, yaml));
  const locked = lockedReason(front, key);
  if (locked) return { ok: false, refusal: locked };
  const goal: Goal = { key, reached: (after) => after !== null && says(after, key, check.value) };
  return firstThatHolds(text, front, goal, sourceWritings(placeOf(text, front, key), yaml));
}

function unset(text: string, front: FrontMatter | null, key: string): EditResult {
  if (!front) return unchanged(text);
  if (front.parse !== 'failed' && !Object.hasOwn(front.values, key)) return unchanged(text);
  const locked = lockedReason(front, key);
  if (locked) return { ok: false, refusal: locked };
  const entries = front.entries.filter((entry) => entry.key === key);
  if (entries.length === 0)
    return refuse(
      key,
      'key-merged',
      'The value comes from a map that is merged in (<<). Change it in the source.',
    );
  if (front.flow)
    return refuse(
      key,
      'front-matter-in-braces',
      'The front matter is written in braces. Remove the field in the source.',
    );
  const goal: Goal = { key, reached: (after) => after === null || !Object.hasOwn(after.values, key) };
  const removals = entries.map(({ entry }) => ({ ...wholeLines(text, entry, front), insert: '' }));
  const result = firstThatHolds(text, front, goal, [removals]);
  if (result.ok || result.refusal.code !== 'cannot-carry') return result;
  return refuse(key, 'key-needed', 'Other fields depend on this one. Remove it in the source.');
}

function wholeLines(text: string, entry: TextRange, front: FrontMatter): TextRange {
  const from = Math.max(text.lastIndexOf('\n', entry.from - 1) + 1, front.fences.yaml.from);
  const end = text.indexOf('\n', entry.to);
  return { from, to: end === -1 || end >= front.fences.yaml.to ? front.fences.yaml.to : end + 1 };
}

function setBody(text: string, body: string): EditResult {
  const front = readFrontMatter(text);
  const range = front?.fences.body ?? { from: 0, to: text.length };
  if (text.slice(range.from, range.to) === body) return unchanged(text);
  const needsLine =
    front !== null && body !== '' && text.charAt(range.from - 1) !== '\n' && range.from === text.length;
  const insert = needsLine ? mainLineEnd(text) + body : body;
  const goal: Goal = {
    key: null,
    reached: (after, result) =>
      result.slice(after?.fences.body.from ?? 0) === body && (after === null) === (front === null),
  };
  const whole = { ...range, insert };
  const result = tryOne(text, front, goal, [whole]);
  if (result.ok) return { ok: true, text: result.text, replacements: shrunk(text, [whole]) };
  return refuse('body', 'body-moves-fence', 'The body would change where the front matter ends.');
}

/** `changed`: the fields that would mean something else; `fault`: why the file would no longer load. */
type Trial = { ok: true; text: string } | { ok: false; changed: string[]; fault: string | null };

/** Makes the first edit that does what it should and nothing else; where the parse changes, with the lines it needs. */
function firstThatHolds(
  text: string,
  front: FrontMatter,
  goal: Goal,
  edits: readonly (Replacement | Replacement[])[],
): EditResult {
  let stopsLoading: string | null = null;
  for (const edit of edits) {
    const main = Array.isArray(edit) ? edit : [edit];
    for (const replacements of withCompanions(text, front, main)) {
      const trial = tryOne(text, front, goal, replacements);
      if (trial.ok) return { ok: true, text: trial.text, replacements: shrunk(text, replacements) };
      if (trial.changed.length === 0) stopsLoading ??= trial.fault;
    }
  }
  const key = goal.key ?? 'body';
  if (stopsLoading === null) return cannotCarry(key);
  return refuse(key, 'would-not-load', `Claude Code would no longer load the file. ${stopsLoading}`);
}

/**
 * The edit alone; then, if the file needs the loader's repair, with the lines quoted that would change, all of the
 * repair made in the text. That keeps their meaning when the edit moves the file to the first parse.
 */
function* withCompanions(text: string, front: FrontMatter, main: Replacement[]): Generator<Replacement[]> {
  yield main;
  if (front.parse !== 'second') return;
  const start = front.fences.yaml.from;
  const repairs = repairReplacements(text.slice(start, front.fences.yaml.to))
    .map(({ from, to, insert }) => ({ from: from + start, to: to + start, insert }))
    .filter((repair) => main.every((one) => repair.to < one.from || repair.from > one.to));
  const alone = readFrontMatter(applyReplacements(text, main));
  if (alone) {
    const changed = changedKeys(front, alone, null);
    const lines = front.entries.filter((entry) => changed.includes(entry.key)).map((entry) => entry.entry);
    const some = repairs.filter((one) => lines.some((line) => one.from >= line.from && one.to <= line.to));
    if (some.length > 0 && some.length < repairs.length) yield [...main, ...some];
  }
  if (repairs.length > 0) yield [...main, ...repairs];
}

function tryOne(
  text: string,
  front: FrontMatter | null,
  goal: Goal,
  replacements: readonly Replacement[],
): Trial {
  const result = applyReplacements(text, replacements);
  const after = readFrontMatter(result);
  const changed = front && after ? changedKeys(front, after, goal.key) : [];
  const loaded = findLoadFaults(text, front).length === 0;
  const fault = (loaded && findLoadFaults(result, after)[0]?.message) || null;
  const keepsBody = goal.key === null || bodyOf(text, front) === bodyOf(result, after);
  const keepsParse = front === null || after !== null;
  const reached = keepsBody && keepsParse && goal.reached(after, result);
  if (reached && fault === null && changed.length === 0) return { ok: true, text: result };
  return { ok: false, changed: reached ? changed : ['value'], fault };
}

function bodyOf(text: string, front: FrontMatter | null): string {
  return front ? text.slice(front.fences.closing.from) : text;
}

function shrunk(text: string, replacements: readonly Replacement[]): Replacement[] {
  return replacements
    .map((one) => shrink(text, one))
    .filter(({ from, to, insert }) => from !== to || insert !== '');
}

/** Leaves out what stays the same at both ends, without cutting a character or a line end in two. */
function shrink(text: string, { from, to, insert }: Replacement): Replacement {
  let head = 0;
  const most = Math.min(to - from, insert.length);
  while (head < most && text.charCodeAt(from + head) === insert.charCodeAt(head)) head++;
  if (splitsPair(text, from + head) || splitsPair(insert, head)) head--;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(to - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail))
    tail++;
  if (splitsPair(text, to - tail) || splitsPair(insert, insert.length - tail)) tail--;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}

function splitsPair(text: string, at: number): boolean {
  const isHigh = (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return (isHigh && isLow) || (text.charAt(at - 1) === '\r' && text.charAt(at) === '\n');
}
