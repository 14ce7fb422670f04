/** Does an edit do what it should and nothing else? Each is tried by reading its result. */

import { applyReplacements, type Replacement } from '@/lib/text';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { changedKeys } from './meaning';
import { repairReplacements } from './repair';
import type { EditResult } from './types';
import { findLoadFaults } from './verdict';

/** What a change must have done to be right; `key` null for the body. */
export interface Goal {
  key: string | null;
  reached: (after: FrontMatter | null, text: string) => boolean;
}

/** Words a refusal. */
export const refuse = (key: string, code: string, message: string): EditResult => ({
  ok: false,
  refusal: { code, key, message },
});

/** Refuses a value that no way of writing it carries. */
export function cannotCarry(key: string): EditResult {
  return refuse(
    key,
    'cannot-carry',
    'No way to write this value leaves the rest of the file as it is. Change it in the source.',
  );
}

/** `changed`: the fields that would mean something else; `fault`: why the file would no longer load. */
type Trial = { ok: true; text: string } | { ok: false; changed: string[]; fault: string | null };

/** Makes the first edit that does what it should and nothing else; where the parse changes, with the lines it needs. */
export function firstThatHolds(
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

/** Makes an edit and says whether it reaches its goal without harm to other fields, the body or the loading. */
export function tryOne(
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

/** Leaves out of replacements what stays the same, and those of nothing. */
export function shrunk(text: string, replacements: readonly Replacement[]): Replacement[] {
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
