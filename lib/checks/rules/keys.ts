/** Does the front matter have keys that Claude Code does not read, or not here? */

import { type AgentFile, FIELDS, type Field } from '@/lib/agent-file';

import { nearestWord } from '../distance';
import { renameFix } from '../fixes';
import type { Finding, Rule } from '../rule';

/** Keys that people write for another; beyond case, separators and slips, which `nearestWord` finds. */
const KNOWN_WRONG: Readonly<Record<string, string>> = {
  'allowed-tools': 'tools',
  allowed_tools: 'tools',
  allowedTools: 'tools',
  tool: 'tools',
  'denied-tools': 'disallowedTools',
  denied_tools: 'disallowedTools',
  deniedTools: 'disallowedTools',
  'disallow-tools': 'disallowedTools',
  'max-steps': 'maxTurns',
  'reasoning-effort': 'effort',
};

/** Keys of other programs that merely look like one of ours. */
const FOREIGN_KEYS = new Set(['mode']);

const KNOWN_KEYS = FIELDS.map((field) => field.key as string);

const TOOL_KEYS = ['tools'];
const DENY_KEYS = ['disallowedTools'];
const REQUIRED_KEYS = ['name', 'description'];
const OTHER_KEYS = KNOWN_KEYS.filter((key) => ![...TOOL_KEYS, ...DENY_KEYS, ...REQUIRED_KEYS].includes(key));

/** A key that the file has although another is meant. */
interface Misnamed {
  field: Field;
  meant: string;
  /** The file has the right key too. */
  taken: boolean;
}

interface SortedKeys {
  misnamed: Misnamed[];
  unknown: Field[];
}

const sortedBefore = new WeakMap<AgentFile, SortedKeys>();

/** Tells misnamed keys from simply unknown ones, once a file: five rules ask, and a file may have thousands. */
function sortedKeys(file: AgentFile): SortedKeys {
  const before = sortedBefore.get(file);
  if (before) return before;
  const present = new Set(file.fields.map((field) => field.key));
  const sorted: SortedKeys = { misnamed: [], unknown: [] };
  for (const field of file.fields) {
    if (field.known || field.key === '<<') continue;
    const meant = meantKey(field.key, present);
    if (meant === null) sorted.unknown.push(field);
    else sorted.misnamed.push({ field, meant, taken: present.has(meant) });
  }
  sortedBefore.set(file, sorted);
  return sorted;
}

/** Returns the key that an unknown one was meant for, or null where it is simply unknown. */
function meantKey(key: string, present: ReadonlySet<string>): string | null {
  if (FOREIGN_KEYS.has(key)) return null;
  const meant = Object.hasOwn(KNOWN_WRONG, key) ? (KNOWN_WRONG[key] ?? null) : nearestWord(key, KNOWN_KEYS);
  // A file that has its name does not want another one: `game` is no slip there.
  const isSpare = meant !== null && REQUIRED_KEYS.includes(meant) && present.has(meant);
  return isSpare ? null : meant;
}

function misnamed(keys: readonly string[], say: (field: Field, meant: string) => string) {
  return (file: AgentFile): Finding[] =>
    sortedKeys(file)
      .misnamed.filter(({ meant }) => keys.includes(meant))
      .map(({ field, meant, taken }) => {
        const doubled = taken
          ? ` The file has ${meant} too: move what you need there and delete this key.`
          : '';
        return {
          message: `${say(field, meant)}${doubled}`,
          range: { from: field.entry.from, to: field.entry.from + keyLength(file, field) },
          field: field.key,
          mend: () => renameFix(file, field, meant),
        };
      });
}

function keyLength(file: AgentFile, field: Field): number {
  const colon = file.text.indexOf(':', field.entry.from);
  return colon === -1 || colon > field.entry.to ? field.key.length : colon - field.entry.from;
}

export const KEY_RULES: readonly Rule[] = [
  {
    code: 'allowed-tools',
    severity: 'error',
    find: misnamed(
      TOOL_KEYS,
      (field) =>
        `Claude Code ignores ${field.key}, so this list limits nothing: without the key tools the agent gets all tools. Rename it to tools.`,
    ),
  },
  {
    code: 'disallowed-tools',
    severity: 'error',
    find: misnamed(
      DENY_KEYS,
      (field) => `Claude Code ignores ${field.key}, so nothing is denied. Rename it to disallowedTools.`,
    ),
  },
  {
    code: 'key-misspelled',
    severity: 'error',
    find: misnamed(
      REQUIRED_KEYS,
      (field, meant) =>
        `Claude Code does not read ${field.key}. Did you mean ${meant}? Keys are case-sensitive.`,
    ),
  },
  {
    code: 'key-unknown-alike',
    severity: 'warning',
    find: misnamed(OTHER_KEYS, (field, meant) => `Claude Code ignores ${field.key}. Did you mean ${meant}?`),
  },
  {
    code: 'key-unknown',
    severity: 'info',
    find: (file) =>
      sortedKeys(file).unknown.map((field) => ({
        message: `Claude Code does not read ${field.key}. It does no harm and is kept.`,
        range: { from: field.entry.from, to: field.entry.from + keyLength(file, field) },
        field: field.key,
      })),
  },
  {
    code: 'key-ignored-in-plugin',
    severity: 'warning',
    find: (file, { plugin }) =>
      !plugin
        ? []
        : file.fields
            .filter((field) => FIELDS.some((row) => row.key === field.key && row.ignoredInPlugins))
            .map((field) => ({
              message: `Claude Code ignores ${field.key} in the agents of a plugin. Set it where the plugin is used, or say it in the body.`,
              range: { from: field.entry.from, to: field.entry.from + keyLength(file, field) },
              field: field.key,
            })),
  },
];
