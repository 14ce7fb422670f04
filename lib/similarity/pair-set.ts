/** Which pairs of numbers were met? In a tenth of the room of a `Set`, for there are millions. */

export interface PairSet {
  readonly size: number;
  /** Adds a pair; false when it was in the set. */
  add(a: number, b: number): boolean;
}

/** FNV-1a's. */
const PRIME = 0x01000193;
/** Stands for no number: the first of a pair is below it. */
const NONE = 0xffffffff;

/** A set without pairs: open addressing, the two numbers of a pair side by side. */
export function createPairSet(): PairSet {
  let room = new Uint32Array(2 * 1024).fill(NONE);
  let size = 0;

  function add(a: number, b: number): boolean {
    const mask = room.length / 2 - 1;
    for (let at = placeOf(a, b) & mask; ; at = (at + 1) & mask) {
      const first = room[2 * at];
      if (first === a && room[2 * at + 1] === b) return false;
      if (first !== NONE) continue;
      room[2 * at] = a;
      room[2 * at + 1] = b;
      size += 1;
      if (4 * size > room.length) grow();
      return true;
    }
  }

  function grow(): void {
    const old = room;
    room = new Uint32Array(2 * old.length).fill(NONE);
    size = 0;
    for (let at = 0; at < old.length; at += 2)
      if (old[at] !== NONE) add(old[at] as number, old[at + 1] as number);
  }

  return {
    get size() {
      return size;
    },
    add,
  };
}

function placeOf(a: number, b: number): number {
  const hash = Math.imul(Math.imul(a + 1, PRIME) ^ b, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
