/** How is the front matter laid out around an entry, so that what is written looks like what is there? */

import { lineEndAt } from '@/lib/text';
import type { Entry } from './entries';
import type { FrontMatter } from './front-matter';

/** Where an entry's value goes and how lines around it look. */
export interface Place {
  text: string;
  front: FrontMatter;
  key: string;
  /** The entry that wins, or null when the key is to be added. */
  entry: Entry | null;
  /** Blanks before the keys of the top level. */
  indent: string;
  lineEnd: string;
}

/** Finds the place of `key` in the file. */
export function placeOf(text: string, front: FrontMatter, key: string): Place {
  const entry = front.entries.findLast((candidate) => candidate.key === key) ?? null;
  const near = entry ?? front.entries.at(-1);
  const indent = near && !front.flow ? blanksBefore(text, near.entry.from) : '';
  return { text, front, key, entry, indent, lineEnd: lineEndAt(text, front.fences.yaml.from) };
}

/** Returns the blanks between the start of the line and `offset`, or none when something else stands there. */
export function blanksBefore(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*$/.test(before) ? before : '';
}

/** Returns the source of the value so far, or null when there is none. */
export function valueSource({ text, entry }: Place): string | null {
  return entry?.value ? text.slice(entry.value.from, entry.value.to) : null;
}

/** The part of the entry's last line after its value, such as a comment. */
export function restOfLine({ text, entry }: Place): string {
  return entry?.value ? text.slice(entry.value.to, entry.entry.to) : '';
}

/** Returns the number of blanks before the lines of a block scalar, or null when it has no full line. */
export function blockIndent(source: string): number | null {
  const blanks = /\n([ ]*)[^\s]/.exec(source.replaceAll('\r', ''))?.[1];
  return blanks === undefined ? null : blanks.length;
}
