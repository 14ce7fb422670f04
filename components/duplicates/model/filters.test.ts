import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Filters, filterClusters, NO_FILTERS, readFilters, SORTS, writeFilters } from './filters';
import { cluster, member } from './fixtures';
import { TIER_ORDER } from './score-words';

const filters: fc.Arbitrary<Filters> = fc.record({
  tiers: fc.subarray([...TIER_ORDER]),
  query: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  least: fc.integer({ min: 0, max: 100 }),
  hidden: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
  apart: fc.boolean(),
});

describe('the address', () => {
  test('gives back the filters that were written into it', () =>
    fc.assert(
      fc.property(filters, (some) => {
        expect(readFilters(writeFilters(some))).toEqual(some);
      }),
    ));

  test('is as it was without a filter', () => expect(writeFilters(NO_FILTERS)).toBe(''));

  test('can be read by a person', () =>
    expect(writeFilters({ ...NO_FILTERS, tiers: ['copy', 'role'], least: 60, query: 'code review' })).toBe(
      '?q=code+review&tier=copy,role&min=60',
    ));

  test.each(['?tier=nonsense&min=400&sort=upside-down', '?min=NaN&hidden=yes&show=', '?min=-3', ''])(
    '%s filters nothing',
    (search) => expect(readFilters(search)).toEqual(NO_FILTERS),
  );
});

const clusters = [
  cluster('a', { rosterTokens: 50, hiddenAgents: 2, tier: 'copy', score: 0.9, title: 'Zebra keeper' }),
  cluster('b', { rosterTokens: 900, tier: 'role', score: 0.4, reasons: ['both say “circuit breaker”'] }),
  cluster('c', {
    rosterTokens: 50,
    tier: 'same',
    score: 1,
    title: 'Écrivain',
    members: [member('1'), member('2'), member('3', { description: 'Reviews SQL migrations.' })],
  }),
];
const idsOf = (more: Partial<Filters>) =>
  filterClusters(clusters, { ...NO_FILTERS, ...more }).map(({ id }) => id);

test.each<[Partial<Filters>, string[]]>([
  [{}, ['b', 'a', 'c']],
  [{ sort: 'hidden' }, ['a', 'b', 'c']],
  [{ sort: 'score' }, ['c', 'a', 'b']],
  [{ sort: 'size' }, ['c', 'b', 'a']],
  [{ sort: 'title' }, ['b', 'c', 'a']],
  [{ tiers: ['same', 'copy'] }, ['a', 'c']],
  [{ least: 40 }, ['b', 'a', 'c']],
  [{ least: 41 }, ['a', 'c']],
  [{ hidden: true }, ['a']],
  [{ query: 'ecriv' }, ['c']],
  [{ query: 'sql REVIEWS' }, ['c']],
  [{ query: 'circuit' }, ['b']],
  [{ query: 'circuit sql' }, []],
])('%j shows %j', (more, ids) => expect(idsOf(more)).toEqual(ids));

test('the order does not depend on the order in which clusters came', () =>
  fc.assert(
    fc.property(
      fc.shuffledSubarray(clusters, { minLength: clusters.length }),
      fc.constantFrom(...SORTS),
      (some, sort) => {
        const wanted = filterClusters(clusters, { ...NO_FILTERS, sort });
        expect(filterClusters(some, { ...NO_FILTERS, sort })).toEqual(wanted);
      },
    ),
  ));
