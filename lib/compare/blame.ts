/** Who last touched this line? */

import { matchInOrder } from './match-in-order';

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
  /** It may be older: the search ended here, at its bound or at a version that is gone. */
  isBound: boolean;
}

export interface BlameOptions {
  /** Returns those of these versions that there are, in any order. */
  load: (ids: readonly string[]) => Promise<readonly BlameVersion[]>;
  /** The most versions that are looked at. */
  most: number;
}

/** Whose lines they are yet, by the place of the line in that version: the places in the text that is asked about. */
type Pending = Map<number, number[]>;

/**
 * Says of each line of a version where it comes from, line ends apart: a line that a parent has, too, in the same order,
 * is the parent's, the first one's before those that were merged in. Looks at no more than `most` versions.
 */
export async function blameLines(head: BlameVersion, { load, most }: BlameOptions): Promise<BlamedLine[]> {
  const lines = splitLines(head.text);
  const blamed: BlamedLine[] = lines.map(() => ({ versionId: head.id, isBound: true }));
  const search = new Search(head, lines);
  for (let seen = 1; seen < most; ) {
    const wanted = search.wanted().slice(0, most - seen);
    if (wanted.length === 0) break;
    search.add(wanted, await load(wanted));
    seen += wanted.length;
    search.settle(blamed);
  }
  search.settle(blamed);
  search.giveUp(blamed);
  return blamed;
}

/** Returns the lines of a text without their ends; the end of the last line begins no other. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

interface Known {
  id: string;
  parents: readonly string[];
  lines: string[];
}

class Search {
  private readonly known = new Map<string, Known>();
  /** Versions that were asked for and are not there. */
  private readonly gone = new Set<string>();
  private readonly pending = new Map<string, Pending>();

  constructor(head: BlameVersion, lines: string[]) {
    this.known.set(head.id, { id: head.id, parents: head.parents, lines });
    this.pending.set(head.id, new Map(lines.map((_, at) => [at, [at]])));
  }

  /** The parents that have to be known before the search goes on. */
  wanted(): string[] {
    const ids = [...this.pending.keys()].flatMap((id) => this.known.get(id)?.parents ?? []);
    return [...new Set(ids)].filter((id) => !this.known.has(id) && !this.gone.has(id));
  }

  add(asked: readonly string[], versions: readonly BlameVersion[]): void {
    for (const { id, parents, text } of versions) {
      this.known.set(id, { id, parents, lines: splitLines(text) });
    }
    for (const id of asked) if (!this.known.has(id)) this.gone.add(id);
  }

  /** Takes every version whose parents are known as far as they can be; lines that none of them has are its own. */
  settle(blamed: BlamedLine[]): void {
    for (let id = this.next(); id !== undefined; id = this.next()) {
      const version = this.known.get(id) as Known;
      const lines = this.pending.get(id) as Pending;
      this.pending.delete(id);
      let rest = lines;
      for (const parent of version.parents) rest = this.passOn(version, parent, rest);
      const isBound = version.parents.some((parent) => this.gone.has(parent));
      for (const places of rest.values()) {
        for (const place of places) blamed[place] = { versionId: id, isBound };
      }
    }
  }

  /** A version whose parents are all known, or gone. */
  private next(): string | undefined {
    const isFound = (id: string) => this.known.has(id) || this.gone.has(id);
    return [...this.pending.keys()].find((id) => this.known.get(id)?.parents.every(isFound));
  }

  /** Gives a parent the lines that it has, too; returns the others. */
  private passOn(version: Known, parentId: string, lines: Pending): Pending {
    const parent = this.known.get(parentId);
    if (!parent || lines.size === 0) return lines;
    const rest: Pending = new Map(lines);
    const theirs = this.pending.get(parentId) ?? new Map<number, number[]>();
    for (const { before, after } of matchInOrder(parent.lines, version.lines)) {
      const places = rest.get(after);
      if (!places) continue;
      rest.delete(after);
      theirs.set(before, [...(theirs.get(before) ?? []), ...places]);
    }
    if (theirs.size > 0) this.pending.set(parentId, theirs);
    return rest;
  }

  /** What is left when the search has to end. */
  giveUp(blamed: BlamedLine[]): void {
    for (const [id, lines] of this.pending) {
      for (const places of lines.values()) {
        for (const place of places) blamed[place] = { versionId: id, isBound: true };
      }
    }
  }
}
