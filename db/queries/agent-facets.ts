/** Which values of a field do the listed agents have, and how many have each? */

import { and, asc, count, eq, gte, type SQL, sql } from 'drizzle-orm';

import type { AgentFilter, FacetField, FacetValue, FilterField } from '@/lib/contract';

import type { Db } from '../database';
import { AGE_OF, countAgents, type Filtered, fieldsSet, isListed, sharesItsName } from './agent-filter';

type Facet = (db: Db, where: SQL | undefined, query: Filtered) => Promise<FacetValue[]>;

/** Returns the values of a field among the agents that the other fields let through, the most frequent first. */
export async function listFacet(db: Db, query: Filtered & { field: FacetField }): Promise<FacetValue[]> {
  const values = await FACETS[query.field](db, isListed(db, query, [query.field]), query);
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Returns, for each field of the filter that is set, how many agents would be listed without it. */
export async function countWithout(
  db: Db,
  query: Filtered,
): Promise<{ field: FilterField; count: number }[]> {
  const counts: { field: FilterField; count: number }[] = [];
  for (const field of fieldsSet(db, query)) {
    counts.push({ field, count: await countAgents(db, isListed(db, query, [field])) });
  }
  return counts;
}

const FACETS: Record<FacetField, Facet> = {
  models: (db, where) => byColumn(db, db.t.agents.model, where),
  colors: (db, where) => byColumn(db, db.t.agents.color, where),
  async tools({ q, t }, where) {
    const rows = await q
      .select({ tools: t.agents.tools, count: count() })
      .from(t.agents)
      .where(where)
      .groupBy(t.agents.tools);
    return summed(rows, ({ tools }) => {
      if (tools.kind === 'inherit') return ['*'];
      const named = tools.kind === 'list' ? tools.list.map((item) => item.replace(/\(.*$/s, '')) : [];
      return named.length === 0 ? [''] : named;
    });
  },
  async problems({ q, t }, where) {
    const rows = await q
      .select({ problems: t.agents.problems, count: count() })
      .from(t.agents)
      .where(where)
      .groupBy(t.agents.problems);
    return summed(rows, ({ problems }) => problems);
  },
  async tags({ q, t }, where, { workspaceId }) {
    return await q
      .select({ value: t.agentTags.tag, count: count() })
      .from(t.agentTags)
      .innerJoin(t.agents, eq(t.agents.id, t.agentTags.agentId))
      .where(and(eq(t.agentTags.workspaceId, workspaceId), where))
      .groupBy(t.agentTags.tag);
  },
  async people({ q, t }, where) {
    const people = q
      .select({ id: t.agents.updatedBy, count: count().as('agents') })
      .from(t.agents)
      .where(where)
      .groupBy(t.agents.updatedBy)
      .as('people');
    return await q
      .select({ value: people.id, label: t.users.name, count: people.count })
      .from(people)
      .innerJoin(t.users, eq(t.users.id, people.id))
      .orderBy(asc(t.users.name));
  },
  async status(db, _where, query) {
    const filter = { ...query.filter, statuses: [] };
    const inUse = isListed(db, { ...query, filter: { ...filter, place: 'in-use' } });
    const elsewhere = async (place: AgentFilter['place']) => ({
      value: place,
      count: await countAgents(db, isListed(db, { ...query, filter: { ...filter, place } })),
    });
    return [...(await byStatus(db, inUse)), await elsewhere('archived'), await elsewhere('bin')];
  },
  async changed({ q, t }, where, { now = Date.now() }) {
    const within = (period: keyof typeof AGE_OF) =>
      sql<number>`coalesce(sum(case when ${gte(t.agents.updatedAt, now - AGE_OF[period])} then 1 else 0 end), 0)`.mapWith(
        Number,
      );
    const [row] = await q
      .select({ '1d': within('1d'), '7d': within('7d'), '30d': within('30d') })
      .from(t.agents)
      .where(where);
    return Object.entries(row ?? {}).map(([value, agents]) => ({ value, count: agents }));
  },
};

async function byColumn(
  { q, t }: Db,
  column: Db['t']['agents']['model'] | Db['t']['agents']['color'],
  where: SQL | undefined,
): Promise<FacetValue[]> {
  const rows = await q.select({ value: column, count: count() }).from(t.agents).where(where).groupBy(column);
  return rows.map((row) => ({ value: row.value ?? '', count: row.count }));
}

async function byStatus(db: Db, where: SQL | undefined): Promise<FacetValue[]> {
  const { q, t } = db;
  const status = sql<string>`case when ${eq(t.agents.loads, false)} then 'broken' when ${sharesItsName(db)} then 'hidden' else 'loads' end`;
  const all = q
    .select({ status: status.as('status') })
    .from(t.agents)
    .where(where)
    .as('all_of_them');
  return await q.select({ value: all.status, count: count() }).from(all).groupBy(all.status);
}

/** Rows that hold several values count for each of them once. */
function summed<Row extends { count: number }>(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly string[],
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + row.count);
  }
  return [...counts].map(([value, total]) => ({ value, count: total }));
}
