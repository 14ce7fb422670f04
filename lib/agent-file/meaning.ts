/** Do two readings of a file mean the same to Claude Code, but for one key? */

import { effectiveValue, fieldRule } from './fields';
import type { FrontMatter } from './front-matter';
import { grantedTools } from './tools';
import type { FieldKey, YamlValue } from './types';

/** Returns the keys other than `key` whose meaning differs, present in one of the two at least. */
export function changedKeys(before: FrontMatter, after: FrontMatter, key: string | null): string[] {
  const keys = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...keys].filter((other) => other !== key && meaning(before, other) !== meaning(after, other));
}

/** What an agent gets of a known key and the bare value of another, in a form that compares. */
function meaning(front: FrontMatter, key: string): string {
  if (!Object.hasOwn(front.values, key)) return 'absent';
  const written = front.values[key] ?? null;
  const rule = fieldRule(key);
  if (!rule) return canonical(written);
  // What memory adds to the tools is memory's doing.
  if (key === 'tools') return canonical(grantedTools(written, false) as unknown as YamlValue);
  return canonical(effectiveValue(key as FieldKey, written) ?? null);
}

/** Says whether two values are the same, maps without regard to the order of their keys. */
export function sameValue(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && canonical(a) === canonical(b);
}

function canonical(value: YamlValue): string {
  if (typeof value === 'number') return `#${value}`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}
