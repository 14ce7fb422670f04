/** What does one item of a tool list name? */

import { findTool, type Tool } from './tools';

/** One item of a tool list: `Bash(git:*)` is the tool Bash with the arguments `git:*`. */
export interface ToolItem {
  /** As it stands in the list. */
  text: string;
  /** The name alone, aliases resolved. */
  name: string;
  /** What stands between the parentheses; null without any. */
  args: string | null;
  tool: Tool | null;
  /** Set for `mcp__server` (tool null: all its tools), `mcp__server__*` and `mcp__server__tool`. */
  mcp: { server: string; tool: string | null } | null;
}

/**
 * Reads one item of a tool list.
 *
 * @example readToolItem('Bash(git:*)').name // 'Bash'
 */
export function readToolItem(text: string): ToolItem {
  const open = text.indexOf('(');
  const written = (open === -1 ? text : text.slice(0, open)).trim();
  const args = open === -1 ? null : text.slice(open + 1).replace(/\)$/, '');
  const tool = findTool(written);
  return { text, name: tool?.name ?? written, args, tool, mcp: readMcpName(written) };
}

function readMcpName(name: string): ToolItem['mcp'] {
  if (!name.startsWith('mcp__')) return null;
  const rest = name.slice('mcp__'.length);
  const cut = rest.indexOf('__');
  const server = cut === -1 ? rest : rest.slice(0, cut);
  const tool = cut === -1 ? '' : rest.slice(cut + 2);
  return server === '' ? null : { server, tool: tool === '' || tool === '*' ? null : tool };
}
