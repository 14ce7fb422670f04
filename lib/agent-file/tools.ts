/** Which tools does a written `tools`, `disallowedTools` or `memory` give? */

import type { EffectiveValues, ToolGrant, YamlValue } from './types';

const MEMORY_TOOLS = ['Write', 'Edit', 'Read'];

/**
 * Splits a comma list as the loader does: at commas and spaces outside brackets; a bracket within brackets is not
 * counted. Parts are trimmed, empty ones dropped.
 *
 * @example splitToolText('Bash(git:*, ls), Read') // ['Bash(git:*, ls)', 'Read']
 */
export function splitToolText(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') inside = true;
    else if (character === ')') inside = false;
    else if (!inside && (character === ',' || character === ' ')) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Reads the items of a written tool list, text or list; anything else holds none. */
export function toolItems(written: YamlValue | undefined): string[] {
  if (typeof written === 'string') return splitToolText(written);
  if (!Array.isArray(written)) return [];
  return written.flatMap((item) => (typeof item === 'string' ? splitToolText(item) : []));
}

/** What `tools` as written gives; `memory`, where the agent has one, adds what it needs to a list. */
export function grantedTools(written: YamlValue | undefined, hasMemory: boolean): ToolGrant {
  if (written === undefined) return { kind: 'inherit' };
  const items = toolItems(written);
  if (items.includes('*')) return { kind: 'inherit' };
  const list = hasMemory ? [...items, ...MEMORY_TOOLS.filter((tool) => !items.includes(tool))] : items;
  return list.length === 0 ? { kind: 'none' } : { kind: 'list', list };
}

/** The tools that `disallowedTools` as written takes away; a `*` in it undoes the whole list. */
export function deniedTools(written: YamlValue | undefined): string[] {
  const items = toolItems(written);
  return items.includes('*') ? [] : items;
}

/** Words the tools as Claude Code's roster does: a comma list, `None`, `All tools` or `All tools except A, B`. */
export function rosterTools(effective: Pick<EffectiveValues, 'tools' | 'disallowedTools'>): string {
  const { tools, disallowedTools } = effective;
  if (tools.kind === 'list') {
    return tools.list.filter((tool) => !disallowedTools.includes(tool)).join(', ') || 'None';
  }
  return disallowedTools.length > 0 ? `All tools except ${disallowedTools.join(', ')}` : 'All tools';
}
