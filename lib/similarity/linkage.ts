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
 * strengths are taken in the order of the nodes, so the order of `links` does not matter.
 */
export function linkGroups(
  count: number,
  links: readonly Link[],
  share: number,
  apart: Iterable<readonly [number, number]> = [],
): number[][] {
  const groupOf = Array.from({ length: count }, (_, node): Group => {
    return { members: [node], links: new Map(), foes: new Set() };
  });
  for (const [a, b] of apart) {
    const [one, other] = [groupOf[a], groupOf[b]];
    if (!one || !other || one === other) continue;
    one.foes.add(other);
    other.foes.add(one);
  }
  // Places are sorted, not links: of many equal files there are millions.
  const order = Uint32Array.from(links.keys());
  order.sort((x, y) => compareLinks(links[x] as Link, links[y] as Link));
  for (const at of order) {
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

/** The strongest first, then in the order of the nodes. */
function compareLinks(x: Link, y: Link): number {
  return (
    y.strength - x.strength ||
    Math.min(x.a, x.b) - Math.min(y.a, y.b) ||
    Math.max(x.a, x.b) - Math.max(y.a, y.b)
  );
}

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
