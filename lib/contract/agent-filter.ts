/** Which agents of a workspace are meant? Those that a filter lets through, or those that a person chose. */

import { tagName } from './tags';
import { exact, id } from './text';
import { z } from './zod';

/** The most agents that one change may concern. */
export const MAX_CHOSEN = 10_000;
/** The most values that one field of a filter may have. */
const MAX_VALUES = 50;

export const AGENT_PLACES = ['in-use', 'archived', 'bin'] as const;
export const AGENT_STATUSES = ['loads', 'hidden', 'broken'] as const;
export const AGENT_PERIODS = ['1d', '7d', '30d'] as const;
/** With `-` in front the other way round. By name from A to Z, the rest with what matters most first. */
export const AGENT_SORTS = [
  'name',
  '-name',
  'changed',
  '-changed',
  'tokens',
  '-tokens',
  'status',
  '-status',
] as const;
export type AgentSort = (typeof AGENT_SORTS)[number];

const listOf = <Value extends z.ZodType>(value: Value) => z.array(value).max(MAX_VALUES).default([]);
const value = exact(500);
const day = z.iso.date();

/**
 * All fields have to fit; of several values in one field, one. In `models`, `colors` and `tools` the empty string
 * stands for none; in `tools` `*` stands for all. Days are those of UTC; `before` does not count itself.
 */
export const agentFilter = z.object({
  query: exact(200).default(''),
  place: z.enum(AGENT_PLACES).default('in-use'),
  statuses: listOf(z.enum(AGENT_STATUSES)),
  models: listOf(value),
  colors: listOf(value),
  tools: listOf(value),
  tags: listOf(tagName),
  /** Codes of checks. */
  problems: listOf(value),
  /** Ids of those who changed it last. */
  people: listOf(id),
  period: z.enum(AGENT_PERIODS).nullable().default(null),
  after: day.nullable().default(null),
  before: day.nullable().default(null),
});
export type AgentFilter = z.output<typeof agentFilter>;

export const agentSort = z.enum(AGENT_SORTS);

/**
 * Agents by their ids; or all that a filter lets through but for some, `count` in all as the person saw it, so that
 * nothing is changed when meanwhile there are others.
 */
export const agentChoice = z.union([
  z.object({ ids: z.array(id).min(1).max(MAX_CHOSEN) }),
  z.object({
    filter: agentFilter,
    except: z.array(id).max(MAX_CHOSEN).default([]),
    count: z
      .int()
      .min(1)
      .max(MAX_CHOSEN, `Choose at most ${MAX_CHOSEN.toLocaleString('en-US')} agents.`),
  }),
]);
export type AgentChoice = z.input<typeof agentChoice>;

/** The fields that offer counted values; `changed` is period, after and before, `status` place and statuses. */
export const FACET_FIELDS = [
  'status',
  'models',
  'tools',
  'colors',
  'tags',
  'problems',
  'people',
  'changed',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** What a list can be filtered by. */
export type FilterField = 'query' | FacetField;

/** One value of a field, and how many agents have it among those that the other fields let through. */
export interface FacetValue {
  value: string;
  /** What a person calls it, where that is not the value. */
  label?: string;
  count: number;
}
