import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Link, linkGroups as linking } from './linkage';

function linkGroups(...given: Parameters<typeof linking>): number[][] {
  const search = linking(...given);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const link = (a: number, b: number, strength = 1): Link => ({ a, b, strength });

describe('linkGroups', () => {
  test('a chain is no group', () => {
    expect(linkGroups(3, [link(0, 1, 0.9), link(1, 2, 0.8)], 1)).toEqual([[0, 1]]);
    expect(linkGroups(3, [link(0, 1, 0.9), link(1, 2, 0.8), link(0, 2, 0.1)], 1)).toEqual([[0, 1, 2]]);
  });

  test('with a share below 1 some pairs may be missing', () => {
    const links = [link(0, 1, 0.9), link(2, 3, 0.9), link(0, 2, 0.5), link(0, 3, 0.5), link(1, 2, 0.5)];
    expect(linkGroups(4, links, 1)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(linkGroups(4, links, 0.75)).toEqual([[0, 1, 2, 3]]);
  });

  test('what is set apart stays apart, also through others', () => {
    const all = [link(0, 1, 0.5), link(0, 2, 0.9), link(1, 2, 0.8)];
    expect(linkGroups(3, all, 1, [[1, 0]])).toEqual([[0, 2]]);
    expect(linkGroups(3, all, 0.5, [[0, 1]])).toEqual([[0, 2]]);
  });

  const graphs = fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.uniqueArray(
        fc.record({ a: fc.nat(8), b: fc.nat(8), strength: fc.constantFrom(0.2, 0.4, 0.6, 0.8) }),
        { selector: ({ a, b }) => Math.min(a, b) * 9 + Math.max(a, b), maxLength: 36 },
      ),
      fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 4 }),
    )
    .map(([count, links, apart]) => ({
      count,
      links: links.filter(({ a, b }) => a !== b && a < count && b < count),
      apart: apart.filter(([a, b]) => a < count && b < count) as [number, number][],
    }));

  test('with a share of 1 all members are linked, none is set apart, and no two groups could be one', () => {
    fc.assert(
      fc.property(graphs, ({ count, links, apart }) => {
        const groups = linkGroups(count, links, 1, apart);
        const linked = (a: number, b: number) =>
          links.some((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
        const foes = (a: number, b: number) =>
          apart.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
        const members = groups.flat();
        expect(new Set(members).size).toBe(members.length);
        const fits = (group: readonly number[]) =>
          group.every((a, at) => group.slice(at + 1).every((b) => linked(a, b) && !(a !== b && foes(a, b))));
        for (const group of groups) expect(fits(group)).toBe(true);
        const alone = Array.from({ length: count }, (_, node) => node).filter(
          (node) => !members.includes(node),
        );
        const all = [...groups, ...alone.map((node) => [node])];
        for (const [at, group] of all.entries())
          for (const other of all.slice(at + 1)) expect(fits([...group, ...other])).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of links and of their ends does not matter', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.constantFrom(0.5, 0.65, 1),
        fc.infiniteStream(fc.boolean()),
        (graph, share, flips) => {
          const turned = graph.links.map((one) => {
            const flip = flips.next().value;
            return flip ? { ...one, a: one.b, b: one.a } : one;
          });
          const expected = linkGroups(graph.count, graph.links, share, graph.apart);
          expect(linkGroups(graph.count, turned.reverse(), share, graph.apart)).toEqual(expected);
        },
      ),
    );
  });

  test('a large group in moderate time', () => {
    const size = 600;
    const links = Array.from({ length: size }, (_, a) =>
      Array.from({ length: size - a - 1 }, (_, at) => link(a, a + at + 1, 1 / (1 + ((a * 7 + at) % 13)))),
    ).flat();
    expect(linkGroups(size, links, 1)).toHaveLength(1);
  });
});
