/** Do the tool lists say what their writer means? */

import { type AgentFile, type Field, type Fix, toolItems } from '@/lib/agent-file';
import { findTool, listWords, readToolItem, resolveGrants, TOOLS } from '@/lib/authority';

import { nearestWord } from '../distance';
import { editFix, soundFix } from '../fixes';
import { type Finding, fieldOf, firstLine, type Rule, rangeOf, rangeOfText } from '../rule';

/** Tools of earlier versions: what does their work now, or null where nothing does. */
const RETIRED: Readonly<Record<string, string | null>> = {
  MultiEdit: 'Edit',
  LS: 'Glob',
  NotebookRead: 'Read',
  BashOutput: null,
  AgentOutputTool: null,
  SlashCommand: 'Skill',
};

const TOOL_NAMES = TOOLS.map((tool) => tool.name);

/** The items of a tool list as written, without what memory adds. */
function itemsOf(file: AgentFile, key: 'tools' | 'disallowedTools'): string[] {
  if (key === 'tools' && file.effective.tools.kind !== 'list') return [];
  if (key === 'disallowedTools' && file.effective.disallowedTools.length === 0) return [];
  return [...new Set(toolItems(fieldOf(file, key)?.written))];
}

/** The items that no tool answers to; `*` in a deny list has its own meaning. */
function unknownItems(file: AgentFile, key: 'tools' | 'disallowedTools'): string[] {
  return itemsOf(file, key).filter((text) => {
    const item = readToolItem(text);
    return item.tool === null && item.mcp === null && text !== '*';
  });
}

/** Replaces one item of a list by another, or takes it out when the list has the other already. */
function replaceItem(file: AgentFile, field: Field, item: string, name: string): Fix | undefined {
  const key = field.key as 'tools' | 'disallowedTools';
  const items = itemsOf(file, key);
  if (items.some((other) => other !== item && readToolItem(other).name === name)) {
    return dropItem(file, field, item, `Remove ${item}: ${name} is in the list`);
  }
  const range = rangeOfText(file, field, item);
  if (file.text.slice(range.from, range.to) !== item) return undefined;
  const open = item.indexOf('(');
  const insert = name + (open === -1 ? '' : item.slice(open));
  return soundFix(file, `Replace ${item} by ${name}`, [{ ...range, insert }], [key]);
}

function dropItem(file: AgentFile, field: Field, item: string, title: string): Fix | undefined {
  const key = field.key as 'tools' | 'disallowedTools';
  const rest = itemsOf(file, key).filter((other) => other !== item);
  if (rest.length === 0) return undefined;
  const written = Array.isArray(field.written) ? rest : rest.join(', ');
  return editFix(file, title, { kind: 'set', key, value: written });
}

function inToolLists(say: (file: AgentFile, field: Field, item: string) => Finding | null) {
  return (file: AgentFile): Finding[] =>
    (['tools', 'disallowedTools'] as const).flatMap((key) => {
      const field = fieldOf(file, key);
      if (field === null || isQuotedList(file)) return [];
      return unknownItems(file, key).flatMap((item) => say(file, field, item) ?? []);
    });
}

function meantTool(item: string): string | null {
  const { name } = readToolItem(item);
  return Object.hasOwn(RETIRED, name) ? null : nearestWord(name, TOOL_NAMES);
}

function misspelledTool(file: AgentFile, field: Field, item: string): Finding | null {
  const meant = meantTool(item);
  if (meant === null) return null;
  return {
    message: `Claude Code has no tool called ${item} and drops it without a word. Did you mean ${meant}?`,
    range: rangeOfText(file, field, item),
    field: field.key,
    fix: replaceItem(file, field, item, meant),
  };
}

/** One remark for all names that resemble nothing: a list from another program may hold dozens. */
function strangeTools(file: AgentFile, key: 'tools' | 'disallowedTools'): Finding[] {
  const field = fieldOf(file, key);
  const strange = unknownItems(file, key).filter(
    (item) => meantTool(item) === null && !Object.hasOwn(RETIRED, readToolItem(item).name),
  );
  const [first] = strange;
  if (field === null || first === undefined || isQuotedList(file)) return [];
  const them = strange.length === 1 ? 'it' : 'them';
  return [
    {
      message: `Claude Code has no ${strange.length === 1 ? 'tool' : 'tools'} called ${listWords(strange)} and drops ${them} without a word. Remove ${them}; a tool of an MCP server is written mcp__server__tool.`,
      range: strange.length === 1 ? rangeOfText(file, field, first) : rangeOf(field),
      field: key,
    },
  ];
}

const LIST_IN_QUOTES = /^(["'])\[(.*)\]\1$/s;

function isQuotedList(file: AgentFile): boolean {
  const field = fieldOf(file, 'tools');
  return field?.value !== null && field !== null && LIST_IN_QUOTES.test(sourceOf(file, field));
}

function sourceOf(file: AgentFile, field: Field): string {
  return field.value === null ? '' : file.text.slice(field.value.from, field.value.to);
}

function isReadOnly(items: string[]): boolean {
  return items.every((item) => {
    const { tool } = readToolItem(item);
    return tool !== null && !['change', 'run'].includes(tool.effect ?? '');
  });
}

export const TOOL_RULES: readonly Rule[] = [
  {
    code: 'tools-inherited',
    severity: 'info',
    find: (file) =>
      file.frontMatter === null || fieldOf(file, 'tools') !== null
        ? []
        : [
            {
              message:
                'Without the key tools the agent gets every tool of the session. That is a decision: list what it needs if it needs less.',
              range: firstLine(file),
              field: 'tools',
            },
          ],
  },
  {
    code: 'tools-empty',
    severity: 'warning',
    find: (file) => {
      const field = fieldOf(file, 'tools');
      if (field === null || file.effective.tools.kind !== 'none') return [];
      return [
        {
          message:
            'The key tools is there but holds no tool, so the agent gets none, although Claude Code’s list of agents says all. List the tools, or delete the key to give all.',
          range: rangeOf(field),
          field: 'tools',
        },
      ];
    },
  },
  {
    code: 'tools-quoted-list',
    severity: 'error',
    find: (file) => {
      const field = fieldOf(file, 'tools');
      if (field === null || field.value === null || !isQuotedList(file)) return [];
      const insert = sourceOf(file, field).replace(LIST_IN_QUOTES, '[$2]');
      return [
        {
          message:
            'In quotes this is one text, not a list: its brackets become part of the names and the tools are not found. Take the quotes away.',
          range: field.value,
          field: 'tools',
          fix: soundFix(file, 'Take the quotes away', [{ ...field.value, insert }], ['tools']),
        },
      ];
    },
  },
  {
    code: 'tools-none-valid',
    severity: 'error',
    find: (file) => {
      const field = fieldOf(file, 'tools');
      const grants = resolveGrants(file.effective);
      if (field === null || grants.kind !== 'list' || grants.starts) return [];
      const why =
        grants.unknown.length + grants.withheld.length > 0
          ? 'exists for a sub-agent'
          : 'is left after the denials';
      return [
        {
          message: `No tool of this list ${why}, so Claude Code refuses to start the agent. List at least one, such as Read.`,
          range: rangeOf(field),
          field: 'tools',
        },
      ];
    },
  },
  {
    code: 'tool-unknown',
    severity: 'warning',
    find: (file) => [
      ...inToolLists((_, field, item) => misspelledTool(file, field, item))(file),
      ...(['tools', 'disallowedTools'] as const).flatMap((key) => strangeTools(file, key)),
    ],
  },
  {
    code: 'tool-retired',
    severity: 'info',
    find: inToolLists((file, field, item) => {
      const { name } = readToolItem(item);
      if (!Object.hasOwn(RETIRED, name)) return null;
      const heir = RETIRED[name] ?? null;
      return {
        message: `${item} is a tool of earlier versions and is dropped now${heir === null ? '' : `; ${heir} does its work`}.`,
        range: rangeOfText(file, field, item),
        field: field.key,
        fix:
          heir === null
            ? dropItem(file, field, item, `Remove ${item}`)
            : replaceItem(file, field, item, heir),
      };
    }),
  },
  {
    code: 'tool-denied-too',
    severity: 'warning',
    find: (file) => {
      const field = fieldOf(file, 'tools');
      if (field === null) return [];
      const denied = file.effective.disallowedTools.map(readToolItem);
      return itemsOf(file, 'tools').flatMap((item) => {
        const { name } = readToolItem(item);
        const deny = denied.find((candidate) => candidate.name === name);
        if (deny === undefined) return [];
        const whole = deny.args === null ? '' : `, for ${deny.text} denies all of ${name}`;
        return [
          {
            message: `${item} is allowed and denied; the denial wins${whole}. Take it out of one of the lists.`,
            range: rangeOfText(file, field, item),
            field: 'tools',
            fix: dropItem(file, field, item, `Remove ${item} from tools`),
          },
        ];
      });
    },
  },
  {
    code: 'tool-pattern-ignored',
    severity: 'info',
    find: (file) => {
      const field = fieldOf(file, 'tools');
      if (field === null) return [];
      return itemsOf(file, 'tools').flatMap((text) => {
        const item = readToolItem(text);
        if (item.args === null || item.tool === null || item.name === 'Agent') return [];
        return [
          {
            message: `Here ${text} gives all of ${item.name}: patterns limit nothing in an agent’s list. Limit it in the permission rules of the settings.`,
            range: rangeOfText(file, field, text),
            field: 'tools',
          },
        ];
      });
    },
  },
  {
    code: 'tool-withheld',
    severity: 'info',
    find: (file) => {
      const field = fieldOf(file, 'tools');
      if (field === null || file.effective.tools.kind !== 'list') return [];
      const items = itemsOf(file, 'tools').filter((item) => {
        const tool = findTool(readToolItem(item).name);
        return (
          tool?.subAgent === 'never' ||
          (tool?.subAgent === 'plan' && file.effective.permissionMode !== 'plan')
        );
      });
      const [first] = items;
      if (first === undefined) return [];
      return [
        {
          message: `A sub-agent never gets ${listWords(items)}; it works without.`,
          range: rangeOfText(file, field, first),
          field: 'tools',
        },
      ];
    },
  },
  {
    code: 'memory-adds-writing',
    severity: 'warning',
    find: (file) => {
      const field = fieldOf(file, 'memory');
      const items = itemsOf(file, 'tools');
      if (field === null || file.effective.memory === null || items.length === 0 || !isReadOnly(items))
        return [];
      const denied = file.effective.disallowedTools;
      const added = ['Write', 'Edit'].filter((tool) => !items.includes(tool) && !denied.includes(tool));
      if (added.length === 0) return [];
      return [
        {
          message: `The tools only read, but memory adds ${listWords(added)}: the agent can change any file. Leave memory out, or deny ${listWords(added)} with disallowedTools.`,
          range: rangeOf(field),
          field: 'memory',
        },
      ];
    },
  },
];
