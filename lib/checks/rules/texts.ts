/** Are the description and the body fit for use? */

import type { AgentFile } from '@/lib/agent-file';
import { estimateTokens } from '@/lib/text';

import { type Finding, fieldOf, firstLine, type Rule, rangeOf } from '../rule';

/** Advice of the sub-agent documentation, in characters. */
const SHORTEST = 10;
const LONGEST = 5_000;

/** Above about this many tokens of all descriptions together Claude Code warns. */
const ROSTER_TOKENS = 15_000;

function onDescription(say: (description: string, file: AgentFile) => string | null) {
  return (file: AgentFile): Finding[] => {
    const field = fieldOf(file, 'description');
    const { description } = file.effective;
    if (field === null || description === null) return [];
    const message = say(description, file);
    return message === null ? [] : [{ message, range: rangeOf(field), field: 'description' }];
  };
}

const number = (value: number) => value.toLocaleString('en-US');

export const TEXT_RULES: readonly Rule[] = [
  {
    code: 'description-over-budget',
    severity: 'warning',
    find: onDescription((description) => {
      if (description.length <= LONGEST) return null;
      const tokens = estimateTokens(description);
      return tokens >= ROSTER_TOKENS
        ? `About ${number(tokens)} tokens: this description alone takes the whole room for descriptions (about ${number(ROSTER_TOKENS)}), of which each conversation carries a copy. Move the instructions into the body.`
        : `${number(description.length)} characters, about ${number(tokens)} tokens, go into every conversation. Keep it below ${number(LONGEST)}: say when to use the agent here, and how it works in the body.`;
    }),
  },
  {
    code: 'description-short',
    severity: 'warning',
    find: onDescription((description) =>
      [...description.trim()].length >= SHORTEST
        ? null
        : 'Claude chooses an agent by its description alone, and this one says too little. Say when to use it, in a sentence or two.',
    ),
  },
  {
    code: 'description-no-examples',
    severity: 'info',
    find: onDescription((_, file) =>
      file.examples.length > 0
        ? null
        : 'Two to four examples in the description help Claude to choose this agent at the right moment.',
    ),
  },
  {
    code: 'body-empty',
    severity: 'warning',
    find: (file) => {
      if (file.frontMatter === null || file.text.slice(file.body.from, file.body.to).trim() !== '') return [];
      const range = file.body.to > file.body.from ? file.body : firstLine(file);
      return [
        {
          message:
            'The body is empty, so the agent has no instructions of its own. Say below the front matter what it is and how it works.',
          range,
        },
      ];
    },
  },
];
