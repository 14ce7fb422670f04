/** Which number has this piece of a text? Answered without cutting the piece out, which costs more than all the rest. */

import { enlarge } from './enlarge';

export interface SliceTable {
  readonly size: number;
  /** By number. */
  readonly texts: readonly string[];
  /** The number of the piece from `from` until `to`; −1 when it has none. */
  find(text: string, from?: number, to?: number): number;
  /** Gives a text that has none the next number, from 0 on. */
  add(text: string): number;
}

const NONE = -1;
/** FNV-1a's. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A table without texts: open addressing, each place a hash and a number. */
export function createSliceTable(): SliceTable {
  const texts: string[] = [];
  let places = new Int32Array(2 * 1024).fill(NONE);
  /** The characters of all texts, and by number where a text begins: to compare them reads memory that lies together. */
  let codes = new Uint16Array(8 * 1024);
  let starts = new Uint32Array(1024);

  function find(text: string, from = 0, to = text.length): number {
    const hash = hashOf(text, from, to);
    const mask = places.length / 2 - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = places[2 * at + 1] as number;
      if (number === NONE) return NONE;
      if (places[2 * at] === hash && isPiece(number, text, from, to)) return number;
    }
  }

  function isPiece(number: number, text: string, from: number, to: number): boolean {
    const start = starts[number] as number;
    if ((starts[number + 1] as number) - start !== to - from) return false;
    for (let at = from; at < to; at++) if (codes[start + at - from] !== text.charCodeAt(at)) return false;
    return true;
  }

  function add(text: string): number {
    const number = texts.push(text) - 1;
    if (4 * texts.length > places.length) grow();
    put(number, hashOf(text, 0, text.length));
    keep(number, text);
    return number;
  }

  function keep(number: number, text: string): void {
    const start = starts[number] as number;
    const end = start + text.length;
    if (end > codes.length) codes = enlarge(codes, 2 * end);
    if (number + 2 > starts.length) starts = enlarge(starts, 2 * starts.length);
    for (let at = start; at < end; at++) codes[at] = text.charCodeAt(at - start);
    starts[number + 1] = end;
  }

  function put(number: number, hash: number): void {
    const mask = places.length / 2 - 1;
    let at = hash & mask;
    while (places[2 * at + 1] !== NONE) at = (at + 1) & mask;
    places[2 * at] = hash;
    places[2 * at + 1] = number;
  }

  function grow(): void {
    const old = places;
    places = new Int32Array(2 * old.length).fill(NONE);
    for (let at = 0; at < old.length; at += 2)
      if (old[at + 1] !== NONE) put(old[at + 1] as number, old[at] as number);
  }

  return {
    texts,
    get size() {
      return texts.length;
    },
    find,
    add,
  };
}

function hashOf(text: string, from: number, to: number): number {
  let hash = OFFSET;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
}
