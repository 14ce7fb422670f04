/** Who last touched this line? */

import { type Bounds, matchInOrder } from './match-in-order';

/** A version as it takes part in the search. */
export interface BlameVersion {
  id: string;
  /** Ids of the versions that it was made from: its own former one first. */
  parents: readonly string[];
  text: string;
}

/** Where a line of the text comes from. */
export interface BlamedLine {
  /** The version that put it there as it reads now. */
  versionId: string;
  /** It may be older: the search ended here, where a version is not among those that it is given. */
  isBound: boolean;
}

/** Whose lines they are yet, by the place of the line in that version: the places in the text that is asked about. */
type Pending = Map<number, number[]>;

/** Two versions beside each other differ little; hundreds of them are compared for one answer. */
const NEIGHBOURS: Bounds = { edits: 120, items: 10_000, otherwise: 'row' };

/**
 * Says of each line of a version where it comes from, line ends apart: a line that a parent has, too, in the same order,
 * is the parent's, the first one's before those that were merged in. Follows the versions that it is given, each of them
 * once, in whatever order they come.
 */
export function blameLines(head: BlameVersion, versions: readonly BlameVersion[]): BlamedLine[] {
  const known = new Map([...versions, head].map((version) => [version.id, version]));
  const lines = splitLines(head.text);
  const blamed: BlamedLine[] = lines.map(() => ({ versionId: head.id, isBound: true }));
  const pending = new Map<string, Pending>([[head.id, new Map(lines.map((_, at) => [at, [at]]))]]);
  for (const version of childrenFirst(head, known)) {
    let rest = pending.get(version.id) ?? new Map();
    pending.delete(version.id);
    if (rest.size === 0) continue;
    const own = splitLines(version.text);
    for (const id of version.parents) {
      const parent = known.get(id);
      if (!parent || rest.size === 0) continue;
      const theirs = pending.get(id) ?? new Map<number, number[]>();
      rest = passOn(own, splitLines(parent.text), rest, theirs);
      if (theirs.size > 0) pending.set(id, theirs);
    }
    const isBound = version.parents.some((id) => !known.has(id));
    for (const places of rest.values()) {
      for (const place of places) blamed[place] = { versionId: version.id, isBound };
    }
  }
  return blamed;
}

/** Returns the lines of a text without their ends; the end of the last line begins no other. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** A version and all those it comes from, each before its parents, so that it has all its lines when its turn comes. */
function childrenFirst(head: BlameVersion, known: ReadonlyMap<string, BlameVersion>): BlameVersion[] {
  const done: BlameVersion[] = [];
  const begun = new Set([head.id]);
  const path = [{ version: head, next: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const id = top.version.parents[top.next++];
    if (id === undefined) {
      done.push(top.version);
      path.pop();
      continue;
    }
    const parent = known.get(id);
    if (!parent || begun.has(id)) continue;
    begun.add(id);
    path.push({ version: parent, next: 0 });
  }
  return done.reverse();
}

/** Gives a parent the lines that it has, too; returns the others. */
function passOn(own: string[], parents: string[], lines: Pending, theirs: Pending): Pending {
  const rest: Pending = new Map(lines);
  for (const { before, after } of matchInOrder(parents, own, NEIGHBOURS)) {
    const places = rest.get(after);
    if (!places) continue;
    rest.delete(after);
    const known = theirs.get(before);
    if (known) known.push(...places);
    else theirs.set(before, [...places]);
  }
  return rest;
}
