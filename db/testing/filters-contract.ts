/** Does a filter let through exactly what it says, in the order asked for, with the counts of its values? */

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { AgentFilter, AgentRow, AgentSort, FacetField } from '@/lib/contract';

import type { Store } from '../database';
import type { AgentFacts } from '../queries/agent-changes';
import { countWithout, listFacet } from '../queries/agent-facets';
import { deleteAgents, shelveAgents } from '../queries/agent-places';
import { listAgents, listCloseAgents, listMatchingIds } from '../queries/agents';
import { addTag } from '../queries/tags';
import { makeAgent, makeWorkspace, NOW } from './rows';

const DAY_MS = 86_400_000;
const AGES = { '1d': 1, '7d': 7, '30d': 30 };

const TOOLS: AgentFacts['tools'][] = [
  { kind: 'inherit' },
  { kind: 'none' },
  { kind: 'list', list: [] },
  { kind: 'list', list: ['Read', 'Bash(git:*)'] },
  { kind: 'list', list: ['read', 'a"b\\', 'ReadMore'] },
  { kind: 'list', list: ['Bash', 'nul\u0000'] },
  { kind: 'list', list: ['mcp__a.*[b]|c', 'mcp__ab(x)'] },
];
const MODELS = [null, 'opus', 'sonnet', '%', "o'pus"];
const COLORS = [null, 'red', 'blue'];
const PROBLEMS = [[], ['name-missing'], ['name-missing', 'tools-unknown'], ['unknown']];
const TAGS = ['alpha', 'beta', '語 x'];

/** An agent as the model of the test knows it. */
interface Made extends AgentFacts {
  id: string;
  place: AgentFilter['place'];
  tags: string[];
  updatedAt: number;
  updatedBy: string;
}

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

export function filtersContract(open: () => Store): void {
  async function furnish(): Promise<{ workspaceId: string; made: Made[] }> {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId } = workspace;
    const other = await makeWorkspace(store);
    const made: Made[] = [];
    for (let i = 0; i < 60; i++) {
      const name = `agent-${i % 37}`;
      const facts = {
        ...{ name, title: name, description: 'Does it.', problem: null, factsRecipe: 1 },
        ...{ model: pick(MODELS, i), color: pick(COLORS, i >> 1), tools: pick(TOOLS, i >> 1) },
        ...{
          loads: i % 5 !== 0,
          problems: pick(PROBLEMS, i >> 2),
          descriptionTokens: i % 7,
          bodyTokens: i % 11,
        },
      };
      const author = { id: workspaceId, ownerId: i % 3 === 0 ? other.ownerId : ownerId };
      const updatedAt = NOW - i * DAY_MS;
      const { agentId: id } = await makeAgent(store, author, { facts, now: updatedAt });
      const place = i % 9 === 4 ? 'archived' : i % 10 === 7 ? 'bin' : 'in-use';
      const tags = TAGS.filter((_, at) => (i >> at) % 3 === 0);
      await store.write(async (tx) => {
        for (const tag of tags) await addTag(tx, { workspaceId, agentIds: [id], tag });
        const move = { workspaceId, agentIds: [id], userId: author.ownerId, now: updatedAt };
        if (place === 'archived') await shelveAgents(tx, move);
        if (place === 'bin') await deleteAgents(tx, move);
      });
      made.push({ ...facts, id, place, tags, updatedAt, updatedBy: author.ownerId });
    }
    await makeAgent(store, other, { facts: { name: 'agent-1' } });
    return { workspaceId, made };
  }

  test('lets through what a plain reading of it does, and counts its values so', async () => {
    const store = open();
    const { workspaceId, made } = await furnish();
    const people = [...new Set(made.map(({ updatedBy }) => updatedBy))];
    await fc.assert(
      fc.asyncProperty(filtersOf(people), fc.constantFrom(...FIELDS), async (filter, field) => {
        const query = { workspaceId, filter, now: NOW };
        const expected = made.filter((agent) => passes(agent, filter, made));
        const { rows, total } = await listAgents(store.read, { ...query, offset: 0, limit: 100 });
        expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(total).toBe(expected.length);
        for (const row of rows) {
          const agent = made.find(({ id }) => id === row.id);
          expect(row).toMatchObject({
            tags: agent?.tags,
            hidden: agent && statusOf(agent, made) === 'hidden',
          });
        }
        const ids = await listMatchingIds(store.read, { ...query, limit: 100 });
        expect(ids.sort()).toEqual(expected.map(({ id }) => id).sort());

        const counts = await listFacet(store.read, { ...query, field });
        const among = made.filter((agent) => passes(agent, { ...filter, ...NOTHING[field] }, made));
        for (const { value, count } of counts) {
          const all = field === 'status' ? made : among;
          const chosen = all.filter((agent) =>
            passes(agent, { ...filter, ...NOTHING[field], ...ONLY[field](value) }, made),
          );
          expect([field, value, count]).toEqual([field, value, chosen.length]);
        }
        for (const { field: without, count } of await countWithout(store.read, query)) {
          if (without === 'query') continue;
          const left = made.filter((agent) => passes(agent, { ...filter, ...NOTHING[without] }, made));
          expect([without, count]).toEqual([without, left.length]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('sorts by each key both ways, page by page', async () => {
    const store = open();
    const { workspaceId, made } = await furnish();
    const keys: Record<string, (row: AgentRow) => (number | string)[]> = {
      name: (row) => [row.title, row.id],
      changed: (row) => [-row.updatedAt],
      tokens: (row) => [-(row.descriptionTokens + row.bodyTokens), row.id],
      status: (row) => [row.loads ? (row.hidden ? 1 : 2) : 0, row.title, row.id],
    };
    for (const [key, keysOf] of Object.entries(keys)) {
      for (const sort of [key, `-${key}`] as AgentSort[]) {
        const rows: AgentRow[] = [];
        for (let offset = 0; offset < 60; offset += 7) {
          const page = await listAgents(store.read, { workspaceId, sort, offset, limit: 7 });
          rows.push(...page.rows);
        }
        expect(rows).toHaveLength(made.filter(({ place }) => place === 'in-use').length);
        const sorted = rows.toSorted((a, b) => compare(keysOf(a), keysOf(b)));
        const expected = (sort.startsWith('-') ? sorted.reverse() : sorted).map(({ id }) => id);
        expect([sort, rows.map(({ id }) => id)]).toEqual([sort, expected]);
      }
    }
  });

  test('finds names that are almost so, among those that the filter lets through', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const workspaceId = workspace.id;
    const { agentId } = await makeAgent(store, workspace, { facts: { name: 'code-reviewer' } });
    const { agentId: gone } = await makeAgent(store, workspace, { facts: { name: 'reviewers' } });
    await store.write((tx) =>
      deleteAgents(tx, { workspaceId, agentIds: [gone], userId: workspace.ownerId, now: NOW }),
    );
    const filter = { ...EMPTY, query: 'revewer' };
    const close = (exceptIds: string[]) => listCloseAgents(store.read, { workspaceId, filter, exceptIds });
    expect((await close([])).map(({ id }) => id)).toEqual([agentId]);
    expect(await close([agentId])).toEqual([]);
  });

  test('finds agents by the beginning of a tag', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId } = workspace;
    const { agentId } = await makeAgent(store, workspace, {});
    await makeAgent(store, workspace, {});
    await store.write((tx) => addTag(tx, { workspaceId, agentIds: [agentId], tag: 'on call 24/7' }));
    const find = async (query: string) =>
      (await listAgents(store.read, { workspaceId, filter: { query }, offset: 0, limit: 9 })).rows.map(
        ({ id }) => id,
      );
    for (const query of ['on ca', 'ON  Call', 'on call 24/7'])
      expect(await find(query), query).toEqual([agentId]);
    for (const query of ['call', '24', 'on_call', '%']) expect(await find(query), query).toEqual([]);
  });
}

const EMPTY: AgentFilter = {
  ...{ query: '', place: 'in-use', statuses: [], models: [], colors: [], tools: [], tags: [], problems: [] },
  ...{ people: [], period: null, after: null, before: null },
};
const NOTHING: Record<FacetField, Partial<AgentFilter>> = {
  status: { place: 'in-use', statuses: [] },
  models: { models: [] },
  colors: { colors: [] },
  tools: { tools: [] },
  tags: { tags: [] },
  problems: { problems: [] },
  people: { people: [] },
  changed: { period: null, after: null, before: null },
};
const FIELDS = Object.keys(NOTHING) as FacetField[];
/** The filter that only lets one value of a field through. */
const ONLY: Record<FacetField, (value: string) => Partial<AgentFilter>> = {
  status: (value) =>
    value === 'archived' || value === 'bin'
      ? { place: value }
      : { statuses: [value as AgentFilter['statuses'][0]] },
  models: (value) => ({ models: [value] }),
  colors: (value) => ({ colors: [value] }),
  tools: (value) => ({ tools: [value] }),
  tags: (value) => ({ tags: [value] }),
  problems: (value) => ({ problems: [value] }),
  people: (value) => ({ people: [value] }),
  changed: (value) => ({ period: value as AgentFilter['period'] }),
};

const some = (values: readonly (string | null)[]) =>
  fc.subarray(
    values.map((value) => value ?? ''),
    { maxLength: 2 },
  );

/** Mostly of few fields, so that something is left. */
const filtersOf = (people: readonly string[]): fc.Arbitrary<AgentFilter> =>
  fc
    .record(
      {
        place: fc.constantFrom('in-use' as const, 'archived' as const, 'bin' as const),
        statuses: fc.subarray(['loads', 'hidden', 'broken'] as const).map((all) => [...all]),
        models: some(MODELS),
        colors: some(COLORS),
        tools: some([
          '',
          '*',
          'Read',
          'read',
          'Bash',
          'a"b\\',
          'list',
          'kind',
          'mcp__a.*[b]|c',
          'mcp__ab',
          'mcp__a',
        ]),
        tags: some([...TAGS, 'none']),
        problems: some(['name-missing', 'unknown', 'tools-unknown']),
        people: some(people),
        period: fc.constantFrom(...(Object.keys(AGES) as (keyof typeof AGES)[])),
        after: fc.constantFrom('2023-11-01', '2023-10-20'),
        before: fc.constantFrom('2023-11-10', '2023-10-30'),
      },
      { requiredKeys: [] },
    )
    .map((given) => ({ ...EMPTY, ...given }));

function statusOf(agent: Made, all: readonly Made[]): 'loads' | 'hidden' | 'broken' {
  if (!agent.loads) return 'broken';
  const twins = all.filter((twin) => twin.name === agent.name && twin.loads && twin.place === 'in-use');
  return agent.place === 'in-use' && twins.length > 1 ? 'hidden' : 'loads';
}

function toolsOf({ tools }: Made): string[] {
  if (tools.kind === 'inherit') return ['*'];
  if (tools.kind === 'none' || tools.list.length === 0) return [''];
  return tools.list.map((item) => item.replace(/\(.*/, ''));
}

function passes(agent: Made, filter: AgentFilter, all: readonly Made[]): boolean {
  const meets = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || has.some((value) => wanted.includes(value));
  const { period, after, before } = filter;
  return (
    agent.place === filter.place &&
    meets(filter.statuses, [statusOf(agent, all)]) &&
    meets(filter.models, [agent.model ?? '']) &&
    meets(filter.colors, [agent.color ?? '']) &&
    meets(filter.tools, toolsOf(agent)) &&
    meets(filter.tags, agent.tags) &&
    meets(filter.problems, agent.problems) &&
    meets(filter.people, [agent.updatedBy]) &&
    (period === null || agent.updatedAt >= NOW - AGES[period] * DAY_MS) &&
    (after === null || new Date(agent.updatedAt).toISOString() >= after) &&
    (before === null || new Date(agent.updatedAt).toISOString() < before)
  );
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
