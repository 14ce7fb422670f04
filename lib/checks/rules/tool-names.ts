/** Does each name of the tool lists stand for a tool? */

import type { AgentFile, Field, Fix } from '@/lib/agent-file';
import { readToolItem, TOOLS } from '@/lib/authority';
import { listWords } from '@/lib/text';

import { nearestWord } from '../distance';
import { soundFix } from '../fixes';
import { type Finding, fieldOf, type Rule, rangeOf, rangeOfText } from '../rule';
import { dropItem, isQuotedList, itemsOf, type ToolKey } from './tool-items';

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

/** The items that no tool answers to; `*` in a deny list has its own meaning. */
function unknownItems(file: AgentFile, key: ToolKey): string[] {
  return itemsOf(file, key).filter((text) => {
    const item = readToolItem(text);
    return item.tool === null && item.mcp === null && text !== '*';
  });
}

/** Replaces one item of a list by another, or takes it out when the list has the other already. */
function replaceItem(file: AgentFile, field: Field, item: string, name: string): Fix | undefined {
  const key = field.key as ToolKey;
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
    mend: () => replaceItem(file, field, item, meant),
  };
}

/** One remark for all names that resemble nothing: a list from another program may hold dozens. */
function strangeTools(file: AgentFile, key: ToolKey): Finding[] {
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

export const TOOL_NAME_RULES: readonly Rule[] = [
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
        mend: () =>
          heir === null
            ? dropItem(file, field, item, `Remove ${item}`)
            : replaceItem(file, field, item, heir),
      };
    }),
  },
];
