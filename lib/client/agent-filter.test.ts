import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AGENT_PLACES, AGENT_SORTS, AGENT_STATUSES, type AgentFilter, agentFilter } from '@/lib/contract';

import { ALL_AGENTS, fieldsSet, NO_FILTER, readView, without, writeView } from './agent-filter';

const values = fc.uniqueArray(
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
  {
    maxLength: 5,
  },
);
const day = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const tag = fc.stringMatching(/^[a-z0-9]{1,20}( [a-z0-9]{1,19})?$/);
const filters: fc.Arbitrary<AgentFilter> = fc.record({
  query: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', '').trim()),
  place: fc.constantFrom(...AGENT_PLACES),
  statuses: fc.subarray([...AGENT_STATUSES]),
  models: values,
  colors: values,
  tools: values,
  tags: fc.uniqueArray(tag, { maxLength: 5 }),
  problems: values,
  people: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,26}$/), { maxLength: 5 }),
  period: fc.option(fc.constantFrom('1d', '7d', '30d')),
  after: day,
  before: day,
});

describe('the address of a list', () => {
  it('leads back to the same list, which the server takes as it is', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...AGENT_SORTS), (filter, sort) => {
        const view = readView(new URLSearchParams(writeView({ filter, sort })));
        expect(view).toEqual({ filter, sort });
        expect(agentFilter.parse(view.filter)).toEqual(filter);
      }),
    );
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const view = readView(new URLSearchParams(search));
        expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
      }),
    );
    expect(
      readView(new URLSearchParams('sort=x&status=y&changed=z&after=2026-02-30&before=tomorrow')),
    ).toEqual(ALL_AGENTS);
    expect(agentFilter.parse({})).toEqual(NO_FILTER);
  });
});

describe('the fields of a filter', () => {
  it('are set when they hold something back, and empty without themselves', () => {
    expect(fieldsSet(NO_FILTER)).toEqual([]);
    fc.assert(
      fc.property(filters, (filter) => {
        const set = fieldsSet(filter);
        expect(fieldsSet(set.reduce(without, filter))).toEqual([]);
        for (const field of set) expect(fieldsSet(without(filter, field))).not.toContain(field);
      }),
    );
  });
});
