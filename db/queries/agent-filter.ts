/** Which agents does a filter let through? A condition for each of its fields, the same on both engines. */

import {
  aliasedTable,
  and,
  count,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';

import type { AgentFilter, FilterField } from '@/lib/contract';

import type { Db, Engine } from '../database';
import { matchesQuery } from '../search';
import { isInUse } from './in-use';

const DAY_MS = 86_400_000;
/** How long ago each period began, in milliseconds. */
export const AGE_OF: Record<NonNullable<AgentFilter['period']>, number> = {
  '1d': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
};

export interface Filtered {
  workspaceId: string;
  /** What is left out lets everything through. */
  filter?: Partial<AgentFilter>;
  /** From when periods are counted back. */
  now?: number;
}

/** Returns the condition under which an agent is listed, as if the fields of `except` were not set. */
export function isListed(
  db: Db,
  { workspaceId, filter = {}, now = Date.now() }: Filtered,
  except: readonly FilterField[] = [],
): SQL | undefined {
  const conditions = FIELDS.map((field) =>
    CONDITIONS[field](db, except.includes(field) ? {} : filter, { workspaceId, now }),
  );
  return and(eq(db.t.agents.workspaceId, workspaceId), ...conditions);
}

/** Returns the fields that hold something back. */
export function fieldsSet(db: Db, { workspaceId, filter = {}, now = Date.now() }: Filtered): FilterField[] {
  const { place = 'in-use', statuses = [] } = filter;
  return FIELDS.filter((field) =>
    field === 'status'
      ? place !== 'in-use' || statuses.length > 0
      : CONDITIONS[field](db, filter, { workspaceId, now }) !== undefined,
  );
}

/** Returns how many agents meet the condition. */
export async function countAgents({ q, t }: Db, where: SQL | undefined): Promise<number> {
  const [row] = await q.select({ total: count() }).from(t.agents).where(where);
  return row?.total ?? 0;
}

type Condition = (
  db: Db,
  filter: Partial<AgentFilter>,
  at: { workspaceId: string; now: number },
) => SQL | undefined;

const CONDITIONS: Record<FilterField, Condition> = {
  query: (db, { query = '' }, { workspaceId }) => matchesQuery(db, workspaceId, query),
  status: (db, { place = 'in-use', statuses = [] }) =>
    and(
      isAt(db, place),
      anyOf(statuses, (status) => STATUSES[status](db)),
    ),
  models: ({ t }, { models = [] }) => isOneOf(t.agents.model, models),
  colors: ({ t }, { colors = [] }) => isOneOf(t.agents.color, colors),
  tools: (db, { tools = [] }) => grantsOneOf(db, tools),
  tags: ({ q, t }, { tags = [] }, { workspaceId }) =>
    tags.length === 0
      ? undefined
      : inArray(
          t.agents.id,
          q
            .select({ id: t.agentTags.agentId })
            .from(t.agentTags)
            .where(and(eq(t.agentTags.workspaceId, workspaceId), inArray(t.agentTags.tag, tags))),
        ),
  problems: (db, { problems = [] }) =>
    anyOf(problems, (code) => contains(db, sql`${db.t.agents.problems}`, JSON.stringify(code))),
  people: ({ t }, { people = [] }) => (people.length === 0 ? undefined : inArray(t.agents.updatedBy, people)),
  changed: ({ t }, { period = null, after = null, before = null }, { now }) =>
    and(
      period === null ? undefined : gte(t.agents.updatedAt, now - AGE_OF[period]),
      after === null ? undefined : gte(t.agents.updatedAt, startOf(after)),
      before === null ? undefined : lt(t.agents.updatedAt, startOf(before)),
    ),
};

const FIELDS = Object.keys(CONDITIONS) as FilterField[];

/** Returns the condition under which an agent is in use, archived, or in the bin. */
function isAt({ t: { agents } }: Db, place: AgentFilter['place']): SQL | undefined {
  if (place === 'bin') return isNotNull(agents.deletedAt);
  return place === 'archived' ? and(isNull(agents.deletedAt), isNotNull(agents.archivedAt)) : isInUse(agents);
}

const STATUSES: Record<AgentFilter['statuses'][number], (db: Db) => SQL | undefined> = {
  loads: (db) => and(eq(db.t.agents.loads, true), sql`not ${sharesItsName(db)}`),
  hidden: sharesItsName,
  broken: ({ t }) => eq(t.agents.loads, false),
};

/** True of an agent that loads and whose name another one that loads has, too. */
export function sharesItsName({ q, t }: Db): SQL<boolean> {
  const other = aliasedTable(t.agents, 'other');
  const namesake = q
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.workspaceId, t.agents.workspaceId),
        eq(other.name, t.agents.name),
        eq(other.loads, true),
        isInUse(other),
        ne(other.id, t.agents.id),
      ),
    );
  const shares = and(eq(t.agents.loads, true), isInUse(t.agents), exists(namesake));
  return sql<boolean>`(${shares})`.mapWith(Boolean);
}

/** All tools, none, or a list that names one of these, with or without a rule in brackets. */
function grantsOneOf(db: Db, tools: readonly string[]): SQL | undefined {
  const grant = sql`${db.t.agents.tools}`;
  const names = tools.filter((tool) => tool !== '*' && tool !== '');
  return or(
    tools.includes('*') ? contains(db, grant, '"kind":"inherit"') : undefined,
    tools.includes('')
      ? or(contains(db, grant, '"kind":"none"'), contains(db, grant, '"list":[]'))
      : undefined,
    names.length > 0 ? LISTS_ONE_OF[db.engine](grant, names) : undefined,
  );
}

/** One look at each row, however many names: a search for each would take half a second of ten thousand agents. */
const LISTS_ONE_OF: Record<Engine, (grant: SQL, names: readonly string[]) => SQL> = {
  sqlite: (grant, names) =>
    sql`exists (select 1 from json_each(${grant}, '$.list') as item where substr(item.value, 1, instr(item.value || '(', '(') - 1) in ${names})`,
  // Its JSON functions fail on characters that a tool may be given by an escape, such as NUL.
  postgres: (grant, names) => {
    const written = names.map((name) => JSON.stringify(name).slice(1, -1).replace(SIGNS, '\\$&'));
    return sql`${grant} ~ ${`[[,]"(${written.join('|')})("[],]|[(])`}`;
  },
};

/** What a regular expression takes for more than itself. */
const SIGNS = /[\\^$.*+?()[\]{}|]/g;

/** To the letter: LIKE would overlook case on one engine. */
const POSITION: Record<Engine, SQL> = { sqlite: sql`instr`, postgres: sql`strpos` };

const contains = ({ engine }: Db, text: SQL, part: string): SQL =>
  sql`${POSITION[engine]}(${text}, ${part}) > 0`;

/** The empty string stands for no value. */
function isOneOf(
  column: Db['t']['agents']['model'] | Db['t']['agents']['color'],
  values: readonly string[],
): SQL | undefined {
  const named = values.filter((value) => value !== '');
  const conditions = [
    ...(named.length > 0 ? [inArray(column, named)] : []),
    ...(named.length < values.length ? [isNull(column)] : []),
  ];
  return or(...conditions);
}

const anyOf = <Value>(values: readonly Value[], condition: (value: Value) => SQL | undefined) =>
  or(...values.map(condition));

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
