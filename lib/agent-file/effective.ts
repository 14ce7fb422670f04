/** What does the agent get of what the front matter says? */

import { effectiveValue } from './fields';
import { deniedTools, grantedTools } from './tools';
import type { EffectiveValues, FieldKey, YamlValue } from './types';

/** Applies the loader's rules to the written values; a key that is absent or dropped gives null. */
export function effectiveValues(written: { [key: string]: YamlValue }): EffectiveValues {
  const own = (key: string) => (Object.hasOwn(written, key) ? written[key] : undefined);
  const value = <T>(key: FieldKey): T | null => (effectiveValue(key, own(key)) ?? null) as T | null;
  const memory = value<'user' | 'project' | 'local'>('memory');
  return {
    name: value('name'),
    description: value('description'),
    tools: grantedTools(own('tools'), memory !== null),
    disallowedTools: deniedTools(own('disallowedTools')),
    model: value('model'),
    permissionMode: value('permissionMode'),
    maxTurns: value('maxTurns'),
    skills: value<string[]>('skills') ?? [],
    mcpServers: value('mcpServers'),
    hooks: value('hooks'),
    memory,
    background: value('background'),
    omitClaudeMd: value('omitClaudeMd'),
    effort: value('effort'),
    isolation: value('isolation'),
    color: value('color'),
    initialPrompt: value('initialPrompt'),
    experimental: value('experimental'),
  };
}
