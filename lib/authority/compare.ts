/** Does a change let an agent do more than before? */

import type { YamlValue } from '@/lib/agent-file';

import { type AuthorityValues, coversMcp } from './grants';
import { readToolItem, type ToolItem } from './items';
import { TOOLS, type Tool } from './tools';

/** One thing that an agent may do. */
export interface Power {
  /** The same for the same power in whatever change; of a hook or server it holds every setting. */
  key: string;
  /** What it is, as a noun phrase: "Bash", "a hook on PreToolUse". */
  words: string;
  /** The settings of a hook or of a server, as JSON; null of the rest. */
  detail: string | null;
}

export interface AuthorityChange {
  /** True when the agent may do anything that it could not do before. */
  widens: boolean;
  /** What it may do now and could not before, as verb phrases: "gains Bash". */
  gains: string[];
  /** What it could do before and may not do now: "loses Bash". */
  losses: string[];
  /** The same one by one, so that each can be looked at by itself. */
  gained: Power[];
  lost: Power[];
}

/**
 * Compares what an agent may do before and after a change. Sound: whatever gives more, also where the effect
 * depends on the session, is a gain; the losses are exactly the gains of the opposite change.
 */
export function compareAuthority(before: AuthorityValues, after: AuthorityValues): AuthorityChange {
  const mentioned = [...mentionedItems(before), ...mentionedItems(after)];
  const had = powersOf(before, mentioned);
  const has = powersOf(after, mentioned);
  for (const guard of guardsOf(before)) if (!guardsOf(after).includes(guard)) has.add(`freedom:${guard}`);
  for (const guard of guardsOf(after)) if (!guardsOf(before).includes(guard)) had.add(`freedom:${guard}`);
  const gained = [...has].filter((power) => !had.has(power));
  const lost = [...had].filter((power) => !has.has(power));
  return {
    widens: gained.length > 0,
    gains: summarise(gained).map((words) => `gains ${words}`),
    losses: summarise(lost).map((words) => `loses ${words}`),
    gained: gained.map(powerOf),
    lost: lost.map(powerOf),
  };
}

/** Everything that an agent may do, as words that can be compared; `kind:` prefixes sort them. */
function powersOf(values: AuthorityValues, mentioned: ToolItem[]): Set<string> {
  const powers = new Set<string>();
  const items = values.tools.kind === 'list' ? values.tools.list.map(readToolItem) : [];
  const inherits = values.tools.kind === 'inherit';
  const denies = values.disallowedTools.filter((item) => item !== '*').map(readToolItem);
  const allowed = (item: ToolItem) => inherits || items.some((other) => covers(other, item));
  const open = (item: ToolItem) => allowed(item) && !denies.some((deny) => covers(deny, item));
  if (inherits) powers.add('tool:every other tool of the session');
  for (const tool of TOOLS) {
    if (available(tool, values) && open(readToolItem(tool.name))) powers.add(`tool:${tool.name}`);
  }
  for (const item of mentioned) {
    if (item.tool === null && open(item)) powers.add(`tool:${item.name}`);
  }
  for (const power of agentPowers(values, items, powers, mentioned)) powers.add(power);
  for (const power of modePowers(values.permissionMode)) powers.add(`mode:${power}`);
  for (const [name, config] of servers(values.mcpServers)) powers.add(`server:${name} ${config}`);
  for (const hook of hooks(values.hooks)) powers.add(`hook:${hook}`);
  if (values.memory !== null) powers.add(`memory:${values.memory}`);
  if (values.isolation !== 'worktree') powers.add(`place:${values.isolation ?? ''}`);
  return powers;
}

function available(tool: Tool, values: AuthorityValues): boolean {
  // ExitPlanMode is the way out of a restriction, not a power: moving to plan mode takes power away.
  return tool.subAgent === 'yes' && !(tool.foregroundOnly && values.background === true);
}

function covers(wide: ToolItem, narrow: ToolItem): boolean {
  if (wide.mcp !== null || narrow.mcp !== null) return coversMcp(wide, narrow);
  return wide.name === narrow.name;
}

function mentionedItems(values: AuthorityValues): ToolItem[] {
  const list = values.tools.kind === 'list' ? values.tools.list : [];
  return [...list, ...values.disallowedTools].filter((item) => item !== '*').map(readToolItem);
}

/** `Agent(a,b)` starts only a and b; plain `Agent` starts any, so it holds every type that either side names. */
function agentPowers(
  values: AuthorityValues,
  items: ToolItem[],
  powers: Set<string>,
  mentioned: ToolItem[],
): string[] {
  if (!powers.has('tool:Agent')) return [];
  const types = (item: ToolItem) => (item.args ?? '').split(',').flatMap((type) => type.trim() || []);
  const mine = items.filter((item) => item.name === 'Agent');
  const any = values.tools.kind === 'inherit' || mine.some((item) => types(item).length === 0);
  const named = (any ? mentioned.filter((item) => item.name === 'Agent') : mine).flatMap(types);
  return [...named.map((type) => `agent:${type}`), ...(any ? ['agent:'] : [])];
}

/** What each permission mode lets an agent do unasked; no mode, `default` and `manual` ask for each. */
const MODE_POWERS: Readonly<Record<string, readonly string[]>> = {
  plan: [],
  dontAsk: ['changes'],
  default: ['changes', 'asks'],
  acceptEdits: ['changes', 'asks', 'edits', 'edits unchecked'],
  auto: ['changes', 'asks', 'edits', 'commands'],
  bypassPermissions: ['changes', 'asks', 'edits', 'edits unchecked', 'commands', 'commands unchecked'],
};

function modePowers(mode: string | null): readonly string[] {
  return (mode !== null && Object.hasOwn(MODE_POWERS, mode) ? MODE_POWERS[mode] : MODE_POWERS.default) ?? [];
}

function servers(value: YamlValue | null): [string, string][] {
  if (value === null || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry): [string, string][] => {
    if (typeof entry === 'string') return [[entry, '']];
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return [];
    return Object.entries(entry).map(([name, config]) => [name, canonical(config)]);
  });
}

/** Every single hook with its event and matcher, so that moving one is a change and reordering is none. */
function hooks(value: YamlValue | null): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([event, matchers]) => {
    if (matchers === null) return [];
    const list = Array.isArray(matchers) ? matchers : [matchers];
    return list.flatMap((matcher) => hooksOfMatcher(event, matcher));
  });
}

function hooksOfMatcher(event: string, matcher: YamlValue): string[] {
  if (matcher === null || typeof matcher !== 'object' || Array.isArray(matcher)) {
    return [`${event} ${canonical(matcher)}`];
  }
  const pattern = typeof matcher.matcher === 'string' ? matcher.matcher : '';
  const list = Array.isArray(matcher.hooks) ? matcher.hooks : [matcher.hooks ?? null];
  return list.map((hook) => `${event} ${canonical([pattern, hook])}`);
}

/** Hooks that can refuse what the agent wants to do: without them it is freer. */
function guardsOf(values: AuthorityValues): string[] {
  return hooks(values.hooks).filter((hook) => /^(PreToolUse|PermissionRequest) /.test(hook));
}

function canonical(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}

const MODE_WORDS: Readonly<Record<string, string>> = {
  changes: 'acting at all, not only planning',
  asks: 'asking for what is not allowed yet',
  edits: 'changing files without asking',
  'edits unchecked': 'changing files without a safety check',
  commands: 'running commands without asking',
  'commands unchecked': 'running anything without a safety check',
};

/** How the powers of one kind are said; most kinds say each, some say that there are any. */
const SAY: Readonly<Record<string, (power: string) => string>> = {
  tool: (name) => name,
  agent: (type) => (type === '' ? 'starting any agent' : `starting the agent ${type}`),
  mode: (power) => MODE_WORDS[power] ?? power,
  server: (power) => `the MCP server ${power.slice(0, power.indexOf(' '))}`,
  hook: (power) => `a hook on ${power.slice(0, power.indexOf(' '))}`,
  freedom: (power) => `freedom from the check of a ${power.slice(0, power.indexOf(' '))} hook`,
  memory: (scope) => `notes between sessions (${scope} memory)`,
  place: (place) => (place === '' ? 'work on your own checkout' : `work in isolation (${place})`),
};

/** Kinds whose powers carry settings, after their name and a blank. */
const WITH_SETTINGS: ReadonlySet<string> = new Set(['server', 'hook', 'freedom']);

function powerOf(key: string): Power {
  const cut = key.indexOf(':');
  const [kind, rest] = [key.slice(0, cut), key.slice(cut + 1)];
  const settings = WITH_SETTINGS.has(kind) ? rest.slice(rest.indexOf(' ') + 1) : '';
  return { key, words: (SAY[kind] ?? String)(rest), detail: settings === '' ? null : settings };
}

function summarise(powers: string[]): string[] {
  return [...new Set(powers.map((power) => powerOf(power).words))];
}
