/** Which tools does an agent really get, once its lists, denials and memory are worked out? */

import type { EffectiveValues } from '@/lib/agent-file';

import { readToolItem, type ToolItem } from './items';
import { TOOLS, type Tool } from './tools';

/** The part of the effective values that decides what an agent may do. */
export type AuthorityValues = Pick<
  EffectiveValues,
  | 'tools'
  | 'disallowedTools'
  | 'permissionMode'
  | 'memory'
  | 'hooks'
  | 'mcpServers'
  | 'isolation'
  | 'background'
>;

export interface Grants {
  /** `all`: everything that the session offers, less what is denied. */
  kind: 'all' | 'list' | 'none';
  /** Known tools that the agent gets, in the order of the catalogue. */
  tools: Tool[];
  /** MCP tools and whole servers that the list names and nothing denies. */
  mcp: ToolItem[];
  /** Agent types that `Agent(a,b)` names; null when it may start any agent, or none. */
  agents: string[] | null;
  /** Listed names that no tool of this version answers to. */
  unknown: string[];
  /** Listed tools that a sub-agent never gets. */
  withheld: string[];
  /** Denied items, as written, that take something away. */
  denied: string[];
  /** False when Claude Code refuses to start the agent, for no tool of its list resolves. */
  starts: boolean;
}

/** Works out what an agent gets: denials first, then the list, as Claude Code does when it starts one. */
export function resolveGrants(values: AuthorityValues): Grants {
  const denies = values.disallowedTools.filter((item) => item !== '*').map(readToolItem);
  const available = (tool: Tool) =>
    (tool.subAgent === 'yes' || (tool.subAgent === 'plan' && values.permissionMode === 'plan')) &&
    !(tool.foregroundOnly && values.background === true);
  const open = (tool: Tool) => available(tool) && !denies.some((deny) => deny.name === tool.name);
  const grants: Grants = {
    kind: 'all',
    tools: [],
    mcp: [],
    agents: null,
    unknown: [],
    withheld: [],
    denied: denies.map((deny) => deny.text),
    starts: true,
  };
  if (values.tools.kind === 'inherit') {
    return { ...grants, tools: TOOLS.filter(open) };
  }
  if (values.tools.kind === 'none' || values.tools.list.length === 0) {
    return { ...grants, kind: 'none' };
  }
  const items = values.tools.list.map(readToolItem);
  const named = new Set(items.map((item) => item.name));
  grants.kind = 'list';
  grants.tools = TOOLS.filter((tool) => named.has(tool.name) && open(tool));
  grants.mcp = items.filter((item) => item.mcp !== null && !denies.some((deny) => coversMcp(deny, item)));
  grants.agents = startableAgents(items);
  grants.unknown = items.filter((item) => item.tool === null && item.mcp === null).map((item) => item.text);
  grants.withheld = items
    .filter((item) => item.tool !== null && !available(item.tool))
    .map((item) => item.text);
  grants.starts = grants.tools.length > 0 || grants.mcp.length > 0;
  return grants;
}

/** Tells whether an item names everything that another MCP item names: `mcp__a` covers `mcp__a__b`. */
export function coversMcp(wide: ToolItem, narrow: ToolItem): boolean {
  if (wide.mcp === null || narrow.mcp === null || wide.mcp.server !== narrow.mcp.server) return false;
  return wide.mcp.tool === null || wide.mcp.tool === narrow.mcp.tool;
}

function startableAgents(items: ToolItem[]): string[] | null {
  const agents = items.filter((item) => item.name === 'Agent');
  if (agents.length === 0 || agents.some((item) => agentTypes(item).length === 0)) return null;
  return [...new Set(agents.flatMap(agentTypes))];
}

function agentTypes(item: ToolItem): string[] {
  return (item.args ?? '')
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '');
}
