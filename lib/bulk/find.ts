/** Where does a text hold what is looked for, and what takes its place? */

import type { Match, ReplaceChange } from './types';

/** The most places in one file: whoever finds more looks for too little. */
export const MAX_MATCHES = 10_000;
/** The most that takes their place in one file (UTF-16 code units): many times what a file may hold. */
const MAX_INSERTED = 8 * 1024 * 1024;
/** How much of a line is shown beside a match, and of the match itself (UTF-16 code units). */
const AROUND = 40;
const MAX_SHOWN = 200;

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const WORD = '[\\p{L}\\p{N}_]';

/** Returns the pattern that finds all places; throws a SyntaxError when what was typed is none. */
export function toPattern({ find, isPattern, matchCase, wholeWord }: ReplaceChange): RegExp {
  const source = isPattern ? find : find.replace(SPECIAL, '\\$&');
  // By itself first, so that a bracket too many is not closed by ours.
  new RegExp(source, 'u');
  const whole = wholeWord ? `(?<!${WORD})(?:${source})(?!${WORD})` : source;
  return new RegExp(whole, matchCase ? 'gmu' : 'gimu');
}

/** One place of a text, with what is put there. */
export interface Hit {
  from: number;
  to: number;
  insert: string;
}

/** Returns the places from left to right; null when there are more, or more is put there, than anybody can mean. */
export function findHits(text: string, change: ReplaceChange, pattern: RegExp): Hit[] | null {
  const hits: Hit[] = [];
  let room = MAX_INSERTED;
  for (const match of text.matchAll(pattern)) {
    if (hits.length === MAX_MATCHES) return null;
    const insert = change.isPattern ? expand(change.insert, match, room) : change.insert;
    room -= insert.length;
    if (room < 0) return null;
    hits.push({ from: match.index, to: match.index + match[0].length, insert });
  }
  return hits;
}

/**
 * Puts what was found into `$1`, `$12`, `$<name>`, `$&`, `` $` ``, `$'` and `$$`, as everywhere in JavaScript. Where that
 * is longer than `room`, what comes back is longer, too, but not by much: `$'` may stand for a megabyte.
 */
function expand(insert: string, match: RegExpExecArray, room: number): string {
  let left = room;
  return insert.replace(
    /\$(?:([$&`'])|(\d\d?)|<([^>]*)>)/g,
    (written: string, sign?: string, digits?: string, name?: string) => {
      const value = referred(written, { sign, digits, name }, match);
      if (left < 0) return '';
      left -= value.length;
      return value;
    },
  );
}

interface Reference {
  sign: string | undefined;
  digits: string | undefined;
  name: string | undefined;
}

function referred(written: string, { sign, digits, name = '' }: Reference, match: RegExpExecArray): string {
  if (sign !== undefined) return signValue(sign, match);
  if (digits !== undefined) return groupValue(written, digits, match);
  return match.groups ? (match.groups[name] ?? '') : written;
}

function signValue(sign: string, { 0: found, index, input }: RegExpExecArray): string {
  if (sign === '$') return '$';
  if (sign === '&') return found;
  return sign === '`' ? input.slice(0, index) : input.slice(index + found.length);
}

/** Two digits name a group only if there are so many; else the first one does, and the second is itself. */
function groupValue(written: string, digits: string, match: RegExpExecArray): string {
  const groups = match.length - 1;
  const both = Number(digits);
  if (both >= 1 && both <= groups) return match[both] ?? '';
  const first = Number(digits.charAt(0));
  if (digits.length === 1 || first < 1 || first > groups) return written;
  return (match[first] ?? '') + digits.charAt(1);
}

/** Returns how a place is shown. */
export function toMatch(text: string, hit: Hit, index: number, line: number | null): Match {
  const before = text.slice(Math.max(0, hit.from - AROUND), hit.from);
  const [after = ''] = text.slice(hit.to, hit.to + AROUND).split('\n', 1);
  return {
    index,
    line,
    before: before.slice(before.lastIndexOf('\n') + 1).trimStart(),
    found: text.slice(hit.from, hit.to).slice(0, MAX_SHOWN),
    insert: hit.insert.slice(0, MAX_SHOWN),
    after: after.trimEnd(),
  };
}
