/** What may this agent do, in one plain sentence? */

import type { YamlValue } from '@/lib/agent-file';
import { listWords } from '@/lib/text';

import { type AuthorityValues, type Grants, resolveGrants } from './grants';
import type { ToolEffect } from './tools';

/** One thing that an agent may do, must not do or is bound by; `words` is a verb phrase in the third person. */
export interface AuthorityFact {
  code:
    | ToolEffect
    | 'all-tools'
    | 'no-tools'
    | 'cannot-start'
    | 'except'
    | 'only'
    | 'changes-nothing'
    | 'asking'
    | 'memory'
    | 'hooks'
    | 'servers'
    | 'isolation'
    | 'background';
  words: string;
}

export interface Authority {
  /** One sentence, with a capital and a full stop. */
  sentence: string;
  facts: AuthorityFact[];
  grants: Grants;
  /** False when Claude Code refuses to start the agent, for none of its tools resolves. */
  starts: boolean;
}

/**
 * Says what an agent may do, from everything in its front matter that gives or takes power.
 *
 * @example describeAuthority(readAgentFile(text).effective).sentence // 'Reads and changes files, asks before each.'
 */
export function describeAuthority(values: AuthorityValues): Authority {
  const grants = resolveGrants(values);
  const facts = [...toolFacts(grants, values), ...extraFacts(values)];
  return { sentence: sentenceOf(facts), facts, grants, starts: grants.starts };
}

function toolFacts(grants: Grants, values: AuthorityValues): AuthorityFact[] {
  if (grants.kind === 'none') {
    return [{ code: 'no-tools', words: 'has no tools, so it can only answer from what it is told' }];
  }
  if (!grants.starts) return [{ code: 'cannot-start', words: cannotStartWords(grants) }];
  const acts = actFacts(grants);
  const facts: AuthorityFact[] = [];
  if (grants.kind === 'all') {
    const except = grants.denied.length > 0 ? ` except ${listWords(grants.denied)}` : '';
    facts.push({ code: except === '' ? 'all-tools' : 'except', words: `has every tool${except}` });
  }
  facts.push(...acts);
  const changes = acts.some((fact) => fact.code !== 'read' && fact.code !== 'skills' && fact.code !== 'only');
  if (!changes && acts.some((fact) => fact.code === 'read')) {
    facts.push({ code: 'changes-nothing', words: 'changes nothing and runs no command' });
  }
  const asking = changes ? askingWords(values.permissionMode, acts) : null;
  if (asking !== null) facts.push({ code: 'asking', words: asking });
  return facts;
}

function cannotStartWords(grants: Grants): string {
  const named = [...grants.unknown, ...grants.withheld];
  const why =
    named.length > 0
      ? `no tool resolves (${listWords(named)})`
      : 'no tool resolves, every tool of its list is denied';
  return `cannot start: ${why}`;
}

/** The effects that the sentence names, in its order; the words depend on what else is granted. */
const EFFECT_WORDS: readonly (readonly [ToolEffect, (grants: Grants) => string | null])[] = [
  ['read', (grants) => (has(grants, 'read') ? (has(grants, 'change') ? null : 'reads files') : null)],
  ['change', (grants) => (has(grants, 'change') ? changeWords(grants) : null)],
  ['run', (grants) => (has(grants, 'run') ? 'runs any command' : null)],
  ['web', (grants) => (has(grants, 'web') ? 'uses the web' : null)],
  ['agents', (grants) => (has(grants, 'agents') ? agentWords(grants) : null)],
  ['mcp', mcpWords],
  ['schedule', (grants) => (has(grants, 'schedule') && grants.kind === 'list' ? 'schedules work' : null)],
  ['reach', (grants) => (has(grants, 'reach') && grants.kind === 'list' ? 'sends you things' : null)],
  ['skills', (grants) => (has(grants, 'skills') && grants.kind === 'list' ? 'uses skills' : null)],
];

function actFacts(grants: Grants): AuthorityFact[] {
  const facts = EFFECT_WORDS.flatMap(([code, say]) => {
    const words = say(grants);
    return words === null ? [] : [{ code, words }];
  });
  if (facts.length > 0) return facts;
  const names = grants.tools.map((tool) => tool.name);
  return [
    { code: 'only', words: names.length > 0 ? `uses only ${listWords(names)}` : 'uses only MCP tools' },
  ];
}

function has(grants: Grants, effect: ToolEffect): boolean {
  return grants.tools.some((tool) => tool.effect === effect);
}

function changeWords(grants: Grants): string {
  return has(grants, 'read') ? 'reads and changes files' : 'changes files';
}

function agentWords(grants: Grants): string {
  if (grants.agents === null) return 'starts other agents';
  return `starts the ${grants.agents.length === 1 ? 'agent' : 'agents'} ${listWords(grants.agents)}`;
}

function mcpWords(grants: Grants): string | null {
  if (grants.kind === 'all') return 'uses MCP servers';
  const servers = [...new Set(grants.mcp.map((item) => item.mcp?.server ?? item.text))];
  if (servers.length > 0) return `uses tools of ${listWords(servers)} over MCP`;
  return has(grants, 'mcp') ? 'reads the resources of MCP servers' : null;
}

const ASKS = 'asks before each';

/** What the permission mode says of asking; any other mode asks before each act. */
const ASKING_WORDS = new Map<string | null, (acts: Acts) => string>([
  ['bypassPermissions', () => 'never asks'],
  ['dontAsk', () => 'never asks and is refused what is not allowed already'],
  ['auto', () => 'lets a safety check decide instead of asking'],
  ['plan', () => 'changes nothing before its plan is approved'],
  ['acceptEdits', acceptEditsWords],
]);

/** Whether the agent changes files, and whether it does more than that and reading. */
interface Acts {
  changes: boolean;
  more: boolean;
}

function acceptEditsWords({ changes, more }: Acts): string {
  if (!changes) return ASKS;
  return more ? 'changes files without asking and asks before the rest' : 'never asks';
}

function askingWords(mode: string | null, facts: AuthorityFact[]): string {
  const changes = facts.some((fact) => fact.code === 'change');
  const more = facts.some((fact) => !['read', 'change', 'skills'].includes(fact.code));
  return ASKING_WORDS.get(mode)?.({ changes, more }) ?? ASKS;
}

function extraFacts(values: AuthorityValues): AuthorityFact[] {
  const facts: AuthorityFact[] = [];
  const servers = serverNames(values.mcpServers);
  if (servers.length > 0)
    facts.push({ code: 'servers', words: `connects to ${listWords(servers)} over MCP` });
  const events = hookEvents(values.hooks);
  if (events.length > 0) facts.push({ code: 'hooks', words: `runs hooks on ${listWords(events)}` });
  if (values.memory !== null) {
    facts.push({ code: 'memory', words: `keeps notes between sessions (${values.memory} memory)` });
  }
  if (values.isolation === 'worktree') {
    facts.push({ code: 'isolation', words: 'works in a git worktree of its own' });
  } else if (values.isolation !== null) {
    facts.push({ code: 'isolation', words: `works in isolation (${values.isolation})` });
  }
  if (values.background === true) facts.push({ code: 'background', words: 'runs in the background' });
  return facts;
}

/** Returns the names of MCP servers that `mcpServers` holds, in its order. */
export function serverNames(servers: YamlValue | null): string[] {
  if (servers === null || typeof servers !== 'object') return [];
  if (!Array.isArray(servers)) return Object.keys(servers);
  return servers.flatMap((item) => {
    if (typeof item === 'string') return [item];
    return item !== null && typeof item === 'object' && !Array.isArray(item) ? Object.keys(item) : [];
  });
}

function hookEvents(hooks: YamlValue | null): string[] {
  if (hooks === null || typeof hooks !== 'object' || Array.isArray(hooks)) return [];
  return Object.keys(hooks).filter((event) => hooks[event] !== null);
}

function sentenceOf(facts: AuthorityFact[]): string {
  const [first, ...rest] = facts;
  if (first === undefined) return '';
  const joined = rest.reduce((text, fact, at) => {
    const mark = at === 0 && (first.code === 'all-tools' || first.code === 'except') ? ': ' : ', ';
    return text + (EXTRA_CODES.has(fact.code) ? '; ' : mark) + fact.words;
  }, first.words);
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

const EXTRA_CODES = new Set<AuthorityFact['code']>([
  'servers',
  'hooks',
  'memory',
  'isolation',
  'background',
  'changes-nothing',
]);
