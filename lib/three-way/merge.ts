/** Two people changed one agent file: what is it now? */

import { type AgentFile, editAgentFile, readAgentFile, sameValue } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';

import { mergeFrontMatter } from './front-matter';
import { mergeLines } from './lines';
import { changedKeys, summarise, writtenOf } from './summary';

/** One place where both sides changed the same thing; a range is null where that side has nothing there. */
export interface Clash {
  where: 'field' | 'front-matter' | 'body' | 'file';
  /** The front-matter key, where `where` is `field`. */
  key?: string;
  base: TextRange | null;
  mine: TextRange | null;
  theirs: TextRange | null;
  /** Says what clashes, in words. */
  message: string;
}

export type ThreeWayMerge =
  | { kind: 'clean'; text: string; summary: string }
  | { kind: 'conflict'; clashes: Clash[]; summary: string };

/**
 * Joins two changes of one file. Clean only if no field and no line was changed on both sides, the result says
 * of every field what the side that changed it says, and it loads if both sides do. `summary` says what theirs
 * changed. Bounded in time on any input: what takes too long to align is a conflict.
 */
export function mergeThreeWay(base: string, mine: string, theirs: string): ThreeWayMerge {
  const files = { base: readAgentFile(base), mine: readAgentFile(mine), theirs: readAgentFile(theirs) };
  const summary = summarise(files.base, files.theirs);
  if (mine === theirs || theirs === base) return { kind: 'clean', text: mine, summary };
  if (mine === base) return { kind: 'clean', text: theirs, summary };
  const merged = hasFrontMatter(files) ? mergeParts(files) : mergeWhole(files);
  if (!Array.isArray(merged)) return { ...merged, summary };
  return { kind: 'conflict', clashes: merged, summary };
}

interface Files {
  base: AgentFile;
  mine: AgentFile;
  theirs: AgentFile;
}

type Merged = { kind: 'clean'; text: string } | Clash[];

const SIDES = ['base', 'mine', 'theirs'] as const;

function hasFrontMatter(files: Files): boolean {
  return SIDES.every((side) => files[side].frontMatter !== null);
}

function mergeWhole(files: Files): Merged {
  const merged = mergeLines(files.base.text, files.mine.text, files.theirs.text);
  if (merged.kind === 'clean') {
    return keepsMeaning(merged.text, null, files) ? merged : [fileClash(files)];
  }
  return merged.clashes.map((clash) => ({
    where: 'file',
    ...clash,
    message: 'Both sides changed these lines.',
  }));
}

function mergeParts(files: Files): Merged {
  const clashes: Clash[] = [];
  const opening = mergeText(files, (file) => ({ from: 0, to: file.frontMatter?.range.from ?? 0 }));
  const closing = mergeText(files, (file) => ({ from: file.frontMatter?.range.to ?? 0, to: file.body.from }));
  if (opening === null || closing === null) {
    clashes.push({ ...fileClash(files), message: 'Both sides changed the fences of the front matter.' });
  }
  const front = mergeFrontMatter(files.base, files.mine, files.theirs);
  if (front.kind === 'conflict') {
    for (const { key, ...ranges } of front.clashes) {
      clashes.push(
        key === null
          ? {
              where: 'front-matter',
              ...ranges,
              message: 'Both sides changed these lines of the front matter.',
            }
          : { where: 'field', key, ...ranges, message: `Both sides changed ${key}.` },
      );
    }
  }
  const body = mergeLines(bodyOf(files.base), bodyOf(files.mine), bodyOf(files.theirs));
  if (body.kind === 'conflict') {
    for (const clash of body.clashes) clashes.push(bodyClash(clash, files, body.timedOut));
  }
  if (clashes.length > 0 || front.kind === 'conflict' || body.kind === 'conflict') return clashes;
  const text = `${opening}${front.text}${closing}${body.text}`;
  if (keepsMeaning(text, body.text, files)) return { kind: 'clean', text };
  return mergeByEdits(files, body.text) ?? [fileClash(files)];
}

function mergeText(files: Files, range: (file: AgentFile) => TextRange): string | null {
  const [base, mine, theirs] = SIDES.map((side) => {
    const { from, to } = range(files[side]);
    return files[side].text.slice(from, to);
  });
  if (mine === theirs || theirs === base) return mine ?? '';
  return mine === base ? (theirs ?? '') : null;
}

function bodyOf(file: AgentFile): string {
  return file.text.slice(file.body.from, file.body.to);
}

function bodyClash(clash: Record<(typeof SIDES)[number], TextRange>, files: Files, timedOut: boolean): Clash {
  const shift = (side: (typeof SIDES)[number]) => ({
    from: clash[side].from + files[side].body.from,
    to: clash[side].to + files[side].body.from,
  });
  return {
    where: 'body',
    base: shift('base'),
    mine: shift('mine'),
    theirs: shift('theirs'),
    message: timedOut
      ? 'Both sides changed the body, in too many places to join them safely.'
      : 'Both sides changed these lines of the body.',
  };
}

function fileClash(files: Files): Clash {
  const whole = (file: AgentFile) => ({ from: 0, to: file.text.length });
  return {
    where: 'file',
    base: whole(files.base),
    mine: whole(files.mine),
    theirs: whole(files.theirs),
    message: 'Each change is sound by itself, but together they would change what the file means.',
  };
}

/**
 * Repairs and dialects are a property of the whole front matter: text that was joined cleanly can still mean
 * something else, so the result is read again and held against what each side said.
 */
function keepsMeaning(text: string, body: string | null, files: Files): boolean {
  const result = readAgentFile(text);
  if (body !== null && bodyOf(result) !== body) return false;
  if (files.mine.verdict.loads && files.theirs.verdict.loads && !result.verdict.loads) return false;
  const keys = new Set(
    [...SIDES.map((side) => files[side]), result].flatMap((file) => file.fields.map(({ key }) => key)),
  );
  for (const key of keys) {
    const [base, mine, theirs] = SIDES.map((side) => writtenOf(files[side], key));
    const expected = sameValue(mine, base) ? theirs : mine;
    if (!sameValue(mine, base) && !sameValue(theirs, base) && !sameValue(mine, theirs)) return false;
    const written = writtenOf(result, key);
    if (
      !sameValue(written, expected) &&
      !sameEffect(result, sameValue(mine, base) ? files.theirs : files.mine, key)
    ) {
      return false;
    }
  }
  return true;
}

/** A description may be written in another dialect of newlines and still say the same. */
function sameEffect(result: AgentFile, side: AgentFile, key: string): boolean {
  if (key !== 'description') return false;
  return result.effective.description !== null && result.effective.description === side.effective.description;
}

/**
 * Sets what one side changed on top of the other, each value in a style that its front matter can carry. Which
 * side is the ground does not depend on who is "mine", so that swapping the sides gives the same text.
 */
function mergeByEdits(files: Files, body: string): Merged | null {
  const [ground, other] =
    files.mine.text < files.theirs.text ? [files.mine, files.theirs] : [files.theirs, files.mine];
  let text = ground.text;
  for (const key of changedKeys(files.base, other)) {
    if (!sameValue(writtenOf(files.base, key), writtenOf(ground, key))) continue;
    const value = writtenOf(other, key);
    const edit = editAgentFile(
      text,
      value === undefined ? { kind: 'unset', key } : { kind: 'set', key, value },
    );
    if (!edit.ok) return null;
    text = edit.text;
  }
  text = text.slice(0, readAgentFile(text).body.from) + body;
  return keepsMeaning(text, body, files) ? { kind: 'clean', text } : null;
}
