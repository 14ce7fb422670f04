/** How does an agent begin? With the text that it is. */

import 'server-only';

import { createAgent as insertAgent } from '@/db';
import { createAgentInput } from '@/lib/contract';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { requireStorable } from '../agent-text';
import { workspaceCommand } from '../command';

export const createAgent = workspaceCommand({
  event: 'agent.created',
  permission: 'agent:create',
  input: createAgentInput,
  async prepare({ text, fileName }) {
    requireStorable(text);
    return { facts: agentFacts(text, fileName ?? null), profile: await profileOf(text) };
  },
  async commit(tx, { facts, profile }, { text, fileName }, { scope, now }) {
    const made = await insertAgent(tx, {
      workspaceId: scope.workspaceId,
      userId: scope.user.id,
      text,
      facts,
      ...(profile && { profile }),
      fileName: fileName ?? null,
      now,
    });
    return { output: { agentId: made.agentId }, subjectId: made.agentId, details: { title: facts.title } };
  },
});
