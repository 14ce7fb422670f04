/** What is missing before something is published, in words? */

import type { Need } from './judge';

interface Names {
  /** What an agent is called. */
  agent: (agentId: string) => string;
  person: (userId: string) => string;
  /** Whether there are several agents, so that each is named. */
  several: boolean;
}

const WORDS: { [Kind in Need['kind']]: (need: Extract<Need, { kind: Kind }>, names: Names) => string } = {
  off: () => 'Publishing is turned off in the settings of this workspace.',
  nothing: () => 'No agent is proposed any more.',
  approvals: ({ agentId, left, given }, names) => {
    const more = given > 0 ? ' more' : '';
    return `${left === 1 ? `One${more} approval is` : `${left}${more} approvals are`} needed${of(agentId, names)}.`;
  },
  admin: ({ agentId }, names) => `An owner or admin has to approve the new powers${of(agentId, names)}.`,
  changes: ({ userId }, { person }) => `${person(userId)} asked for changes.`,
};

const of = (agentId: string, { agent, several }: Names) => (several ? ` for ${agent(agentId)}` : '');

/** Returns one sentence for each thing that is missing. */
export function needsInWords(needs: readonly Need[], names: Names): string[] {
  return needs.map((need) => (WORDS[need.kind] as (need: Need, names: Names) => string)(need, names));
}
