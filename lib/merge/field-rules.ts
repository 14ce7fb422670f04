/** How is each front-matter key settled when the sources differ? */

import type { FieldKey } from '@/lib/agent-file';
import type { ConflictKind } from './types';

/**
 * What stands until a person chooses. `most`: what most sources say; `least-power`: what lets the agent do the least;
 * `smallest`: the smallest number, for a limit that one team set is not to be lifted by another's.
 */
export type SafeDefault = 'most' | 'least-power' | 'smallest';

export interface FieldMergeRule {
  kind: ConflictKind;
  safe: SafeDefault;
  /** Asks in words. */
  question: string;
  /** What it means to leave the key out. */
  absent: string;
}

/** A row per key that Claude Code reads; the description is no conflict but is united. */
const FIELD_MERGE_RULES: Readonly<Record<Exclude<FieldKey, 'description'>, FieldMergeRule>> = {
  name: {
    kind: 'name',
    safe: 'most',
    question: 'What is the agent called?',
    absent: 'It has no name and does not load.',
  },
  tools: {
    kind: 'tools',
    safe: 'least-power',
    question: 'Which tools may it use?',
    absent: 'Without a list it gets every tool of the session.',
  },
  disallowedTools: {
    kind: 'tools',
    safe: 'least-power',
    question: 'Which tools may it not use?',
    absent: 'Nothing is denied.',
  },
  model: {
    kind: 'field',
    safe: 'most',
    question: 'Which model runs it?',
    absent: 'It runs on the model of the session.',
  },
  permissionMode: {
    kind: 'field',
    safe: 'least-power',
    question: 'When does it ask before it acts?',
    absent: 'It follows the mode of the session.',
  },
  maxTurns: {
    kind: 'field',
    safe: 'smallest',
    question: 'After how many turns does it stop?',
    absent: 'It may take any number of turns.',
  },
  skills: {
    kind: 'field',
    safe: 'most',
    question: 'Which skills are loaded when it starts?',
    absent: 'No skill is loaded when it starts.',
  },
  mcpServers: {
    kind: 'field',
    safe: 'least-power',
    question: 'Which MCP servers does it connect to?',
    absent: 'It connects to no server of its own.',
  },
  hooks: {
    kind: 'field',
    safe: 'least-power',
    question: 'Which commands run while it works?',
    absent: 'No command of its own runs while it works.',
  },
  memory: {
    kind: 'field',
    safe: 'least-power',
    question: 'Does it keep notes between sessions?',
    absent: 'It keeps no notes.',
  },
  background: {
    kind: 'field',
    safe: 'least-power',
    question: 'Does it always run in the background?',
    absent: 'It runs in the foreground.',
  },
  omitClaudeMd: {
    kind: 'field',
    safe: 'most',
    question: 'Does it work without CLAUDE.md?',
    absent: 'It reads the project’s CLAUDE.md.',
  },
  effort: {
    kind: 'field',
    safe: 'most',
    question: 'How long does the model think?',
    absent: 'It thinks as long as the session says.',
  },
  isolation: {
    kind: 'field',
    safe: 'least-power',
    question: 'Where does it work?',
    absent: 'It works on your own checkout.',
  },
  color: {
    kind: 'field',
    safe: 'most',
    question: 'Which colour does it have in the terminal?',
    absent: 'It gets no colour of its own.',
  },
  initialPrompt: {
    kind: 'field',
    safe: 'most',
    question: 'What is sent first when it runs as the main session?',
    absent: 'Nothing is sent first.',
  },
  experimental: {
    kind: 'field',
    safe: 'most',
    question: 'Which experimental settings has it?',
    absent: 'It has none.',
  },
};

/** The rule of a key that Claude Code does not read: the sources that leave it out have no say. */
const UNKNOWN_KEY_RULE: FieldMergeRule = {
  kind: 'field',
  safe: 'most',
  question: 'Which value has it?',
  absent: 'It is left out.',
};

/** Returns the rule of a key, known or not. */
export function fieldMergeRule(key: string): FieldMergeRule {
  return Object.hasOwn(FIELD_MERGE_RULES, key)
    ? FIELD_MERGE_RULES[key as keyof typeof FIELD_MERGE_RULES]
    : { ...UNKNOWN_KEY_RULE, question: `Which value has ${key}?` };
}
