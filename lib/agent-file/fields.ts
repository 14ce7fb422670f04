/** Which front-matter keys does Claude Code read, which values may they have, and what becomes of them? */

import { deniedTools, toolItems } from './tools';
import type { FieldKey, YamlValue } from './types';

/** The control that a field needs, and how its value is understood. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'tools'
  | 'choice'
  | 'text-choice'
  | 'count'
  | 'flag'
  | 'list'
  | 'nested';

/** One front-matter key: what may stand there, for reading, checks and the form alike. */
export interface FieldRule {
  key: FieldKey;
  kind: FieldKind;
  label: string;
  /** One sentence for the person who fills it in. */
  help: string;
  /** What is allowed, in plain words. */
  rule: string;
  /** The values to choose from; for `text-choice` others are allowed too. */
  values?: readonly string[];
  required?: true;
  /** Claude Code ignores it in agents that come with a plugin. */
  ignoredInPlugins?: true;
  /** The value that the agent gets for a written one; undefined when the loader drops it. */
  effective: (written: YamlValue) => YamlValue | undefined;
}

const text = (written: YamlValue) => (typeof written === 'string' && written !== '' ? written : undefined);
const oneOf = (values: readonly string[]) => (written: YamlValue) =>
  typeof written === 'string' && values.includes(written) ? written : undefined;
const isObject = (written: YamlValue) => written !== null && typeof written === 'object';
const flag = (written: YamlValue) => {
  if (written === true || written === 'true') return true;
  return written === false || written === 'false' ? false : undefined;
};

const MEMORIES = ['user', 'project', 'local'] as const;
const PERMISSION_MODES = [
  'default',
  'acceptEdits',
  'auto',
  'dontAsk',
  'bypassPermissions',
  'plan',
  'manual',
] as const;
const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
const COLORS = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'] as const;
const ISOLATIONS = ['worktree', 'remote'] as const;
const MODELS = ['inherit', 'sonnet', 'opus', 'haiku', 'fable'] as const;

/** A row per field, in the order in which the form shows them and new keys are written. */
export const FIELDS: readonly FieldRule[] = [
  {
    key: 'name',
    kind: 'text',
    label: 'Name',
    help: 'What the agent is called, by Claude and by people.',
    rule: 'Up to 256 characters, no colon, no leading hyphen; lower case with hyphens is best.',
    required: true,
    effective: text,
  },
  {
    key: 'description',
    kind: 'long-text',
    label: 'Description',
    help: 'When Claude should call this agent: it chooses by this text alone.',
    rule: 'Required; 200 to 1,000 characters with two to four examples work best.',
    required: true,
    effective: (written) => text(written) && String(written).replaceAll('\\n', '\n'),
  },
  {
    key: 'tools',
    kind: 'tools',
    label: 'Tools',
    help: 'What the agent may use.',
    rule: 'Leave it out to give all tools; an empty list gives none.',
    effective: (written) => toolItems(written),
  },
  {
    key: 'disallowedTools',
    kind: 'tools',
    label: 'Denied tools',
    help: 'What the agent may not use, whatever the other list says.',
    rule: 'Tool names; they are taken away first.',
    effective: (written) => deniedTools(written),
  },
  {
    key: 'model',
    kind: 'text-choice',
    label: 'Model',
    help: 'Which model runs the agent.',
    rule: 'One of the names, or a full model id; left out, it inherits the session’s.',
    values: MODELS,
    effective: (written) => {
      const model = typeof written === 'string' ? written.trim() : '';
      if (model === '') return undefined;
      return model.toLowerCase() === 'inherit' ? 'inherit' : model;
    },
  },
  {
    key: 'permissionMode',
    kind: 'choice',
    label: 'Permission mode',
    help: 'When the agent asks before it acts.',
    rule: 'One of the modes; left out, it follows the session.',
    values: PERMISSION_MODES,
    ignoredInPlugins: true,
    effective: oneOf(PERMISSION_MODES),
  },
  {
    key: 'maxTurns',
    kind: 'count',
    label: 'Turns at most',
    help: 'After how many turns the agent stops.',
    rule: 'A whole number above zero.',
    effective: (written) => {
      const count = typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : written;
      return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : undefined;
    },
  },
  {
    key: 'skills',
    kind: 'list',
    label: 'Skills',
    help: 'Skills that are loaded when the agent starts.',
    rule: 'A list of skill names.',
    effective: (written) => {
      const items = typeof written === 'string' ? written.split(',') : Array.isArray(written) ? written : [];
      return items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
    },
  },
  {
    key: 'mcpServers',
    kind: 'nested',
    label: 'MCP servers',
    help: 'Servers whose tools only this agent gets.',
    rule: 'A list of names of configured servers, or of name and settings.',
    ignoredInPlugins: true,
    effective: (written) => (isObject(written) ? written : undefined),
  },
  {
    key: 'hooks',
    kind: 'nested',
    label: 'Hooks',
    help: 'Commands that run on events while the agent works.',
    rule: 'A map from event to matchers; a list or text here makes the whole file vanish.',
    ignoredInPlugins: true,
    effective: (written) => (isObject(written) && !Array.isArray(written) ? written : undefined),
  },
  {
    key: 'memory',
    kind: 'choice',
    label: 'Memory',
    help: 'Where the agent keeps notes between sessions; with a tool list it adds Write, Edit and Read.',
    rule: 'user, project or local.',
    values: MEMORIES,
    effective: oneOf(MEMORIES),
  },
  {
    key: 'background',
    kind: 'flag',
    label: 'In the background',
    help: 'Whether the agent always runs beside the conversation.',
    rule: 'Yes or no; left out, it does not.',
    effective: flag,
  },
  {
    key: 'omitClaudeMd',
    kind: 'flag',
    label: 'Leave out CLAUDE.md',
    help: 'Whether the agent works without the project’s CLAUDE.md.',
    rule: 'Yes or no; left out, it reads the file.',
    effective: flag,
  },
  {
    key: 'effort',
    kind: 'text-choice',
    label: 'Effort',
    help: 'How long the model thinks.',
    rule: 'low, medium, high, xhigh, max, or a whole number.',
    values: EFFORTS,
    effective: (written) => {
      if (typeof written === 'number') return Number.isInteger(written) ? written : undefined;
      if (typeof written !== 'string') return undefined;
      if (/^-?\d+$/.test(written)) return Number(written);
      return oneOf(EFFORTS)(written.toLowerCase());
    },
  },
  {
    key: 'isolation',
    kind: 'choice',
    label: 'Isolation',
    help: 'Whether the agent works in a copy of the repository of its own.',
    rule: 'worktree, or nothing.',
    values: ISOLATIONS,
    effective: oneOf(ISOLATIONS),
  },
  {
    key: 'color',
    kind: 'choice',
    label: 'Colour',
    help: 'The colour of the agent in the terminal.',
    rule: 'One of eight.',
    values: COLORS,
    effective: oneOf(COLORS),
  },
  {
    key: 'initialPrompt',
    kind: 'long-text',
    label: 'First prompt',
    help: 'Sent first when the agent runs as the main session.',
    rule: 'Any text.',
    effective: text,
  },
  {
    key: 'experimental',
    kind: 'nested',
    label: 'Experimental',
    help: 'Settings that may change, such as cacheTtl: 5m.',
    rule: 'A map; cacheTtl is 5m or 1h.',
    effective: (written) => (isObject(written) && !Array.isArray(written) ? written : undefined),
  },
];

const BY_KEY = new Map<string, FieldRule>(FIELDS.map((field) => [field.key, field]));

/** Returns the row of a key, or undefined for a key that Claude Code does not read. */
export function fieldRule(key: string): FieldRule | undefined {
  return BY_KEY.get(key);
}

/** The value that the agent gets for `written` at `key`; undefined where there is none or the loader drops it. */
export function effectiveValue(key: FieldKey, written: YamlValue | undefined): YamlValue | undefined {
  return written === undefined ? undefined : fieldRule(key)?.effective(written);
}
