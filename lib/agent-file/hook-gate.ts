/** Do the hooks in the front matter make Claude Code drop the whole file? */

import type { YamlValue } from './types';

type YamlMap = { [key: string]: YamlValue };

const EVENTS = new Set([
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PostToolBatch',
  'Notification',
  'UserPromptSubmit',
  'UserPromptExpansion',
  'SessionStart',
  'SessionEnd',
  'Stop',
  'StopFailure',
  'SubagentStart',
  'SubagentStop',
  'PreCompact',
  'PostCompact',
  'PermissionRequest',
  'PermissionDenied',
  'Setup',
  'TeammateIdle',
  'TaskCreated',
  'TaskCompleted',
  'Elicitation',
  'ElicitationResult',
  'ConfigChange',
  'WorktreeCreate',
  'WorktreeRemove',
  'InstructionsLoaded',
  'CwdChanged',
  'FileChanged',
  'DirectoryAdded',
  'MessageDisplay',
]);

/** The events that can stop an action: only these are read strictly. */
const GATES = ['PreToolUse', 'PermissionRequest'];
/** Keys below which nothing counts as misplaced. */
const EXEMPT = new Set(['metadata', 'mcpServers']);
/** Maps nested deeper than this below a top-level key are not looked at. */
const MAX_DEPTH = 4;

/** What is wrong with the hooks: a path of keys to it, and whether it is misplaced or malformed. */
export interface HookFault {
  kind: 'not-a-map' | 'malformed' | 'misplaced';
  path: string[];
}

/** Finds the first fault for which Claude Code drops the file, or null. */
export function findHookFault(frontMatter: YamlMap): HookFault | null {
  const hooks = own(frontMatter, 'hooks');
  if (hooks && !isMap(hooks)) return { kind: 'not-a-map', path: ['hooks'] };
  if (isMap(hooks)) {
    for (const gate of GATES) {
      const matchers = own(hooks, gate);
      if (matchers !== undefined && matchers !== null && !isMatcherList(matchers)) {
        return { kind: 'malformed', path: ['hooks', gate] };
      }
    }
  }
  return findMisplaced(frontMatter);
}

function findMisplaced(frontMatter: YamlMap): HookFault | null {
  const gate = gateKeyIn(frontMatter);
  if (gate !== null) return { kind: 'misplaced', path: [gate] };
  for (const key of Object.keys(frontMatter)) {
    if (EXEMPT.has(key)) continue;
    const value = own(frontMatter, key) ?? null;
    const path = key === 'hooks' ? misplacedInHooks(value) : misplacedIn(value, 1, EVENTS.has(key));
    if (path !== null) return { kind: 'misplaced', path: [key, ...path] };
  }
  return null;
}

/** Directly in `hooks`, the gates are in their place and every key counts as an event but `hooks` itself. */
function misplacedInHooks(hooks: YamlValue): string[] | null {
  if (!isMap(hooks)) return null;
  if (isFullList(own(hooks, 'hooks'))) return ['hooks'];
  for (const key of Object.keys(hooks)) {
    const path = misplacedIn(own(hooks, key) ?? null, 2, key !== 'hooks');
    if (path !== null) return [key, ...path];
  }
  return null;
}

function misplacedIn(value: YamlValue, depth: number, underEvent: boolean): string[] | null {
  if (depth > MAX_DEPTH || value === null || typeof value !== 'object') return null;
  if (isMap(value)) {
    const gate = gateKeyIn(value);
    if (gate !== null) return [gate];
    if (!underEvent && isFullList(own(value, 'hooks'))) return ['hooks'];
  }
  for (const key of Object.keys(value)) {
    const child = Array.isArray(value) ? value[Number(key)] : own(value, key);
    const path = misplacedIn(child ?? null, depth + 1, underEvent || (isMap(value) && EVENTS.has(key)));
    if (path !== null) return [key, ...path];
  }
  return null;
}

function gateKeyIn(map: YamlMap): string | null {
  for (const gate of GATES) {
    const value = own(map, gate);
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) return gate;
  }
  return null;
}

function isMatcherList(value: YamlValue): boolean {
  return Array.isArray(value) && value.every(isMatcher);
}

function isMatcher(value: YamlValue): boolean {
  if (!isMap(value)) return false;
  const hooks = own(value, 'hooks');
  return isText(own(value, 'matcher'), true) && Array.isArray(hooks) && hooks.every(isHook);
}

/** The fields that each type of hook needs, all of them text. */
const HOOK_TYPES: Readonly<Record<string, readonly string[]>> = {
  command: ['command'],
  prompt: ['prompt'],
  agent: ['prompt'],
  http: ['url'],
  mcp_tool: ['server', 'tool'],
};

type FieldTest = (value: YamlValue | undefined) => boolean;
const optional =
  (test: (value: YamlValue) => boolean): FieldTest =>
  (value) =>
    value === undefined || test(value);

/** The fields that any hook may have. */
const HOOK_OPTIONS: Readonly<Record<string, FieldTest>> = {
  timeout: optional((value) => typeof value === 'number' && value > 0),
  once: optional((value) => typeof value === 'boolean'),
  async: optional((value) => typeof value === 'boolean'),
  shell: optional((value) => value === 'bash' || value === 'powershell'),
  if: optional((value) => typeof value === 'string'),
  statusMessage: optional((value) => typeof value === 'string'),
  model: optional((value) => typeof value === 'string'),
};

function isHook(value: YamlValue): boolean {
  if (!isMap(value)) return false;
  const type = own(value, 'type');
  const needed = typeof type === 'string' && Object.hasOwn(HOOK_TYPES, type) ? HOOK_TYPES[type] : undefined;
  if (!needed?.every((field) => isText(own(value, field), false))) return false;
  if (type === 'http' && !isUrl(own(value, 'url'))) return false;
  return Object.entries(HOOK_OPTIONS).every(([field, test]) => test(own(value, field)));
}

function isUrl(value: YamlValue | undefined): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

function isText(value: YamlValue | undefined, orAbsent: boolean): boolean {
  return typeof value === 'string' || (orAbsent && value === undefined);
}

function isFullList(value: YamlValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(map: YamlMap, key: string): YamlValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
