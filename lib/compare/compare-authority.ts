/** What may the agent do now that it could not before? */

import type { AgentFile } from '@/lib/agent-file';
import { type AuthorityValues, compareAuthority as comparePowers, type Power } from '@/lib/authority';

import type { AuthorityDifference, Widening } from './types';

/** What an agent may do that Claude Code does not load. */
const NOTHING: AuthorityValues = {
  tools: { kind: 'none' },
  disallowedTools: [],
  permissionMode: null,
  memory: null,
  hooks: null,
  mcpServers: null,
  isolation: null,
  background: null,
};

const SESSION = 'tool:every other tool of the session';

/**
 * Compares what the agents of two files may do. A file that does not load may do nothing, so that repairing one gives all
 * that it asks for. Sound: whatever gives more is a widening, and has a key of its own; what every agent has is none.
 */
export function compareAuthority(before: AgentFile | null, after: AgentFile): AuthorityDifference {
  const { gained, lost } = comparePowers(powersOf(before), powersOf(after));
  return { widenings: listed(gained, 'gains'), narrowings: listed(lost, 'loses') };
}

const powersOf = (file: AgentFile | null): AuthorityValues =>
  file?.verdict.loads ? file.effective : NOTHING;

/** All tools of a session are one step, however many they are; which ones is part of its key. */
function listed(powers: readonly Power[], verb: 'gains' | 'loses'): Widening[] {
  const session = powers.find(({ key }) => key === SESSION);
  const isTool = ({ key }: Power) => key.startsWith('tool:');
  const tools = session ? powers.filter((power) => isTool(power) && power !== session) : [];
  const rest = powers
    .filter((power) => !session || !isTool(power))
    .map(({ key, words, detail }) => ({ key, words: `${verb} ${words}`, detail }));
  if (!session) return rest;
  const names = tools.map(({ words }) => words).sort();
  return [
    {
      key: `tools:${names.join()}`,
      words: `${verb} every tool of the session`,
      detail: names.length > 0 ? names.join(', ') : null,
    },
    ...rest,
  ];
}
