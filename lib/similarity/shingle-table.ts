/** Which documents share some of these shingles? Asked while somebody types, of documents that come and go. */

/** A hash in eight is kept, the same ones of every document. Documents with fewer than `FEW` shingles keep more. */
const SAMPLE = 8;
const FEW = 64;
/** A shingle of more documents than these is boilerplate; only so many are looked at. */
const MOST_LOOKED_AT = 512;
const NONE = -1;

export interface ShingleTable {
  add(document: number, shingles: Uint32Array): void;
  remove(document: number, shingles: Uint32Array): void;
  /** Calls `visit` for each kept shingle that a document shares with the given ones. */
  visit(shingles: Uint32Array, visit: (document: number) => void): void;
}

/** A table without documents. It holds 16 bytes for each kept shingle. */
export function createShingleTable(): ShingleTable {
  let entries = createEntries(1 << 10);

  function add(document: number, shingles: Uint32Array): void {
    for (const hash of shingles) {
      if (!isKept(hash, shingles.length)) continue;
      if (entries.free === NONE) entries = growEntries(entries);
      insert(entries, hash, document);
    }
  }

  function remove(document: number, shingles: Uint32Array): void {
    for (const hash of shingles) if (isKept(hash, shingles.length)) erase(entries, hash, document);
  }

  function visit(shingles: Uint32Array, found: (document: number) => void): void {
    const { heads, nexts, hashes, documents } = entries;
    for (const hash of shingles) {
      let left = MOST_LOOKED_AT;
      for (let at = heads[hash % heads.length] as number; at !== NONE && left > 0; at = nexts[at] as number) {
        if (hashes[at] !== hash) continue;
        found(documents[at] as number);
        left -= 1;
      }
    }
  }

  return { add, remove, visit };
}

/** By the middle bits: the first ones order the hashes, the last ones choose their place in the table. */
const isKept = (hash: number, size: number): boolean => size < FEW || ((hash >>> 12) & (SAMPLE - 1)) === 0;

/** Chains of entries; the free ones are a chain, too. */
interface Entries {
  heads: Int32Array;
  nexts: Int32Array;
  hashes: Uint32Array;
  documents: Int32Array;
  free: number;
}

function createEntries(room: number): Entries {
  return {
    heads: new Int32Array(room).fill(NONE),
    nexts: Int32Array.from({ length: room }, (_, at) => (at + 1 < room ? at + 1 : NONE)),
    hashes: new Uint32Array(room),
    documents: new Int32Array(room),
    free: 0,
  };
}

function growEntries(old: Entries): Entries {
  const grown = createEntries(old.heads.length * 2);
  for (let head = 0; head < old.heads.length; head++) {
    for (let at = old.heads[head] as number; at !== NONE; at = old.nexts[at] as number)
      insert(grown, old.hashes[at] as number, old.documents[at] as number);
  }
  return grown;
}

function insert(entries: Entries, hash: number, document: number): void {
  const { heads, nexts, hashes, documents, free } = entries;
  const head = hash % heads.length;
  entries.free = nexts[free] as number;
  hashes[free] = hash;
  documents[free] = document;
  nexts[free] = heads[head] as number;
  heads[head] = free;
}

function erase(entries: Entries, hash: number, document: number): void {
  const { heads, nexts, hashes, documents } = entries;
  const head = hash % heads.length;
  let before = NONE;
  for (let at = heads[head] as number; at !== NONE; before = at, at = nexts[at] as number) {
    if (hashes[at] !== hash || documents[at] !== document) continue;
    if (before === NONE) heads[head] = nexts[at] as number;
    else nexts[before] = nexts[at] as number;
    nexts[at] = entries.free;
    entries.free = at;
    return;
  }
}
