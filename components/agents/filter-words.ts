/** What are the fields of a filter called, and their values? Pure. */

import type { AgentFilter, FacetField, FacetValue, FilterField } from '@/lib/contract';

/** In the order of the bar. */
export const FIELD_WORDS: Record<FacetField, string> = {
  status: 'Status',
  models: 'Model',
  tools: 'Tools',
  tags: 'Tag',
  problems: 'Problem',
  colors: 'Colour',
  people: 'By',
  changed: 'Changed',
};
export const BAR_FIELDS = Object.keys(FIELD_WORDS) as FacetField[];

type Words = Record<string, string>;

const NAMED: Partial<Record<FacetField, Words>> = {
  status: {
    ...{ loads: 'loads', hidden: 'hidden by a shared name', broken: 'broken' },
    ...{ 'in-use': 'in use', archived: 'archived', bin: 'in the bin' },
  },
  models: { '': 'no model of its own' },
  colors: { '': 'no colour' },
  tools: { '': 'no tools', '*': 'all tools' },
  changed: { '1d': 'last 24 hours', '7d': 'last 7 days', '30d': 'last 30 days' },
};

/** What a person calls a value; `facet` knows the names of people. */
export function wordOf(field: FacetField, value: string, facet: readonly FacetValue[] = []): string {
  const label = facet.find((each) => each.value === value)?.label;
  if (field === 'problems') return value.replaceAll('-', ' ');
  if (field === 'people') return label ?? 'a member';
  const named = NAMED[field] ?? {};
  // A model or tool may be called `constructor`.
  return (Object.hasOwn(named, value) && named[value]) || value;
}

/** The values of a field that are asked for. */
export function valuesOf(filter: AgentFilter, field: FacetField): string[] {
  if (field === 'status') return [...(filter.place === 'in-use' ? [] : [filter.place]), ...filter.statuses];
  if (field === 'changed') return filter.period ? [filter.period] : [];
  return [...filter[field]];
}

/** The filter with a value of a list field taken in or out. */
export function withValue(
  filter: AgentFilter,
  field: Exclude<FacetField, 'changed'>,
  value: string,
  chosen: boolean,
): AgentFilter {
  const key = field === 'status' ? 'statuses' : field;
  const left = (filter[key] as readonly string[]).filter((each) => each !== value);
  return { ...filter, [key]: chosen ? [...left, value] : left };
}

/** What a field lets through, in a few words; empty when it lets everything through. */
export function summaryOf(filter: AgentFilter, field: FacetField, facet: readonly FacetValue[] = []): string {
  const words = valuesOf(filter, field).map((value) => wordOf(field, value, facet));
  if (field === 'changed') {
    if (filter.after) words.push(`since ${filter.after}`);
    if (filter.before) words.push(`before ${filter.before}`);
  }
  return words.length > 2 ? `${words.slice(0, 2).join(', ')} +${words.length - 2}` : words.join(', ');
}

/** A field of a filter as a button that takes it off names it. */
export function nameOf(filter: AgentFilter, field: FilterField): string {
  if (field === 'query') return `the search “${filter.query.trim()}”`;
  return `${FIELD_WORDS[field]}: ${summaryOf(filter, field)}`;
}
