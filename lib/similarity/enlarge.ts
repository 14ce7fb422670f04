/** How does a list of numbers get more room? */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Returns a list of `length` numbers of the same kind that begins with these; the others are 0. */
export function enlarge<List extends Numbers>(list: List, length: number): List {
  const larger = new (list.constructor as new (length: number) => List)(length);
  larger.set(list);
  return larger;
}
