/** Which documents share some of these shingles? Asked while somebody types, of documents that come and go. */

/** A hash in eight is kept, the same ones of every document. Documents with fewer than `FEW` shingles keep all. */
const SAMPLE = 8;
const FEW = 64;
/** A shingle of more documents than these is boilerplate; only so many are looked at. */
const MOST_LOOKED_AT = 64;

/** The numbers of an entry lie side by side, so that a look at it is one look at the memory. */
const WIDTH = 3;
const HASH = 0;
const NEXT = 1;
const DOCUMENT = 2;
const NONE = -1;

export interface ShingleTable {
  add(document: number, shingles: Uint32Array): void;
  remove(document: number, shingles: Uint32Array): void;
  /**
   * Calls `visit` for each kept shingle that a document shares with the given ones; returns of how many shingles not all
   * documents were visited.
   */
  visit(shingles: Uint32Array, visit: (document: number) => void): number;
}

/** A table without documents. It holds 16 bytes for each kept shingle. */
export function createShingleTable(): ShingleTable {
  /** Of short documents and of the others: most hashes of a question are looked up among the short ones alone. */
  const short = createChains();
  const long = createChains();

  function visitKept(shingles: Uint32Array, each: (hash: number) => void): void {
    for (let at = 0; at < shingles.length; at++)
      if (isSampled(shingles[at] as number)) each(shingles[at] as number);
  }

  return {
    add(document, shingles) {
      if (shingles.length < FEW) for (const hash of shingles) short.add(hash, document);
      else visitKept(shingles, (hash) => long.add(hash, document));
    },
    remove(document, shingles) {
      if (shingles.length < FEW) for (const hash of shingles) short.remove(hash, document);
      else visitKept(shingles, (hash) => long.remove(hash, document));
    },
    visit(shingles, visit) {
      let unseen = 0;
      for (const hash of shingles) if (!short.visit(hash, visit)) unseen += 1;
      visitKept(shingles, (hash) => {
        if (!long.visit(hash, visit)) unseen += 1;
      });
      return unseen;
    },
  };
}

/** How often a document of `size` shingles is visited at least that shares `shared` of them, but for one in a thousand. */
export function leastHits(shared: number, size: number): number {
  const expected = shared / SAMPLE;
  return size < FEW ? shared : expected - 3 * Math.sqrt(expected);
}

/** By the middle bits: the first ones order the hashes, the last ones choose their place in the table. */
const isSampled = (hash: number): boolean => ((hash >>> 12) & (SAMPLE - 1)) === 0;

/** Which documents have a hash? */
interface Chains {
  add(hash: number, document: number): void;
  remove(hash: number, document: number): void;
  /** Visits the documents that have a hash, up to `MOST_LOOKED_AT`; says whether these were all. */
  visit(hash: number, visit: (document: number) => void): boolean;
}

/** Chains of entries, by the last bits of their hashes; the free ones are a chain, too. */
function createChains(): Chains {
  let { heads, entries } = makeRoom(1 << 10);
  let free = 0;

  function add(hash: number, document: number): void {
    if (free === NONE) grow();
    const entry = free;
    const head = hash & (heads.length - 1);
    free = entries[entry + NEXT] as number;
    entries[entry + HASH] = hash;
    entries[entry + DOCUMENT] = document;
    entries[entry + NEXT] = heads[head] as number;
    heads[head] = entry;
  }

  function remove(hash: number, document: number): void {
    const head = hash & (heads.length - 1);
    let before = NONE;
    for (let at = heads[head] as number; at !== NONE; before = at, at = entries[at + NEXT] as number) {
      if (entries[at + HASH] !== (hash | 0) || entries[at + DOCUMENT] !== document) continue;
      if (before === NONE) heads[head] = entries[at + NEXT] as number;
      else entries[before + NEXT] = entries[at + NEXT] as number;
      entries[at + NEXT] = free;
      free = at;
      return;
    }
  }

  function visit(hash: number, found: (document: number) => void): boolean {
    let left = MOST_LOOKED_AT;
    for (
      let at = heads[hash & (heads.length - 1)] as number;
      at !== NONE;
      at = entries[at + NEXT] as number
    ) {
      if (entries[at + HASH] !== (hash | 0)) continue;
      if (left-- === 0) return false;
      found(entries[at + DOCUMENT] as number);
    }
    return true;
  }

  function grow(): void {
    const old = entries;
    ({ heads, entries } = makeRoom(heads.length * 2));
    free = 0;
    for (let at = 0; at < old.length; at += WIDTH)
      add((old[at + HASH] as number) >>> 0, old[at + DOCUMENT] as number);
  }

  return { add, remove, visit };
}

/** Heads without chains, and entries that are all free; `room` is a power of two. */
function makeRoom(room: number): { heads: Int32Array; entries: Int32Array } {
  const entries = new Int32Array(WIDTH * room);
  for (let at = 0; at < entries.length; at += WIDTH)
    entries[at + NEXT] = at + WIDTH < entries.length ? at + WIDTH : NONE;
  return { heads: new Int32Array(room).fill(NONE), entries };
}
