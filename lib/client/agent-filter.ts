/** Which agents does an address ask for, in which order? Filters and their place in the address; pure. */

import type { AgentFilter, AgentSort, FilterField } from '@/lib/contract';

/** What a list shows: the agents that pass, in this order. */
export interface AgentView {
  filter: AgentFilter;
  sort: AgentSort;
}

export const NO_FILTER: AgentFilter = {
  ...{ query: '', place: 'in-use', statuses: [], models: [], colors: [], tools: [], tags: [], problems: [] },
  ...{ people: [], period: null, after: null, before: null },
};

export const ALL_AGENTS: AgentView = { filter: NO_FILTER, sort: 'name' };

const LONGEST_QUERY = 200;
const MOST_VALUES = 50;
const DAY = /^\d{4}-\d\d-\d\d$/;

const PLACES = ['archived', 'bin'] as const;
const STATUSES = ['loads', 'hidden', 'broken'] as const;
const PERIODS = ['1d', '7d', '30d'] as const;
const SORT_KEYS = ['name', 'changed', 'tokens', 'status'] as const;
const SORTS: readonly AgentSort[] = SORT_KEYS.flatMap((key) => [key, `-${key}`] as const);

/** The fields that hold any number of values, and what the address calls them. */
const LISTS = {
  models: 'model',
  colors: 'color',
  tools: 'tool',
  tags: 'tag',
  problems: 'problem',
  people: 'by',
} as const satisfies Partial<Record<keyof AgentFilter, string>>;
type ListField = keyof typeof LISTS;
const LIST_FIELDS = Object.keys(LISTS) as ListField[];

/** Reads what an address asks for; what it does not know or cannot be is passed over. */
export function readView(said: URLSearchParams): AgentView {
  const asked = (name: string) => [...new Set(said.getAll(name))].slice(0, MOST_VALUES);
  const status = asked('status');
  const lists = Object.fromEntries(LIST_FIELDS.map((field) => [field, asked(LISTS[field])]));
  const filter: AgentFilter = {
    ...NO_FILTER,
    ...(lists as Pick<AgentFilter, ListField>),
    query: (said.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
    place: PLACES.find((place) => status.includes(place)) ?? 'in-use',
    statuses: STATUSES.filter((each) => status.includes(each)),
    period: PERIODS.find((period) => period === said.get('changed')) ?? null,
    after: dayOf(said.get('after')),
    before: dayOf(said.get('before')),
  };
  return { filter, sort: SORTS.find((sort) => sort === said.get('sort')) ?? 'name' };
}

/** Writes the view as the query of an address, without question mark; empty when all agents are shown by name. */
export function writeView({ filter, sort }: AgentView): string {
  const said = new URLSearchParams();
  const query = filter.query.trim();
  if (query !== '') said.set('q', query);
  if (filter.place !== 'in-use') said.append('status', filter.place);
  for (const status of STATUSES) if (filter.statuses.includes(status)) said.append('status', status);
  for (const field of LIST_FIELDS) for (const value of filter[field]) said.append(LISTS[field], value);
  if (filter.period) said.set('changed', filter.period);
  if (filter.after) said.set('after', filter.after);
  if (filter.before) said.set('before', filter.before);
  if (sort !== 'name') said.set('sort', sort);
  return said.toString();
}

/** Only a day that the calendar has: the server refuses others. */
function dayOf(text: string | null): string | null {
  if (text === null || !DAY.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** What each field is when it lets everything through. */
const EMPTY: Record<FilterField, Partial<AgentFilter>> = {
  query: { query: '' },
  status: { place: 'in-use', statuses: [] },
  models: { models: [] },
  colors: { colors: [] },
  tools: { tools: [] },
  tags: { tags: [] },
  problems: { problems: [] },
  people: { people: [] },
  changed: { period: null, after: null, before: null },
};
const FIELDS = Object.keys(EMPTY) as FilterField[];

/** The filter without this field. */
export const without = (filter: AgentFilter, field: FilterField): AgentFilter => ({
  ...filter,
  ...EMPTY[field],
});

/** The fields that hold something back. */
export function fieldsSet(filter: AgentFilter): FilterField[] {
  const written = writeView({ filter, sort: 'name' });
  return FIELDS.filter((field) => writeView({ filter: without(filter, field), sort: 'name' }) !== written);
}
