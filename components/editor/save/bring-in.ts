/** What somebody else saved came back merged: how does it enter the text, keeping what was typed meanwhile? */

import { ChangeSet } from '@codemirror/state';

import { hunksOf } from './line-diff';

/**
 * Returns the changes that turn `sent` into `merged`, moved over what was typed since `sent` (`typed`).
 * Applied to the present text they lose nothing of either.
 */
export function bringIn(sent: string, merged: string, typed: ChangeSet): ChangeSet {
  return lineChanges(sent, merged).map(typed);
}

/** The changes of whole lines that turn one text into another. */
export function lineChanges(before: string, after: string): ChangeSet {
  const changes: { from: number; to: number; insert: string }[] = [];
  let position = 0;
  for (const hunk of hunksOf(before, after)) {
    const length = hunk.before.length;
    if (hunk.before !== hunk.after) {
      changes.push({ from: position, to: position + length, insert: hunk.after });
    }
    position += length;
  }
  return ChangeSet.of(changes, before.length, '\n');
}
