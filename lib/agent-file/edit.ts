/** Which few characters have to change so that the agent gets this value? */

import { mainLineEnd, type TextRange } from '@/lib/text';
import { accepts } from './accepts';
import { byteOrderMarkLength } from './fence';
import { effectiveValue, fieldRule } from './fields';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { placeOf } from './layout';
import { sameValue } from './meaning';
import { grantedTools } from './tools';
import { cannotCarry, firstThatHolds, type Goal, refuse, shrunk, tryOne } from './try-edits';
import type { AgentFileChange, EditResult, FieldKey, Refusal, YamlValue } from './types';
import { sourceWritings, writings } from './write-value';
import { checkYamlSource, dedentedSource } from './yaml-source';

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
  if (key === 'tools' && sameTools(written, value, hasMemory(front))) return true;
  if (key === 'tools' || key === 'disallowedTools') return says(front, key, value);
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
  const place = placeOf(text, front, key);
  // Within braces lines of YAML have no place, but what they say has.
  const inBraces = front.flow ? writings(place, check.value) : [];
  return firstThatHolds(text, front, goal, [...sourceWritings(place, yaml), ...inBraces]);
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
