/** Does each field have a value that Claude Code takes? */

import { type AgentFile, type Field, type FieldKey, fieldRule, type YamlValue } from '@/lib/agent-file';

import { nearestColor } from '../colors';
import { nearestWord } from '../distance';
import { editFix } from '../fixes';
import { type Finding, fieldOf, type Rule, rangeOf } from '../rule';

/** A field whose wrong values are dropped without a word: what to say, and which value was meant. */
interface ValueRow {
  key: FieldKey;
  code: string;
  severity: Rule['severity'];
  /** What the loader does instead, after "so". */
  outcome: string;
  /** The value that the writer must have meant, or undefined. */
  meant?: (written: YamlValue) => YamlValue | undefined;
}

const ofChoices = (key: FieldKey) => (written: YamlValue) => {
  if (typeof written !== 'string') return undefined;
  return nearestWord(written.trim(), fieldRule(key)?.values ?? []) ?? undefined;
};

const FLAG_WORDS: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  no: false,
  off: false,
  true: true,
  false: false,
};

const ofFlag = (written: YamlValue) =>
  written === 1 || written === 0
    ? written === 1
    : typeof written === 'string' && Object.hasOwn(FLAG_WORDS, written.trim().toLowerCase())
      ? FLAG_WORDS[written.trim().toLowerCase()]
      : undefined;

const VALUE_ROWS: readonly ValueRow[] = [
  {
    key: 'permissionMode',
    code: 'permission-mode-unknown',
    severity: 'warning',
    outcome: 'the agent asks as the session does',
    meant: ofChoices('permissionMode'),
  },
  {
    key: 'memory',
    code: 'memory-unknown',
    severity: 'warning',
    outcome: 'the agent has no memory',
    meant: ofChoices('memory'),
  },
  {
    key: 'effort',
    code: 'effort-unknown',
    severity: 'warning',
    outcome: 'the session’s effort is used',
    meant: ofChoices('effort'),
  },
  {
    key: 'isolation',
    code: 'isolation-unknown',
    severity: 'warning',
    outcome: 'the agent works in your own checkout',
    meant: ofChoices('isolation'),
  },
  {
    key: 'color',
    code: 'color-unknown',
    severity: 'info',
    outcome: 'the agent has no colour',
    meant: (written) => (typeof written === 'string' ? (nearestColor(written) ?? undefined) : undefined),
  },
  { key: 'maxTurns', code: 'max-turns-invalid', severity: 'warning', outcome: 'nothing limits its turns' },
  {
    key: 'background',
    code: 'background-not-boolean',
    severity: 'warning',
    outcome: 'it does not run in the background',
    meant: ofFlag,
  },
  {
    key: 'omitClaudeMd',
    code: 'omit-claude-md-not-boolean',
    severity: 'warning',
    outcome: 'the agent reads CLAUDE.md',
    meant: ofFlag,
  },
  {
    key: 'mcpServers',
    code: 'mcp-servers-invalid',
    severity: 'warning',
    outcome: 'it has no servers of its own',
  },
  {
    key: 'initialPrompt',
    code: 'initial-prompt-not-text',
    severity: 'warning',
    outcome: 'there is no first prompt',
  },
  { key: 'experimental', code: 'experimental-invalid', severity: 'warning', outcome: 'it has no effect' },
];

function valueRule({ key, code, severity, outcome, meant }: ValueRow): Rule {
  return {
    code,
    severity,
    find: (file) => {
      const field = fieldOf(file, key);
      if (field === null || isEmpty(field.written)) return [];
      const rule = fieldRule(key);
      if (rule === undefined || rule.effective(field.written ?? null) !== undefined) return [];
      const value = meant?.(field.written ?? null);
      const guess = value === undefined ? '' : ` Did you mean ${String(value)}?`;
      return [
        {
          message: `${shown(field.written)} is no value for ${key}, so ${outcome}. ${rule.rule}${guess}`,
          range: rangeOf(field),
          field: key,
          mend: () =>
            value === undefined
              ? undefined
              : editFix(file, `Set ${key} to ${String(value)}`, { kind: 'set', key, value }),
        },
      ];
    },
  };
}

function isEmpty(written: Field['written']): boolean {
  return written === undefined || written === null || written === '';
}

function shown(written: Field['written']): string {
  const text = typeof written === 'string' ? written : JSON.stringify(written);
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}

const ALIASES = ['opus', 'sonnet', 'haiku', 'fable', 'inherit', 'best', 'opusplan', 'default'];

/** Ids of Anthropic's own interface, Bedrock and Vertex: a Claude model with a family or a number in it. */
const FULL_ID = /^([a-z]{2,6}\.)?(anthropic[./])?claude-[a-z0-9][a-z0-9.:@-]*$/;

function isModel(text: string): boolean {
  const name = text.toLowerCase().replace(/\[1m\]$/, '');
  return ALIASES.includes(name) || FULL_ID.test(name) || name.startsWith('arn:');
}

function findModel(file: AgentFile): Finding[] {
  const field = fieldOf(file, 'model');
  if (field === null || isEmpty(field.written)) return [];
  const { model } = file.effective;
  if (model !== null && isModel(model)) return [];
  const value = model === null ? null : nearestWord(model, ALIASES);
  const known = 'Use sonnet, opus, haiku, fable, inherit or a full id.';
  const said =
    model === null
      ? `${shown(field.written)} is no text, so the session’s model is used. ${known}`
      : `${shown(model)} is no model that Claude Code knows; it loads, and fails when the agent starts. ${known}`;
  return [
    {
      message: value === null ? said : `${said} Did you mean ${value}?`,
      range: rangeOf(field),
      field: 'model',
      mend: () =>
        value === null
          ? undefined
          : editFix(file, `Set model to ${value}`, { kind: 'set', key: 'model', value }),
    },
  ];
}

function findSkills(file: AgentFile): Finding[] {
  const field = fieldOf(file, 'skills');
  if (field === null || isEmpty(field.written)) return [];
  const { written } = field;
  if (Array.isArray(written) && written.every((item) => typeof item === 'string')) return [];
  const items = file.effective.skills;
  const plain = typeof written === 'string';
  return [
    {
      message: plain
        ? 'skills is one text. Write it as a list, which every version reads.'
        : 'skills holds something that is no name of a skill; it is dropped. Write a list of names.',
      range: rangeOf(field),
      field: 'skills',
      mend: () =>
        plain && items.length > 0
          ? editFix(file, 'Write skills as a list', {
              kind: 'set-source',
              key: 'skills',
              yaml: flowList(items),
            })
          : undefined,
    },
  ];
}

function flowList(items: readonly string[]): string {
  const plain = (item: string) => /^[a-z][a-z0-9]*(-[a-z0-9]+)+$|^[a-z]{5,}$/.test(item) && item !== 'false';
  return `[${items.map((item) => (plain(item) ? item : JSON.stringify(item))).join(', ')}]`;
}

export const VALUE_RULES: readonly Rule[] = [
  { code: 'model-unknown', severity: 'warning', find: findModel },
  { code: 'skills-not-list', severity: 'warning', find: findSkills },
  ...VALUE_ROWS.map(valueRule),
];
