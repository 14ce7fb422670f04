/** Would a value of the front matter let the merged agent do more than its sources may? */

import { type FieldKey, fieldRule, toolItems, type YamlValue } from '@/lib/agent-file';
import { type AuthorityValues, compareAuthority, describeAuthority } from '@/lib/authority';

export type FieldValues = { readonly [key: string]: YamlValue };

/** What the values of a file let its agent do; what `memory` adds to a list is counted with `memory`. */
function powerOf(values: FieldValues): AuthorityValues {
  const given = (key: FieldKey) => {
    const written = Object.hasOwn(values, key) ? values[key] : undefined;
    return written === undefined ? null : (fieldRule(key)?.effective(written) ?? null);
  };
  return {
    tools: toolGrant(Object.hasOwn(values, 'tools') ? values.tools : undefined),
    disallowedTools: (given('disallowedTools') ?? []) as string[],
    permissionMode: given('permissionMode') as string | null,
    memory: given('memory') as AuthorityValues['memory'],
    hooks: given('hooks'),
    mcpServers: given('mcpServers'),
    isolation: given('isolation') as string | null,
    background: given('background') as boolean | null,
  };
}

function toolGrant(written: YamlValue | undefined): AuthorityValues['tools'] {
  if (written === undefined) return { kind: 'inherit' };
  const list = toolItems(written);
  if (list.includes('*')) return { kind: 'inherit' };
  return list.length === 0 ? { kind: 'none' } : { kind: 'list', list };
}

/** Returns the values with `key` at `written`, or without it. */
export function withValue(values: FieldValues, key: string, written: YamlValue | undefined): FieldValues {
  const { [key]: _, ...rest } = values;
  return written === undefined ? rest : { ...rest, [key]: written };
}

/** Counts what an agent would gain if it had `written` at `key` instead of its own value. */
export function countGains(values: FieldValues, key: string, written: YamlValue | undefined): number {
  return compareAuthority(powerOf(values), powerOf(withValue(values, key, written))).gains.length;
}

/** Says in a sentence what the agent may do with `written` at `key`, all else as in `values`. */
export function powerWords(values: FieldValues, key: string, written: YamlValue | undefined): string {
  return describeAuthority(powerOf(withValue(values, key, written))).sentence;
}

/** Whether Claude Code would start the agent with these tools. */
export function starts(tools: YamlValue | undefined): boolean {
  return describeAuthority(powerOf(tools === undefined ? {} : { tools })).starts;
}

/** How much harm an agent with these values can do: it runs commands, changes files, or only reads. */
export function harmOf(values: FieldValues): number {
  const codes = new Set(describeAuthority(powerOf(values)).facts.map(({ code }) => code));
  if (codes.has('all-tools')) return 3;
  if (codes.has('run') || codes.has('except')) return 2;
  return codes.has('change') ? 1 : 0;
}
