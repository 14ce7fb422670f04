/** Which nodes of a graph of likenesses belong together, without chains? */

/** Two nodes that are alike; `strength` orders the links, the largest first. */
export interface Link {
  a: number;
  b: number;
  strength: number;
}

interface Group {
  members: number[];
  /** How many links lead to another group. */
  links: Map<Group, number>;
  /** Groups with which it must not become one. */
  foes: Set<Group>;
}

/**
 * Groups `count` nodes. The links are taken from the strongest to the weakest, and two groups become one as soon as
 * `share` of the pairs between them are linked: with 1 this is complete linkage, with 0.5 the median of the pairs
 * counts. Two nodes of `apart` never come into one group. Groups of one are left out; members and groups ascend. Equal
 * strengths are taken in the order of the nodes, so the order of `links` does not matter. Yields now and then.
 */
export function* linkGroups(
  count: number,
  links: readonly Link[],
  share: number,
  apart: Iterable<readonly [number, number]> = [],
): Generator<undefined, number[][]> {
  const groupOf = Array.from({ length: count }, (_, node): Group => {
    return { members: [node], links: new Map(), foes: new Set() };
  });
  for (const [a, b] of apart) {
    const [one, other] = [groupOf[a], groupOf[b]];
    if (!one || !other || one === other) continue;
    one.foes.add(other);
    other.foes.add(one);
  }
  let done = 0;
  for (const at of yield* orderLinks(count, links)) {
    if (++done % STEP === 0) yield;
    const { a, b } = links[at] as Link;
    const [one, other] = [groupOf[a], groupOf[b]];
    if (!one || !other || one === other || one.foes.has(other)) continue;
    const seen = (one.links.get(other) ?? 0) + 1;
    if (seen >= share * one.members.length * other.members.length) {
      const [into, from] = weightOf(one) >= weightOf(other) ? [one, other] : [other, one];
      for (const node of from.members) groupOf[node] = into;
      join(into, from);
    } else {
      one.links.set(other, seen);
      other.links.set(one, seen);
    }
  }
  return [...new Set(groupOf)]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => members.sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}

/**
 * Returns the places of the links, the strongest first, equal ones in the order of their nodes. Of many equal files there
 * are millions: so they are counted into their places, and only the strengths are sorted.
 */
function* orderLinks(count: number, links: readonly Link[]): Generator<undefined, Uint32Array> {
  const strengths = Float64Array.from(links, ({ strength }) => -strength).sort();
  yield;
  let order = Uint32Array.from(links.keys());
  const keys: [keyOf: (link: Link) => number, most: number][] = [
    [({ a, b }) => Math.max(a, b), count],
    [({ a, b }) => Math.min(a, b), count],
    [({ strength }) => findFirst(strengths, -strength), links.length],
  ];
  for (const [keyOf, most] of keys) {
    order = sortByKey(order, Uint32Array.from(links, keyOf), most);
    yield;
  }
  return order;
}

/** Sorts by keys from 0 up to `most`; what has the same key stays in its order. */
function sortByKey(order: Uint32Array, keys: Uint32Array, most: number): Uint32Array<ArrayBuffer> {
  const begins = new Uint32Array(most + 1);
  for (const key of keys) (begins[key + 1] as number) += 1;
  for (let key = 0; key < most; key++) (begins[key + 1] as number) += begins[key] as number;
  const sorted = new Uint32Array(order.length);
  for (const at of order) sorted[(begins[keys[at] as number] as number)++] = at;
  return sorted;
}

/** Where a number stands first in an ascending list that has it. */
function findFirst(sorted: Float64Array, wanted: number): number {
  let from = 0;
  for (let to = sorted.length; from < to; ) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Links between two yields. */
const STEP = 1 << 14;

const weightOf = ({ members, links }: Group): number => members.length + links.size;

/** Moves what `from` has into `into`; cheapest when `from` has less. */
function join(into: Group, from: Group): void {
  into.links.delete(from);
  from.links.delete(into);
  for (const [group, seen] of from.links) {
    const sum = (into.links.get(group) ?? 0) + seen;
    group.links.delete(from);
    group.links.set(into, sum);
    into.links.set(group, sum);
  }
  for (const foe of from.foes) {
    foe.foes.delete(from);
    foe.foes.add(into);
    into.foes.add(foe);
  }
  into.members.push(...from.members);
}
