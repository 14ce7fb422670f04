/** Do the tool lists give what their writer means? */

import { findTool, readToolItem, resolveGrants } from '@/lib/authority';
import { listWords } from '@/lib/text';

import { soundFix } from '../fixes';
import { fieldOf, firstLine, type Rule, rangeOf, rangeOfText } from '../rule';
import { dropItem, isQuotedList, itemsOf, LIST_IN_QUOTES, sourceOf } from './tool-items';

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
      const range = field?.value;
      if (!field || !range || !isQuotedList(file)) return [];
      const insert = sourceOf(file, field).replace(LIST_IN_QUOTES, '[$2]');
      return [
        {
          message:
            'In quotes this is one text, not a list: its brackets become part of the names and the tools are not found. Take the quotes away.',
          range,
          field: 'tools',
          mend: () => soundFix(file, 'Take the quotes away', [{ ...range, insert }], ['tools']),
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
            mend: () => dropItem(file, field, item, `Remove ${item} from tools`),
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
        if (item.args === null || item.tool?.subAgent !== 'yes' || item.name === 'Agent') return [];
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
