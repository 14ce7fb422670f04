/** Can the agent be told apart by its name? */

import type { AgentFile } from '@/lib/agent-file';

import { type CheckContext, type Finding, fieldOf, firstLine, type Rule, rangeOf } from '../rule';

const BUILT_IN = ['Explore', 'Plan', 'general-purpose', 'claude', 'statusline-setup'];

function onName(say: (name: string, context: CheckContext) => string | null) {
  return (file: AgentFile, context: CheckContext): Finding[] => {
    const { name } = file.effective;
    if (name === null) return [];
    const message = say(name, context);
    if (message === null) return [];
    const field = fieldOf(file, 'name');
    return [{ message, range: field === null ? firstLine(file) : rangeOf(field), field: 'name' }];
  };
}

export const NAME_RULES: readonly Rule[] = [
  {
    code: 'name-built-in',
    severity: 'warning',
    find: onName((name) =>
      BUILT_IN.includes(name)
        ? `Claude Code has an agent ${name} of its own; this one takes its place. Choose another name if you do not mean that.`
        : null,
    ),
  },
  {
    code: 'name-taken',
    severity: 'warning',
    find: onName((name, { otherNames = [] }) =>
      otherNames.includes(name)
        ? `Another agent is called ${name} too. Claude Code loads only one of them and does not say which. Rename one.`
        : null,
    ),
  },
  {
    code: 'name-style',
    severity: 'info',
    find: onName((name) =>
      /^[\p{Ll}\p{Lo}\p{N}]+([-:][\p{Ll}\p{Lo}\p{N}]+)*$/u.test(name)
        ? null
        : 'Lower case with hyphens, such as backend-architect, is the usual form of a name and the easiest to mention.',
    ),
  },
];
